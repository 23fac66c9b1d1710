import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../../db/domain/day.ts';
import { api } from '../../lib/api.ts';
import { clockNow } from '../../lib/clock.ts';
import { fieldErrors } from '../../lib/errors.ts';
import { dayOf } from '../../lib/formats.ts';
import { useMe } from '../../lib/session.ts';
import { useTimeZone } from '../../lib/store.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import css from '../customer/sidePanel.module.css';
import { DayTimeFields, instantOfTyped } from './DayTimeFields.tsx';
import { DeedPanel } from './DeedPanel.tsx';
import { useDeed } from './useDeed.ts';
import { useStaff } from './useStaff.ts';

export interface PromisePanelProps {
  /** under which the draft is kept */
  readonly form: string;
  readonly sub: string;
  readonly to: { readonly complaintId: string | null; readonly customerId: string | null };
  /** who will most likely keep it; null: who types */
  readonly ownerId: string | null;
  readonly onClose: () => void;
}

/** Where nobody says when: the next day at noon, as one says on the phone. */
const noon = '12:00';

/** 承诺: what we will do, till when, and who does it. */
export const PromisePanel = ({ form, sub, to, ownerId, onClose }: PromisePanelProps) => {
  const { t } = useTranslation();
  const me = useMe();
  const timeZone = useTimeZone();
  const { all } = useStaff();
  const [openedAt] = useState(clockNow);
  const { kept, draft, change, save, asked, submit } = useDeed({
    form,
    begin: {
      text: '',
      day: addDays(dayOf(openedAt, timeZone), 1),
      time: noon,
      ownerId: ownerId ?? me?.staffId ?? '',
    },
    call: api.promises.add,
    said: () => t('complaints.promise.saved'),
    onClose,
  });
  const dueAt = instantOfTyped(draft, timeZone);
  const refused = fieldErrors(save.error, t);
  const missing = draft.text.trim() === '';
  const blocked = Number(missing) + Number(dueAt === null) + Number(draft.ownerId === '');
  const send = (): void =>
    submit(blocked > 0 || dueAt === null ? null : { text: draft.text.trim(), dueAt, ownerId: draft.ownerId, ...to });
  return (
    <DeedPanel
      title={t('complaints.promise.newTitle')}
      sub={sub}
      label={t('complaints.promise.save')}
      kept={kept}
      busy={save.isPending}
      error={save.error}
      blocked={asked ? blocked : 0}
      onSave={send}
      onClose={onClose}
    >
      <FormField
        label={t('complaints.promise.text')}
        required
        error={asked && missing ? t('errors.field.required') : refused['text']}
      >
        <TextInput
          maxLength={300}
          value={draft.text}
          placeholder={t('complaints.promise.hint')}
          onChange={(text) => change({ text })}
        />
      </FormField>
      <div className={`${css['grid3']} ${css['near']}`}>
        <DayTimeFields
          value={draft}
          labels={{ day: t('complaints.promise.day'), time: t('complaints.promise.time') }}
          error={refused['dueAt']}
          onChange={({ day, time }) => change({ day, time })}
        />
        <FormField
          label={t('complaints.promise.owner')}
          error={asked && draft.ownerId === '' ? t('complaints.close.choose') : refused['ownerId']}
        >
          <SelectInput
            value={draft.ownerId}
            options={[...(draft.ownerId === '' ? [['', t('complaints.form.choose')] as const] : []), ...all]}
            onChange={(id) => change({ ownerId: id })}
          />
        </FormField>
      </div>
    </DeedPanel>
  );
};
