import { useTranslation } from 'react-i18next';
import { type ContactRulesForm, contactRulesForm, readContactRules } from './contactRulesForm.ts';
import { RuleAbsent } from './RuleAbsent.tsx';
import { RuleFrame } from './RuleFrame.tsx';
import { RuleText } from './RuleText.tsx';
import css from './rules.module.css';
import { useRule } from './useRule.ts';

const asForm = { key: 'contactRules', formOf: contactRulesForm, read: readContactRules } as const;

/** 联系规则: how often a customer is contacted, at what hours, and what follows where nobody answers. */
export const ContactRulesPart = () => {
  const { t } = useTranslation();
  const { rule, absent } = useRule(asForm);
  if (!rule) return <RuleAbsent {...absent} />;
  const { form, change, say } = rule;
  const field = (name: keyof ContactRulesForm, help?: string) => (
    <RuleText
      label={t(`taskRules.contact.${name}`)}
      {...(help ? { help } : {})}
      value={form[name]}
      wrong={say(name)}
      onChange={(text) => change({ [name]: text })}
    />
  );
  return (
    <RuleFrame rule={rule} text={t('taskRules.contact.text')}>
      <div className={css['row']}>
        {field('perMonth', t('taskRules.contact.perMonthHelp'))}
        {field('mostTries')}
        {field('retryHours')}
      </div>
      <div className={css['row']}>
        {field('callsFrom', t('taskRules.contact.timeHelp'))}
        {field('callsTo')}
      </div>
    </RuleFrame>
  );
};
