import { useTranslation } from 'react-i18next';
import { addDays } from '../../../db/domain/day.ts';
import { api } from '../../lib/api.ts';
import { fieldErrors } from '../../lib/errors.ts';
import { useToday } from '../../lib/store.ts';
import { FormField } from '../../ui/FormField.tsx';
import { AreaInput } from '../customer/AreaInput.tsx';
import { DayInput } from '../customer/DayInput.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import css from '../customer/sidePanel.module.css';
import { dayOrNull } from '../customer/typedDay.ts';
import { ChoiceRow } from './ChoiceRow.tsx';
import { DeedPanel } from './DeedPanel.tsx';
import type { DeedPanelsProps } from './DeedPanels.tsx';
import { useDeed } from './useDeed.ts';
import { useStaff } from './useStaff.ts';

const kinds = ['corrective', 'preventive'] as const;
/** days that are proposed: till it is done, and till one looks whether it helped */
const doneWithin = 7;
const checkAfter = 30;

/** 措施: what is done so that it is put right, or happens no more; who, by when, and when one looks whether it helped. */
export const ActionPanel = ({ page, onClose }: DeedPanelsProps) => {
  const { t } = useTranslation();
  const today = useToday();
  const { all } = useStaff();
  const { complaint } = page;
  const { kept, draft, change, save, asked, submit } = useDeed({
    form: `complaint.${complaint.id}.action`,
    begin: {
      kind: 'corrective' as (typeof kinds)[number],
      text: '',
      ownerId: complaint.ownerId ?? '',
      dueDay: addDays(today, doneWithin),
      checkDay: addDays(today, doneWithin + checkAfter),
    },
    call: api.complaints.addAction,
    said: () => t('complaints.action.said'),
    onClose,
  });
  const dueDay = dayOrNull(draft.dueDay);
  const checkDay = dayOrNull(draft.checkDay);
  const checkWrong = draft.checkDay.trim() !== '' && checkDay === null;
  const refused = fieldErrors(save.error, t);
  const missing = draft.text.trim() === '';
  const blocked = Number(missing) + Number(dueDay === null) + Number(checkWrong);
  const send = (): void =>
    submit(
      blocked > 0 || dueDay === null
        ? null
        : {
            complaintId: complaint.id,
            kind: draft.kind,
            text: draft.text.trim(),
            ownerId: draft.ownerId || null,
            dueDay,
            checkDay,
          },
    );
  return (
    <DeedPanel
      title={t('complaints.action.newTitle')}
      sub={complaint.number}
      label={t('complaints.action.save')}
      kept={kept}
      busy={save.isPending}
      error={save.error}
      blocked={asked ? blocked : 0}
      onSave={send}
      onClose={onClose}
    >
      <ChoiceRow
        label={t('complaints.action.what')}
        options={kinds.map((kind) => [kind, t(`complaints.action.kind.${kind}`)] as const)}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
      />
      <div className={css['near']} data-first>
        <FormField
          label={t('complaints.action.text')}
          required
          help={t(`complaints.action.help.${draft.kind}`)}
          error={asked && missing ? t('errors.field.required') : refused['text']}
        >
          <AreaInput rows={4} maxLength={1000} value={draft.text} onChange={(text) => change({ text })} />
        </FormField>
      </div>
      <div className={css['grid3']}>
        <FormField label={t('complaints.action.owner')} error={refused['ownerId']}>
          <SelectInput
            value={draft.ownerId}
            options={[['', t('complaints.ownerless')] as const, ...all]}
            onChange={(ownerId) => change({ ownerId })}
          />
        </FormField>
        <FormField
          label={t('complaints.action.dueDay')}
          required
          error={dueDay === null ? t('customer.check.day-invalid') : refused['dueDay']}
        >
          <DayInput value={draft.dueDay} onChange={(day) => change({ dueDay: day })} />
        </FormField>
        <FormField
          label={t('complaints.action.checkDay')}
          error={checkWrong ? t('customer.check.day-invalid') : refused['checkDay']}
        >
          <DayInput value={draft.checkDay} onChange={(day) => change({ checkDay: day })} />
        </FormField>
      </div>
    </DeedPanel>
  );
};
