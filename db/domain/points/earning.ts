import type { BonusDays, EarningRatio, PointsRules } from '../../contract/pointsRules.ts';
import type { Category } from '../../contract/visits.ts';
import { type Day, weekday } from '../day.ts';

export interface EarningLine {
  readonly category: Category;
  /** 实收, fen */
  readonly amountFen: number;
}

/** When and for whom points are earned. */
export interface EarningOccasion {
  /** of the arrival */
  readonly day: Day;
  /** code of the tier at the arrival */
  readonly tier: string;
  /** the customer keeps a birthday in the solar month of that day */
  readonly birthdayMonth: boolean;
}

export interface EarnedLine extends EarningLine {
  /** null where nothing is given for this category */
  readonly ratio: Pick<EarningRatio, 'points' | 'perFen'> | null;
  readonly points: number;
  readonly bonus: number;
  /** the multiple that gave the bonus, percent */
  readonly percent: number;
  /** what multiplied: a bonus day's name, or the birthday */
  readonly because: { readonly kind: 'bonusDay'; readonly name: string } | { readonly kind: 'birthday' } | null;
}

export interface Earned {
  readonly lines: readonly EarnedLine[];
  /** points */
  readonly base: number;
  /** points on top, by bonus days and birthdays */
  readonly bonus: number;
}

/** The tier's own ratio, else the one for all. */
const ratioOf = (rules: PointsRules, category: Category, tier: string): EarningRatio | undefined =>
  rules.ratios.find((ratio) => ratio.category === category && ratio.tier === tier) ??
  rules.ratios.find((ratio) => ratio.category === category && ratio.tier === null);

const holdsOn = (bonus: BonusDays, day: Day, category: Category): boolean =>
  bonus.fromDay <= day &&
  day <= bonus.toDay &&
  (bonus.weekdays.length === 0 || bonus.weekdays.includes(weekday(day))) &&
  (bonus.categories.length === 0 || bonus.categories.includes(category));

/** The highest multiple alone: two occasions on one day do not multiply each other. */
const multipleOf = (rules: PointsRules, occasion: EarningOccasion, category: Category) => {
  let best: Pick<EarnedLine, 'percent' | 'because'> = { percent: 100, because: null };
  for (const bonus of rules.bonusDays) {
    if (bonus.percent > best.percent && holdsOn(bonus, occasion.day, category)) {
      best = { percent: bonus.percent, because: { kind: 'bonusDay', name: bonus.name } };
    }
  }
  if (occasion.birthdayMonth && rules.birthdayPercent !== null && rules.birthdayPercent > best.percent) {
    best = { percent: rules.birthdayPercent, because: { kind: 'birthday' } };
  }
  return best;
};

/**
 * What a visit earns (获得积分, domain: points): per line on the amount received, rounded down once per line; a multiple's
 * bonus is what the line gives with it, rounded down, above what it gives without. The only place where points are rounded.
 */
export const earn = (lines: readonly EarningLine[], rules: PointsRules, occasion: EarningOccasion): Earned => {
  const earned = lines.map((line): EarnedLine => {
    const { category, amountFen } = line;
    const ratio = ratioOf(rules, category, occasion.tier);
    if (!ratio || ratio.points === 0) {
      return { category, amountFen, ratio: null, points: 0, bonus: 0, percent: 100, because: null };
    }
    const exact = BigInt(amountFen) * BigInt(ratio.points);
    const { percent, because } = multipleOf(rules, occasion, category);
    const points = Number(exact / BigInt(ratio.perFen));
    return {
      category,
      amountFen,
      ratio: { points: ratio.points, perFen: ratio.perFen },
      points,
      bonus: Number((exact * BigInt(percent)) / (BigInt(ratio.perFen) * 100n)) - points,
      percent,
      because,
    };
  });
  return {
    lines: earned,
    base: earned.reduce((sum, line) => sum + line.points, 0),
    bonus: earned.reduce((sum, line) => sum + line.bonus, 0),
  };
};
