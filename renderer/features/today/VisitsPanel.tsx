import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { VisitRow } from '../../../db/contract/visits.ts';
import type { Answer, api } from '../../lib/api.ts';
import { money, number, plate, timeOf } from '../../lib/formats.ts';
import { useGo } from '../../lib/place.ts';
import { useTimeZone } from '../../lib/store.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { CarIcon, PlusIcon } from '../../ui/icons.tsx';
import { Panel } from '../../ui/Panel.tsx';

export type Today = Answer<typeof api.home.today>;

/** The visits of today, latest first. */
export const VisitsPanel = ({ today }: { readonly today: Today }) => {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <Panel
      flush
      scrolls
      title={t('today.visits')}
      aside={
        <>
          <Chip tone="brand">{t('today.visitCount', { count: today.visitCount })}</Chip>
          <Chip>{t('today.amount', { amount: money(today.amountFen) })}</Chip>
        </>
      }
      actions={
        <ActionButton
          type="primary"
          icon={<PlusIcon size={16} />}
          label={t('today.newCustomer')}
          keys="Alt+N"
          onClick={() => go('/customers/new')}
        />
      }
    >
      {today.visits.length === 0 ? (
        <EmptyState icon={<CarIcon size={32} />} title={t('today.noVisits')}>
          {t('today.noVisitsText')}
        </EmptyState>
      ) : (
        <table className="today-visits">
          <thead>
            <tr>
              <th scope="col">{t('today.time')}</th>
              <th scope="col">{t('today.customer')}</th>
              <th scope="col">{t('today.vehicle')}</th>
              <th scope="col">{t('today.work')}</th>
              <th scope="col" className="number-cell">
                {t('today.received')}
              </th>
            </tr>
          </thead>
          <tbody>
            {today.visits.map((visit) => (
              <VisitLine key={visit.id} visit={visit} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
};

const VisitLine = ({ visit }: { readonly visit: VisitRow }) => {
  const { t } = useTranslation();
  const go = useGo();
  const timeZone = useTimeZone();
  const works = [...new Set(visit.lines.map((line) => line.category))];
  const [first] = works;
  return (
    <tr className={visit.void ? 'void' : ''} onClick={() => go(`/customers/${visit.customerId}`)}>
      <td>{timeOf(visit.arrivedAt, timeZone)}</td>
      <td>
        <Link to="/customers/$id" params={{ id: visit.customerId }} onClick={(event) => event.stopPropagation()}>
          {visit.customerName}
        </Link>
      </td>
      <td>
        {visit.plate && plate(visit.plate)} <span className="quiet">{visit.series}</span>
        {visit.mileage !== null && <span className="quiet small"> {number(visit.mileage)} km</span>}
      </td>
      <td>
        {first && t(`today.category.${first}`)}
        {works.length > 1 && <span className="quiet"> {t('today.and', { count: works.length })}</span>}
        {visit.void && (
          <>
            {' '}
            <Chip>{t('today.voided')}</Chip>
          </>
        )}
      </td>
      <td className="number-cell">{money(visit.amountFen)}</td>
    </tr>
  );
};
