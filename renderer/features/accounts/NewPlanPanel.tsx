import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { moneyShort } from '../../lib/formats.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { Chip } from '../../ui/Chip.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { CompanyIcon } from '../../ui/icons.tsx';
import { CustomerPicker } from '../customer/CustomerPicker.tsx';
import { RestoredNotice } from '../customer/RestoredNotice.tsx';
import { SaveFoot } from '../customer/SaveFoot.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import css from '../customer/sidePanel.module.css';
import { useKeptDraft } from '../customer/useKeptDraft.ts';
import { checkPlan, newPlan, type PlanDraft, planInputOf } from './accountDraft.ts';
import { PlanFields } from './PlanFields.tsx';

interface Draft extends PlanDraft {
  readonly customer: { readonly id: string; readonly name: string } | null;
  readonly year: string;
}

/** 新建年度计划: for whom (fleets and top customers are offered), for which year, with what goals. */
export const NewPlanPanel = ({ year, onClose }: { readonly year: number; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [requestId, setRequestId] = useState(newRequestId);
  const [asked, setAsked] = useState(false);
  const kept = useKeptDraft<Draft>('account', { ...newPlan(year), customer: null, year: String(year) });
  const { draft, change } = kept;
  const { data } = useQuery(orpc.accounts.candidates.queryOptions({ input: { year: Number(draft.year), limit: 12 } }));
  const blocked = Object.keys(checkPlan(draft)).length + (draft.customer ? 0 : 1);
  const add = useMutation({
    mutationFn: () =>
      api.accounts.add({
        customerId: draft.customer?.id ?? '',
        year: Number(draft.year),
        ...planInputOf(draft),
        requestId,
      }),
    onSuccess: () => {
      kept.done();
      void client.invalidateQueries({ queryKey: orpc.accounts.key() });
      void notifyUndoable(t('accounts.saved', { name: draft.customer?.name ?? '', year: draft.year }), t);
      onClose();
    },
    onError: () => setRequestId(newRequestId()),
  });
  const save = (): void => {
    setAsked(true);
    if (blocked === 0 && !add.isPending) add.mutate();
  };
  useHotkeys({ 'Ctrl+S': save }, { inDialog: true });
  const choose = (customer: Draft['customer']): void => change({ customer });
  return (
    <SidePanel
      title={t('accounts.newTitle')}
      onClose={onClose}
      foot={
        <SaveFoot
          label={t('accounts.save')}
          busy={add.isPending}
          error={add.error}
          blocked={asked ? blocked : 0}
          onSave={save}
        />
      }
    >
      <RestoredNotice at={kept.restoredAt} onDiscard={kept.discard} />
      <div className={css['grid']}>
        <div data-first>
          <FormField
            label={t('accounts.column.customer')}
            required
            {...(asked && !draft.customer ? { error: t('errors.field.required') } : {})}
          >
            <CustomerPicker label={t('accounts.column.customer')} value={draft.customer} onChange={choose} />
          </FormField>
        </div>
        <FormField label={t('accounts.column.year')}>
          <SelectInput
            value={draft.year}
            options={[year, year + 1].map((one) => [String(one), String(one)] as const)}
            onChange={(next) => change({ year: next, reviewDay: newPlan(Number(next)).reviewDay })}
          />
        </FormField>
      </div>
      {!draft.customer && data && data.rows.length > 0 && (
        <section aria-label={t('accounts.candidates')} style={{ marginTop: 12 }}>
          <p className="quiet small">{t('accounts.candidates')}</p>
          <ul style={{ display: 'flex', flexWrap: 'wrap', gap: 6, marginTop: 4 }}>
            {data.rows.map((row) => (
              <li key={row.customerId}>
                <Chip
                  {...(row.kind === 'company' ? { icon: <CompanyIcon size={13} /> } : {})}
                  onPress={() => choose({ id: row.customerId, name: row.customerName })}
                >
                  {t('accounts.candidate', {
                    name: row.customerName,
                    count: row.vehicleCount,
                    amount: moneyShort(row.last12MonthsFen),
                  })}
                </Chip>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className={css['part']}>
        <PlanFields draft={draft} asked={asked} onChange={change} />
      </div>
    </SidePanel>
  );
};
