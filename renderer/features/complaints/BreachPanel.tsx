import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { fieldErrors } from '../../lib/errors.ts';
import { FormField } from '../../ui/FormField.tsx';
import { AreaInput } from '../customer/AreaInput.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import css from '../customer/sidePanel.module.css';
import { ChoiceRow } from './ChoiceRow.tsx';
import { DeedPanel } from './DeedPanel.tsx';
import type { DeedPanelsProps } from './DeedPanels.tsx';
import { useDeed } from './useDeed.ts';
import { useStaff } from './useStaff.ts';

/** 超时说明: why it took longer than it may, and the manager who knows of it. */
export const BreachPanel = ({ page, onClose }: DeedPanelsProps) => {
  const { t } = useTranslation();
  const { complaint, clocks } = page;
  const { leading } = useStaff();
  const late = clocks.filter((clock) => clock.reasonMissing).map(({ clock }) => clock);
  const { kept, draft, change, save, asked, submit } = useDeed({
    form: `complaint.${complaint.id}.breach`,
    begin: { clock: '', reason: '', managerId: '' },
    call: api.complaints.explainBreach,
    said: () => t('complaints.breach.said'),
    onClose,
  });
  const clock = late.find((one) => one === draft.clock) ?? late[0];
  const refused = fieldErrors(save.error, t);
  const missing = draft.reason.trim() === '';
  const managerless = draft.managerId === '';
  const blocked = Number(missing) + Number(managerless);
  const send = (): void =>
    submit(
      blocked > 0 || clock === undefined
        ? null
        : {
            id: complaint.id,
            version: complaint.version,
            clock,
            reason: draft.reason.trim(),
            managerId: draft.managerId,
          },
    );
  if (clock === undefined) return null;
  return (
    <DeedPanel
      title={t('complaints.breach.title')}
      sub={complaint.number}
      label={t('complaints.breach.save')}
      kept={kept}
      busy={save.isPending}
      error={save.error}
      blocked={asked ? blocked : 0}
      onSave={send}
      onClose={onClose}
    >
      {late.length > 1 && (
        <ChoiceRow
          label={t('complaints.breach.which')}
          options={late.map((one) => [one, t(`complaints.clock.name.${one}`)] as const)}
          value={clock}
          onChange={(one) => change({ clock: one })}
        />
      )}
      <div className={css['near']} data-first>
        <FormField
          label={t('complaints.breach.reason')}
          required
          error={asked && missing ? t('errors.field.required') : refused['reason']}
        >
          <AreaInput
            rows={4}
            maxLength={500}
            value={draft.reason}
            placeholder={t('complaints.breach.hint')}
            onChange={(reason) => change({ reason })}
          />
        </FormField>
      </div>
      <FormField
        label={t('complaints.breach.manager')}
        required
        help={t('complaints.breach.managerHelp')}
        error={asked && managerless ? t('complaints.close.choose') : refused['managerId']}
      >
        <SelectInput
          value={draft.managerId}
          options={[...(managerless ? [['', t('complaints.form.choose')] as const] : []), ...leading]}
          onChange={(managerId) => change({ managerId })}
        />
      </FormField>
    </DeedPanel>
  );
};
