import { useTranslation } from 'react-i18next';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { isMisread } from './joinDraft.ts';

export interface CardNumberFieldProps {
  readonly value: string;
  readonly error?: string;
  readonly onChange: (value: string) => void;
}

/** A card that has a number already, typed or scanned; left empty, the store gives a new one. */
export const CardNumberField = ({ value, error, onChange }: CardNumberFieldProps) => {
  const { t } = useTranslation();
  return (
    <FormField
      label={t('members.cardNumber.label')}
      help={t('members.cardNumber.help')}
      warning={isMisread(value) ? t('members.cardNumber.misread') : undefined}
      error={error}
    >
      <TextInput
        value={value}
        maxLength={40}
        placeholder={t('members.cardNumber.hint')}
        data-card-number
        onChange={onChange}
      />
    </FormField>
  );
};
