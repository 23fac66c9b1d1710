import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { stepAfter, stepBefore } from '../../../db/domain/deliveries/steps.ts';
import { api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { managers } from '../../lib/roles.ts';
import { useMay } from '../../lib/session.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { useSave } from '../../lib/useSave.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { ReasonLine } from '../customer/ReasonLine.tsx';
import panel from '../customer/sidePanel.module.css';
import type { DeliveryPage, OpenStep } from './shapes.ts';

export interface DeliveryFootProps {
  readonly delivery: DeliveryPage;
  readonly onGoOn: () => void;
  readonly onBack: (to: OpenStep) => void;
  readonly onOpen: (what: string) => void;
  readonly onClose: () => void;
}

/** What can be done with a delivery: on, back, changed, cancelled; a cancelled one is taken up again by a manager. */
export const DeliveryFoot = ({ delivery, onGoOn, onBack, onOpen, onClose }: DeliveryFootProps) => {
  const { t } = useTranslation();
  const mayReopen = useMay()(managers);
  const { id, version, name, step, deliveredAt, cancelledAt } = delivery;
  const stale = [orpc.deliveries.key()];
  const cancel = useSave(api.deliveries.cancel, {
    stale,
    onDone: () => {
      void notifyUndoable(t('deliveries.cancel.said', { name }), t);
      onClose();
    },
  });
  const reopen = useSave(api.deliveries.reopen, {
    stale,
    onDone: () => void notifyUndoable(t('deliveries.reopened', { name }), t),
  });
  if (deliveredAt !== null) return null;
  if (cancelledAt !== null) {
    if (!mayReopen) return null;
    return (
      <>
        {reopen.error !== null && (
          <span role="alert" className={panel['failed']}>
            {errorText(reopen.error, t)}
          </span>
        )}
        <Button
          className={panel['spacer'] ?? ''}
          loading={reopen.isPending}
          onClick={() => reopen.mutate({ id, version })}
        >
          {t('deliveries.reopen')}
        </Button>
      </>
    );
  }
  const next = stepAfter(step);
  const before = stepBefore(step);
  return (
    <>
      {before && before !== 'delivered' && (
        <Button onClick={() => onBack(before)}>
          {t('deliveries.backTo', { step: t(`deliveries.step.${before}`) })}
        </Button>
      )}
      <ActionButton label={t('deliveries.edit')} keys="E" onClick={() => onOpen('edit')} />
      <ReasonLine
        open={t('deliveries.cancel.open')}
        label={t('deliveries.cancel.label')}
        hint={t('deliveries.cancel.hint')}
        confirm={t('deliveries.cancel.confirm')}
        busy={cancel.isPending}
        error={cancel.error ? errorText(cancel.error, t) : undefined}
        onConfirm={(reason) => cancel.mutate({ id, version, reason })}
      />
      {next && next !== 'inspection' && (
        <ActionButton
          type="primary"
          className={panel['spacer'] ?? ''}
          label={t(`deliveries.goesOn.${next}`)}
          keys="M"
          onClick={onGoOn}
        />
      )}
    </>
  );
};
