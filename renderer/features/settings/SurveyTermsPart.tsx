import { useTranslation } from 'react-i18next';
import { RuleAbsent } from './RuleAbsent.tsx';
import { RuleFrame } from './RuleFrame.tsx';
import { RuleText } from './RuleText.tsx';
import css from './rules.module.css';
import { readSurveyTerms, type SurveyTermsForm, surveyTermsForm } from './surveyTermsForm.ts';
import { useRule } from './useRule.ts';

const asForm = { key: 'surveyTerms', formOf: surveyTermsForm, read: readSurveyTerms } as const;

/** 满意度目标: what counts as satisfied, whom we ask back, and what the store wants to reach. */
export const SurveyTermsPart = () => {
  const { t } = useTranslation();
  const { rule, absent } = useRule(asForm);
  if (!rule) return <RuleAbsent {...absent} />;
  const { form, change, say } = rule;
  const field = (name: keyof SurveyTermsForm) => (
    <RuleText
      label={t(`questionnaires.terms.${name}`)}
      help={t(`questionnaires.termsHelp.${name}`)}
      value={form[name]}
      wrong={say(name)}
      onChange={(text) => change({ [name]: text })}
    />
  );
  return (
    <RuleFrame rule={rule} text={t('questionnaires.terms.text')}>
      <div className={css['row']}>
        {field('badThrough')}
        {field('satisfiedFrom')}
      </div>
      <div className={css['row']}>
        {field('npsTarget')}
        {field('satisfiedPercentTarget')}
      </div>
    </RuleFrame>
  );
};
