import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { day, money, monthOf, number, plate as plateWords, vinShort } from '../../lib/formats.ts';
import { useToday } from '../../lib/store.ts';
import { Chip } from '../../ui/Chip.tsx';
import { WarningIcon } from '../../ui/icons.tsx';
import { VehicleDelivery } from '../deliveries/VehicleDelivery.tsx';
import { VehicleRecalls } from '../recalls/VehicleRecalls.tsx';
import css from './customer.module.css';
import { PastVehicles } from './PastVehicles.tsx';
import type { CustomerPage, VehicleFacts } from './shapes.ts';
import { vehicleBadges } from './vehicleBadges.ts';

export interface VehicleCardsProps {
  readonly page: CustomerPage;
  readonly onOpen: (vehicleId: string) => void;
}

/** A fleet would push the timeline off the screen: the rest waits behind a button. */
const shownFirst = 4;

/** 车辆 as cards: which car, how far, and what is next for it. */
export const VehicleCards = ({ page, onOpen }: VehicleCardsProps) => {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const { vehicles } = page;
  if (vehicles.length === 0) {
    return (
      <>
        <div className={css['noVehicle']}>{t('vehicle.none')}</div>
        <PastVehicles vehicles={page.pastVehicles} />
      </>
    );
  }
  const shown = all ? vehicles : vehicles.slice(0, shownFirst);
  return (
    <>
      <section className={css['vehicles']} aria-label={t('vehicle.title')}>
        {shown.map((vehicle) => (
          <VehicleCard
            key={vehicle.id}
            customerId={page.customer.id}
            vehicle={vehicle}
            due={page.due}
            onOpen={() => onOpen(vehicle.id)}
          />
        ))}
        {shown.length < vehicles.length && (
          <Button className={css['allVehicles'] ?? ''} onClick={() => setAll(true)}>
            {t('vehicle.all', { n: vehicles.length })}
          </Button>
        )}
      </section>
      <PastVehicles vehicles={page.pastVehicles} />
    </>
  );
};

interface VehicleCardProps {
  readonly customerId: string;
  readonly vehicle: VehicleFacts;
  readonly due: CustomerPage['due'];
  readonly onOpen: () => void;
}

const VehicleCard = ({ customerId, vehicle, due, onOpen }: VehicleCardProps) => {
  const { t } = useTranslation();
  const today = useToday();
  const plate = vehicle.plate === null ? t('vehicle.unnamed') : plateWords(vehicle.plate);
  const bought = vehicle.purchaseDay ?? vehicle.deliveryDay;
  const about = [
    [vehicle.brand, vehicle.series, vehicle.model].filter(Boolean).join(' ') || t('vehicle.unnamedModel'),
    vehicle.color,
    bought && monthOf(bought),
    vehicle.vin && vinShort(vehicle.vin),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <article className={css['vehicle']} aria-label={t('vehicle.card.label', { plate })}>
      <div className={css['vehicleHead']}>
        <h2>
          <button
            type="button"
            className={css['plate']}
            aria-label={t('vehicle.card.edit', { plate })}
            onClick={onOpen}
          >
            {plate}
          </button>
        </h2>
        <span className={css['headEnd']}>
          {!vehicle.vinOk && vehicle.vin !== null && (
            <Chip tone="amber" icon={<WarningIcon size={14} />} title={vehicle.vin}>
              {t('vehicle.card.vinOdd')}
            </Chip>
          )}
          {!vehicle.purchasedHere && <Chip>{t('vehicle.card.elsewhere')}</Chip>}
          {vehicle.energy !== null && vehicle.energy !== 'fuel' && (
            <Chip tone="brand">{t(`vehicle.energy.${vehicle.energy}`)}</Chip>
          )}
          <Chip>{t(`vehicle.use.${vehicle.use}`)}</Chip>
        </span>
      </div>
      <div className={css['model']} title={vehicle.vin ?? undefined}>
        {about}
      </div>
      <div className={css['chips']}>
        <Chip title={vehicle.mileageDay ? t('vehicle.card.mileageOn', { day: vehicle.mileageDay }) : ''}>
          {vehicle.mileage === null
            ? t('vehicle.card.noMileage')
            : t('vehicle.card.mileage', { km: number(vehicle.mileage) })}
        </Chip>
        {vehicleBadges(vehicle, due, today).map((badge) => (
          <Chip key={badge.text} tone={badge.tone} title={badge.day === null ? '' : day(badge.day)}>
            {t(`vehicle.card.${badge.text}`, badge.values)}
          </Chip>
        ))}
        <VehicleRecalls customerId={customerId} vehicleId={vehicle.id} />
        <VehicleDelivery customerId={customerId} vehicleId={vehicle.id} />
        {vehicle.openingSpendFen > 0 && (
          <Chip>{t('vehicle.card.opening', { amount: money(vehicle.openingSpendFen) })}</Chip>
        )}
      </div>
    </article>
  );
};
