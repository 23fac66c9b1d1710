import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { money } from '../../lib/formats.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { Chip } from '../../ui/Chip.tsx';
import { PolicyForm } from './PolicyForm.tsx';
import { refusalText } from './refusal.ts';
import css from './sidePanel.module.css';

/** 保单: the insurance policies of a vehicle; the latest end is what the card and the reminders go by. */
export const PolicyPart = ({ vehicleId }: { readonly vehicleId: string }) => {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  // beside the undo bar, which is out of reach behind this panel
  const [said, setSaid] = useState('');
  const say = (text: string): void => {
    setSaid(text);
    void notifyUndoable(text, t);
  };
  const read = useQuery(orpc.vehicles.get.queryOptions({ input: { id: vehicleId } }));
  const remove = useMutation(orpc.vehicles.removePolicy.mutationOptions());
  const policies = read.data?.policies ?? [];

  return (
    <section className={css['part']} aria-label={t('vehicle.policy.title')}>
      <h3>{t('vehicle.policy.title')}</h3>
      {read.isSuccess && policies.length === 0 && <p className="quiet">{t('vehicle.policy.none')}</p>}
      <ul className={css['rows']}>
        {policies.map((policy) => {
          const name = [t(`vehicle.policy.kind.${policy.kind}`), policy.insurer].filter(Boolean).join(' ');
          return (
            <li key={policy.id} className={css['row']}>
              <div>
                <div>
                  {name} {policy.boughtHere && <Chip tone="green">{t('vehicle.policy.here')}</Chip>}
                </div>
                <div className="quiet small">
                  {[
                    t('vehicle.policy.through', { day: policy.endDay }),
                    policy.policyNo,
                    policy.premiumFen === null ? null : money(policy.premiumFen),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              </div>
              <span className={css['rowEnd']}>
                <Button
                  size="small"
                  aria-label={t('vehicle.policy.removeLabel', { name })}
                  loading={remove.isPending && remove.variables.policyId === policy.id}
                  onClick={() =>
                    remove.mutate(
                      {
                        policyId: policy.id,
                        version: policy.version,
                        reason: t('vehicle.policy.removeReason'),
                        requestId: newRequestId(),
                      },
                      { onSuccess: () => say(t('vehicle.policy.removed')) },
                    )
                  }
                >
                  {t('vehicle.policy.remove')}
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
      {remove.error && (
        <p role="alert" className={css['failed']}>
          {refusalText(remove.error, t)}
        </p>
      )}
      {adding ? (
        <PolicyForm
          vehicleId={vehicleId}
          onDone={(saved) => {
            setAdding(false);
            if (saved) say(t('vehicle.policy.saved'));
          }}
        />
      ) : (
        <Button onClick={() => setAdding(true)}>{t('vehicle.policy.add')}</Button>
      )}
      <p role="status" className="small quiet">
        {said}
      </p>
    </section>
  );
};
