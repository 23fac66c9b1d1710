import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { useGo } from '../../lib/place.ts';
import { Chip } from '../../ui/Chip.tsx';
import { CarIcon } from '../../ui/icons.tsx';
import { isOver } from './shapes.ts';

export interface VehicleDeliveryProps {
  readonly customerId: string;
  readonly vehicleId: string;
}

/** On a vehicle's card: the car is on its way to its owner, and where it stands. */
export const VehicleDelivery = ({ customerId, vehicleId }: VehicleDeliveryProps) => {
  const { t } = useTranslation();
  const go = useGo();
  const { data } = useQuery(orpc.deliveries.ofCustomer.queryOptions({ input: { customerId } }));
  const open = data?.rows.find((row) => row.vehicleId === vehicleId && !isOver(row));
  if (!open) return null;
  return (
    <Chip
      tone={open.late ? 'red' : 'brand'}
      icon={<CarIcon size={14} />}
      onPress={() => go(`/deliveries?id=${open.id}`)}
    >
      {t('deliveries.onTheWay', { step: t(`deliveries.step.${open.step}`) })}
    </Chip>
  );
};
