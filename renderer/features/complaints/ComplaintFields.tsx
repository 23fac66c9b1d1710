import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useStoreSettings } from '../../lib/store.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { AreaInput } from '../customer/AreaInput.tsx';
import { DayInput } from '../customer/DayInput.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import css from '../customer/sidePanel.module.css';
import { CategoryInput } from './CategoryInput.tsx';
import { ComplainantFields } from './ComplainantFields.tsx';
import { categoryChoices } from './categoryChoices.ts';
import { type ComplaintDraft, type ComplaintPath, titleOf } from './complaintDraft.ts';
import { channels, severities } from './shapes.ts';
import { useStaff } from './useStaff.ts';

export type SaidOf = (
  path: ComplaintPath | 'vehicleId' | 'part' | 'about' | 'department' | 'ownerId',
) => string | undefined;

export interface ComplaintFieldsProps {
  readonly draft: ComplaintDraft;
  readonly change: (change: Partial<ComplaintDraft>) => void;
  /** field → what is wrong with it, in words */
  readonly said: SaidOf;
  /** of a complaint that is changed: its time stays, and a stranger's number may */
  readonly changes?: { readonly phoneKept: string | null };
}

/** Who, what and how urgent, in the order in which it is told on the phone. */
export const ComplaintFields = ({ draft, change, said, changes }: ComplaintFieldsProps) => {
  const { t } = useTranslation();
  const aboutList = useId();
  const { all } = useStaff();
  const values = useStoreSettings()?.values;
  const choices = categoryChoices(values?.complaintCategories ?? []);
  const proposed = titleOf({ title: '', what: draft.what });
  return (
    <>
      <ComplainantFields
        words="complaints"
        who={draft.who}
        phoneKept={changes?.phoneKept ?? null}
        errors={{ who: said('who'), name: said('name'), phone: said('phone'), vehicleId: said('vehicleId') }}
        onChange={(who) => change({ who })}
      />
      <div className={css['near']} data-first={draft.who.customer ? true : undefined}>
        <FormField label={t('complaints.field.what')} required error={said('what')}>
          <AreaInput
            rows={4}
            maxLength={4000}
            value={draft.what}
            placeholder={t('complaints.form.whatHint')}
            onChange={(what) => change({ what })}
          />
        </FormField>
      </div>
      <div className={css['grid']}>
        <FormField label={t('complaints.field.category')} required error={said('category')}>
          <CategoryInput
            label={t('complaints.field.category')}
            choices={choices}
            value={draft.category}
            onChange={(category) => change({ category })}
          />
        </FormField>
        <FormField label={t('complaints.field.severity')}>
          <SelectInput
            value={draft.severity}
            options={severities.map((one) => [one, t(`complaints.severity.${one}`)] as const)}
            onChange={(severity) => change({ severity })}
          />
        </FormField>
        <FormField label={t('complaints.field.part')} error={said('part')}>
          <TextInput
            value={draft.part}
            maxLength={40}
            placeholder={t('complaints.form.partHint')}
            onChange={(part) => change({ part })}
          />
        </FormField>
        <FormField label={t('complaints.field.about')} error={said('about')}>
          <TextInput
            value={draft.about}
            maxLength={40}
            list={aboutList}
            placeholder={t('complaints.form.aboutHint')}
            onChange={(about) => change({ about })}
          />
        </FormField>
        <div className={css['whole']}>
          <FormField label={t('complaints.field.remedy')}>
            <TextInput
              value={draft.remedy}
              maxLength={1000}
              placeholder={t('complaints.form.remedyHint')}
              onChange={(remedy) => change({ remedy })}
            />
          </FormField>
        </div>
        <FormField label={t('complaints.field.department')} error={said('department')}>
          <SelectInput
            value={draft.department}
            options={[
              ['', t('complaints.form.undecided')] as const,
              ...(values?.complaintDepartments ?? []).map(({ code, name }) => [code, name] as const),
            ]}
            onChange={(department) => change({ department })}
          />
        </FormField>
        <FormField label={t('complaints.field.owner')} error={said('ownerId')}>
          <SelectInput
            value={draft.ownerId}
            options={[['', t('complaints.ownerless')] as const, ...all]}
            onChange={(ownerId) => change({ ownerId })}
          />
        </FormField>
        <FormField label={t('complaints.field.channel')}>
          <SelectInput
            value={draft.channel}
            options={channels.map((one) => [one, t(`complaints.channel.${one}`)] as const)}
            onChange={(channel) => change({ channel })}
          />
        </FormField>
        <FormField label={t('complaints.field.title')} help={t('complaints.form.titleHelp')} error={said('title')}>
          <TextInput
            value={draft.title}
            maxLength={60}
            placeholder={proposed}
            onChange={(title) => change({ title })}
          />
        </FormField>
        {draft.channel === 'authority' && (
          <>
            <FormField label={t('complaints.field.authority')} required error={said('authority')}>
              <TextInput
                value={draft.authority}
                maxLength={60}
                placeholder={t('complaints.form.authorityHint')}
                onChange={(authority) => change({ authority })}
              />
            </FormField>
            <FormField label={t('complaints.form.authorityDay')} required error={said('authorityDay')}>
              <DayInput value={draft.authorityDay} onChange={(authorityDay) => change({ authorityDay })} />
            </FormField>
          </>
        )}
        {!changes && (
          <>
            <FormField label={t('complaints.form.day')} error={said('day')}>
              <DayInput value={draft.day} onChange={(day) => change({ day })} />
            </FormField>
            <FormField label={t('complaints.form.time')} help={t('complaints.form.timeHelp')} error={said('time')}>
              <TextInput value={draft.time} inputMode="numeric" maxLength={6} onChange={(time) => change({ time })} />
            </FormField>
          </>
        )}
      </div>
      <datalist id={aboutList}>
        {all.map(([id, name]) => (
          <option key={id} value={name.split(' · ')[0] ?? name} />
        ))}
      </datalist>
    </>
  );
};
