import { Link } from '@tanstack/react-router';
import type { TableColumnType } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerColumn } from '../../../db/contract/exports.ts';
import { tierTone } from '../../app/tierTone.ts';
import type { Answer, api } from '../../lib/api.ts';
import { daysAgo, daysBetween, plate } from '../../lib/formats.ts';
import { useGo } from '../../lib/place.ts';
import { useToday } from '../../lib/store.ts';
import { Chip } from '../../ui/Chip.tsx';
import { CompanyIcon } from '../../ui/icons.tsx';
import { VirtualTable } from '../../ui/VirtualTable.tsx';
import { DueDay } from './DueDay.tsx';

export type ListRow = Answer<typeof api.customers.list>['rows'][number];

export interface CustomersTableProps {
  readonly rows: readonly ListRow[];
  readonly columns: readonly CustomerColumn[];
  /** the end is near: more rows, please */
  readonly onEnd: () => void;
}

/** The customers as far as they have been fetched; a row opens its customer. */
export const CustomersTable = ({ rows, columns: chosen, onEnd }: CustomersTableProps) => {
  const go = useGo();
  const all = useColumns();
  const columns = useMemo(() => all.filter((column) => chosen.some((key) => key === column.key)), [all, chosen]);
  return (
    <VirtualTable
      rows={rows}
      rowKey="id"
      columns={columns}
      onOpen={(row) => go(`/customers/${row.id}`)}
      onEnd={onEnd}
    />
  );
};

const useColumns = (): TableColumnType<ListRow>[] => {
  const { t } = useTranslation();
  const today = useToday();
  return useMemo(
    () => [
      {
        title: t('customers.column.name'),
        key: 'name',
        width: 150,
        ellipsis: true,
        render: (_, row) => (
          <>
            <Link to="/customers/$id" params={{ id: row.id }} onClick={(event) => event.stopPropagation()}>
              {row.name}
            </Link>
            {row.kind === 'company' && (
              <span className="quiet" title={t('customers.kind.company')}>
                {' '}
                <CompanyIcon size={14} />
              </span>
            )}
          </>
        ),
      },
      { title: t('customers.column.phone'), key: 'phone', width: 116, render: (_, row) => row.phoneMasked },
      {
        title: t('customers.column.vehicle'),
        key: 'vehicle',
        width: 212,
        ellipsis: true,
        render: (_, row) => (
          <>
            {row.plates[0] && plate(row.plates[0])} <span className="quiet">{row.series}</span>
            {row.vehicleCount > 1 && (
              <span className="quiet"> {t('customers.vehiclesMore', { count: row.vehicleCount })}</span>
            )}
          </>
        ),
      },
      {
        title: t('customers.column.tier'),
        key: 'tier',
        width: 84,
        render: (_, row) => row.tierName && <Chip tone={tierTone(row.tier)}>{row.tierName}</Chip>,
      },
      {
        title: t('customers.column.lastVisit'),
        key: 'lastVisit',
        width: 172,
        render: (_, row) =>
          row.lastVisitDay ? (
            <>
              {row.lastVisitDay} <span className="quiet small">{daysAgo(daysBetween(row.lastVisitDay, today))}</span>
            </>
          ) : (
            <span className="quiet">{t('customers.neverVisited')}</span>
          ),
      },
      {
        title: t('customers.column.insurance'),
        key: 'insurance',
        width: 124,
        render: (_, row) => <DueDay day={row.insuranceEndDay} today={today} />,
      },
      {
        title: t('customers.column.inspection'),
        key: 'inspection',
        width: 124,
        render: (_, row) => <DueDay day={row.inspectionDueDay} today={today} />,
      },
      {
        title: t('customers.column.adviser'),
        key: 'adviser',
        width: 84,
        ellipsis: true,
        render: (_, row) => row.adviserName,
      },
      {
        title: t('customers.column.tags'),
        key: 'tags',
        ellipsis: true,
        width: 150,
        render: (_, row) => row.tags.map((tag) => <Chip key={tag}>{tag}</Chip>),
      },
    ],
    [t, today],
  );
};
