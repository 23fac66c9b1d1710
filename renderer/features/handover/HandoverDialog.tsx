import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answer, api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { number } from '../../lib/formats.ts';
import { notify } from '../../lib/notices.ts';
import { useSave } from '../../lib/useSave.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import { useTakeBack } from '../duplicates/useTakeBack.ts';
import css from './handover.module.css';

type StaffRow = Answer<typeof api.staff.list>['rows'][number];

export interface HandoverDialogProps {
  /** whose customers; null: to be chosen */
  readonly fromId: string | null;
  readonly onClose: () => void;
}

const kinds = [
  'customers',
  'prospects',
  'appointments',
  'accountPlans',
  'complaints',
  'complaintActions',
  'promises',
  'enquiries',
  'deliveries',
  'agencyJobs',
  'claims',
  'tasks',
] as const;

/** 移交客户: from one, to one or several; counted before, and taken back by one press after. */
export const HandoverDialog = ({ fromId, onClose }: HandoverDialogProps) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const takeBack = useTakeBack();
  const staff = useQuery(orpc.staff.list.queryOptions({ input: {} })).data?.rows ?? [];
  const [from, setFrom] = useState(fromId ?? '');
  const [to, setTo] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState(false);
  const counts = useQuery(
    orpc.handover.preview.queryOptions({ input: { fromStaffId: from }, enabled: from !== '' }),
  ).data;
  const giver = staff.find((row) => row.id === from);
  const takers = staff.filter((row) => row.active && row.id !== from);
  const chosen = takers.filter((row) => to.includes(row.id));
  const total = counts ? kinds.reduce((sum, kind) => sum + counts[kind], 0) : 0;
  const empty = counts !== undefined && total === 0;

  const save = useSave(api.handover.run, {
    onDone: ({ customers, each, command }) => {
      const name = giver?.displayName ?? '';
      const list = each.map((one) => t('handover.share', { name: one.name, n: number(one.customers) }));
      notify(t('handover.done', { name, n: number(customers), list: list.join(t('customer.listSeparator')) }), {
        tone: 'green',
        ...(command === null
          ? {}
          : {
              action: {
                label: t('common.undo'),
                key: 'Ctrl+Z',
                takesBack: command,
                perform: () => takeBack(command, t('handover.undone', { name })),
              },
            }),
      });
      void client.invalidateQueries();
      onClose();
    },
  });
  const submit = (): void => {
    setAsked(true);
    if (from === '' || chosen.length === 0 || empty || save.isPending) return;
    save.mutate({ fromStaffId: from, toStaffIds: chosen.map((row) => row.id) });
  };
  return (
    <FormDialog
      title={t('handover.title')}
      save={t('handover.run')}
      busy={save.isPending}
      disabled={empty}
      failure={save.error !== null ? errorText(save.error, t) : null}
      width={520}
      onSave={submit}
      onClose={onClose}
    >
      <FormField label={t('handover.from')} error={asked && from === '' ? t('handover.chooseFrom') : undefined}>
        <SelectInput
          value={from}
          onChange={(id) => {
            setFrom(id);
            setTo(to.filter((one) => one !== id));
          }}
          options={[
            ['', t('handover.choose')] as const,
            ...staff.map((row) => [row.id, label(row, t('handover.left'))] as const),
          ]}
        />
      </FormField>
      {giver && counts && (
        <div className={css['preview']} role="status">
          {empty ? (
            t('handover.nothing', { name: giver.displayName })
          ) : (
            <>
              <div className="quiet">{t('handover.preview', { name: giver.displayName })}</div>
              <dl>
                {kinds
                  .filter((kind) => counts[kind] > 0)
                  .map((kind) => (
                    <div key={kind}>
                      <dd>{number(counts[kind])}</dd>
                      <dt>{t(`handover.${kind}`)}</dt>
                    </div>
                  ))}
              </dl>
            </>
          )}
        </div>
      )}
      <fieldset className={css['takers']}>
        <legend>{t('handover.to')}</legend>
        {takers.map((row) => (
          <label key={row.id} className={css['taker']}>
            <input
              type="checkbox"
              checked={to.includes(row.id)}
              onChange={(event) => setTo(event.target.checked ? [...to, row.id] : to.filter((one) => one !== row.id))}
            />
            <span>{row.displayName}</span>
            <span className="quiet small">{t(`common.role.${row.role}`)}</span>
          </label>
        ))}
        {takers.length === 0 && <p className="quiet">{t('handover.nobody')}</p>}
        <p className="quiet small">
          {t('handover.toHelp')}
          {counts && chosen.length > 1 && !empty && (
            <strong> {t('handover.each', { n: number(Math.ceil(counts.customers / chosen.length)) })}</strong>
          )}
        </p>
        {asked && chosen.length === 0 && (
          <p className="form-field-error" role="alert">
            {t('handover.chooseTo')}
          </p>
        )}
      </fieldset>
    </FormDialog>
  );
};

const label = (row: StaffRow, left: string): string => (row.active ? row.displayName : `${row.displayName} ${left}`);
