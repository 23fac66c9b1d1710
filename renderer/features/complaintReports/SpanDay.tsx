import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormField } from '../../ui/FormField.tsx';
import { DayInput } from '../customer/DayInput.tsx';
import { dayOrNull } from '../customer/typedDay.ts';
import css from './complaintReports.module.css';

export interface SpanDayProps {
  readonly label: string;
  readonly value: string;
  readonly wrong?: string | undefined;
  readonly onChange: (day: string) => void;
}

/** A day of a report's span; what is not one yet stays as typed. */
export const SpanDay = ({ label, value, wrong, onChange }: SpanDayProps) => {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const invalid = dayOrNull(text) === null ? t('complaintReports.dayInvalid') : undefined;
  return (
    <FormField label={label} error={invalid ?? wrong} className={css['day'] ?? ''}>
      <DayInput
        value={text}
        onChange={(typed) => {
          setText(typed);
          // whole as it is kept: a day that is being typed is one before it is finished
          if (/^\d{4}-\d{2}-\d{2}$/.test(typed) && dayOrNull(typed) !== null && typed !== value) onChange(typed);
        }}
      />
    </FormField>
  );
};
