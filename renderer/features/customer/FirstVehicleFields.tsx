import { useTranslation } from 'react-i18next';
import { canonicalVin } from '../../../db/domain/vin.ts';
import { FormField } from '../../ui/FormField.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import type { FormPart } from './CustomerForm.tsx';
import type { FirstVehicleDraft } from './customerDraft.ts';
import css from './form.module.css';
import { SelectInput } from './SelectInput.tsx';
import { uses } from './shapes.ts';

/** The first vehicle of a new customer beyond its plate; days, policies and readings follow on the vehicle's own form. */
export const FirstVehicleFields = ({ draft, change, notes }: FormPart) => {
  const { t } = useTranslation();
  const { vehicle } = draft;
  const put = (next: Partial<FirstVehicleDraft>): void =>
    change((now) => ({ ...now, vehicle: { ...now.vehicle, ...next } }));
  return (
    <Panel title={t('customer.form.sections.vehicle')}>
      <div className={css['grid']}>
        <FormField label={t('vehicle.form.vin')} {...notes('vehicle.vin')}>
          <TextInput
            value={vehicle.vin}
            maxLength={30}
            onChange={(vin) => put({ vin })}
            onBlur={() => vehicle.vin && put({ vin: canonicalVin(vehicle.vin) })}
          />
        </FormField>
        <FormField label={t('vehicle.form.use')}>
          <SelectInput
            value={vehicle.use}
            onChange={(use) => put({ use })}
            options={uses.map((use) => [use, t(`vehicle.use.${use}`)] as const)}
          />
        </FormField>
        <FormField label={t('vehicle.form.brand')}>
          <TextInput value={vehicle.brand} maxLength={40} onChange={(brand) => put({ brand })} />
        </FormField>
        <FormField label={t('vehicle.form.series')}>
          <TextInput value={vehicle.series} maxLength={60} onChange={(series) => put({ series })} />
        </FormField>
        <FormField label={t('vehicle.form.model')} className={css['whole'] ?? ''}>
          <TextInput value={vehicle.model} maxLength={80} onChange={(model) => put({ model })} />
        </FormField>
      </div>
    </Panel>
  );
};
