import type { Contract } from '../../contract/index.ts';
import type { Explanation } from '../../contract/points.ts';
import { addMonths } from '../../domain/day.ts';
import { liabilityFen, type Movements, moved, nothingMoved, riseOf } from '../../domain/points/liability.ts';
import type { QueryHandler } from '../../store/handler.ts';
import { tierNameOf, tierOf } from '../members/tierNames.ts';
import { settingsOn } from '../settings/settings.ts';

type Kind = Explanation['entries'][number]['kind'];

interface TierLine {
  readonly movements: Movements;
  readonly outstanding: number;
}

/** Every month from the first to the last, `YYYY-MM`. */
const monthsBetween = (from: string, to: string): string[] => {
  const months: string[] = [];
  for (let month = from; month <= to; month = addMonths(`${month}-01`, 1).slice(0, 7)) months.push(month);
  return months;
};

const sumOf = (lines: Iterable<TierLine>): TierLine => {
  let movements = nothingMoved;
  let outstanding = 0;
  for (const line of lines) {
    movements = {
      issued: movements.issued + line.movements.issued,
      redeemed: movements.redeemed + line.movements.redeemed,
      lapsed: movements.lapsed + line.movements.lapsed,
      reversed: movements.reversed + line.movements.reversed,
      other: movements.other + line.movements.other,
    };
    outstanding += line.outstanding;
  }
  return { movements, outstanding };
};

/** Whether anything is to be said of a tier in a month. */
const says = ({ movements, outstanding }: TierLine): boolean =>
  outstanding !== 0 || Object.values(movements).some((points) => points !== 0);

/**
 * 积分负债报表 by tier and month, from the monthly sums that the ledger's triggers keep: a few rows a month, however many entries
 * there are. A tier is the one that stands on the entry.
 */
export const liability: QueryHandler<Contract['points']['liability']> = async (db, input, ctx) => {
  const { tiers, pointsTerms } = await settingsOn(db, ctx.today());
  const { valueFen, valuePoints, breakagePercent } = pointsTerms;
  const terms = { valueFen, valuePoints, breakagePercent };
  const kept = await db
    .selectFrom('pointsMonth')
    .select(['month', 'tier', 'kind', 'redeemable'])
    .where('month', '<=', input.toMonth)
    .execute();
  const known = tiers.map(({ code }) => code);
  const codes = [...known, ...new Set(kept.map(({ tier }) => tier).filter((code) => !known.includes(code)))];
  const outstanding = new Map(codes.map((code) => [code, 0]));
  const movedIn = new Map<string, Movements>();
  for (const { month, tier, kind, redeemable } of kept) {
    if (month < input.fromMonth) outstanding.set(tier, (outstanding.get(tier) ?? 0) + redeemable);
    else {
      const key = `${month} ${tier}`;
      movedIn.set(key, moved(movedIn.get(key) ?? nothingMoved, kind as Kind, redeemable));
    }
  }
  const rows = [];
  const months = [];
  for (const month of monthsBetween(input.fromMonth, input.toMonth)) {
    const lines: TierLine[] = [];
    for (const code of codes) {
      const movements = movedIn.get(`${month} ${code}`) ?? nothingMoved;
      const line = { movements, outstanding: (outstanding.get(code) ?? 0) + riseOf(movements) };
      outstanding.set(code, line.outstanding);
      lines.push(line);
      if (says(line)) {
        rows.push({ month, ...tierOf(tiers, code), ...line.movements, outstanding: line.outstanding });
      }
    }
    const sum = sumOf(lines);
    months.push({
      month,
      ...sum.movements,
      outstanding: sum.outstanding,
      liabilityFen: liabilityFen(sum.outstanding, terms),
    });
  }
  const total = [...outstanding.values()].reduce((sum, points) => sum + points, 0);
  return {
    fromMonth: input.fromMonth,
    toMonth: input.toMonth,
    rows,
    months,
    byTier: codes
      .map((code) => ({ code, points: outstanding.get(code) ?? 0 }))
      .filter(({ code, points }) => known.includes(code) || points !== 0)
      .map(({ code, points }) => ({
        tier: code,
        tierName: tierNameOf(tiers, code),
        outstanding: points,
        liabilityFen: liabilityFen(points, terms),
      })),
    outstanding: total,
    liabilityFen: liabilityFen(total, terms),
    terms,
  };
};
