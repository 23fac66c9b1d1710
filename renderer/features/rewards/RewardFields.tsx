import { useTranslation } from 'react-i18next';
import { useStoreSettings } from '../../lib/store.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { CheckBoxes } from '../customer/CheckBoxes.tsx';
import { DayInput } from '../customer/DayInput.tsx';
import { FieldGroup } from '../customer/FieldGroup.tsx';
import inputs from '../customer/inputs.module.css';
import { SelectInput } from '../customer/SelectInput.tsx';
import css from '../customer/sidePanel.module.css';
import { type RewardDraft, type RewardField, type RewardProblems, rewardPeriods } from './rewardDraft.ts';
import { rewardKinds } from './shapes.ts';

export interface RewardFieldsProps {
  readonly draft: RewardDraft;
  readonly problems: RewardProblems;
  /** saving was tried: what is only missing is said too */
  readonly asked: boolean;
  readonly given: number;
  readonly onChange: (change: Partial<RewardDraft>) => void;
}

/** What a reward is, costs and is worth, who may have it and when; each kind with what belongs to it alone. */
export const RewardFields = ({ draft, problems, asked, given, onChange }: RewardFieldsProps) => {
  const { t } = useTranslation();
  const tiers = useStoreSettings()?.values.tiers ?? [];
  const { kind } = draft;
  const said = (path: RewardField) => {
    const problem = problems[path];
    if (!problem || (problem === 'required' && !asked)) return {};
    return { error: t(`rewards.catalogue.check.${problem}`, { n: given }) };
  };
  return (
    <div className={css['grid']}>
      <FormField label={t('rewards.catalogue.field.kind')}>
        <SelectInput
          value={kind}
          options={rewardKinds.map((one) => [one, t(`rewards.kind.${one}`)] as const)}
          onChange={(next) => onChange({ kind: next })}
        />
      </FormField>
      <div data-first>
        <FormField label={t('rewards.catalogue.field.name')} required {...said('name')}>
          <TextInput
            value={draft.name}
            maxLength={40}
            placeholder={t(`rewards.catalogue.field.nameHint.${kind}`)}
            onChange={(name) => onChange({ name })}
          />
        </FormField>
      </div>
      {kind === 'partner' && (
        <>
          <FormField label={t('rewards.catalogue.field.partner')} required {...said('partner')}>
            <TextInput value={draft.partner} maxLength={40} onChange={(partner) => onChange({ partner })} />
          </FormField>
          <FormField
            label={t('rewards.catalogue.field.settle')}
            help={t('rewards.catalogue.field.settleHelp')}
            {...said('settle')}
          >
            <TextInput value={draft.settle} inputMode="decimal" onChange={(settle) => onChange({ settle })} />
          </FormField>
        </>
      )}
      {kind === 'donation' && (
        <FormField
          label={t('rewards.catalogue.field.cause')}
          required
          className={css['whole'] ?? ''}
          {...said('cause')}
        >
          <TextInput
            value={draft.cause}
            maxLength={40}
            placeholder={t('rewards.catalogue.field.causeHint')}
            onChange={(cause) => onChange({ cause })}
          />
        </FormField>
      )}
      <FormField label={t('rewards.catalogue.field.points')} required {...said('points')}>
        <TextInput value={draft.points} inputMode="numeric" onChange={(points) => onChange({ points })} />
      </FormField>
      <FormField
        label={t(`rewards.catalogue.field.valueOf.${kind}`)}
        required={kind === 'cash'}
        help={t(`rewards.catalogue.field.valueHelp.${kind}`)}
        {...said('value')}
      >
        <TextInput value={draft.value} inputMode="decimal" onChange={(value) => onChange({ value })} />
      </FormField>
      <FormField
        label={t('rewards.catalogue.field.stock')}
        help={
          given > 0 ? t('rewards.catalogue.field.stockGiven', { n: given }) : t('rewards.catalogue.field.stockHelp')
        }
        {...said('stock')}
      >
        <TextInput value={draft.stock} inputMode="numeric" onChange={(stock) => onChange({ stock })} />
      </FormField>
      <FormField
        label={t('rewards.catalogue.field.validDays')}
        help={t('rewards.catalogue.field.validHelp')}
        {...said('validDays')}
      >
        <TextInput value={draft.validDays} inputMode="numeric" onChange={(validDays) => onChange({ validDays })} />
      </FormField>
      <FormField label={t('rewards.catalogue.field.most')} {...said('most')}>
        <TextInput value={draft.most} inputMode="numeric" onChange={(most) => onChange({ most })} />
      </FormField>
      <FormField label={t('rewards.catalogue.field.period')}>
        <SelectInput
          value={draft.period}
          options={rewardPeriods.map((period) => [period, t(`rewards.catalogue.period.${period}`)] as const)}
          onChange={(period) => onChange({ period })}
        />
      </FormField>
      <FormField label={t('rewards.catalogue.field.fromDay')} {...said('fromDay')}>
        <DayInput value={draft.fromDay} onChange={(fromDay) => onChange({ fromDay })} />
      </FormField>
      <FormField label={t('rewards.catalogue.field.toDay')} {...said('toDay')}>
        <DayInput value={draft.toDay} onChange={(toDay) => onChange({ toDay })} />
      </FormField>
      <div className={css['whole']}>
        <FieldGroup label={t('rewards.catalogue.field.tiers')} help={t('rewards.catalogue.field.tiersHelp')}>
          <CheckBoxes
            value={draft.tiers}
            options={tiers.map(({ code, name }) => [code, name] as const)}
            onChange={(next) => onChange({ tiers: next })}
          />
        </FieldGroup>
      </div>
      <div className={css['whole']}>
        <FormField label={t('rewards.catalogue.field.note')}>
          <TextInput value={draft.note} maxLength={200} onChange={(note) => onChange({ note })} />
        </FormField>
      </div>
      <div className={css['whole']}>
        <label className={inputs['check']}>
          <input
            type="checkbox"
            checked={draft.active}
            onChange={(event) => onChange({ active: event.target.checked })}
          />
          {t('rewards.catalogue.field.active')}
        </label>
        <p className="quiet small">{t('rewards.catalogue.field.activeHelp')}</p>
      </div>
    </div>
  );
};
