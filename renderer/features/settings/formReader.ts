import { parseYuan } from '../../../db/domain/money.ts';
import type { Range } from './useWholes.ts';

/** What a text of a rule's form is not; `values` go into the sentence (`rules.check`). */
export interface FormProblem {
  readonly reason:
    | 'required'
    | 'hours'
    | 'percents'
    | 'whole'
    | 'amount'
    | 'percent'
    | 'times'
    | 'half'
    | 'value'
    | 'time'
    | CheckedReason;
  readonly values?: Readonly<Record<string, number>>;
}
/** What only the whole rule shows: db/domain/ruleProblems.ts and the forms themselves. */
type CheckedReason =
  | 'day-invalid'
  | 'ends-before-start'
  | 'threshold-order'
  | 'percent-order'
  | 'keep-missing'
  | 'name-twice'
  | 'times-missing'
  | 'too-many'
  | 'none-left'
  | 'interval-missing'
  | 'working-longer'
  | 'acknowledge-longer'
  | 'day-twice'
  | 'day-of-another-year'
  | 'calls-order'
  | 'satisfied-below-bad';

export type FormProblems = Readonly<Record<string, FormProblem>>;

/** What became of a form: the rule, null while something is wrong, and what, by the form's own paths. */
export interface Reading<T> {
  readonly value: T | null;
  readonly problems: FormProblems;
}

const plainOf = (text: string): string => text.normalize('NFKC').trim().replaceAll(',', '');

/** Texts as typed, full-width digits too; what cannot be read is remembered and reads as something harmless. */
export const formReader = () => {
  const problems: Record<string, FormProblem> = {};
  const wrong = (path: string, problem: FormProblem): void => {
    problems[path] ??= problem;
  };
  const inRange = (path: string, text: string, pattern: RegExp, [least, most]: Range, reason: 'whole' | 'percent') => {
    const plain = plainOf(text);
    const value = pattern.test(plain) ? Number(plain) : Number.NaN;
    if (value >= least && value <= most) return value;
    wrong(path, plain === '' ? { reason: 'required' } : { reason, values: { least, most } });
    return least;
  };
  const whole = (path: string, text: string, range: Range): number => inRange(path, text, /^\d{1,12}$/, range, 'whole');
  const fen = (path: string, text: string, leastFen = 0): number => {
    const check = parseYuan(text);
    if (check.ok && check.fen >= leastFen) return check.fen;
    wrong(path, check.ok || check.reason === 'amount-invalid' ? { reason: 'amount' } : { reason: 'required' });
    return leastFen;
  };
  const orNull = <T>(text: string, read: () => T): T | null => (plainOf(text) === '' ? null : read());
  return {
    problems,
    wrong,
    whole,
    fen,
    /** a share with at most one decimal */
    percent: (path: string, text: string, range: Range): number =>
      inRange(path, text, /^\d{1,3}(?:\.\d)?$/, range, 'percent'),
    /** 2 → 200: how many times, with at most two decimals */
    times: (path: string, text: string): number => {
      const plain = plainOf(text);
      const percent = /^\d{1,2}(?:\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : Number.NaN;
      if (percent >= 101 && percent <= 1000) return percent;
      wrong(path, plain === '' ? { reason: 'required' } : { reason: 'times' });
      return 200;
    },
    wholeOrNull: (path: string, text: string, range: Range): number | null =>
      orNull(text, () => whole(path, text, range)),
    fenOrNull: (path: string, text: string, leastFen = 0): number | null =>
      orNull(text, () => fen(path, text, leastFen)),
    done: <T>(value: T): Reading<T> => ({ value: Object.keys(problems).length === 0 ? value : null, problems }),
  };
};

export type FormReader = ReturnType<typeof formReader>;

/** 10000 → `100`, 9950 → `99.50`: an amount as it is typed. */
export const yuanText = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2));
export const yuanTextOrBlank = (fen: number | null): string => (fen === null ? '' : yuanText(fen));
export const textOrBlank = (value: number | null): string => (value === null ? '' : String(value));
/** 250 → `2.5` */
export const timesText = (percent: number): string => String(percent / 100);
