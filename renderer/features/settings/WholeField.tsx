import { useTranslation } from 'react-i18next';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import type { Range } from './useWholes.ts';

export interface WholeFieldProps {
  readonly label: string;
  readonly help?: string;
  readonly range: Range;
  readonly value: string;
  readonly wrong: boolean;
  readonly disabled: boolean;
  readonly onChange: (text: string) => void;
}

/** A whole number, checked as it is typed. */
export const WholeField = ({
  label,
  help,
  range: [least, most],
  value,
  wrong,
  disabled,
  onChange,
}: WholeFieldProps) => {
  const { t } = useTranslation();
  return (
    <FormField label={label} help={help} error={wrong ? t('settings.wholeInvalid', { least, most }) : undefined}>
      <TextInput
        className="settings-whole"
        value={value}
        inputMode="numeric"
        maxLength={6}
        disabled={disabled}
        onChange={onChange}
      />
    </FormField>
  );
};
