import { useTranslation } from 'react-i18next';
import type { PointsRules } from '../../../db/contract/pointsRules.ts';
import { ruleSentences } from '../settings/ruleSentences.ts';
import type { Rule } from '../settings/useRule.ts';
import css from './pointsReports.module.css';

/** The rule as it is and as it is tried, sentence by sentence; what is new stands out. */
export const RulesBeside = ({
  rule,
}: {
  readonly rule: Pick<Rule<'pointsRules', object>, 'holding' | 'value' | 'tiers' | 'today'>;
}) => {
  const { t } = useTranslation();
  const said = (rules: PointsRules): readonly string[] =>
    ruleSentences('pointsRules', rules, { t, tiers: rule.tiers, day: rule.today, today: rule.today });
  const now = said(rule.holding);
  const tried = rule.value === null ? [] : said(rule.value);
  return (
    <div className={css['beside']}>
      <section>
        <h3>{t('pointsReports.sandbox.nowOf')}</h3>
        <ul>
          {now.map((sentence) => (
            <li key={sentence} {...(tried.includes(sentence) ? {} : { className: css['gone'] })}>
              {sentence}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{t('pointsReports.sandbox.draftOf')}</h3>
        <ul>
          {tried.map((sentence) => (
            <li key={sentence}>{now.includes(sentence) ? sentence : <mark>{sentence}</mark>}</li>
          ))}
        </ul>
      </section>
    </div>
  );
};
