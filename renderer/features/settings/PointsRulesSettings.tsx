import { useTranslation } from 'react-i18next';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { useGo } from '../../lib/place.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { BonusDaysFields } from './BonusDaysFields.tsx';
import { pointsRulesForm, readPointsRules } from './pointsRulesForm.ts';
import { RatioTable } from './RatioTable.tsx';
import { RuleAbsent } from './RuleAbsent.tsx';
import { RuleCheck } from './RuleCheck.tsx';
import { RuleFrame } from './RuleFrame.tsx';
import { RuleText } from './RuleText.tsx';
import css from './rules.module.css';
import { useRule } from './useRule.ts';

/** How they are typed; the sandbox reads the same draft. */
const asForm = { key: 'pointsRules', formOf: pointsRulesForm, read: readPointsRules } as const;

/** 积分规则: how points are earned, on which days more, and how long they can be spent. */
export const PointsRulesSettings = () => {
  const { t } = useTranslation();
  const go = useGo();
  const { rule, absent } = useRule(asForm);
  const tries = rule?.may === true && rule.value !== null;
  const tryFirst = (): void => go('/sandbox?run=1');
  useHotkeys({ 'Alt+S': tryFirst }, { enabled: tries });
  if (!rule) return <RuleAbsent {...absent} />;
  const { form, change, say } = rule;
  return (
    <RuleFrame
      rule={rule}
      text={t('rules.points.text')}
      actions={<ActionButton label={t('rules.tryFirst')} keys="Alt+S" disabled={!tries} onClick={tryFirst} />}
    >
      <h3>{t('rules.points.ratios')}</h3>
      <p className="quiet">{t('rules.points.ratiosText')}</p>
      <RatioTable tiers={rule.tiers} ratios={form.ratios} say={say} onChange={(ratios) => change({ ratios })} />
      <h3>{t('rules.points.bonusDays')}</h3>
      <BonusDaysFields
        value={form.bonusDays}
        today={rule.today}
        say={say}
        onChange={(bonusDays) => change({ bonusDays })}
      />
      <div className={css['row']}>
        <RuleText
          label={t('rules.points.birthday')}
          help={t('rules.points.birthdayHelp')}
          value={form.birthday}
          wrong={say('birthday')}
          onChange={(birthday) => change({ birthday })}
        />
        <RuleText
          label={t('rules.points.validMonths')}
          help={t('rules.points.validMonthsHelp')}
          value={form.validMonths}
          wrong={say('validMonths')}
          onChange={(validMonths) => change({ validMonths })}
        />
      </div>
      <RuleCheck
        label={t('rules.points.bonusIsCumulative')}
        checked={form.bonusIsCumulative}
        onChange={(bonusIsCumulative) => change({ bonusIsCumulative })}
      />
    </RuleFrame>
  );
};
