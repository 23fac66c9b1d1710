import { Link } from '@tanstack/react-router';
import type { TableColumnType } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { tierTone } from '../../app/tierTone.ts';
import { cardNumber, dayShort, number, plate } from '../../lib/formats.ts';
import { useGo } from '../../lib/place.ts';
import { useToday } from '../../lib/store.ts';
import { Chip } from '../../ui/Chip.tsx';
import { VirtualTable } from '../../ui/VirtualTable.tsx';
import { CardStateChip } from './CardStateChip.tsx';
import type { MemberRow } from './shapes.ts';
import { ValidThrough } from './ValidThrough.tsx';

export interface MembersTableProps {
  readonly rows: readonly MemberRow[];
  readonly onEnd: () => void;
}

/** The members as far as they have been fetched; a row opens the card's page. */
export const MembersTable = ({ rows, onEnd }: MembersTableProps) => {
  const go = useGo();
  const columns = useColumns();
  return (
    <VirtualTable
      rows={rows}
      rowKey="membershipId"
      columns={columns}
      onOpen={(row) => go(`/members/${row.membershipId}`)}
      onEnd={onEnd}
    />
  );
};

const useColumns = (): TableColumnType<MemberRow>[] => {
  const { t } = useTranslation();
  const today = useToday();
  return useMemo(() => {
    const none = <span className="quiet">—</span>;
    return [
      {
        title: t('members.column.name'),
        key: 'name',
        width: 118,
        render: (_, row) => (
          <Link to="/members/$id" params={{ id: row.membershipId }} onClick={(event) => event.stopPropagation()}>
            {row.name}
          </Link>
        ),
      },
      {
        title: t('members.column.tier'),
        key: 'tier',
        width: 84,
        render: (_, row) => <Chip tone={tierTone(row.tier)}>{row.tierName}</Chip>,
      },
      {
        title: t('members.column.card'),
        key: 'card',
        width: 176,
        render: (_, row) => (
          <>
            {row.cardNumber ? cardNumber(row.cardNumber) : none}{' '}
            {row.cardState && <CardStateChip state={row.cardState} />}
          </>
        ),
      },
      {
        title: t('members.column.contact'),
        key: 'contact',
        width: 204,
        render: (_, row) => (
          <>
            {row.phoneMasked} <span className="quiet">{row.plate && plate(row.plate)}</span>
          </>
        ),
      },
      {
        title: t('members.column.redeemable'),
        key: 'redeemable',
        width: 90,
        align: 'right',
        render: (_, row) =>
          row.debt > 0 ? (
            <Chip tone="red">{t('members.owes', { points: number(row.debt) })}</Chip>
          ) : (
            number(row.redeemable)
          ),
      },
      {
        title: t('members.column.cumulative'),
        key: 'cumulative',
        width: 84,
        align: 'right',
        render: (_, row) => number(row.cumulative),
      },
      {
        title: t('members.column.lapsing'),
        key: 'lapsing',
        width: 150,
        render: (_, row) =>
          row.lapsing > 0 && row.lapseDay !== null
            ? t('members.lapsesOn', { points: number(row.lapsing), day: dayShort(row.lapseDay, today) })
            : none,
      },
      {
        title: t('members.column.validThrough'),
        key: 'validThrough',
        width: 186,
        render: (_, row) =>
          row.state === 'active' || row.state === 'expired' ? (
            <ValidThrough day={row.validThrough} today={today} />
          ) : (
            <Chip>{t(`members.state.${row.state}`)}</Chip>
          ),
      },
      {
        title: t('members.column.joined'),
        key: 'joined',
        width: 134,
        render: (_, row) => (
          <>
            {row.joinDay ?? none}{' '}
            {row.joinMode && <span className="quiet small">{t(`members.modeShort.${row.joinMode}`)}</span>}
          </>
        ),
      },
    ];
  }, [t, today]);
};
