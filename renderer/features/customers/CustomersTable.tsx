import { Link } from '@tanstack/react-router';
import { Table, type TableColumnType } from 'antd';
import { type UIEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerColumn } from '../../../db/contract/exports.ts';
import { tierTone } from '../../app/tierTone.ts';
import type { Answer, api } from '../../lib/api.ts';
import { daysAgo, daysBetween, plate } from '../../lib/formats.ts';
import { useGo } from '../../lib/place.ts';
import { useToday } from '../../lib/store.ts';
import { Chip } from '../../ui/Chip.tsx';
import { CompanyIcon } from '../../ui/icons.tsx';
import { DueDay } from './DueDay.tsx';

export type ListRow = Answer<typeof api.customers.list>['rows'][number];

const headHeight = 38;
/** pages are fetched so many pixels before the end comes into sight */
const ahead = 1_500;

export interface CustomersTableProps {
  readonly rows: readonly ListRow[];
  readonly columns: readonly CustomerColumn[];
  /** the end is near: more rows, please */
  readonly onEnd: () => void;
}

/** Only the rows in sight exist; 100,000 scroll like ten. */
export const CustomersTable = ({ rows, columns: chosen, onEnd }: CustomersTableProps) => {
  const go = useGo();
  const frame = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(frame);
  const all = useColumns();
  const columns = useMemo(() => all.filter((column) => chosen.some((key) => key === column.key)), [all, chosen]);
  const least = columns.reduce((sum, column) => sum + Number(column.width ?? 0), 0);
  const onScroll = (event: UIEvent<HTMLDivElement>): void => {
    const { scrollTop, scrollHeight, clientHeight } = event.currentTarget;
    if (scrollHeight - scrollTop - clientHeight < ahead) onEnd();
  };
  return (
    <div className="customers-table" ref={frame}>
      {height > 0 && (
        <Table<ListRow>
          virtual
          size="small"
          rowKey="id"
          columns={columns}
          dataSource={[...rows]}
          pagination={false}
          showSorterTooltip={false}
          scroll={{ x: Math.max(width, Math.min(1080, least)), y: height - headHeight }}
          onScroll={onScroll}
          onRow={(row) => ({ onClick: () => go(`/customers/${row.id}`) })}
        />
      )}
    </div>
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

/** Inner size of an element, kept while the window changes. */
const useSize = (ref: { readonly current: HTMLElement | null }): { width: number; height: number } => {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const read = (): void => setSize({ width: element.clientWidth, height: element.clientHeight });
    read();
    const watcher = new ResizeObserver(read);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [ref]);
  return size;
};
