import type { TFunction } from 'i18next';
import { money as moneyExact, moneyShort, number } from '../../lib/formats.ts';
import type { PathRow } from './shapes.ts';

/** Whether a path leads to another year (续卡) or to a higher tier (升级). */
export type Aim = 'renew' | 'upgrade';

/** Whole yuan without their .00, others to the fen. */
const money = (fen: number): string => (fen % 100 === 0 ? moneyShort(fen) : moneyExact(fen));

/** What one takes by a path: 交会费 ¥100 · 扣 500 分 · 一次维修满 ¥5,000. */
export const wayWords = ({ path, need }: PathRow, aim: Aim, t: TFunction): string => {
  switch (path) {
    case 'fee':
      return t('members.path.fee', { money: money(need) });
    case 'points':
    case 'deductPoints':
      return t('members.path.deduct', { points: number(need) });
    case 'cumulativePoints':
      return t('members.path.cumulative', { points: number(need) });
    case 'insurance':
      return t(aim === 'renew' ? 'members.path.insurance' : 'members.path.insuranceYears', { money: money(need) });
    case 'repair':
      return t('members.path.repair', { money: money(need) });
    case 'referrals':
      return t('members.path.referrals', { count: need, n: number(need) });
    case 'participations':
      return t('members.path.participations', { count: need, n: number(need) });
  }
};

/** What is missing: 再消费 ¥820 或 120 分 · 再投保 ¥820 · 再介绍 2 位客户. A fee is never missing: it is what it costs. */
export const missingWords = (row: PathRow, aim: Aim, t: TFunction): string => {
  const { path, missing, need, spendFen } = row;
  switch (path) {
    case 'fee':
      return wayWords(row, aim, t);
    case 'points':
    case 'deductPoints':
    case 'cumulativePoints':
      return spendFen === null
        ? t('members.missing.points', { points: number(missing) })
        : t('members.missing.spendOrPoints', { money: money(spendFen), points: number(missing) });
    case 'insurance':
      return t(aim === 'renew' ? 'members.missing.insurance' : 'members.missing.insuranceYears', {
        money: money(aim === 'renew' ? missing : need),
      });
    case 'repair':
      // one repair of so much: what earlier ones came to does not add up to it
      return t('members.path.repair', { money: money(need) });
    case 'referrals':
      return t('members.missing.referrals', { count: missing, n: number(missing) });
    case 'participations':
      return t('members.missing.participations', { count: missing, n: number(missing) });
  }
};

/**
 * 会员测算 in one sentence: 再消费 ¥820 或 120 分可续卡. The cheapest way first; where that is not met yet and another is, that one is
 * named too. Null where no path is offered.
 *
 * @param rows of one aim and one tier, the cheapest first
 * @param open whether it can be done today at all
 */
export const whatIf = (rows: readonly PathRow[], aim: Aim, t: TFunction, open = true): string | null => {
  const [first] = rows;
  if (!first) return null;
  const aimed = (key: 'now' | 'missing', way: string): string =>
    aim === 'renew'
      ? t(`members.whatIf.renew.${key === 'now' && !open ? 'later' : key}`, { way })
      : t(`members.whatIf.upgrade.${key}`, { way, tier: first.tierName });
  if (first.met) return aimed('now', wayWords(first, aim, t));
  const said = aimed('missing', missingWords(first, aim, t));
  const other = rows.find((row) => row.met);
  return other && open ? t('members.whatIf.orNow', { said, way: wayWords(other, aim, t) }) : said;
};

/** What has been reached of what is asked: ¥2,180 / ¥3,000. Empty for a fee, of which nothing is reached. */
export const reachedWords = ({ path, unit, have, need }: PathRow, t: TFunction): string => {
  if (path === 'fee') return '';
  const said = (value: number): string => (unit === 'fen' ? money(value) : number(value));
  return t('members.path.reached', { have: said(have), need: said(need) });
};

/** The paths of each higher tier, in the order in which they came. */
export const byTier = (rows: readonly PathRow[]): readonly (readonly [tier: string, rows: readonly PathRow[]])[] =>
  [...Map.groupBy(rows, (row) => row.tier)].map(([tier, ofTier]) => [tier, ofTier] as const);
