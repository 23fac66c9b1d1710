import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/place.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { pointsTermsForm, readPointsTerms } from './pointsTermsForm.ts';
import { RuleAbsent } from './RuleAbsent.tsx';
import { RuleCheck } from './RuleCheck.tsx';
import { RuleFrame } from './RuleFrame.tsx';
import { RuleText } from './RuleText.tsx';
import css from './rules.module.css';
import { useRule } from './useRule.ts';

const asForm = { key: 'pointsTerms', formOf: pointsTermsForm, read: readPointsTerms } as const;

/** 积分条款: what points are worth, where a manager decides, and when they are given. */
export const PointsTermsSettings = () => {
  const { t } = useTranslation();
  const go = useGo();
  const { rule, absent } = useRule(asForm);
  if (!rule) return <RuleAbsent {...absent} />;
  const { form, change, say } = rule;
  return (
    <RuleFrame
      rule={rule}
      text={t('rules.terms.text')}
      actions={<ActionButton label={t('pointsReports.liability.command')} onClick={() => go('/reports/liability')} />}
    >
      <h3>{t('rules.terms.value')}</h3>
      <div className={css['row']}>
        <RuleText
          label={t('rules.terms.valuePoints')}
          value={form.valuePoints}
          wrong={say('valuePoints')}
          onChange={(valuePoints) => change({ valuePoints })}
        />
        <RuleText
          label={t('rules.terms.valueFen')}
          value={form.value}
          wrong={say('value')}
          onChange={(value) => change({ value })}
        />
        <RuleText
          label={t('rules.terms.breakage')}
          help={t('rules.terms.breakageHelp')}
          value={form.breakage}
          wrong={say('breakage')}
          onChange={(breakage) => change({ breakage })}
        />
      </div>
      <h3>{t('rules.terms.limits')}</h3>
      <div className={css['row']}>
        <RuleText
          label={t('rules.terms.adjustLimit')}
          value={form.adjustLimit}
          wrong={say('adjustLimit')}
          onChange={(adjustLimit) => change({ adjustLimit })}
        />
        <RuleText
          label={t('rules.terms.voucherLimit')}
          help={t('rules.terms.voucherLimitHelp')}
          value={form.voucherLimit}
          wrong={say('voucherLimit')}
          onChange={(voucherLimit) => change({ voucherLimit })}
        />
      </div>
      <h3>{t('rules.terms.paid')}</h3>
      <p className="quiet">{t('rules.terms.whenPaidHelp')}</p>
      <RuleCheck
        label={t('rules.terms.whenPaid')}
        checked={form.whenPaid}
        onChange={(whenPaid) => change({ whenPaid })}
      />
    </RuleFrame>
  );
};
