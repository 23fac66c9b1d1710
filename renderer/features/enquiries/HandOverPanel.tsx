import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { clockNow } from '../../lib/clock.ts';
import { fieldErrors } from '../../lib/errors.ts';
import { dayOf, timeOf } from '../../lib/formats.ts';
import { useTimeZone } from '../../lib/store.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { DayTimeFields, instantOfTyped } from '../complaints/DayTimeFields.tsx';
import { DeedPanel } from '../complaints/DeedPanel.tsx';
import { useStaff } from '../complaints/useStaff.ts';
import { SelectInput } from '../customer/SelectInput.tsx';
import panel from '../customer/sidePanel.module.css';
import type { EnquiryPanelProps } from './EnquiryPanels.tsx';
import css from './enquiries.module.css';
import { useEnquiryDeed } from './useEnquiryDeed.ts';

/** 转专家: to whom, and till when; the term that runs is proposed, or the same hour tomorrow where it is over. */
export const HandOverPanel = ({ enquiry, onClose }: EnquiryPanelProps) => {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const { all } = useStaff();
  const { id, version, number } = enquiry;
  const proposed = Math.max(enquiry.dueAt, clockNow() + 86_400_000 * Number(enquiry.overdue));
  const { kept, draft, change, save, asked, submit } = useEnquiryDeed({
    form: `enquiry.${id}.handOver`,
    begin: {
      expertId: enquiry.expertId ?? '',
      day: dayOf(proposed, timeZone),
      time: timeOf(proposed, timeZone),
      note: '',
    },
    call: api.enquiries.handOver,
    said: (_saved, { expertId }) =>
      t('enquiries.handOver.said', {
        number,
        name: all.find(([one]) => one === expertId)?.[1].split(' · ')[0] ?? '',
      }),
    onDone: onClose,
  });
  const dueAt = instantOfTyped(draft, timeZone);
  const refused = fieldErrors(save.error, t);
  const blocked = Number(draft.expertId === '') + Number(dueAt === null);
  const send = (): void =>
    submit(
      blocked > 0 || dueAt === null
        ? null
        : { id, version, expertId: draft.expertId, dueAt, note: draft.note.trim() || null },
    );
  return (
    <DeedPanel
      title={t('enquiries.handOver.title')}
      sub={number}
      label={t('enquiries.handOver.save')}
      kept={kept}
      busy={save.isPending}
      error={save.error}
      blocked={asked ? blocked : 0}
      onSave={send}
      onClose={onClose}
    >
      <p className={css['quote']}>{enquiry.question}</p>
      <div className={panel['grid3']} data-first>
        <FormField
          label={t('enquiries.handOver.expert')}
          required
          error={asked && draft.expertId === '' ? t('complaints.close.choose') : refused['expertId']}
        >
          <SelectInput
            value={draft.expertId}
            options={[...(draft.expertId === '' ? [['', t('complaints.form.choose')] as const] : []), ...all]}
            onChange={(expertId) => change({ expertId })}
          />
        </FormField>
        <DayTimeFields
          value={draft}
          labels={{ day: t('enquiries.handOver.day'), time: t('enquiries.handOver.time') }}
          help={t('enquiries.handOver.termHelp')}
          error={refused['dueAt']}
          onChange={({ day, time }) => change({ day, time })}
        />
      </div>
      <div className={panel['near']}>
        <FormField label={t('enquiries.handOver.note')} error={refused['note']}>
          <TextInput
            maxLength={500}
            value={draft.note}
            placeholder={t('enquiries.handOver.noteHint')}
            onChange={(note) => change({ note })}
          />
        </FormField>
      </div>
    </DeedPanel>
  );
};
