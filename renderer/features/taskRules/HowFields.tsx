import { useTranslation } from 'react-i18next';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import panel from '../customer/sidePanel.module.css';
import { useQuestionnaires } from '../surveys/useQuestionnaires.ts';
import type { RuleFormPart } from './RulePanel.tsx';
import { channels, forms, owners, purposes } from './shapes.ts';
import css from './taskRules.module.css';

const limits = ['termHours', 'keepDays', 'everyDays', 'mostPerDay'] as const;
const helps = {
  keepDays: 'taskRules.field.keepDaysHelp',
  everyDays: 'taskRules.field.everyDaysHelp',
  mostPerDay: 'taskRules.field.mostPerDayHelp',
} as const satisfies Partial<Record<(typeof limits)[number], string>>;

/** 怎么做 and 限度: by which way, what for, by whom, and how often. */
export const HowFields = ({ draft, change, say }: RuleFormPart) => {
  const { t } = useTranslation();
  const questionnaires = useQuestionnaires(false) ?? [];
  return (
    <>
      <section className={css['group']} aria-label={t('taskRules.group.how')}>
        <h3>{t('taskRules.group.how')}</h3>
        <div className={panel['grid']}>
          <FormField label={t('taskRules.field.channel')}>
            <SelectInput
              value={draft.channel}
              options={channels.map((one) => [one, t(`taskRules.channel.${one}`)] as const)}
              onChange={(channel) => change({ channel })}
            />
          </FormField>
          <FormField
            label={t('taskRules.field.purpose')}
            help={t(`taskRules.purposeHelp.${draft.purpose}`)}
            error={say('purpose')}
          >
            <SelectInput
              value={draft.purpose}
              options={purposes.map((one) => [one, t(`taskRules.purpose.${one}`)] as const)}
              onChange={(purpose) => change({ purpose })}
            />
          </FormField>
          <FormField label={t('taskRules.field.owner')}>
            <SelectInput
              value={draft.owner}
              options={owners.map((one) => [one, t(`taskRules.owner.${one}`)] as const)}
              onChange={(owner) => change({ owner })}
            />
          </FormField>
          <FormField
            label={t('taskRules.field.form')}
            help={draft.form === 'survey' ? t('taskRules.field.formSurveyHelp') : undefined}
            error={say('form')}
          >
            <SelectInput
              value={draft.form}
              options={forms.map((one) => [one, t(`taskRules.form.${one}`)] as const)}
              onChange={(form) => change({ form })}
            />
          </FormField>
          {draft.form === 'survey' && (
            <FormField label={t('taskRules.field.questionnaire')} required error={say('questionnaireId')}>
              <SelectInput
                value={draft.questionnaireId}
                options={[
                  ['', t('taskRules.field.questionnaireNone')] as const,
                  ...questionnaires
                    .filter(({ id, active }) => active || id === draft.questionnaireId)
                    .map(({ id, name }) => [id, name] as const),
                ]}
                onChange={(questionnaireId) => change({ questionnaireId })}
              />
            </FormField>
          )}
        </div>
      </section>
      <section className={css['group']} aria-label={t('taskRules.group.limits')}>
        <h3>{t('taskRules.group.limits')}</h3>
        <div className={panel['grid']}>
          {limits.map((field) => (
            <FormField
              key={field}
              label={t(`taskRules.field.${field}`)}
              {...(field === 'termHours' ? {} : { help: t(helps[field]) })}
              error={say(field)}
            >
              <TextInput
                value={draft[field]}
                inputMode="numeric"
                maxLength={6}
                onChange={(text) => change({ [field]: text })}
              />
            </FormField>
          ))}
        </div>
      </section>
    </>
  );
};
