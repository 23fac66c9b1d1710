import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldControlProps } from '../../ui/FormField.tsx';
import { CalendarIcon } from '../../ui/icons.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import css from './inputs.module.css';
import { dayOrNull } from './typedDay.ts';

export interface DayInputProps extends FieldControlProps {
  /** as typed; becomes YYYY-MM-DD when the field is left */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly 'aria-label'?: string;
}

/** A day, typed in any usual way (20261121, 2026.11.21, 2026年11月21日) or picked from the browser's own calendar. */
export const DayInput = ({ value, onChange, ...field }: DayInputProps) => {
  const { t } = useTranslation();
  const native = useRef<HTMLInputElement>(null);
  return (
    <div className={css['day']}>
      <TextInput
        {...field}
        value={value}
        onChange={onChange}
        inputMode="numeric"
        placeholder={t('vehicle.form.dayHint')}
        onBlur={() => {
          const day = dayOrNull(value);
          if (day !== null && day !== value) onChange(day);
        }}
      />
      <button
        type="button"
        className={css['dayPick']}
        tabIndex={-1}
        aria-label={t('vehicle.form.pickDay')}
        onClick={() => native.current?.showPicker()}
      >
        <CalendarIcon size={16} />
      </button>
      <input
        ref={native}
        type="date"
        className={css['dayNative']}
        tabIndex={-1}
        aria-hidden="true"
        value={dayOrNull(value) ?? ''}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
};
