import { useTranslation } from 'react-i18next';
import { day, daysBetween, daysLeft, number } from '../../lib/formats.ts';
import { useToday } from '../../lib/store.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Panel } from '../../ui/Panel.tsx';
import css from './memberPage.module.css';
import type { MemberPage } from './shapes.ts';

const shown = 6;
/** the strip and the lists warn so many days ahead */
const soonDays = 60;

/** 将到期的积分: what lapses when, the soonest first. */
export const LotsPart = ({ page: { lots } }: { readonly page: MemberPage }) => {
  const { t } = useTranslation();
  const today = useToday();
  const rest = lots.slice(shown).reduce((sum, lot) => sum + lot.remaining, 0);
  return (
    <Panel title={t('members.lots.title')}>
      {lots.length === 0 ? (
        <p className="quiet">{t('points.noLots')}</p>
      ) : (
        <ul className={css['lots']}>
          {lots.slice(0, shown).map((lot) => {
            const days = daysBetween(today, lot.lastDay);
            return (
              <li key={lot.id}>
                <span className={css['lotPoints']}>{t('members.points', { points: number(lot.remaining) })}</span>
                <span>{t('members.lots.through', { day: day(lot.lastDay) })}</span>
                {days <= soonDays && <Chip tone="amber">{daysLeft(days)}</Chip>}
              </li>
            );
          })}
          {rest > 0 && <li className="quiet">{t('members.lots.rest', { points: number(rest) })}</li>}
        </ul>
      )}
    </Panel>
  );
};
