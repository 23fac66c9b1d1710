import { useTranslation } from 'react-i18next';
import type { FieldControlProps } from '../../ui/FormField.tsx';
import { CloseIcon } from '../../ui/icons.tsx';
import { CustomerFinder } from './CustomerFinder.tsx';
import css from './inputs.module.css';

interface Person {
  readonly id: string;
  readonly name: string;
}

export interface CustomerPickerProps extends FieldControlProps {
  readonly label: string;
  readonly value: Person | null;
  readonly onChange: (value: Person | null) => void;
  /** the customer whose form this is: nobody refers themselves */
  readonly exceptId?: string | undefined;
}

/** A customer in a field: 介绍人, the new owner of a car, whom a plan is for. */
export const CustomerPicker = ({ label, value, onChange, exceptId, ...field }: CustomerPickerProps) => {
  const { t } = useTranslation();
  if (!value) {
    return (
      <CustomerFinder {...field} label={label} exceptId={exceptId} onHit={({ id, name }) => onChange({ id, name })} />
    );
  }
  return (
    <div className={css['chosen']}>
      <span>{value.name}</span>
      <button
        type="button"
        id={field.id}
        className={css['wordRemove']}
        aria-label={t('customer.form.pickedClear', { label, name: value.name })}
        onClick={() => onChange(null)}
      >
        <CloseIcon size={14} />
      </button>
    </div>
  );
};
