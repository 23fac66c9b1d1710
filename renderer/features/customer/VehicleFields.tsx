import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { canonicalVin } from '../../../db/domain/vin.ts';
import { orpc } from '../../lib/api.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { AreaInput } from './AreaInput.tsx';
import { type CheckMarks, fieldNotes } from './checkMark.ts';
import { DayInput } from './DayInput.tsx';
import inputs from './inputs.module.css';
import { plateText } from './plateText.ts';
import { SelectInput } from './SelectInput.tsx';
import { energies, uses } from './shapes.ts';
import css from './sidePanel.module.css';
import type { VehicleDraft } from './vehicleDraft.ts';

export interface VehicleFieldsProps {
  readonly draft: VehicleDraft;
  readonly change: (change: Partial<VehicleDraft>) => void;
  readonly marks: CheckMarks;
  readonly refused: Readonly<Record<string, string>>;
  /** with the first mileage reading, of a new vehicle */
  readonly withMileage: boolean;
}

/** The boxes of a vehicle: what identifies it first, then days, then the rest. */
export const VehicleFields = ({ draft, change, marks, refused, withMileage }: VehicleFieldsProps) => {
  const { t } = useTranslation();
  const brandList = useId();
  const seriesList = useId();
  const facets = useQuery(orpc.customers.facets.queryOptions({ input: {} })).data;
  const notes = (path: keyof VehicleDraft) => fieldNotes(path, marks, refused, t);

  const text = (name: 'model' | 'color' | 'roadConditions', maxLength: number, placeholder?: string) => (
    <FormField label={t(`vehicle.form.${name}`)} {...notes(name)}>
      <TextInput
        value={draft[name]}
        maxLength={maxLength}
        {...(placeholder === undefined ? {} : { placeholder })}
        onChange={(value) => change({ [name]: value })}
      />
    </FormField>
  );
  const day = (name: 'purchaseDay' | 'deliveryDay' | 'inspectionDueDay' | 'warrantyEndDay') => (
    <FormField label={t(`vehicle.form.${name}`)} {...notes(name)}>
      <DayInput value={draft[name]} onChange={(value) => change({ [name]: value })} />
    </FormField>
  );

  return (
    <>
      <div className={css['grid']}>
        <div data-first>
          <FormField label={t('vehicle.form.plate')} help={t('vehicle.form.plateHint')} {...notes('plate')}>
            <TextInput
              value={draft.plate}
              maxLength={20}
              onChange={(plate) => change({ plate })}
              onBlur={() => draft.plate.trim() && change({ plate: plateText(draft.plate) })}
            />
          </FormField>
        </div>
        <FormField label={t('vehicle.form.vin')} {...notes('vin')}>
          <TextInput
            value={draft.vin}
            maxLength={30}
            onChange={(vin) => change({ vin })}
            onBlur={() => draft.vin.trim() && change({ vin: canonicalVin(draft.vin) })}
          />
        </FormField>
        <FormField label={t('vehicle.form.brand')}>
          <TextInput value={draft.brand} maxLength={40} list={brandList} onChange={(brand) => change({ brand })} />
        </FormField>
        <FormField label={t('vehicle.form.series')}>
          <TextInput value={draft.series} maxLength={60} list={seriesList} onChange={(series) => change({ series })} />
        </FormField>
        {text('model', 80)}
        {text('color', 30)}
        <FormField label={t('vehicle.form.energy')}>
          <SelectInput
            value={draft.energy}
            onChange={(energy) => change({ energy })}
            options={[
              ['', t('vehicle.form.unknown')],
              ...energies.map((energy) => [energy, t(`vehicle.energy.${energy}`)] as const),
            ]}
          />
        </FormField>
        <FormField label={t('vehicle.form.use')}>
          <SelectInput
            value={draft.use}
            onChange={(use) => change({ use })}
            options={uses.map((use) => [use, t(`vehicle.use.${use}`)] as const)}
          />
        </FormField>
        {withMileage && (
          <FormField label={t('vehicle.form.mileage')} {...notes('mileage')}>
            <TextInput value={draft.mileage} inputMode="numeric" onChange={(mileage) => change({ mileage })} />
          </FormField>
        )}
      </div>
      <div className={`${css['grid']} ${css['part']}`}>
        {day('purchaseDay')}
        {day('deliveryDay')}
        {day('inspectionDueDay')}
        {day('warrantyEndDay')}
        <FormField label={t('vehicle.form.warrantyKm')} {...notes('warrantyKm')}>
          <TextInput value={draft.warrantyKm} inputMode="numeric" onChange={(warrantyKm) => change({ warrantyKm })} />
        </FormField>
        {text('roadConditions', 100, t('vehicle.form.roadHint'))}
        <label className={`${inputs['check']} ${css['whole']}`}>
          <input
            type="checkbox"
            checked={draft.purchasedHere}
            onChange={(event) => change({ purchasedHere: event.target.checked })}
          />
          {t('vehicle.form.purchasedHere')}
        </label>
        <FormField label={t('vehicle.form.note')} className={css['whole'] ?? ''}>
          <AreaInput rows={2} value={draft.note} maxLength={500} onChange={(note) => change({ note })} />
        </FormField>
      </div>
      <datalist id={brandList}>
        {facets?.brands.map((brand) => (
          <option key={brand} value={brand} />
        ))}
      </datalist>
      <datalist id={seriesList}>
        {facets?.series.map((series) => (
          <option key={series} value={series} />
        ))}
      </datalist>
    </>
  );
};
