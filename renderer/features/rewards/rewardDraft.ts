import type { Asked, api } from '../../lib/api.ts';
import { readWhole } from '../../lib/readWhole.ts';
import { dayOrNull } from '../customer/typedDay.ts';
import { fenOrNull } from '../customer/visitDraft.ts';
import type { Reward, RewardKind } from './shapes.ts';

type RewardInput = Omit<Asked<typeof api.rewards.add>, 'requestId'>;
type Period = Reward['mostPerPeriod'];
export const rewardPeriods: readonly Period[] = ['ever', 'year', 'month'];

/** A reward while it is typed; numbers and yuan as text. */
export interface RewardDraft {
  readonly kind: RewardKind;
  readonly name: string;
  readonly points: string;
  readonly value: string;
  readonly stock: string;
  readonly tiers: readonly string[];
  readonly most: string;
  readonly period: Period;
  readonly validDays: string;
  readonly partner: string;
  readonly settle: string;
  readonly cause: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly active: boolean;
  readonly note: string;
}

export const newReward: RewardDraft = {
  kind: 'labour',
  name: '',
  points: '',
  value: '',
  stock: '',
  tiers: [],
  most: '',
  period: 'ever',
  validDays: '180',
  partner: '',
  settle: '',
  cause: '',
  fromDay: '',
  toDay: '',
  active: true,
  note: '',
};

const yuan = (fen: number | null): string => (fen === null ? '' : (fen / 100).toFixed(2).replace(/\.00$/, ''));
const whole = (value: number | null): string => (value === null ? '' : String(value));

export const rewardDraftOf = (reward: Reward): RewardDraft => ({
  kind: reward.kind,
  name: reward.name,
  points: String(reward.points),
  value: yuan(reward.valueFen),
  stock: whole(reward.stock),
  tiers: reward.tiers,
  most: whole(reward.mostPerPerson),
  period: reward.mostPerPeriod,
  validDays: String(reward.validDays),
  partner: reward.partner ?? '',
  settle: yuan(reward.settleFen),
  cause: reward.cause ?? '',
  fromDay: reward.fromDay ?? '',
  toDay: reward.toDay ?? '',
  active: reward.active,
  note: reward.note ?? '',
});

export type RewardProblem =
  | 'required'
  | 'points'
  | 'amount'
  | 'whole'
  | 'stock'
  | 'stockBelow'
  | 'days'
  | 'day'
  | 'dayOrder';
export type RewardField =
  | 'name'
  | 'points'
  | 'value'
  | 'stock'
  | 'most'
  | 'validDays'
  | 'partner'
  | 'settle'
  | 'cause'
  | 'fromDay'
  | 'toDay';
export type RewardProblems = Readonly<Partial<Record<RewardField, RewardProblem>>>;

const blank = (text: string): boolean => text.trim() === '';
const missing = (text: string): RewardProblem | undefined => (blank(text) ? 'required' : undefined);
const unless = (fine: boolean, problem: RewardProblem): RewardProblem | undefined => (fine ? undefined : problem);

/** `given`: vouchers of it that are out already, which no stock can be below. */
export const checkReward = (draft: RewardDraft, given: number): RewardProblems => {
  const from = dayOrNull(draft.fromDay);
  const to = dayOrNull(draft.toDay);
  const stock = readWhole(draft.stock, 0, 1_000_000);
  const found: Readonly<Record<RewardField, RewardProblem | undefined>> = {
    name: missing(draft.name),
    points: missing(draft.points) ?? unless(readWhole(draft.points, 1, 1_000_000_000) !== null, 'points'),
    // money off wants a sum
    value: blank(draft.value)
      ? unless(draft.kind !== 'cash', 'required')
      : unless((fenOrNull(draft.value) ?? 0) > 0 || (draft.kind !== 'cash' && fenOrNull(draft.value) === 0), 'amount'),
    stock: blank(draft.stock)
      ? undefined
      : (unless(stock !== null, 'stock') ?? unless(stock === null || stock >= given, 'stockBelow')),
    most: unless(blank(draft.most) || readWhole(draft.most, 1, 10_000) !== null, 'whole'),
    validDays: unless(readWhole(draft.validDays, 1, 3660) !== null, 'days'),
    partner: draft.kind === 'partner' ? missing(draft.partner) : undefined,
    settle: unless(draft.kind !== 'partner' || blank(draft.settle) || fenOrNull(draft.settle) !== null, 'amount'),
    cause: draft.kind === 'donation' ? missing(draft.cause) : undefined,
    fromDay: unless(blank(draft.fromDay) || from !== null, 'day'),
    toDay:
      unless(blank(draft.toDay) || to !== null, 'day') ??
      unless(from === null || to === null || from <= to, 'dayOrder'),
  };
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== undefined));
};

/** As the store takes it, once `checkReward` finds nothing; what belongs to another kind is left out. */
export const rewardInputOf = (draft: RewardDraft): RewardInput => ({
  kind: draft.kind,
  name: draft.name.trim(),
  points: readWhole(draft.points, 1, 1_000_000_000) ?? 0,
  valueFen: fenOrNull(draft.value),
  stock: readWhole(draft.stock, 0, 1_000_000),
  tiers: [...draft.tiers],
  mostPerPerson: readWhole(draft.most, 1, 10_000),
  mostPerPeriod: draft.period,
  validDays: readWhole(draft.validDays, 1, 3660) ?? 0,
  partner: draft.kind === 'partner' ? draft.partner.trim() : null,
  settleFen: draft.kind === 'partner' ? fenOrNull(draft.settle) : null,
  cause: draft.kind === 'donation' ? draft.cause.trim() : null,
  fromDay: dayOrNull(draft.fromDay),
  toDay: dayOrNull(draft.toDay),
  active: draft.active,
  note: draft.note.trim() || null,
});
