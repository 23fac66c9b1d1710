import { useTranslation } from 'react-i18next';
import { FormField } from '../../ui/FormField.tsx';
import { useStaff } from '../complaints/useStaff.ts';
import { SelectInput } from '../customer/SelectInput.tsx';

export interface OwnerFieldProps {
  /** '' for nobody yet */
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (ownerId: string) => void;
}

/** 经办人 */
export const OwnerField = ({ value, error, onChange }: OwnerFieldProps) => {
  const { t } = useTranslation();
  const { all } = useStaff();
  return (
    <FormField label={t('club.field.owner')} error={error}>
      <SelectInput value={value} options={[['', t('club.field.noOwner')] as const, ...all]} onChange={onChange} />
    </FormField>
  );
};
