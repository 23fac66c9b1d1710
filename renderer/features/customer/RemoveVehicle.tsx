import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { plateText } from './plateText.ts';
import { ReasonLine } from './ReasonLine.tsx';
import { refusalText } from './refusal.ts';
import type { VehicleFacts } from './shapes.ts';

export interface RemoveVehicleProps {
  readonly vehicle: VehicleFacts;
  readonly onRemoved: () => void;
}

/** 移除车辆: entered by mistake; with its reason on record. A car that was sold or scrapped is said so instead. */
export const RemoveVehicle = ({ vehicle, onRemoved }: RemoveVehicleProps) => {
  const { t } = useTranslation();
  const plate = vehicle.plate === null ? t('vehicle.unnamed') : plateText(vehicle.plate);
  const remove = useMutation(
    // told even where the page was fetched again, and this form closed, before the answer came
    orpc.vehicles.remove.mutationOptions({
      onSuccess: () => {
        void notifyUndoable(t('vehicle.remove.done', { plate }), t);
        onRemoved();
      },
    }),
  );
  return (
    <ReasonLine
      open={t('vehicle.remove.button')}
      label={t('vehicle.remove.reason')}
      hint={t('vehicle.remove.hint')}
      confirm={t('vehicle.remove.confirm')}
      busy={remove.isPending}
      error={remove.error ? refusalText(remove.error, t) : undefined}
      onConfirm={(reason) =>
        remove.mutate({ id: vehicle.id, version: vehicle.version, reason, requestId: newRequestId() })
      }
    />
  );
};
