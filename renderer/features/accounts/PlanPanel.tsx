import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { money } from '../../lib/formats.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { managers } from '../../lib/roles.ts';
import { useMay } from '../../lib/session.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { useSave } from '../../lib/useSave.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { AreaInput } from '../customer/AreaInput.tsx';
import { ReasonLine } from '../customer/ReasonLine.tsx';
import { RestoredNotice } from '../customer/RestoredNotice.tsx';
import { SaveFoot } from '../customer/SaveFoot.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import css from '../customer/sidePanel.module.css';
import { useKeptDraft } from '../customer/useKeptDraft.ts';
import {
  checkPlan,
  type Plan,
  planDraftOf,
  planInputOf,
  type ReviewedDraft,
  ratings,
  reviewInputOf,
} from './accountDraft.ts';
import { PlanFields } from './PlanFields.tsx';

/** One plan with its review. */
export const PlanPanel = ({ id, onClose }: { readonly id: string; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(orpc.accounts.get.queryOptions({ input: { id } }));
  if (data) return <Form key={data.version} plan={data} onClose={onClose} />;
  return (
    <SidePanel title={t('accounts.title')} onClose={onClose}>
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />}
    </SidePanel>
  );
};

const Form = ({ plan, onClose }: { readonly plan: Plan; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const may = useMay()(managers);
  const [asked, setAsked] = useState(false);
  const kept = useKeptDraft<ReviewedDraft>(`account.${plan.id}.${plan.version}`, {
    ...planDraftOf(plan),
    result: plan.review?.result ?? '',
    rating: plan.review?.rating ?? '',
    following: plan.review?.next ?? '',
  });
  const { draft, change } = kept;
  const reviewing = draft.result.trim() !== '' || draft.rating !== '';
  const half = reviewing && (draft.result.trim() === '' || draft.rating === '');
  const blocked = Object.keys(checkPlan(draft)).length + (half ? 1 : 0);
  const { id, version } = plan;
  const stale = [orpc.accounts.key()];
  const names = { name: plan.customerName, year: plan.year };
  const done = (said: string): void => {
    kept.done();
    void notifyUndoable(said, t);
    onClose();
  };
  const save = useSave(api.accounts.update, {
    stale,
    onDone: () => done(t('accounts.saved', names)),
    onFail: () => void client.invalidateQueries({ queryKey: orpc.accounts.key() }),
  });
  const remove = useSave(api.accounts.remove, { stale, onDone: () => done(t('accounts.removed', names)) });
  const submit = (): void => {
    setAsked(true);
    if (may && blocked === 0 && !save.isPending)
      save.mutate({ id, version, ...planInputOf(draft), review: reviewInputOf(draft, plan.review) });
  };
  useHotkeys({ 'Ctrl+S': submit }, { inDialog: true, enabled: may });
  return (
    <SidePanel
      title={t('accounts.panelTitle', { name: plan.customerName, year: plan.year })}
      onClose={onClose}
      {...(may
        ? {
            foot: (
              <>
                <ReasonLine
                  open={t('accounts.remove')}
                  label={t('accounts.removeReason')}
                  confirm={t('accounts.remove')}
                  busy={remove.isPending}
                  error={remove.error ? errorText(remove.error, t) : undefined}
                  onConfirm={(reason) => remove.mutate({ id, version, reason })}
                />
                <SaveFoot
                  label={t('accounts.save')}
                  busy={save.isPending}
                  error={save.error}
                  blocked={asked ? blocked : 0}
                  onSave={submit}
                />
              </>
            ),
          }
        : {})}
    >
      <RestoredNotice at={kept.restoredAt} onDiscard={kept.discard} />
      <p style={{ display: 'flex', flexWrap: 'wrap', gap: 6, marginBottom: 12 }}>
        <Chip>{t('accounts.vehicles', { count: plan.vehicleCount })}</Chip>
        <Chip tone="brand">{t('accounts.spentNow', { year: plan.year, amount: money(plan.spendFen) })}</Chip>
        <Chip>{t('accounts.spentBefore', { year: plan.year - 1, amount: money(plan.spendBeforeFen) })}</Chip>
        <Link to="/customers/$id" params={{ id: plan.customerId }}>
          {t('prospects.openCustomer')}
        </Link>
      </p>
      {may ? (
        <PlanFields draft={draft} asked={asked} onChange={change} />
      ) : (
        <>
          <p style={{ whiteSpace: 'pre-line' }}>{plan.goals}</p>
          <p className="quiet" style={{ whiteSpace: 'pre-line' }}>
            {plan.measures}
          </p>
        </>
      )}
      <div className={css['part']}>
        <h3>{t('accounts.review')}</h3>
        {plan.review && (
          <p className="quiet small" style={{ marginBottom: 8 }}>
            {t('accounts.reviewedBy', { day: plan.review.day, name: plan.review.by })}
          </p>
        )}
        {may ? (
          <div className={css['grid']}>
            <FormField
              label={t('accounts.result')}
              className={css['whole'] ?? ''}
              {...(asked && half && draft.result.trim() === '' ? { error: t('errors.field.required') } : {})}
            >
              <AreaInput value={draft.result} rows={3} maxLength={2000} onChange={(result) => change({ result })} />
            </FormField>
            <FormField
              label={t('accounts.ratingLabel')}
              {...(asked && half && draft.rating === '' ? { error: t('errors.field.required') } : {})}
            >
              <SelectInput
                value={draft.rating}
                options={[
                  ...(plan.review ? [] : ([['', '—']] as const)),
                  ...ratings.map((rating) => [rating, t(`accounts.rating.${rating}`)] as const),
                ]}
                onChange={(rating) => change({ rating })}
              />
            </FormField>
            <FormField label={t('accounts.following')} className={css['whole'] ?? ''}>
              <AreaInput
                value={draft.following}
                rows={2}
                maxLength={2000}
                onChange={(following) => change({ following })}
              />
            </FormField>
          </div>
        ) : plan.review ? (
          <p style={{ whiteSpace: 'pre-line' }}>
            {t(`accounts.rating.${plan.review.rating}`)} · {plan.review.result}
          </p>
        ) : (
          <p className="quiet">{t('accounts.notReviewed', { day: plan.reviewDay })}</p>
        )}
      </div>
    </SidePanel>
  );
};
