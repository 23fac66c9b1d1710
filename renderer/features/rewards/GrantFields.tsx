import { useTranslation } from 'react-i18next';
import { day } from '../../lib/formats.ts';
import { useToday } from '../../lib/store.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { CustomerPicker } from '../customer/CustomerPicker.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import css from '../customer/sidePanel.module.css';
import { type GrantDraft, type GrantField, type GrantProblem, lastDayOf } from './grantDraft.ts';
import { grantKinds, grantOrigins } from './shapes.ts';

export interface GrantFieldsProps {
  readonly draft: GrantDraft;
  readonly problems: Readonly<Partial<Record<GrantField, GrantProblem>>>;
  readonly asked: boolean;
  /** the customer is given and no other is wanted */
  readonly fixed: boolean;
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (change: Partial<GrantDraft>) => void;
}

/** To whom, what and why. */
export const GrantFields = ({ draft, problems, asked, fixed, groups, onChange }: GrantFieldsProps) => {
  const { t } = useTranslation();
  const today = useToday();
  const said = (path: GrantField) => {
    const problem = problems[path];
    const shown = problem === 'amount' || problem === 'days' || asked;
    return problem && shown ? { error: t(`rewards.grant.check.${problem}`) } : {};
  };
  const last = lastDayOf(draft, today);
  const group = draft.to === 'group';
  return (
    <>
      {!fixed && (
        <FormField label={t('rewards.grant.to')}>
          <SelectInput
            value={draft.to}
            options={[
              ['one', t('rewards.grant.toOne')],
              ['group', t('rewards.grant.toGroup')],
            ]}
            onChange={(to) => onChange({ to })}
          />
        </FormField>
      )}
      {!fixed && !group && (
        <FormField label={t('rewards.grant.customer')} required {...said('customer')}>
          <CustomerPicker
            label={t('rewards.grant.customer')}
            value={draft.customer}
            onChange={(customer) => onChange({ customer })}
          />
        </FormField>
      )}
      {group && (
        <FormField
          label={t('rewards.grant.group')}
          required
          help={t(groups.length === 0 ? 'rewards.grant.noGroups' : 'rewards.grant.groupHelp')}
          {...said('group')}
        >
          <SelectInput
            value={draft.groupId}
            options={[['', t('rewards.grant.chooseGroup')], ...groups.map(({ id, name }) => [id, name] as const)]}
            onChange={(groupId) => onChange({ groupId })}
          />
        </FormField>
      )}
      {!group && (
        <FormField label={t('rewards.grant.origin')} className={fixed ? '' : (css['whole'] ?? '')}>
          <SelectInput
            value={draft.origin}
            options={grantOrigins.map((origin) => [origin, t(`rewards.voucher.origin.${origin}`)] as const)}
            onChange={(origin) => onChange({ origin })}
          />
        </FormField>
      )}
      <FormField label={t('rewards.grant.kind')}>
        <SelectInput
          value={draft.kind}
          options={grantKinds.map((kind) => [kind, t(`rewards.kind.${kind}`)] as const)}
          onChange={(kind) => onChange({ kind })}
        />
      </FormField>
      <FormField label={t('rewards.grant.name')} required {...said('name')}>
        <TextInput
          value={draft.name}
          maxLength={40}
          placeholder={t('rewards.grant.nameHint')}
          onChange={(name) => onChange({ name })}
        />
      </FormField>
      <FormField
        label={t('rewards.grant.value')}
        {...(draft.kind === 'cash' ? { required: true } : { help: t('rewards.grant.valueHelp') })}
        {...said('value')}
      >
        <TextInput value={draft.value} inputMode="decimal" onChange={(value) => onChange({ value })} />
      </FormField>
      <FormField
        label={t('rewards.grant.validDays')}
        {...(last ? { help: t('rewards.grant.until', { day: day(last) }) } : {})}
        {...said('validDays')}
      >
        <TextInput value={draft.validDays} inputMode="numeric" onChange={(validDays) => onChange({ validDays })} />
      </FormField>
      <FormField label={t('rewards.grant.reason')} required className={css['whole'] ?? ''} {...said('reason')}>
        <TextInput
          value={draft.reason}
          maxLength={200}
          placeholder={t('rewards.grant.reasonHint')}
          onChange={(reason) => onChange({ reason })}
        />
      </FormField>
    </>
  );
};
