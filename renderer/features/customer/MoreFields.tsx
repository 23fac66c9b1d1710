import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { FormField } from '../../ui/FormField.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { AreaInput } from './AreaInput.tsx';
import { BirthdayInput } from './BirthdayInput.tsx';
import { CheckBoxes } from './CheckBoxes.tsx';
import type { FormPart } from './CustomerForm.tsx';
import { CustomerPicker } from './CustomerPicker.tsx';
import { DayInput } from './DayInput.tsx';
import { FieldGroup } from './FieldGroup.tsx';
import { FirstVehicleFields } from './FirstVehicleFields.tsx';
import css from './form.module.css';
import { PhonesInput } from './PhonesInput.tsx';
import { SelectInput } from './SelectInput.tsx';
import { needs, sensitivities, stages } from './shapes.ts';
import { WordsInput } from './WordsInput.tsx';
import { withResidentId } from './withResidentId.ts';

export interface MoreFieldsProps extends FormPart {
  readonly withVehicle: boolean;
  readonly customerId?: string | undefined;
}

type TextField =
  | 'wechat'
  | 'email'
  | 'address'
  | 'education'
  | 'income'
  | 'job'
  | 'outlook'
  | 'habits'
  | 'contactHours'
  | 'source';

const lengths: Readonly<Record<TextField, number>> = {
  wechat: 60,
  email: 120,
  address: 200,
  education: 40,
  income: 40,
  job: 60,
  outlook: 200,
  habits: 200,
  contactHours: 60,
  source: 60,
};

/** Everything beyond the first three fields, in sections; none of it is asked for. */
export const MoreFields = (props: MoreFieldsProps) => {
  const { t } = useTranslation();
  const { draft, change, notes, withVehicle, customerId } = props;
  const facets = useQuery(orpc.customers.facets.queryOptions({ input: {} })).data;
  const staff = useQuery(orpc.staff.list.queryOptions({ input: {} })).data;
  const person = draft.kind === 'person';

  const text = (name: TextField, options: { readonly whole?: boolean; readonly hint?: string } = {}) => (
    <FormField
      label={t(`customer.form.${name}`)}
      className={options.whole ? (css['whole'] ?? '') : ''}
      {...notes(name)}
    >
      <TextInput
        value={draft[name]}
        maxLength={lengths[name]}
        {...(options.hint ? { placeholder: options.hint } : {})}
        onChange={(value) => change({ [name]: value })}
      />
    </FormField>
  );
  const advisers = (staff?.rows ?? []).filter((row) => row.active || row.id === draft.adviserId);

  return (
    <div className={css['columns']}>
      <div className={css['column']}>
        <Panel title={t('customer.form.sections.profile')}>
          <div className={css['grid']}>
            <FormField label={t('customer.form.kind')}>
              <SelectInput
                value={draft.kind}
                onChange={(kind) => change({ kind })}
                options={[
                  ['person', t('customer.kind.person')],
                  ['company', t('customer.kind.company')],
                ]}
              />
            </FormField>
            <FormField label={t('customer.form.stage')}>
              <SelectInput
                value={draft.stage}
                onChange={(stage) => change({ stage })}
                options={stages.map((stage) => [stage, t(`customer.stage.${stage}`)] as const)}
              />
            </FormField>
            {person && (
              <>
                <FormField label={t('customer.form.gender')}>
                  <SelectInput
                    value={draft.gender}
                    onChange={(gender) => change({ gender })}
                    options={[
                      ['', t('customer.form.unknown')],
                      ['male', t('customer.sex.male')],
                      ['female', t('customer.sex.female')],
                    ]}
                  />
                </FormField>
                <FormField label={t('customer.form.residentId')} {...notes('residentId')}>
                  <TextInput
                    value={draft.residentId}
                    maxLength={30}
                    onChange={(residentId) => change({ residentId })}
                    onBlur={() => draft.residentId && change((now) => withResidentId(now, now.residentId))}
                  />
                </FormField>
                <BirthdayInput
                  className={css['whole']}
                  value={draft.birthday}
                  onChange={(birthday) => change({ birthday })}
                  {...notes('birthday')}
                />
                <FormField label={t('customer.form.licenceEndDay')} {...notes('licenceEndDay')}>
                  <DayInput value={draft.licenceEndDay} onChange={(licenceEndDay) => change({ licenceEndDay })} />
                </FormField>
                {text('education')}
                {text('job')}
              </>
            )}
            {text('income')}
            {text('source')}
          </div>
        </Panel>
        {withVehicle && <FirstVehicleFields {...props} />}
        <Panel title={t('customer.form.sections.note')}>
          <FormField label={t('customer.form.note')} {...notes('note')}>
            <AreaInput value={draft.note} maxLength={2000} onChange={(note) => change({ note })} />
          </FormField>
        </Panel>
      </div>
      <div className={css['column']}>
        <Panel title={t('customer.form.sections.contact')}>
          <PhonesInput {...props} />
          <div className={css['grid']}>
            {text('wechat')}
            {text('email')}
            {text('address', { whole: true })}
            {text('contactHours', { whole: true, hint: t('customer.form.contactHoursHint') })}
          </div>
        </Panel>
        <Panel title={t('customer.form.sections.interests')}>
          <div className={css['grid']}>
            <FormField label={t('customer.form.interests')} className={css['whole'] ?? ''}>
              <WordsInput
                value={draft.interests}
                onChange={(interests) => change({ interests })}
                known={facets?.interests ?? []}
                placeholder={t('customer.form.interestsHint')}
              />
            </FormField>
            <FieldGroup label={t('customer.form.needs')} className={css['whole']}>
              <CheckBoxes
                value={draft.needs}
                onChange={(chosen) => change({ needs: chosen })}
                options={needs.map((need) => [need, t(`customer.need.${need}`)] as const)}
              />
            </FieldGroup>
            <FormField label={t('customer.form.priceSensitivity')}>
              <SelectInput
                value={draft.priceSensitivity}
                onChange={(priceSensitivity) => change({ priceSensitivity })}
                options={[
                  ['', t('customer.form.unknown')],
                  ...sensitivities.map((one) => [one, t(`customer.sensitivity.${one}`)] as const),
                ]}
              />
            </FormField>
            {text('habits')}
            {text('outlook', { whole: true })}
          </div>
        </Panel>
        <Panel title={t('customer.form.sections.relation')}>
          <div className={css['grid']}>
            <FormField label={t('customer.form.adviser')} {...notes('adviserId')}>
              <SelectInput
                value={draft.adviserId}
                onChange={(adviserId) => change({ adviserId })}
                options={[
                  ['', t('customer.form.adviserNone')],
                  ...advisers.map((row) => [row.id, row.displayName] as const),
                ]}
              />
            </FormField>
            <FormField label={t('customer.form.referrer')} {...notes('referrerId')}>
              <CustomerPicker
                label={t('customer.form.referrer')}
                value={draft.referrer}
                exceptId={customerId}
                onChange={(referrer) => change({ referrer })}
              />
            </FormField>
            <FormField label={t('customer.form.tags')} className={css['whole'] ?? ''}>
              <WordsInput
                value={draft.tags}
                onChange={(tags) => change({ tags })}
                known={facets?.tags.map((one) => one.tag) ?? []}
                placeholder={t('customer.form.tagsHint')}
                most={30}
              />
            </FormField>
          </div>
        </Panel>
      </div>
    </div>
  );
};
