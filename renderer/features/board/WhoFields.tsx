import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { plate } from '../../lib/formats.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { CustomerFinder } from '../customer/CustomerFinder.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import panel from '../customer/sidePanel.module.css';
import css from './who.module.css';
import { chosenHit, newVehicle, nobody, strangerFrom, type WhoDraft } from './whoDraft.ts';

export interface WhoFieldsProps {
  readonly who: WhoDraft;
  readonly onChange: (who: WhoDraft) => void;
  /** field → what is wrong, in words */
  readonly errors: Readonly<Record<string, string | undefined>>;
  /** an arrival wants the car, a booking may do without */
  readonly wantsVehicle: boolean;
  /** what the booking keeps of the stranger's number */
  readonly phoneKept?: string | null;
  /** it cannot be another customer than the booking's */
  readonly fixed?: boolean;
}

/** 谁来: somebody found by plate, phone or name with one of their cars; or a stranger, put on file by this. */
export const WhoFields = ({ who, onChange, errors, wantsVehicle, phoneKept, fixed }: WhoFieldsProps) => {
  const { t } = useTranslation();
  const put = (change: Partial<WhoDraft>): void => onChange({ ...who, ...change });
  const error = (path: string) => (errors[path] ? { error: errors[path] } : {});
  const { customer } = who;
  const carFields = (
    <>
      <FormField label={t('board.come.plate')} {...error('plate')}>
        <TextInput value={who.plate} maxLength={20} onChange={(value) => put({ plate: value })} />
      </FormField>
      <FormField label={t('board.come.series')}>
        <TextInput value={who.series} maxLength={60} onChange={(value) => put({ series: value })} />
      </FormField>
    </>
  );

  if (customer) {
    const vehicles = customer.vehicles.map(
      (one) =>
        [one.id, [one.plate ? plate(one.plate) : t('board.noPlate'), one.series].filter(Boolean).join(' · ')] as const,
    );
    const fresh = wantsVehicle && (who.vehicleId === newVehicle || customer.vehicles.length === 0);
    return (
      <div className={panel['grid']}>
        <div className={css['chosen']}>
          <strong>{customer.name}</strong>
          {!fixed && (
            <Button size="small" type="link" onClick={() => onChange(nobody)}>
              {t('board.come.again')}
            </Button>
          )}
        </div>
        {vehicles.length > 0 && (
          <FormField label={t('board.come.vehicle')} {...error('vehicleId')}>
            <SelectInput
              value={who.vehicleId}
              options={[
                ...(who.vehicleId === '' || !wantsVehicle ? [['', '—'] as const] : []),
                ...vehicles,
                ...(wantsVehicle ? [[newVehicle, t('board.come.otherVehicle')] as const] : []),
              ]}
              onChange={(vehicleId) => put({ vehicleId })}
            />
          </FormField>
        )}
        {fresh && carFields}
      </div>
    );
  }
  if (who.stranger) {
    return (
      <>
        <div className={css['strangerHead']}>
          <strong>{t('board.come.newHead')}</strong>
          <span className="quiet">{t('board.come.newText')}</span>
          {!fixed && (
            <Button size="small" type="link" onClick={() => onChange(nobody)}>
              {t('board.come.again')}
            </Button>
          )}
        </div>
        <div className={panel['grid']}>
          <FormField label={t('board.come.name')} required {...error('name')}>
            <TextInput value={who.name} maxLength={60} autoFocus={who.name === ''} onChange={(name) => put({ name })} />
          </FormField>
          <FormField
            label={t('board.come.phone')}
            {...(phoneKept ? { help: t('board.come.phoneKept', { phone: phoneKept }) } : {})}
            {...error('phone')}
          >
            <TextInput
              value={who.phone}
              inputMode="tel"
              maxLength={40}
              autoFocus={who.name !== '' && who.phone === '' && !phoneKept}
              onChange={(phone) => put({ phone })}
            />
          </FormField>
          {wantsVehicle && carFields}
        </div>
      </>
    );
  }
  return (
    <div data-first>
      <FormField label={t('board.come.find')} required {...error('who')}>
        <CustomerFinder
          label={t('board.come.find')}
          onHit={(hit, typed) => onChange(chosenHit(hit, typed))}
          onNobody={(typed) => onChange(strangerFrom(typed))}
        />
      </FormField>
    </div>
  );
};
