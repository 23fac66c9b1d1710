import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { fieldErrors } from '../../lib/errors.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { DeedPanel } from '../complaints/DeedPanel.tsx';
import { AreaInput } from '../customer/AreaInput.tsx';
import panel from '../customer/sidePanel.module.css';
import css from './club.module.css';
import { quotaWords } from './quotaWords.ts';
import type { Rescue } from './shapes.ts';
import { useClubDeed } from './useClubDeed.ts';
import { feeFen, yuanText } from './yuanField.ts';

export interface CloseRescuePanelProps {
  readonly job: Rescue;
  readonly onClose: () => void;
}

/** 完成: what was done, and what it costs; nothing where one of the tier's free rescues is used. */
export const CloseRescuePanel = ({ job, onClose }: CloseRescuePanelProps) => {
  const { t } = useTranslation();
  const { id, version, number } = job;
  const { data } = useQuery(
    orpc.rescues.quota.queryOptions({
      input: { customerId: job.customerId ?? '', at: job.calledAt },
      enabled: job.customerId !== null,
    }),
  );
  const quota = data?.quota ?? null;
  const offered = quota !== null && quota.left !== 0;
  const { kept, draft, change, save, asked, submit } = useClubDeed({
    form: `rescue.${id}.close`,
    begin: { result: '', fee: yuanText(job.feeFen), onQuota: false },
    call: api.rescues.close,
    said: (_saved, { onQuota }) => t(onQuota ? 'club.closing.saidFree' : 'club.closing.said', { number }),
    onDone: onClose,
  });
  const onQuota = offered && draft.onQuota;
  const result = draft.result.trim();
  const fee = feeFen(draft.fee);
  const refused = fieldErrors(save.error, t);
  const blocked = Number(result === '') + Number(!onQuota && fee === null);
  return (
    <DeedPanel
      title={t('club.closing.title')}
      sub={number}
      label={t('club.closing.save')}
      kept={kept}
      busy={save.isPending}
      error={save.error}
      blocked={asked ? blocked : 0}
      onSave={() => submit(blocked > 0 ? null : { id, version, result, feeFen: onQuota ? 0 : (fee ?? 0), onQuota })}
      onClose={onClose}
    >
      <FormField
        label={t('club.field.result')}
        required
        error={asked && result === '' ? t('errors.field.required') : refused['result']}
      >
        <AreaInput
          rows={3}
          maxLength={300}
          value={draft.result}
          placeholder={t('club.form.resultHint')}
          onChange={(next) => change({ result: next })}
        />
      </FormField>
      {data && job.customerId && <p className={css['quota']}>{quotaWords(quota, t)}</p>}
      {offered && (
        <label className={css['check']}>
          <input
            type="checkbox"
            checked={draft.onQuota}
            onChange={(event) => change({ onQuota: event.target.checked })}
          />
          {t('club.quota.take', { name: quota.name })}
        </label>
      )}
      {onQuota ? (
        <p className="quiet">{t('club.closing.feeFree')}</p>
      ) : (
        <div className={panel['near']}>
          <FormField
            label={t('club.closing.fee')}
            error={fee === null ? t('club.form.amountWrong') : refused['feeFen']}
          >
            <TextInput
              value={draft.fee}
              inputMode="decimal"
              maxLength={12}
              onChange={(next) => change({ fee: next })}
            />
          </FormField>
        </div>
      )}
    </DeedPanel>
  );
};
