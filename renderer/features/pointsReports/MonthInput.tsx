import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { monthTyped } from './monthSpan.ts';
import css from './pointsReports.module.css';

export interface MonthInputProps {
  readonly label: string;
  readonly value: string;
  readonly wrong?: string | undefined;
  readonly onChange: (month: string) => void;
}

/** A month, typed in any usual way: 2026-01, 202601, 2026年1月. */
export const MonthInput = ({ label, value, wrong, onChange }: MonthInputProps) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const unreadable = typed !== null && monthTyped(typed) === null;
  return (
    <FormField
      label={label}
      error={unreadable ? t('pointsReports.liability.monthInvalid') : wrong}
      className={css['month'] ?? ''}
    >
      <TextInput
        value={typed ?? value}
        inputMode="numeric"
        maxLength={10}
        onChange={(text) => {
          setTyped(text);
          const month = monthTyped(text);
          if (month !== null) onChange(month);
        }}
        onBlur={() => setTyped(null)}
      />
    </FormField>
  );
};
