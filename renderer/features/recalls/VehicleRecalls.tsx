import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { useGo } from '../../lib/place.ts';
import { Chip } from '../../ui/Chip.tsx';
import { WarningIcon } from '../../ui/icons.tsx';

/** What is open on a vehicle, on its card; nothing where nothing is. One question serves all cards of a customer. */
export const VehicleRecalls = ({
  customerId,
  vehicleId,
}: {
  readonly customerId: string;
  readonly vehicleId: string;
}) => {
  const { t } = useTranslation();
  const go = useGo();
  const { data } = useQuery(orpc.recalls.openFor.queryOptions({ input: { customerId } }));
  const open = (data?.rows ?? []).filter((row) => row.vehicleId === vehicleId && row.state === 'open');
  return open.map((row) => (
    <Chip
      key={row.id}
      tone="red"
      icon={<WarningIcon size={14} />}
      title={[row.number, row.title, row.description].filter(Boolean).join(' · ')}
      onPress={() => go(`/recalls?state=all&id=${row.recallId}`)}
    >
      {t('recalls.onVehicle', { title: row.title })}
    </Chip>
  ));
};
