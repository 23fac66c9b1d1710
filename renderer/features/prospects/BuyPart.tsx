import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { errorText, fieldErrors } from '../../lib/errors.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { useGo } from '../../lib/place.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { useToday } from '../../lib/store.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { FormField } from '../../ui/FormField.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { markVin } from '../customer/checkCustomer.ts';
import { markText } from '../customer/checkMark.ts';
import { DayInput } from '../customer/DayInput.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import { saidWarnings } from '../customer/saidWarnings.ts';
import { energies } from '../customer/shapes.ts';
import css from '../customer/sidePanel.module.css';
import { dayOrNull } from '../customer/typedDay.ts';
import own from '../deliveries/deliveries.module.css';
import type { Prospect } from './prospectDraft.ts';

export interface BuyPartProps {
  readonly prospect: Prospect;
  readonly onCancel: () => void;
  readonly onDone: () => void;
}

const known = (text: string): string | null => text.trim() || null;

/** 转为客户: bought here. The customer stays the same file; only the car is new. */
export const BuyPart = ({ prospect, onCancel, onDone }: BuyPartProps) => {
  const { t } = useTranslation();
  const go = useGo();
  const client = useQueryClient();
  const today = useToday();
  const [requestId, setRequestId] = useState(newRequestId);
  const [asked, setAsked] = useState(false);
  const [delivers, setDelivers] = useState(true);
  const [car, setCar] = useState({
    plate: '',
    vin: '',
    brand: '',
    series: prospect.models[0] ?? '',
    model: '',
    color: '',
    energy: '' as '' | (typeof energies)[number],
    purchaseDay: today,
    deliveryDay: '',
  });
  const put = (change: Partial<typeof car>): void => setCar({ ...car, ...change });
  const convert = useMutation({
    mutationFn: () =>
      api.prospects.convert({
        id: prospect.id,
        version: prospect.version,
        vehicle: {
          plate: known(car.plate),
          vin: known(car.vin),
          brand: known(car.brand),
          series: known(car.series),
          model: known(car.model),
          color: known(car.color),
          energy: car.energy || null,
          purchaseDay: dayOrNull(car.purchaseDay),
          deliveryDay: dayOrNull(car.deliveryDay),
        },
        requestId,
      }),
    onSuccess: ({ customerId, vehicleId, warnings }) => {
      void notifyUndoable(t('prospects.converted', { name: prospect.customerName }), t);
      saidWarnings(warnings, t);
      void client.invalidateQueries({ queryKey: orpc.prospects.key() });
      void client.invalidateQueries({ queryKey: orpc.customers.key() });
      onDone();
      go(`/customers/${customerId}${delivers && !isDriven ? `?do=delivery&vehicle=${vehicleId}` : ''}`);
    },
    onError: () => setRequestId(newRequestId()),
  });
  const refused = fieldErrors(convert.error, t);
  const vinMark = markVin(car.vin);
  const badDay = (text: string) => text.trim() !== '' && dayOrNull(text) === null;
  const empty = [car.plate, car.vin, car.series].every((part) => part.trim() === '');
  const blocked = empty || vinMark?.level === 'error' || badDay(car.deliveryDay) || dayOrNull(car.purchaseDay) === null;
  // handed over on an earlier day: there is nothing to plan any more
  const handedOver = dayOrNull(car.deliveryDay);
  const isDriven = handedOver !== null && handedOver < today;
  const submit = (): void => {
    setAsked(true);
    if (!blocked && !convert.isPending) convert.mutate();
  };
  useHotkeys({ 'Ctrl+S': submit }, { inDialog: true });
  const said = (path: string) => {
    const text = refused[`vehicle.${path}`];
    return text ? { error: text } : {};
  };
  return (
    <>
      <p className="quiet" style={{ marginBottom: 12 }}>
        {t('prospects.convertText', { name: prospect.customerName })}
      </p>
      <div className={css['grid3']}>
        <FormField
          label={t('prospects.car.series')}
          {...(asked && empty ? { error: t('errors.field.vehicle-empty') } : said('series'))}
        >
          <TextInput value={car.series} maxLength={60} autoFocus onChange={(series) => put({ series })} />
        </FormField>
        <FormField label={t('prospects.car.model')} {...said('model')}>
          <TextInput value={car.model} maxLength={80} onChange={(model) => put({ model })} />
        </FormField>
        <FormField label={t('prospects.car.brand')} {...said('brand')}>
          <TextInput value={car.brand} maxLength={40} onChange={(brand) => put({ brand })} />
        </FormField>
        <FormField
          label={t('prospects.car.vin')}
          {...(vinMark
            ? vinMark.level === 'error'
              ? { error: markText(vinMark, t) }
              : { warning: markText(vinMark, t) }
            : said('vin'))}
        >
          <TextInput value={car.vin} maxLength={30} onChange={(vin) => put({ vin })} />
        </FormField>
        <FormField label={t('prospects.car.plate')} {...said('plate')}>
          <TextInput value={car.plate} maxLength={20} onChange={(plate) => put({ plate })} />
        </FormField>
        <FormField label={t('prospects.car.color')} {...said('color')}>
          <TextInput value={car.color} maxLength={30} onChange={(color) => put({ color })} />
        </FormField>
        <FormField label={t('prospects.car.energy')}>
          <SelectInput
            value={car.energy}
            options={[['', '—'], ...energies.map((one) => [one, t(`vehicle.energy.${one}`)] as const)]}
            onChange={(energy) => put({ energy })}
          />
        </FormField>
        <FormField
          label={t('prospects.car.purchaseDay')}
          required
          {...(dayOrNull(car.purchaseDay) === null ? { error: t('customer.check.day-invalid') } : said('purchaseDay'))}
        >
          <DayInput value={car.purchaseDay} onChange={(purchaseDay) => put({ purchaseDay })} />
        </FormField>
        <FormField
          label={t('prospects.car.deliveryDay')}
          {...(badDay(car.deliveryDay) ? { error: t('customer.check.day-invalid') } : said('deliveryDay'))}
        >
          <DayInput value={car.deliveryDay} onChange={(deliveryDay) => put({ deliveryDay })} />
        </FormField>
      </div>
      {!isDriven && (
        <label className={own['offer']}>
          <input type="checkbox" checked={delivers} onChange={(event) => setDelivers(event.target.checked)} />
          <span>
            {t('deliveries.bought.label')} <span className="quiet small">{t('deliveries.bought.help')}</span>
          </span>
        </label>
      )}
      {convert.error && (
        <p role="alert" className={css['failed']} style={{ marginTop: 12 }}>
          {errorText(convert.error, t)}
        </p>
      )}
      <p className={css['buttons']} style={{ marginTop: 16 }}>
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
        <Button type="primary" loading={convert.isPending} onClick={submit}>
          {t('prospects.convertConfirm')}
          <KeyHint keys="Ctrl+S" />
        </Button>
      </p>
    </>
  );
};
