import { useTranslation } from 'react-i18next';
import { FormField } from '../../ui/FormField.tsx';
import { WordsInput } from '../customer/WordsInput.tsx';

export interface DocumentsFieldProps {
  readonly value: readonly string[];
  /** names with commas between, offered while one types */
  readonly known: string;
  readonly error: string | undefined;
  readonly onChange: (documents: readonly string[]) => void;
}

/** 代管证件: what we take, each by its name. */
export const DocumentsField = ({ value, known, error, onChange }: DocumentsFieldProps) => {
  const { t } = useTranslation();
  return (
    <FormField label={t('club.field.documents')} help={t('club.form.documentsHelp')} error={error}>
      <WordsInput
        value={value}
        known={known.split(',')}
        most={12}
        placeholder={t('club.form.documentsHint')}
        onChange={onChange}
      />
    </FormField>
  );
};
