import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { clockNow } from '../../lib/clock.ts';
import { fieldErrors } from '../../lib/errors.ts';
import { dayOf, timeOf } from '../../lib/formats.ts';
import { useTimeZone } from '../../lib/store.ts';
import { FormField } from '../../ui/FormField.tsx';
import { AreaInput } from '../customer/AreaInput.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import css from '../customer/sidePanel.module.css';
import { ChoiceRow } from './ChoiceRow.tsx';
import { Complainant } from './Complainant.tsx';
import { DayTimeFields, instantOfTyped } from './DayTimeFields.tsx';
import { DeedPanel } from './DeedPanel.tsx';
import type { DeedPanelsProps } from './DeedPanels.tsx';
import { contactChannels } from './shapes.ts';
import { useDeed } from './useDeed.ts';

const kinds = ['contact', 'apology', 'note'] as const;

/** 联系 · 致歉 · 备注: every word with the customer on record; the first one is the answer and stops that clock. */
export const ContactPanel = ({ page, onClose }: DeedPanelsProps) => {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const { complaint } = page;
  const [openedAt] = useState(clockNow);
  const begin = {
    kind: complaint.step === 'closed' ? ('note' as const) : ('contact' as (typeof kinds)[number]),
    channel: 'phone' as (typeof contactChannels)[number],
    text: '',
    day: dayOf(openedAt, timeZone),
    time: timeOf(openedAt, timeZone),
  };
  const { kept, draft, change, save, asked, submit } = useDeed({
    form: `complaint.${complaint.id}.contact`,
    begin,
    call: api.complaints.contact,
    said: (_saved, sent) => t(`complaints.contact.saved.${sent.kind}`),
    onClose,
  });
  const missing = draft.text.trim() === '';
  const at = instantOfTyped(draft, timeZone);
  const moved = draft.day !== begin.day || draft.time !== begin.time;
  const refused = fieldErrors(save.error, t);
  const noted = draft.kind === 'note';
  const blocked = Number(missing) + Number(at === null);
  const send = (): void =>
    submit(
      blocked > 0 || at === null
        ? null
        : {
            id: complaint.id,
            kind: draft.kind,
            channel: noted ? null : draft.channel,
            text: draft.text.trim(),
            // the store's own clock, where nobody set it back
            ...(moved ? { at } : {}),
          },
    );
  return (
    <DeedPanel
      title={t('complaints.contact.title')}
      sub={complaint.number}
      label={t('complaints.contact.save')}
      kept={kept}
      busy={save.isPending}
      error={save.error}
      blocked={asked ? blocked : 0}
      onSave={send}
      onClose={onClose}
    >
      <p className={css['near']}>
        <Complainant complaint={complaint} />
      </p>
      {complaint.step === 'received' && <p className={css['near']}>{t('complaints.contact.first')}</p>}
      <ChoiceRow
        label={t('complaints.contact.kind')}
        options={kinds.map((kind) => [kind, t(`complaints.eventKind.${kind}`)] as const)}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
      />
      <div className={css['near']} data-first>
        <FormField
          label={t(noted ? 'complaints.contact.note' : 'complaints.contact.said')}
          required
          error={asked && missing ? t('errors.field.required') : refused['text']}
        >
          <AreaInput
            rows={5}
            maxLength={2000}
            value={draft.text}
            placeholder={t('complaints.contact.hint')}
            onChange={(text) => change({ text })}
          />
        </FormField>
      </div>
      <div className={css['grid3']}>
        {!noted && (
          <FormField label={t('complaints.contact.channel')}>
            <SelectInput
              value={draft.channel}
              options={contactChannels.map((one) => [one, t(`complaints.contactChannel.${one}`)] as const)}
              onChange={(channel) => change({ channel })}
            />
          </FormField>
        )}
        <DayTimeFields
          value={draft}
          labels={{ day: t('complaints.contact.day'), time: t('complaints.contact.time') }}
          error={refused['at']}
          onChange={({ day, time }) => change({ day, time })}
        />
      </div>
    </DeedPanel>
  );
};
