import type { z } from 'zod';
import type { membershipEventRow } from '../../contract/members.ts';
import type { membershipEventKind } from '../../contract/memberTerms.ts';
import type { Settings } from '../../contract/settings.ts';
import type { CommandContext, ReadDb, WriteDb } from '../../store/handler.ts';
import { tierNameOf } from './tierNames.ts';

type EventKind = z.output<typeof membershipEventKind>;
type EventRow = z.output<typeof membershipEventRow>;

/** 如何算出: what was found when it was decided. */
export type Facts = Readonly<Record<string, string | number>>;

export interface NewEvent {
  /** where an entry of the ledger names it as its source, made before it */
  readonly id?: string;
  readonly membershipId: string;
  readonly kind: EventKind;
  readonly cardId?: string;
  readonly tierFrom?: string;
  readonly tierTo?: string;
  /** the time that was added */
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly path?: string;
  readonly reason?: string | null;
  readonly feeFen?: number | null;
  readonly receiptNo?: string | null;
  readonly entryId?: string | null;
  readonly ruleDay?: string | null;
  readonly facts?: Facts;
}

/** What became of a membership, by whom and why (会籍记录). Can only be added to. */
export const writeEvent = async (db: WriteDb, ctx: CommandContext, event: NewEvent): Promise<string> => {
  const { facts, id = ctx.newId(), ...columns } = event;
  await db
    .insertInto('membershipEvent')
    .values({
      ...columns,
      id,
      day: ctx.today(),
      at: ctx.now(),
      byName: ctx.actor.name,
      facts: JSON.stringify(facts ?? {}),
    })
    .execute();
  return id;
};

/** Latest first. */
export const eventsOf = async (db: ReadDb, membershipId: string, tiers: Settings['tiers']): Promise<EventRow[]> => {
  const rows = await db
    .selectFrom('membershipEvent as e')
    .leftJoin('memberCard as c', 'c.id', 'e.cardId')
    .selectAll('e')
    .select('c.number')
    .where('e.membershipId', '=', membershipId)
    .orderBy('e.at', 'desc')
    .orderBy('e.id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as EventKind,
    day: row.day,
    at: row.at,
    byName: row.byName,
    cardNumber: row.number,
    tierFromName: row.tierFrom && tierNameOf(tiers, row.tierFrom),
    tierToName: row.tierTo && tierNameOf(tiers, row.tierTo),
    validFrom: row.validFrom,
    validTo: row.validTo,
    path: row.path,
    reason: row.reason,
    feeFen: row.feeFen,
    receiptNo: row.receiptNo,
    ruleDay: row.ruleDay,
    facts: JSON.parse(row.facts) as Record<string, string | number>,
  }));
};

/** First days of the times that were joined or renewed; the day of joining where an old system knew no more. */
export const startsOf = async (
  db: ReadDb,
  membership: { readonly id: string; readonly joinDay: string | null },
): Promise<string[]> => {
  const rows = await db
    .selectFrom('membershipEvent')
    .select('validFrom')
    .where('membershipId', '=', membership.id)
    .where('kind', 'in', ['join', 'renew'])
    .where('validFrom', 'is not', null)
    .execute();
  const known = rows.flatMap((row) => (row.validFrom === null ? [] : [row.validFrom]));
  return membership.joinDay === null ? known : [membership.joinDay, ...known];
};
