import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { useGo } from '../../lib/place.ts';
import { Chip } from '../../ui/Chip.tsx';
import css from './sidePanel.module.css';

export interface OwnersPartProps {
  readonly vehicleId: string;
  /** whose page this is: no link to where one is */
  readonly customerId: string;
}

/** 历任车主, the present one first. Nothing where there was never another. */
export const OwnersPart = ({ vehicleId, customerId }: OwnersPartProps) => {
  const { t } = useTranslation();
  const go = useGo();
  const owners = useQuery(orpc.vehicles.get.queryOptions({ input: { id: vehicleId } })).data?.owners ?? [];
  if (owners.length < 2) return null;
  return (
    <section className={css['part']} aria-label={t('vehicle.owners.title')}>
      <h3>{t('vehicle.owners.title')}</h3>
      <ul className={css['rows']}>
        {owners.map((owner) => (
          <li key={`${owner.customerId} ${owner.toDay}`} className={css['row']}>
            {owner.customerId === customerId ? (
              <strong>{owner.name}</strong>
            ) : (
              <a
                href={`#/customers/${owner.customerId}`}
                onClick={(event) => {
                  event.preventDefault();
                  go(`/customers/${owner.customerId}`);
                }}
              >
                {owner.name}
              </a>
            )}
            {owner.toDay === null && <Chip tone="green">{t('vehicle.owners.now')}</Chip>}
            <span className={`quiet small ${css['rowEnd']}`}>{period(owner, t('vehicle.owners.unknown'))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const period = (owner: { fromDay: string | null; toDay: string | null }, unknown: string): string =>
  owner.toDay === null ? `${owner.fromDay ?? unknown} –` : `${owner.fromDay ?? unknown} – ${owner.toDay}`;
