import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { tierTone } from '../../app/tierTone.ts';
import { cardNumber, dayShort, daysBetween, daysLeft, number } from '../../lib/formats.ts';
import { useGo } from '../../lib/place.ts';
import { Chip } from '../../ui/Chip.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { Panel } from '../../ui/Panel.tsx';
import css from './members.module.css';
import { wayWords } from './pathWords.ts';
import type { Home, MemberRow } from './shapes.ts';
import { TierPyramid } from './TierPyramid.tsx';

/** What wants doing, four short lists, and how many there are of each tier. */
export const HomeLists = ({ home }: { readonly home: Home }) => {
  const { t } = useTranslation();
  const go = useGo();
  const { day, counts } = home;
  return (
    <div className={css['lists']}>
      <List
        title={t('members.home.expiring')}
        empty={t('members.home.noExpiring')}
        rest={counts.expiringThisMonth - home.expiring.length}
        {...(home.expiring.length > 0
          ? {
              actions: (
                <span className="quiet small">
                  {t('members.home.keys')} <KeyHint keys="R" />
                </span>
              ),
            }
          : {})}
      >
        {home.expiring.map((row) => (
          <Line key={row.membershipId} row={row}>
            <span className="quiet">{row.validThrough && dayShort(row.validThrough, day)}</span>
            <Left day={row.validThrough} today={day} />
            <Do
              label={t('members.home.renew')}
              name={row.name}
              onClick={() => go(`/members?do=renew&id=${row.membershipId}`, { replace: true })}
            />
          </Line>
        ))}
      </List>
      <List
        title={t('members.home.eligible')}
        empty={t('members.home.noEligible')}
        rest={counts.eligible - home.eligible.length}
      >
        {home.eligible.map(({ member, eligibleFor, path }) => (
          <Line key={member.membershipId} row={member}>
            <span className={`quiet ${css['fill']}`} title={wayWords(path, 'upgrade', t)}>
              {wayWords(path, 'upgrade', t)}
            </span>
            <Chip tone={tierTone(eligibleFor.tier)}>{t('members.toTier', { tier: eligibleFor.tierName })}</Chip>
            <Do
              label={t('members.home.upgrade')}
              name={member.name}
              onClick={() => go(`/members?do=upgrade&id=${member.membershipId}`, { replace: true })}
            />
          </Line>
        ))}
      </List>
      <TierPyramid tiers={home.byTier} />
      <List
        title={t('members.home.lapsing')}
        empty={t('members.home.noLapsing')}
        rest={counts.lapsing - home.lapsing.length}
      >
        {home.lapsing.map((row) => (
          <Line key={row.membershipId} row={row}>
            <span className={css['fill']}>
              {row.lapseDay && t('members.lapsesOn', { points: number(row.lapsing), day: dayShort(row.lapseDay, day) })}
            </span>
            <Left day={row.lapseDay} today={day} />
          </Line>
        ))}
      </List>
      <List
        title={t('members.home.toPrint')}
        empty={t('members.home.noToPrint')}
        rest={counts.toPrint - home.toPrint.length}
        wide
        {...(home.toPrint.length > 0
          ? {
              actions: (
                <button type="button" className={css['linkButton']} onClick={() => go('/printing/queue')}>
                  {t('members.home.print')} <KeyHint keys="P" />
                </button>
              ),
            }
          : {})}
      >
        {home.toPrint.map((card) => (
          <li key={card.cardId} className={css['line']}>
            <span className={css['lineName']}>{card.holder}</span>
            <Chip tone={tierTone(card.tier)}>{card.tierName}</Chip>
            <span className={`quiet ${css['fill']}`}>{cardNumber(card.number)}</span>
          </li>
        ))}
      </List>
    </div>
  );
};

interface ListProps {
  readonly title: string;
  readonly empty: string;
  /** more than are listed */
  readonly rest: number;
  readonly wide?: boolean;
  readonly actions?: ReactNode;
  readonly children: readonly ReactNode[];
}

const List = ({ title, empty, rest, wide, actions, children }: ListProps) => {
  const { t } = useTranslation();
  return (
    <Panel
      flush
      scrolls
      title={title}
      className={wide ? (css['wideList'] ?? '') : ''}
      {...(actions ? { actions } : {})}
    >
      {children.length === 0 ? (
        <p className={css['none']}>{empty}</p>
      ) : (
        <ul>
          {children}
          {rest > 0 && <li className={css['rest']}>{t('members.home.rest', { count: rest, n: number(rest) })}</li>}
        </ul>
      )}
    </Panel>
  );
};

const Line = ({ row, children }: { readonly row: MemberRow; readonly children: ReactNode }) => (
  <li className={css['line']} data-member={row.membershipId}>
    <Link to="/members/$id" params={{ id: row.membershipId }} className={css['lineName']}>
      {row.name}
    </Link>
    <Chip tone={tierTone(row.tier)}>{row.tierName}</Chip>
    {children}
  </li>
);

/** 还有 12 天, red once it is past. */
const Left = ({ day, today }: { readonly day: string | null; readonly today: string }) => {
  if (day === null) return null;
  const days = daysBetween(today, day);
  return <Chip tone={days < 0 ? 'red' : days <= 30 ? 'amber' : 'plain'}>{daysLeft(days)}</Chip>;
};

interface DoProps {
  readonly label: string;
  /** whom it is done for, for those who hear it */
  readonly name: string;
  readonly onClick: () => void;
}

const Do = ({ label, name, onClick }: DoProps) => (
  <button type="button" className={css['do']} aria-label={`${label} ${name}`} onClick={onClick}>
    {label}
  </button>
);
