import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answer, type api, orpc } from '../../lib/api.ts';
import { cardNumber, day, money, number } from '../../lib/formats.ts';
import { useGo } from '../../lib/place.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { CheckIcon, WarningIcon } from '../../ui/icons.tsx';
import { ListTable } from '../../ui/ListTable.tsx';
import { Loading } from '../../ui/Loading.tsx';
import css from './points.module.css';
import { sourceWords } from './pointsSource.ts';
import { SidePanel } from './SidePanel.tsx';

type Explanation = Answer<typeof api.points.explain>;
type Entry = Explanation['entries'][number];

export interface PointsPanelProps {
  /** its number; null for who is no member */
  readonly card: string | null;
  readonly name: string;
  readonly onClose: () => void;
  /** what can be done with the points */
  readonly foot?: ReactNode;
}

/** 如何算出: every entry of the card's account with the ratio, the rule and the document that gave it, and the proof. */
export const PointsPanel = ({ card, name, onClose, foot }: PointsPanelProps) => {
  const { t } = useTranslation();
  return (
    <SidePanel
      wide
      title={t('points.title')}
      {...(card === null ? {} : { sub: t('points.sub', { number: cardNumber(card) }) })}
      onClose={onClose}
      {...(card !== null && foot ? { foot } : {})}
    >
      {card === null ? <p>{t('points.noCard', { name })}</p> : <Book card={card} />}
    </SidePanel>
  );
};

const Book = ({ card }: { readonly card: string }) => {
  const { t } = useTranslation();
  const go = useGo();
  const { data, error, refetch } = useQuery(orpc.points.explain.queryOptions({ input: { card } }));
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />;
  const { balance, entries, lots, proof } = data;
  return (
    <div className={css['book']}>
      <p className={css['balance']}>
        {t('points.balance', {
          cumulative: number(balance.cumulative),
          redeemable: number(balance.redeemable),
        })}
        <Button
          type="link"
          size="small"
          onClick={() => go(`/statements?${new URLSearchParams({ membership: data.membership.id }).toString()}`)}
        >
          {t('rewards.statement')}
        </Button>
      </p>
      {balance.debt > 0 && <p className={css['debt']}>{t('points.debt', { n: number(balance.debt) })}</p>}
      <p className={proof.holds ? css['holds'] : css['debt']}>
        {proof.holds ? <CheckIcon size={16} /> : <WarningIcon size={16} />}
        {t(proof.holds ? 'points.holds' : 'points.broken')}
      </p>
      <h3>{t('points.lots')}</h3>
      {lots.length === 0 ? (
        <p className="quiet">{t('points.noLots')}</p>
      ) : (
        <ul className={css['lots']}>
          {lots.map((lot) => (
            <li key={lot.id}>{t('points.lot', { n: number(lot.remaining), day: day(lot.lastDay) })}</li>
          ))}
        </ul>
      )}
      <h3>{t('points.entries')}</h3>
      {entries.length === 0 ? <p className="quiet">{t('points.noEntries')}</p> : <Entries entries={entries} />}
    </div>
  );
};

const signed = (points: number): string => (points > 0 ? `+${number(points)}` : number(points));

const Entries = ({ entries }: { readonly entries: readonly Entry[] }) => {
  const { t } = useTranslation();
  return (
    <ListTable
      columns={[
        { key: 'day', label: t('points.column.day'), width: '112px' },
        { key: 'what', label: t('points.column.what') },
        { key: 'cumulative', label: t('points.column.cumulative'), width: '96px', number: true },
        { key: 'redeemable', label: t('points.column.redeemable'), width: '104px', number: true },
        { key: 'after', label: t('points.column.after'), width: '112px', number: true },
      ]}
    >
      {entries.toReversed().map((entry) => (
        <tr key={entry.id}>
          <td>{entry.day}</td>
          <td className={css['what']}>
            <div>{headOf(entry, t)}</div>
            {entry.lines.map((line, at) => (
              // lines of one visit have no other name than their place
              // biome-ignore lint/suspicious/noArrayIndexKey: they never change places, an entry is never edited
              <div key={at} className={css['line']}>
                {lineOf(entry, line, t)}
              </div>
            ))}
          </td>
          <td className="number-cell">{signed(entry.cumulative)}</td>
          <td className="number-cell">{signed(entry.redeemable)}</td>
          <td className="number-cell">{number(entry.redeemableAfter)}</td>
        </tr>
      ))}
    </ListTable>
  );
};

const reasons = ['visit-edited', 'visit-void', 'visit-unpaid', 'import-undo', 'merge', 'merge-undone'] as const;

const headOf = (entry: Entry, t: TFunction): string => {
  const known = reasons.find((reason) => reason === entry.reason);
  const rule = entry.ruleDay === null ? t('points.shipped') : t('points.rule', { day: entry.ruleDay });
  return [
    t(`points.kind.${entry.kind}`),
    sourceWords(entry, t),
    known ? t(`points.reason.${known}`) : entry.reason,
    entry.lines.length > 0 ? rule : null,
    entry.byName,
  ]
    .filter(Boolean)
    .join(' · ');
};

const lineOf = (entry: Entry, line: Entry['lines'][number], t: TFunction): string => {
  const said = t('points.line', {
    category: t(`visit.category.${line.category}`),
    amount: money(line.amountFen),
    per: money(line.ratio.perFen),
    points: number(line.ratio.points),
  });
  return entry.kind === 'bonus'
    ? `${said} ${t('points.times', { percent: line.percent })} = ${number(line.bonus)}`
    : `${said} = ${number(line.points)}`;
};
