import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { plate } from '../../lib/formats.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { chosenHit, nobody, strangerFrom, type WhoDraft } from '../board/whoDraft.ts';
import forms from '../complaints/form.module.css';
import { CustomerFinder } from '../customer/CustomerFinder.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import panel from '../customer/sidePanel.module.css';

export interface EnquirerFieldsProps {
  readonly who: WhoDraft;
  readonly onChange: (who: WhoDraft) => void;
  /** field → what is wrong, in words */
  readonly errors: Readonly<Record<'who' | 'name' | 'phone' | 'vehicleId', string | undefined>>;
  /** the stranger's number that is kept where none is typed */
  readonly phoneKept?: string | null;
}

/** 谁在问: somebody on file with or without one of their cars, found as in the one box; or a stranger's name and number. */
export const EnquirerFields = ({ who, onChange, errors, phoneKept = null }: EnquirerFieldsProps) => {
  const { t } = useTranslation();
  const put = (change: Partial<WhoDraft>): void => onChange({ ...who, ...change });
  const again = (
    <Button size="small" type="link" onClick={() => onChange(nobody)}>
      {t('board.come.again')}
    </Button>
  );
  if (who.customer) {
    const vehicles = who.customer.vehicles.map(
      (one) =>
        [one.id, [one.plate ? plate(one.plate) : t('board.noPlate'), one.series].filter(Boolean).join(' · ')] as const,
    );
    return (
      <div className={panel['grid']}>
        <div>
          <span className="form-field-label">{t('enquiries.field.who')}</span>
          <div className={forms['whoLine']}>
            <strong>{who.customer.name}</strong>
            {again}
          </div>
        </div>
        <FormField label={t('enquiries.field.vehicle')} error={errors.vehicleId}>
          <SelectInput
            value={who.vehicleId}
            options={[['', t('enquiries.form.noVehicle')] as const, ...vehicles]}
            onChange={(vehicleId) => put({ vehicleId })}
          />
        </FormField>
      </div>
    );
  }
  if (who.stranger) {
    return (
      <>
        <div className={forms['whoLine']}>
          <strong>{t('enquiries.form.strangerHead')}</strong>
          <span className="quiet small">{t('enquiries.form.strangerText')}</span>
          {again}
        </div>
        <div className={panel['grid']}>
          <FormField label={t('enquiries.form.name')} error={errors.name}>
            <TextInput value={who.name} maxLength={60} autoFocus={who.name === ''} onChange={(name) => put({ name })} />
          </FormField>
          <FormField
            label={t('enquiries.form.phone')}
            help={
              phoneKept === null ? t('enquiries.form.phoneHelp') : t('enquiries.form.phoneKept', { phone: phoneKept })
            }
            error={errors.phone}
          >
            <TextInput
              value={who.phone}
              inputMode="tel"
              maxLength={40}
              autoFocus={who.name !== '' && who.phone === '' && phoneKept === null}
              onChange={(phone) => put({ phone })}
            />
          </FormField>
        </div>
      </>
    );
  }
  return (
    <div data-first>
      <FormField label={t('enquiries.form.find')} required error={errors.who}>
        <CustomerFinder
          label={t('enquiries.form.find')}
          onHit={(hit, typed) => onChange(chosenHit(hit, typed))}
          nobody={t('enquiries.form.nobody')}
          onNobody={(typed) => onChange(strangerFrom(typed))}
        />
      </FormField>
    </div>
  );
};
