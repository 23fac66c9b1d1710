import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayShort, daysLeft, number, plate } from '../../lib/formats.ts';
import { useGo } from '../../lib/place.ts';
import { Chip, type ChipTone } from '../../ui/Chip.tsx';
import { Panel } from '../../ui/Panel.tsx';
import type { Today } from './VisitsPanel.tsx';

export interface DuePanelProps {
  readonly icon: ReactNode;
  readonly title: string;
  /** how many there are beyond those listed */
  readonly total?: number;
  /** the list with all of them */
  readonly more?: string;
  readonly empty: string;
  readonly rows: Today['insurance'];
  readonly today: string;
}

/** What falls due, soonest first; red once it is past. */
export const DuePanel = ({ icon, title, total, more, empty, rows, today }: DuePanelProps) => {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <Panel
      flush
      scrolls
      title={
        <>
          {icon} {title}
        </>
      }
      {...(total === undefined || total === 0
        ? {}
        : { aside: <Chip>{t('today.due', { count: total, total: number(total) })}</Chip> })}
      {...(more && total
        ? {
            actions: (
              <button type="button" className="today-more" onClick={() => go(more)}>
                {t('today.all')}
              </button>
            ),
          }
        : {})}
    >
      {rows.length === 0 ? (
        <p className="today-none">{empty}</p>
      ) : (
        <ul className="today-due">
          {rows.map((row) => (
            <li key={`${row.customerId} ${row.vehicleId} ${row.label} ${row.day}`}>
              <Link to="/customers/$id" params={{ id: row.customerId }}>
                {row.customerName}
              </Link>
              <span className="today-label">{row.vehicleId ? plate(row.label) : row.label}</span>
              <span className="quiet">{dayShort(row.day, today)}</span>
              <Chip tone={toneOf(row.days)}>{daysLeft(row.days)}</Chip>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
};

const toneOf = (days: number): ChipTone => {
  if (days < 0) return 'red';
  return days <= 30 ? 'amber' : 'plain';
};
