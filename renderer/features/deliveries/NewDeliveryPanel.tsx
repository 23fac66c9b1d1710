import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deliverySteps } from '../../../db/domain/deliveries/steps.ts';
import { api, orpc } from '../../lib/api.ts';
import { fieldErrors } from '../../lib/errors.ts';
import { plate, vinShort } from '../../lib/formats.ts';
import { useToday } from '../../lib/store.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { useSave } from '../../lib/useSave.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { DeedPanel } from '../complaints/DeedPanel.tsx';
import complaint from '../complaints/form.module.css';
import { CustomerFinder } from '../customer/CustomerFinder.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import css from '../customer/sidePanel.module.css';
import { useKeptDraft } from '../customer/useKeptDraft.ts';
import {
  addInputOf,
  carsToDeliver,
  checkNew,
  meantCar,
  type NewDraft,
  type NewPath,
  newDelivery,
  otherCar,
} from './deliveryDraft.ts';
import { PlanFields } from './PlanFields.tsx';
import { problemWords } from './problemWords.ts';
import type { OpenStep } from './shapes.ts';

export interface NewDeliveryPanelProps {
  /** who gets which car, where it is known: opened from the customer, or after a purchase */
  readonly begin?: NewDraft;
  readonly onAdded: (added: { readonly id: string }) => void;
  readonly onClose: () => void;
}

/** Under which name the store speaks of a field of the form. */
const storePath: Readonly<Record<string, string>> = {
  who: 'customerId',
  day: 'plannedDay',
  time: 'plannedTime',
  series: 'vehicle.plate',
  vin: 'vehicle.vin',
};
const openSteps = deliverySteps.filter((step): step is OpenStep => step !== 'delivered');

/** 安排交车: who, which car, which day; the customer's interests stand beside the ceremony. */
export const NewDeliveryPanel = ({ begin = newDelivery(null), onAdded, onClose }: NewDeliveryPanelProps) => {
  const { t } = useTranslation();
  const today = useToday();
  const [asked, setAsked] = useState(false);
  const kept = useKeptDraft(begin.customer ? `delivery.of.${begin.customer.id}` : 'delivery', begin);
  const { draft, change } = kept;
  const { customer } = draft;
  const { data } = useQuery(
    orpc.customers.get.queryOptions({ input: { id: customer?.id ?? '' }, enabled: customer !== null }),
  );
  const page = customer && data?.customer.id === customer.id ? data : null;
  const cars = page && carsToDeliver(page.vehicles, today);
  const vehicleId = draft.vehicleId || (cars ? meantCar(cars) : '');
  const save = useSave(api.deliveries.add, {
    stale: [orpc.deliveries.key(), orpc.customers.key()],
    onDone: (added) => {
      kept.done();
      void notifyUndoable(t('deliveries.form.saved', { name: customer?.name ?? '' }), t);
      onAdded(added);
    },
  });
  const problems = checkNew(draft, vehicleId);
  const blocked = Object.keys(problems).length;
  const refused = fieldErrors(save.error, t);
  const said = (path: string): string | undefined => {
    const own = problems[path as NewPath];
    if (own && (asked || own === 'day-invalid' || own === 'time-invalid')) return problemWords(own, t);
    return refused[storePath[path] ?? path];
  };
  const submit = (): void => {
    setAsked(true);
    const input = addInputOf(draft, vehicleId);
    if (blocked === 0 && input && !save.isPending) save.mutate(input);
  };
  return (
    <DeedPanel
      title={t('deliveries.form.newTitle')}
      sub={t('deliveries.form.newSub')}
      label={t('deliveries.form.save')}
      kept={kept}
      busy={save.isPending}
      error={save.error}
      blocked={asked ? blocked : 0}
      onSave={submit}
      onClose={onClose}
    >
      {customer === null ? (
        <div data-first>
          <FormField label={t('deliveries.form.who')} required error={said('who')}>
            <CustomerFinder
              label={t('deliveries.form.who')}
              onHit={({ id, name }) => change({ customer: { id, name }, vehicleId: '' })}
            />
          </FormField>
        </div>
      ) : (
        <div className={css['grid']}>
          <div>
            <span className="form-field-label">{t('deliveries.form.who')}</span>
            <div className={complaint['whoLine']}>
              <strong>{customer.name}</strong>
              <Button size="small" type="link" onClick={() => change({ customer: null, vehicleId: '' })}>
                {t('board.come.again')}
              </Button>
            </div>
          </div>
          <FormField label={t('deliveries.form.vehicle')} required error={said('vehicleId')}>
            <SelectInput
              value={vehicleId}
              options={[
                ...(vehicleId === '' ? [['', t('deliveries.form.chooseVehicle')] as const] : []),
                ...(cars ?? []).map(
                  (car) =>
                    [
                      car.id,
                      [car.plate ? plate(car.plate) : car.vin && vinShort(car.vin), car.series, car.model]
                        .filter(Boolean)
                        .join(' · '),
                    ] as const,
                ),
                [otherCar, t('deliveries.form.otherVehicle')] as const,
              ]}
              onChange={(next) => change({ vehicleId: next })}
            />
          </FormField>
        </div>
      )}
      {customer !== null && vehicleId === otherCar && <CarFields draft={draft} change={change} said={said} />}
      <div className={css['near']}>
        <FormField label={t('deliveries.form.step')}>
          <SelectInput
            value={draft.step}
            options={openSteps.map((step) => [step, t(`deliveries.step.${step}`)] as const)}
            onChange={(step) => change({ step })}
          />
        </FormField>
      </div>
      <div data-first={customer === null ? undefined : true}>
        <PlanFields draft={draft} change={change} said={said} interests={page ? page.customer.interests : null} />
      </div>
    </DeedPanel>
  );
};

interface CarFieldsProps {
  readonly draft: NewDraft;
  readonly change: (change: Partial<NewDraft>) => void;
  readonly said: (path: string) => string | undefined;
}

/** A car that is filed with its delivery. */
const CarFields = ({ draft, change, said }: CarFieldsProps) => {
  const { t } = useTranslation();
  return (
    <div className={`${css['grid3']} ${css['near']}`}>
      <FormField label={t('deliveries.form.series')} error={said('series')}>
        <TextInput value={draft.series} maxLength={60} onChange={(series) => change({ series })} />
      </FormField>
      <FormField label={t('deliveries.form.model')}>
        <TextInput value={draft.model} maxLength={80} onChange={(model) => change({ model })} />
      </FormField>
      <FormField label={t('deliveries.form.color')}>
        <TextInput value={draft.color} maxLength={30} onChange={(color) => change({ color })} />
      </FormField>
      <FormField label={t('deliveries.form.vin')} error={said('vin')}>
        <TextInput value={draft.vin} maxLength={30} onChange={(vin) => change({ vin })} />
      </FormField>
      <FormField label={t('deliveries.form.plate')}>
        <TextInput value={draft.plate} maxLength={20} onChange={(next) => change({ plate: next })} />
      </FormField>
    </div>
  );
};
