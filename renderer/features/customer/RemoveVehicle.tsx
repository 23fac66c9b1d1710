import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { notify } from '../../lib/notices.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { plateText } from './plateText.ts';
import { ReasonLine } from './ReasonLine.tsx';
import { refusalText } from './refusal.ts';
import type { VehicleFacts } from './shapes.ts';

export interface RemoveVehicleProps {
  readonly vehicle: VehicleFacts;
  readonly onRemoved: () => void;
}

/** 移除车辆: sold on, scrapped, entered by mistake; with its reason on record. */
export const RemoveVehicle = ({ vehicle, onRemoved }: RemoveVehicleProps) => {
  const { t } = useTranslation();
  const remove = useMutation(orpc.vehicles.remove.mutationOptions());
  const plate = vehicle.plate === null ? t('vehicle.unnamed') : plateText(vehicle.plate);
  return (
    <ReasonLine
      open={t('vehicle.remove.button')}
      label={t('vehicle.remove.reason')}
      hint={t('vehicle.remove.hint')}
      confirm={t('vehicle.remove.confirm')}
      busy={remove.isPending}
      error={remove.error ? refusalText(remove.error, t) : undefined}
      onConfirm={(reason) =>
        remove.mutate(
          { id: vehicle.id, version: vehicle.version, reason, requestId: newRequestId() },
          {
            onSuccess: () => {
              notify(t('vehicle.remove.done', { plate }), { tone: 'green' });
              onRemoved();
            },
          },
        )
      }
    />
  );
};
