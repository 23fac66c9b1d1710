import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { plate } from '../../lib/formats.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { chosenHit, nobody, strangerFrom, type WhoDraft } from '../board/whoDraft.ts';
import { CustomerFinder } from '../customer/CustomerFinder.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import panel from '../customer/sidePanel.module.css';
import css from './form.module.css';

export interface ComplainantFieldsProps {
  /** whose texts call them: a complaint's or a question's */
  readonly words: 'complaints' | 'enquiries';
  readonly who: WhoDraft;
  readonly onChange: (who: WhoDraft) => void;
  /** field → what is wrong, in words */
  readonly errors: Readonly<Record<'who' | 'name' | 'phone' | 'vehicleId', string | undefined>>;
  /** the stranger's number that is kept where none is typed */
  readonly phoneKept?: string | null;
}

/** 谁投诉 or 谁在问: somebody on file with one of their cars, found as in the one box; or a stranger's name and number. */
export const ComplainantFields = ({ words, who, onChange, errors, phoneKept = null }: ComplainantFieldsProps) => {
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
          <span className="form-field-label">{t(`${words}.field.who`)}</span>
          <div className={css['whoLine']}>
            <strong>{who.customer.name}</strong>
            {again}
          </div>
        </div>
        <FormField label={t(`${words}.field.vehicle`)} error={errors.vehicleId}>
          <SelectInput
            value={who.vehicleId}
            options={[['', t(`${words}.form.noVehicle`)] as const, ...vehicles]}
            onChange={(vehicleId) => put({ vehicleId })}
          />
        </FormField>
      </div>
    );
  }
  if (who.stranger) {
    return (
      <>
        <div className={css['whoLine']}>
          <strong>{t(`${words}.form.strangerHead`)}</strong>
          <span className="quiet small">{t(`${words}.form.strangerText`)}</span>
          {again}
        </div>
        <div className={panel['grid']}>
          <FormField label={t(`${words}.form.name`)} error={errors.name}>
            <TextInput value={who.name} maxLength={60} autoFocus={who.name === ''} onChange={(name) => put({ name })} />
          </FormField>
          <FormField
            label={t(`${words}.form.phone`)}
            help={
              phoneKept === null ? t(`${words}.form.phoneHelp`) : t(`${words}.form.phoneKept`, { phone: phoneKept })
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
      <FormField label={t(`${words}.form.find`)} required error={errors.who}>
        <CustomerFinder
          label={t(`${words}.form.find`)}
          onHit={(hit, typed) => onChange(chosenHit(hit, typed))}
          nobody={t(`${words}.form.nobody`)}
          onNobody={(typed) => onChange(strangerFrom(typed))}
        />
      </FormField>
    </div>
  );
};
