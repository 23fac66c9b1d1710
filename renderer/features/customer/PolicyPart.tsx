import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isRenewal } from '../../../db/domain/club/policyRenewal.ts';
import { type Answer, type api, orpc } from '../../lib/api.ts';
import { money } from '../../lib/formats.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { usePrint } from '../../lib/usePrint.ts';
import { Chip } from '../../ui/Chip.tsx';
import { PolicyForm } from './PolicyForm.tsx';
import { refusalText } from './refusal.ts';
import css from './sidePanel.module.css';

type Policy = Answer<typeof api.vehicles.get>['policies'][number];

/** 保单: the insurance policies of a vehicle; the latest end is what the card and the reminders go by. */
export const PolicyPart = ({ vehicleId }: { readonly vehicleId: string }) => {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  // beside the undo bar, which is out of reach behind this panel
  const [said, setSaid] = useState('');
  /** whose slip is offered beside what is said */
  const [addedId, setAddedId] = useState<string | null>(null);
  const say = (text: string, added: string | null): void => {
    setSaid(text);
    setAddedId(added);
    void notifyUndoable(text, t);
  };
  const read = useQuery(orpc.vehicles.get.queryOptions({ input: { id: vehicleId } }));
  const remove = useMutation(orpc.vehicles.removePolicy.mutationOptions());
  const { print } = usePrint();
  const policies = read.data?.policies ?? [];
  const added = policies.find(({ id }) => id === addedId);
  const slipOf = (policy: Policy): string =>
    t(isRenewal(policy, policies) ? 'club.paper.policyRenewal' : 'club.paper.policyNew');
  const printSlip = (policy: Policy): void =>
    void print(
      { document: 'policySlip', subjectId: policy.id, vehicleId },
      { handedOver: t('vehicle.policy.handedOver', { slip: slipOf(policy) }) },
    );

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
              <span className={`${css['rowEnd']} ${css['buttons']}`}>
                <Button
                  size="small"
                  aria-label={t('vehicle.policy.printLabel', { slip: slipOf(policy), name })}
                  onClick={() => printSlip(policy)}
                >
                  {t('vehicle.policy.print')}
                </Button>
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
                      { onSuccess: () => say(t('vehicle.policy.removed'), null) },
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
          onDone={(policyId) => {
            setAdding(false);
            if (policyId !== null) say(t('vehicle.policy.saved'), policyId);
          }}
        />
      ) : (
        <div className={css['ways']}>
          <Button onClick={() => setAdding(true)}>{t('vehicle.policy.add')}</Button>
          {added && (
            <Button onClick={() => printSlip(added)}>{t('vehicle.policy.printSlip', { slip: slipOf(added) })}</Button>
          )}
        </div>
      )}
      <p role="status" className="small quiet">
        {said}
      </p>
    </section>
  );
};
