import { useTranslation } from 'react-i18next';
import { FormField } from '../../ui/FormField.tsx';
import { CheckBoxes } from '../customer/CheckBoxes.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import {
  type MembershipRulesForm,
  membershipRulesForm,
  readMembershipRules,
  upperTiers,
} from './membershipRulesForm.ts';
import { RuleAbsent } from './RuleAbsent.tsx';
import { RuleCheck } from './RuleCheck.tsx';
import { RuleFrame } from './RuleFrame.tsx';
import { RuleText } from './RuleText.tsx';
import css from './rules.module.css';
import { UpgradeTable } from './UpgradeTable.tsx';
import { useRule } from './useRule.ts';

const asForm = { key: 'membershipRules', formOf: membershipRulesForm, read: readMembershipRules } as const;

/** The form's single figures. */
type Figure =
  | 'joinFee'
  | 'validMonths'
  | 'renewFromDays'
  | 'renewLateDays'
  | 'renewFee'
  | 'renewPoints'
  | 'renewInsurance';

/** 会籍规则: joining, renewing, rising and falling. */
export const MembershipRulesSettings = () => {
  const { t } = useTranslation();
  const { rule, absent } = useRule(asForm);
  if (!rule) return <RuleAbsent {...absent} />;
  const { form, change, say, tiers } = rule;
  const figure = (name: Figure, help?: string) => (
    <RuleText
      label={t(`rules.membership.${name}`)}
      {...(help ? { help } : {})}
      value={form[name]}
      wrong={say(name)}
      onChange={(text) => change({ [name]: text })}
    />
  );
  const ofTier = (part: 'starting' | 'keep', code: string, label: string) => (
    <RuleText
      key={code}
      label={label}
      value={form[part][code] ?? ''}
      wrong={say(`${part}.${code}`)}
      onChange={(text) => change({ [part]: { ...form[part], [code]: text } })}
    />
  );
  return (
    <RuleFrame rule={rule} text={t('rules.membership.text')}>
      <h3>{t('rules.membership.joining')}</h3>
      <div className={css['row']}>
        {figure('joinFee')}
        {figure('validMonths', t('rules.membership.validMonthsHelp'))}
      </div>
      <h3>{t('rules.membership.starting')}</h3>
      <p className="quiet">{t('rules.membership.startingText')}</p>
      <div className={css['row']}>
        <FormField label={t('rules.membership.by')}>
          <SelectInput<MembershipRulesForm['startingBy']>
            value={form.startingBy}
            options={[
              ['spend', t('rules.membership.bySpend')],
              ['profit', t('rules.membership.byProfit')],
            ]}
            onChange={(startingBy) => change({ startingBy })}
          />
        </FormField>
        {upperTiers(tiers).map(({ code, name }) =>
          ofTier('starting', code, t('rules.membership.topOf', { tier: name })),
        )}
      </div>
      <h3>{t('rules.membership.renewal')}</h3>
      <p className="quiet">{t('rules.membership.renewalText')}</p>
      <div className={css['row']}>
        {figure('renewFee')}
        {figure('renewPoints')}
        {figure('renewInsurance')}
      </div>
      <div className={css['row']}>
        {figure('renewFromDays')}
        {figure('renewLateDays')}
      </div>
      <h3>{t('rules.membership.upgrades')}</h3>
      <p className="quiet">{t('rules.membership.upgradesText')}</p>
      <UpgradeTable
        tiers={upperTiers(tiers)}
        value={form.upgrades}
        say={say}
        onChange={(upgrades) => change({ upgrades })}
      />
      <h3>{t('rules.membership.downgrade')}</h3>
      <RuleCheck
        label={t('rules.membership.downgradeOn')}
        checked={form.downgrade}
        onChange={(downgrade) => change({ downgrade })}
      />
      {say('downgrade') && (
        <p className={css['cellWrong']} role="alert">
          {say('downgrade')}
        </p>
      )}
      {form.downgrade && (
        <div className={css['row']}>
          {upperTiers(tiers).map(({ code, name }) =>
            ofTier('keep', code, t('rules.membership.keepOf', { tier: name })),
          )}
        </div>
      )}
      <h3>{t('rules.membership.pointsFree')}</h3>
      <p className="quiet">{t('rules.membership.pointsFreeText')}</p>
      <CheckBoxes
        value={form.pointsFree}
        options={tiers.map(({ code, name }) => [code, name] as const)}
        onChange={(pointsFree) => change({ pointsFree })}
      />
    </RuleFrame>
  );
};
