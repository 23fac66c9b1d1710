import { useTranslation } from 'react-i18next';
import { instantOf } from '../../../db/domain/zonedTime.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { DayInput } from '../customer/DayInput.tsx';
import { dayOrNull } from '../customer/typedDay.ts';
import { timeOrNull } from '../customer/visitDraft.ts';

/** A day and a time of the store's clock, as typed. */
export interface DayTime {
  readonly day: string;
  readonly time: string;
}

/** UTC ms; null while one of them is none. */
export const instantOfTyped = ({ day, time }: DayTime, timeZone: string): number | null => {
  const known = dayOrNull(day);
  const clock = timeOrNull(time);
  return known !== null && clock !== null ? instantOf(known, clock, timeZone) : null;
};

export interface DayTimeFieldsProps {
  readonly value: DayTime;
  readonly labels: { readonly day: string; readonly time: string };
  readonly help?: string | undefined;
  /** what the store said against it */
  readonly error?: string | undefined;
  readonly onChange: (value: DayTime) => void;
}

/** Two fields beside each other, for a grid. */
export const DayTimeFields = ({ value, labels, help, error, onChange }: DayTimeFieldsProps) => {
  const { t } = useTranslation();
  const dayWrong = dayOrNull(value.day) === null ? t('customer.check.day-invalid') : undefined;
  const timeWrong = timeOrNull(value.time) === null ? t('customer.check.time-invalid') : error;
  return (
    <>
      <FormField label={labels.day} error={dayWrong}>
        <DayInput value={value.day} onChange={(day) => onChange({ ...value, day })} />
      </FormField>
      <FormField label={labels.time} help={help} error={timeWrong}>
        <TextInput
          value={value.time}
          inputMode="numeric"
          maxLength={6}
          onChange={(time) => onChange({ ...value, time })}
        />
      </FormField>
    </>
  );
};
