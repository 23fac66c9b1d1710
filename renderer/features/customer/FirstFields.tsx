import { type ClipboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { kindOfName, normaliseName } from '../../../db/domain/personName.ts';
import { checkPhone, formatPhone } from '../../../db/domain/phone.ts';
import { FormField } from '../../ui/FormField.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import type { FormPart } from './CustomerForm.tsx';
import { noPhone } from './customerDraft.ts';
import css from './form.module.css';
import { type PastedField, pasteIntoDraft } from './pasteIntoDraft.ts';
import { plateText } from './plateText.ts';

/** 姓名 手机 车牌: what a desk knows first. A whole line pasted into any of them fills all three. */
export const FirstFields = ({ draft, change, notes, withPlate }: FormPart & { readonly withPlate: boolean }) => {
  const { t } = useTranslation();
  // A name is judged once: whoever then says it is a person after all is believed.
  const judged = useRef(draft.name);
  const [filled, setFilled] = useState<readonly PastedField[]>([]);
  const phone = draft.phones[0] ?? noPhone;
  const setPhone = (number: string): void => change({ phones: [{ ...phone, number }, ...draft.phones.slice(1)] });

  const take = (text: string, field: PastedField): boolean => {
    const pasted = pasteIntoDraft(text, field, draft);
    if (!pasted || (!withPlate && pasted.filled.some((one) => one === 'plate' || one === 'vin'))) return false;
    change(pasted.draft);
    setFilled(pasted.filled);
    return true;
  };
  const onPaste = (field: PastedField) => (event: ClipboardEvent) => {
    if (take(event.clipboardData.getData('text'), field)) event.preventDefault();
  };

  return (
    <Panel title={t(withPlate ? 'customer.form.firstFields' : 'customer.form.sections.first')}>
      <div className={css['first']} data-first>
        <FormField
          label={t(draft.kind === 'company' ? 'customer.form.companyName' : 'customer.form.name')}
          required
          {...notes('name')}
        >
          <TextInput
            value={draft.name}
            maxLength={200}
            onPaste={onPaste('name')}
            onChange={(name) => change({ name })}
            onBlur={() => {
              if (take(draft.name, 'name')) return;
              const name = normaliseName(draft.name);
              const kind = name !== judged.current && kindOfName(name) === 'company' ? 'company' : draft.kind;
              judged.current = name;
              if (name !== draft.name || kind !== draft.kind) change({ name, kind });
            }}
          />
        </FormField>
        <FormField label={t('customer.form.mobile')} {...notes('phones.0.number')}>
          <TextInput
            value={phone.number}
            inputMode="tel"
            maxLength={200}
            onPaste={onPaste('mobile')}
            onChange={setPhone}
            onBlur={() => {
              const check = checkPhone(phone.number);
              if (check.ok && !check.extension) {
                const number = formatPhone(check.number);
                if (number !== phone.number) setPhone(number);
              }
            }}
          />
        </FormField>
        {withPlate && (
          <FormField label={t('customer.form.plate')} {...notes('vehicle.plate')}>
            <TextInput
              value={draft.vehicle.plate}
              maxLength={200}
              onPaste={onPaste('plate')}
              onChange={(plate) => change({ vehicle: { ...draft.vehicle, plate } })}
              onBlur={() => {
                const plate = plateText(draft.vehicle.plate);
                if (plate !== draft.vehicle.plate) change({ vehicle: { ...draft.vehicle, plate } });
              }}
            />
          </FormField>
        )}
      </div>
      <p className={css['hint']} role="status">
        {filled.length > 0
          ? t('customer.form.pasted', {
              list: filled.map((field) => t(`customer.form.${field}`)).join(t('customer.listSeparator')),
            })
          : withPlate && t('customer.form.paste')}
      </p>
    </Panel>
  );
};
