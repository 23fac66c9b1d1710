import { useTranslation } from 'react-i18next';
import { useStoreSettings } from '../../lib/store.ts';
import { SidePanel } from '../customer/SidePanel.tsx';
import { howWords, whenWords, whoWords } from './ruleWords.ts';
import type { TaskRule } from './shapes.ts';
import css from './taskRules.module.css';

/** A rule in words, for who may not change it. */
export const RuleFacts = ({ rule, onClose }: { readonly rule: TaskRule; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const tiers = useStoreSettings()?.values.tiers ?? [];
  const limits = [
    t('taskRules.said.term', { hours: rule.termHours }),
    t('taskRules.said.keep', { days: rule.keepDays }),
    ...(rule.everyDays > 0 ? [t('taskRules.said.every', { days: rule.everyDays })] : []),
    t('taskRules.said.cap', { count: rule.mostPerDay }),
  ];
  return (
    <SidePanel title={t('taskRules.showTitle', { name: rule.name })} onClose={onClose}>
      <dl className={css['facts']}>
        <dt>{t('taskRules.group.when')}</dt>
        <dd>{whenWords(rule.trigger, t)}</dd>
        <dt>{t('taskRules.group.who')}</dt>
        <dd>{whoWords(rule.audience, tiers, t)}</dd>
        <dt>{t('taskRules.group.how')}</dt>
        <dd>{howWords(rule, t)}</dd>
        <dt>{t('taskRules.group.limits')}</dt>
        <dd>{limits.join(t('taskRules.who.and'))}</dd>
        <dt>{t('taskRules.group.words')}</dt>
        <dd>{rule.script}</dd>
      </dl>
    </SidePanel>
  );
};
