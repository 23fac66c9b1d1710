import type { QuestionKind } from '../../contract/surveyTerms.ts';
import { addMonths, type Day } from '../day.ts';
import { firstPromoter, lastDetractor } from './answers.ts';

/** How often a score was given. */
export interface ScoreCount {
  readonly kind: QuestionKind;
  readonly score: number;
  readonly count: number;
}

const total = (rows: readonly ScoreCount[], fits: (score: number) => boolean = () => true): number =>
  rows.reduce((sum, { score, count }) => (fits(score) ? sum + count : sum), 0);

/** 净推荐值 (S2): % of 9–10 minus % of 0–6, in tenths; null of none. */
export const npsOf = (rows: readonly ScoreCount[]) => {
  const given = rows.filter(({ kind }) => kind === 'nps');
  const n = total(given);
  const promoters = total(given, (score) => score >= firstPromoter);
  const detractors = total(given, (score) => score <= lastDetractor);
  return {
    n,
    promoters,
    passives: n - promoters - detractors,
    detractors,
    score: n === 0 ? null : percentOf(promoters - detractors, n),
  };
};

/** 满意度 (S1, S2): the share of those from `satisfiedFrom` up in tenths of a percent, the mean of 1–5 in hundredths; null of none. */
export const satisfactionOf = (rows: readonly ScoreCount[], satisfiedFrom: number) => {
  const given = rows.filter(({ kind }) => kind === 'satisfaction');
  const n = total(given);
  const satisfied = total(given, (score) => score >= satisfiedFrom);
  const sum = given.reduce((all, { score, count }) => all + score * count, 0);
  return {
    n,
    satisfied,
    percent: n === 0 ? null : percentOf(satisfied, n),
    meanCenti: n === 0 ? null : Math.round((sum * 100) / n),
  };
};

/** So many of so many as percent, rounded to tenths; half a tenth goes away from nothing, so that −x is what x is. */
const percentOf = (part: number, whole: number): number => {
  const rounded = Math.round((Math.abs(part) * 1000) / whole) / 10;
  return part < 0 && rounded !== 0 ? -rounded : rounded;
};

/** Both figures of the same answers. */
export const figuresOf = (rows: readonly ScoreCount[], satisfiedFrom: number) => ({
  nps: npsOf(rows),
  satisfaction: satisfactionOf(rows, satisfiedFrom),
});

/** Every month from the first day's to the last day's, `YYYY-MM`. */
export const monthsBetween = (fromDay: Day, toDay: Day): readonly string[] => {
  const months: string[] = [];
  for (let day = `${fromDay.slice(0, 7)}-01`; day <= toDay; day = addMonths(day, 1)) months.push(day.slice(0, 7));
  return months;
};
