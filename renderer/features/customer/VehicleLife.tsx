import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useToday } from '../../lib/store.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { useSave } from '../../lib/useSave.ts';
import { FormField } from '../../ui/FormField.tsx';
import { markText } from './checkMark.ts';
import { DayInput } from './DayInput.tsx';
import { plateText } from './plateText.ts';
import { refusalText, refusedFields } from './refusal.ts';
import type { VehicleFacts } from './shapes.ts';
import css from './sidePanel.module.css';
import { TransferForm } from './TransferForm.tsx';
import { dayOrNull, markDay } from './typedDay.ts';

export interface VehicleLifeProps {
  readonly vehicle: VehicleFacts;
  /** who has it now */
  readonly customerId: string;
  /** by which a button elsewhere leads here */
  readonly id: string;
  readonly onDone: () => void;
}

const ways = ['transfer', 'sold', 'scrapped'] as const;
type Way = (typeof ways)[number];

/** 车辆去向: to a new owner, sold to somebody unknown, or scrapped. What was done with the car here stays on record. */
export const VehicleLife = ({ vehicle, customerId, id, onDone }: VehicleLifeProps) => {
  const { t } = useTranslation();
  const [way, setWay] = useState<Way | null>(null);
  const root = useRef<HTMLElement>(null);
  // it stands at the end of a long form: what it opens into would lie below the edge
  useEffect(() => {
    if (way !== null) root.current?.scrollIntoView({ block: 'end' });
  }, [way]);
  return (
    <section ref={root} id={id} className={css['part']} aria-label={t('vehicle.life.title')}>
      <h3>{t('vehicle.life.title')}</h3>
      <div className={css['ways']}>
        {ways.map((one) => (
          <Button
            key={one}
            {...(one === way ? { type: 'primary' as const, ghost: true } : {})}
            aria-expanded={one === way}
            onClick={() => setWay(one === way ? null : one)}
          >
            {t(`vehicle.life.${one}`)}
          </Button>
        ))}
      </div>
      {way === null && <p className="quiet small">{t('vehicle.life.hint')}</p>}
      {way === 'transfer' && <TransferForm vehicle={vehicle} customerId={customerId} onDone={onDone} />}
      {(way === 'sold' || way === 'scrapped') && (
        <RetireForm key={way} vehicle={vehicle} status={way} onDone={onDone} />
      )}
    </section>
  );
};

interface RetireFormProps extends Omit<VehicleLifeProps, 'customerId' | 'id'> {
  readonly status: 'sold' | 'scrapped';
}

const RetireForm = ({ vehicle, status, onDone }: RetireFormProps) => {
  const { t } = useTranslation();
  const today = useToday();
  const [day, setDay] = useState(today);
  const on = dayOrNull(day);
  const mark = markDay(day);
  const plate = vehicle.plate === null ? t('vehicle.unnamed') : plateText(vehicle.plate);
  const save = useSave(api.vehicles.retire, {
    onDone: () => {
      void notifyUndoable(t(`vehicle.life.done.${status}`, { plate }), t);
      onDone();
    },
  });
  const refused = refusedFields(save.error, t);
  const submit = (): void => {
    if (on !== null && !save.isPending) save.mutate({ id: vehicle.id, version: vehicle.version, status, day: on });
  };
  return (
    <>
      <p className="quiet small">{t(`vehicle.life.text.${status}`)}</p>
      <div className={css['lineForm']}>
        <FormField
          label={t(`vehicle.life.day.${status}`)}
          error={refused['day'] ?? (mark ? markText(mark, t) : undefined)}
        >
          <DayInput value={day} onChange={setDay} />
        </FormField>
        <span />
        <Button type="primary" loading={save.isPending} disabled={on === null} onClick={submit}>
          {t(`vehicle.life.confirm.${status}`)}
        </Button>
      </div>
      {save.error !== null && refused['day'] === undefined && (
        <p role="alert" className={css['failed']}>
          {refusalText(save.error, t)}
        </p>
      )}
    </>
  );
};
