import { parseYuan } from '../../../db/domain/money.ts';
import type { Answer, api } from '../../lib/api.ts';
import { dayOrNull } from '../customer/typedDay.ts';

export type Prospect = Answer<typeof api.prospects.get>['prospect'];
export type TestDrive = Answer<typeof api.prospects.get>['drives'][number];

/** What somebody wishes for, while it is typed; budgets in 万元. */
export interface FactsDraft {
  readonly models: readonly string[];
  readonly budgetFrom: string;
  readonly budgetTo: string;
  readonly source: string;
  readonly tradeIn: boolean;
  readonly tradeInNote: string;
  readonly note: string;
}

/** 下一步 while it is typed. */
export interface NextDraft {
  readonly what: string;
  readonly day: string;
  readonly ownerId: string;
}

export const noFacts: FactsDraft = {
  models: [],
  budgetFrom: '',
  budgetTo: '',
  source: '',
  tradeIn: false,
  tradeInNote: '',
  note: '',
};

const fenOfWan = 1_000_000;

/** 12.5 (万元) → fen; null where nothing is typed or it is no amount. */
export const wanToFen = (text: string): number | null => {
  const check = parseYuan(text);
  return check.ok && check.fen >= 0 && check.fen <= 1_000_000 ? check.fen * 10_000 : null;
};

/** fen → 12.5 */
export const fenToWan = (fen: number | null): string =>
  fen === null ? '' : String(Math.round(fen / (fenOfWan / 100)) / 100);

/** 12–15 · 12+ · –15, in 万元; null where no budget is known. */
export const budgetWan = (from: number | null, to: number | null): string | null => {
  if (from === null && to === null) return null;
  if (from !== null && to !== null) return from === to ? fenToWan(from) : `${fenToWan(from)}–${fenToWan(to)}`;
  return from === null ? `≤ ${fenToWan(to)}` : `≥ ${fenToWan(from)}`;
};

export const factsOf = (prospect: Prospect): FactsDraft => ({
  models: prospect.models,
  budgetFrom: fenToWan(prospect.budgetFromFen),
  budgetTo: fenToWan(prospect.budgetToFen),
  source: prospect.source ?? '',
  tradeIn: prospect.tradeIn,
  tradeInNote: prospect.tradeInNote ?? '',
  note: prospect.note ?? '',
});

export const nextOf = (prospect: Prospect): NextDraft => ({
  what: prospect.next?.what ?? '',
  day: prospect.next?.day ?? '',
  ownerId: prospect.next?.ownerId ?? '',
});

export type FactsProblem = 'amount-invalid' | 'budget-reversed';

export const checkFacts = (draft: FactsDraft): Readonly<Partial<Record<'budgetFrom' | 'budgetTo', FactsProblem>>> => {
  const bad = (text: string): boolean => text.trim() !== '' && wanToFen(text) === null;
  const from = wanToFen(draft.budgetFrom);
  const to = wanToFen(draft.budgetTo);
  return {
    ...(bad(draft.budgetFrom) ? { budgetFrom: 'amount-invalid' as const } : {}),
    ...(bad(draft.budgetTo)
      ? { budgetTo: 'amount-invalid' as const }
      : from !== null && to !== null && from > to
        ? { budgetTo: 'budget-reversed' as const }
        : {}),
  };
};

/** A next step that is half typed: what without a day, or a day without what. */
export const checkNext = (next: NextDraft): Readonly<Partial<Record<'what' | 'day', 'required' | 'day-invalid'>>> => {
  const what = next.what.trim() !== '';
  const day = next.day.trim() !== '';
  if (!what && !day) return {};
  return {
    ...(what ? {} : { what: 'required' as const }),
    ...(dayOrNull(next.day) === null ? { day: day ? ('day-invalid' as const) : ('required' as const) } : {}),
  };
};

const known = (text: string): string | null => text.trim() || null;

export const factsInputOf = (draft: FactsDraft, next: NextDraft) => {
  const day = dayOrNull(next.day);
  const what = known(next.what);
  return {
    models: [...draft.models],
    budgetFromFen: wanToFen(draft.budgetFrom),
    budgetToFen: wanToFen(draft.budgetTo),
    source: known(draft.source),
    tradeIn: draft.tradeIn,
    tradeInNote: draft.tradeIn ? known(draft.tradeInNote) : null,
    note: known(draft.note),
    next: what !== null && day !== null ? { what, day, ownerId: next.ownerId || null } : null,
  };
};

/** A test drive while it is typed. */
export interface DriveDraft {
  readonly model: string;
  readonly day: string;
  readonly remark: string;
}

export const noDrive = (today: string): DriveDraft => ({ model: '', day: today, remark: '' });

/** What keeps it from being filed; null where it is whole, and where nothing of it was typed. */
export const checkDrive = ({ model, day, remark }: DriveDraft): 'model' | 'day' | null => {
  if (model.trim() === '') return remark.trim() === '' ? null : 'model';
  return dayOrNull(day) === null ? 'day' : null;
};
