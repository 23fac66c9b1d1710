import { addDays } from '../../../db/domain/day.ts';
import { readWhole } from '../../lib/readWhole.ts';
import { fenOrNull } from '../customer/visitDraft.ts';
import type { grantKinds, grantOrigins } from './shapes.ts';

/** A voucher without points while it is typed. */
export interface GrantDraft {
  readonly to: 'one' | 'group';
  readonly customer: { readonly id: string; readonly name: string } | null;
  /** id of the 客户群; empty: none chosen */
  readonly groupId: string;
  readonly origin: (typeof grantOrigins)[number];
  readonly kind: (typeof grantKinds)[number];
  readonly name: string;
  /** yuan as typed */
  readonly value: string;
  readonly validDays: string;
  readonly reason: string;
}

export const newGrant = (customer: GrantDraft['customer']): GrantDraft => ({
  to: 'one',
  customer,
  groupId: '',
  origin: 'hand',
  kind: 'cash',
  name: '',
  value: '',
  validDays: '90',
  reason: '',
});

export type GrantField = 'customer' | 'group' | 'name' | 'value' | 'validDays' | 'reason';
export type GrantProblem = 'required' | 'amount' | 'days' | 'customer' | 'group';

export const checkGrant = (draft: GrantDraft): Readonly<Partial<Record<GrantField, GrantProblem>>> => {
  const { to, customer, groupId, name, value, validDays, reason } = draft;
  return {
    ...(to === 'one' && !customer ? { customer: 'customer' as const } : {}),
    ...(to === 'group' && groupId === '' ? { group: 'group' as const } : {}),
    ...(name.trim() === '' ? { name: 'required' as const } : {}),
    ...(value.trim() === ''
      ? // money off wants a sum
        draft.kind === 'cash'
        ? { value: 'required' as const }
        : {}
      : fenOrNull(value) === null
        ? { value: 'amount' as const }
        : {}),
    ...(readWhole(validDays, 1, 3660) === null ? { validDays: 'days' as const } : {}),
    ...(reason.trim() === '' ? { reason: 'required' as const } : {}),
  };
};

/** What both ways of giving take. */
export const grantInputOf = (draft: GrantDraft) => ({
  kind: draft.kind,
  name: draft.name.trim(),
  valueFen: fenOrNull(draft.value),
  validDays: readWhole(draft.validDays, 1, 3660) ?? 0,
  reason: draft.reason.trim(),
});

/** Its last usable day, should it be given today; null while the days are none. */
export const lastDayOf = (draft: GrantDraft, today: string): string | null => {
  const days = readWhole(draft.validDays, 1, 3660);
  return days === null ? null : addDays(today, days);
};
