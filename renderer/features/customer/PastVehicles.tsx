import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { plate as plateWords, vinShort } from '../../lib/formats.ts';
import { notify } from '../../lib/notices.ts';
import { useGo } from '../../lib/place.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { useSave } from '../../lib/useSave.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ChevronDownIcon, ChevronRightIcon } from '../../ui/icons.tsx';
import css from './customer.module.css';
import { refusalText } from './refusal.ts';
import type { PastVehicle } from './shapes.ts';

/** 以前的车: sold, scrapped, or somebody else's now; folded below those in use. Their visits stay on the timeline. */
export const PastVehicles = ({ vehicles }: { readonly vehicles: readonly PastVehicle[] }) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (vehicles.length === 0) return null;
  return (
    <section className={css['past']} aria-label={t('vehicle.past.title')}>
      <button type="button" className={css['fold']} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? <ChevronDownIcon size={14} /> : <ChevronRightIcon size={14} />}
        {t('vehicle.past.count', { n: vehicles.length })}
        {!open && (
          <span className="quiet small">
            {vehicles
              .slice(0, 3)
              .map(({ plate }) => (plate === null ? t('vehicle.unnamed') : plateWords(plate)))
              .join(' · ')}
          </span>
        )}
      </button>
      {open && (
        <ul>
          {vehicles.map((vehicle) => (
            <PastLine key={`${vehicle.id} ${vehicle.toDay}`} vehicle={vehicle} />
          ))}
        </ul>
      )}
    </section>
  );
};

const PastLine = ({ vehicle }: { readonly vehicle: PastVehicle }) => {
  const { t } = useTranslation();
  const go = useGo();
  const plate = vehicle.plate === null ? t('vehicle.unnamed') : plateWords(vehicle.plate);
  const about = [
    [vehicle.brand, vehicle.series, vehicle.model].filter(Boolean).join(' '),
    vehicle.vin && vinShort(vehicle.vin),
    vehicle.visitCount > 0 && t('vehicle.card.visits', { n: vehicle.visitCount }),
  ].filter(Boolean);
  const { ownerId } = vehicle;
  return (
    <li className={css['pastLine']} aria-label={t('vehicle.card.label', { plate })}>
      <strong>{plate}</strong>
      <span className="quiet small">{about.join(' · ')}</span>
      <span className={css['headEnd']}>
        <Chip>
          {t(vehicle.toDay === null ? `vehicle.past.how.${vehicle.how}` : `vehicle.past.on.${vehicle.how}`, {
            day: vehicle.toDay ?? '',
          })}
        </Chip>
        {vehicle.how === 'transferred' ? (
          ownerId !== null && (
            <Button size="small" onClick={() => go(`/customers/${ownerId}`)}>
              {t('vehicle.past.owner', { name: vehicle.ownerName ?? t('common.unknown') })}
            </Button>
          )
        ) : (
          <Reactivate vehicle={vehicle} plate={plate} />
        )}
      </span>
    </li>
  );
};

const Reactivate = ({ vehicle, plate }: { readonly vehicle: PastVehicle; readonly plate: string }) => {
  const { t } = useTranslation();
  const save = useSave(api.vehicles.reactivate, {
    onDone: () => void notifyUndoable(t('vehicle.life.reactivated', { plate }), t),
    onFail: (error) => notify(refusalText(error, t), { tone: 'red' }),
  });
  return (
    <Button
      size="small"
      loading={save.isPending}
      aria-label={t('vehicle.past.reactivateLabel', { plate })}
      onClick={() => save.mutate({ id: vehicle.id, version: vehicle.version })}
    >
      {t('vehicle.past.reactivate')}
    </Button>
  );
};
