import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { CloseIcon } from '../../ui/icons.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import type { FormPart } from './CustomerForm.tsx';
import { noPhone, type PhoneDraft } from './customerDraft.ts';
import { FieldGroup } from './FieldGroup.tsx';
import css from './form.module.css';
import { SelectInput } from './SelectInput.tsx';
import { phoneLabels } from './shapes.ts';

/** All phones of a customer, the first of them being the one among the first fields. */
export const PhonesInput = ({ draft, change, notes }: FormPart) => {
  const { t } = useTranslation();
  const phones = draft.phones.length > 0 ? draft.phones : [noPhone];
  const put = (at: number, next: Partial<PhoneDraft>): void =>
    change({ phones: phones.map((phone, index) => (index === at ? { ...phone, ...next } : phone)) });
  return (
    <FieldGroup label={t('customer.form.phones')}>
      {phones.map((phone, index) => {
        const { error, warning } = notes(`phones.${index}.number`);
        const noteId = `phone-note-${index}`;
        const note = error ?? warning;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a phone's place is its name; its box holds no state
          <div key={index} className={css['phone']}>
            <div>
              <TextInput
                aria-label={t('customer.form.phoneNumber', { n: index + 1 })}
                inputMode="tel"
                maxLength={40}
                value={phone.number}
                status={error ? 'error' : warning ? 'warning' : ''}
                {...(error ? { 'aria-invalid': true } : {})}
                {...(note && index > 0 ? { 'aria-describedby': noteId } : {})}
                onChange={(number) => put(index, { number })}
              />
              {note && index > 0 && (
                <div id={noteId} className={error ? 'form-field-error' : 'form-field-warning'}>
                  {note}
                </div>
              )}
            </div>
            <SelectInput
              aria-label={t('customer.form.phoneLabel', { n: index + 1 })}
              value={phone.label}
              onChange={(label) => put(index, { label })}
              options={phoneLabels.map((label) => [label, t(`customer.phoneLabel.${label}`)] as const)}
            />
            {phones.length > 1 && (
              <button
                type="button"
                className={css['iconButton']}
                aria-label={t('customer.form.removePhone', { n: index + 1 })}
                onClick={() => change({ phones: phones.filter((_, at) => at !== index) })}
              >
                <CloseIcon size={14} />
              </button>
            )}
          </div>
        );
      })}
      {phones.length < 8 && (
        <Button size="small" className={css['addPhone'] ?? ''} onClick={() => change({ phones: [...phones, noPhone] })}>
          {t('customer.form.addPhone')}
        </Button>
      )}
    </FieldGroup>
  );
};
