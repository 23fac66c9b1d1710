import { useTranslation } from 'react-i18next';
import { FormField } from '../../ui/FormField.tsx';
import { useAdvisers } from '../board/useAdvisers.ts';
import { AreaInput } from '../customer/AreaInput.tsx';
import { DayInput } from '../customer/DayInput.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import css from '../customer/sidePanel.module.css';
import { checkPlan, type PlanDraft } from './accountDraft.ts';

export interface PlanFieldsProps {
  readonly draft: PlanDraft;
  readonly asked: boolean;
  readonly onChange: (change: Partial<PlanDraft>) => void;
}

/** Goals, measures, who keeps it, and when it is reviewed. */
export const PlanFields = ({ draft, asked, onChange }: PlanFieldsProps) => {
  const { t } = useTranslation();
  const advisers = useAdvisers();
  const problems = checkPlan(draft);
  const said = (path: 'goals' | 'reviewDay') => {
    const problem = problems[path];
    return problem && (asked || problem !== 'required') ? { error: t(`errors.field.${problem}`) } : {};
  };
  return (
    <div className={css['grid']}>
      <FormField label={t('accounts.goals')} required className={css['whole'] ?? ''} {...said('goals')}>
        <AreaInput
          value={draft.goals}
          rows={3}
          maxLength={2000}
          placeholder={t('accounts.goalsHint')}
          onChange={(goals) => onChange({ goals })}
        />
      </FormField>
      <FormField label={t('accounts.measures')} className={css['whole'] ?? ''}>
        <AreaInput
          value={draft.measures}
          rows={3}
          maxLength={2000}
          placeholder={t('accounts.measuresHint')}
          onChange={(measures) => onChange({ measures })}
        />
      </FormField>
      <FormField label={t('accounts.owner')}>
        <SelectInput
          value={draft.ownerId}
          options={[['', t('board.come.noAdviser')], ...advisers]}
          onChange={(ownerId) => onChange({ ownerId })}
        />
      </FormField>
      <FormField label={t('accounts.reviewDay')} required {...said('reviewDay')}>
        <DayInput value={draft.reviewDay} onChange={(reviewDay) => onChange({ reviewDay })} />
      </FormField>
    </div>
  );
};
