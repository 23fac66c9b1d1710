import { useTranslation } from 'react-i18next';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useStaff } from '../complaints/useStaff.ts';
import { AreaInput } from '../customer/AreaInput.tsx';
import { DayInput } from '../customer/DayInput.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import css from '../customer/sidePanel.module.css';
import { Interests } from './DeliveryParts.tsx';
import type { PlanDraft } from './deliveryDraft.ts';

export interface PlanFieldsProps {
  readonly draft: PlanDraft;
  readonly change: (change: Partial<PlanDraft>) => void;
  /** what is said beside a field, by its path in the form */
  readonly said: (path: 'day' | 'time' | 'adviserId' | 'ceremony' | 'note') => string | undefined;
  /** of the customer; null while nobody is chosen */
  readonly interests: readonly string[] | null;
}

/** When, by whom, and how it is celebrated. */
export const PlanFields = ({ draft, change, said, interests }: PlanFieldsProps) => {
  const { t } = useTranslation();
  const { all } = useStaff();
  return (
    <>
      <div className={css['grid3']}>
        <FormField label={t('deliveries.form.day')} error={said('day')}>
          <DayInput value={draft.day} onChange={(day) => change({ day })} />
        </FormField>
        <FormField label={t('deliveries.form.time')} error={said('time')}>
          <TextInput
            value={draft.time}
            inputMode="numeric"
            maxLength={6}
            placeholder={t('deliveries.form.timeHint')}
            onChange={(time) => change({ time })}
          />
        </FormField>
        <FormField label={t('deliveries.form.adviser')} error={said('adviserId')}>
          <SelectInput
            value={draft.adviserId}
            options={[['', t('deliveries.form.noAdviser')] as const, ...all]}
            onChange={(adviserId) => change({ adviserId })}
          />
        </FormField>
      </div>
      <div className={css['near']}>
        <FormField label={t('deliveries.form.ceremony')} error={said('ceremony')}>
          <AreaInput
            rows={2}
            maxLength={500}
            value={draft.ceremony}
            placeholder={t('deliveries.form.ceremonyHint')}
            onChange={(ceremony) => change({ ceremony })}
          />
        </FormField>
        {interests !== null && <Interests interests={interests} />}
      </div>
      <FormField label={t('deliveries.form.note')} error={said('note')}>
        <TextInput
          maxLength={500}
          value={draft.note}
          placeholder={t('deliveries.form.noteHint')}
          onChange={(note) => change({ note })}
        />
      </FormField>
    </>
  );
};
