import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitRow } from '../../../db/contract/visits.ts';
import { type Answer, type api, orpc } from '../../lib/api.ts';
import { money, number, plate, timeOf } from '../../lib/formats.ts';
import { useGo } from '../../lib/place.ts';
import { useTimeZone } from '../../lib/store.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { CarIcon, PlusIcon } from '../../ui/icons.tsx';
import { Panel } from '../../ui/Panel.tsx';

const mostVisits = 200;

export type Today = Answer<typeof api.home.today>;

/** The visits of today, latest first. */
export const VisitsPanel = ({ today }: { readonly today: Today }) => {
  const { t } = useTranslation();
  const go = useGo();
  const { rows, more } = useVisits(today);
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
            {rows.map((visit) => (
              <VisitLine key={visit.id} visit={visit} />
            ))}
          </tbody>
        </table>
      )}
      {more && (
        <div className="today-rest">
          <Button size="small" loading={more.busy} onClick={more.load}>
            {t('today.rest', { count: Math.min(today.visitCount, mostVisits) - rows.length })}
          </Button>
        </div>
      )}
    </Panel>
  );
};

/** 今日 brings the latest visits; the rest of a busy day (up to 200 in all) is fetched when asked for. */
const useVisits = (today: Today) => {
  const [all, setAll] = useState(false);
  const { data, isFetching } = useQuery({
    ...orpc.visits.ofDay.queryOptions({ input: { day: today.day, limit: mostVisits } }),
    enabled: all,
  });
  const rows: readonly VisitRow[] = data?.rows ?? today.visits;
  const rest = Math.min(today.visitCount, mostVisits) > rows.length;
  return { rows, more: rest ? { load: () => setAll(true), busy: isFetching } : null };
};

const VisitLine = ({ visit }: { readonly visit: VisitRow }) => {
  const { t } = useTranslation();
  const go = useGo();
  const timeZone = useTimeZone();
  const works = [...new Set(visit.lines.map((line) => line.category))];
  const [first] = works;
  /** the car is still here, or somebody forgot */
  const empty = works.length === 0 && visit.amountFen === 0;
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
        {visit.void && <Chip>{t('today.voided')}</Chip>} {first && t(`today.category.${first}`)}
        {empty && <span className="quiet">{t('board.noLines')}</span>}
        {works.length > 1 && <span className="quiet"> {t('today.and', { count: works.length })}</span>}
      </td>
      <td className="number-cell">{empty ? <span className="quiet">—</span> : money(visit.amountFen)}</td>
    </tr>
  );
};
