import { sql } from 'kysely';
import type { CallRow } from '../../contract/tasks.ts';
import { holidayTable, isWorkday } from '../../domain/holidays.ts';
import { minuteOfDay } from '../../domain/openingHours.ts';
import { maskPhone } from '../../domain/phone.ts';
import { readContactHours, suitsAt } from '../../domain/tasks/contactHours.ts';
import { timeOf } from '../../domain/zonedTime.ts';
import type { QueryContext, ReadDb } from '../../store/handler.ts';
import { heldCards } from '../customers/cards.ts';
import { tierNameOf } from '../members/tierNames.ts';
import { settingsOn } from '../settings/settings.ts';
import type { Call } from './calls.ts';
import { idsIn } from './judge.ts';
import { reasonOf } from './open.ts';

interface Facts {
  readonly id: string;
  readonly name: string;
  readonly contactHours: string | null;
  readonly number: string | null;
  readonly lastContactAt: number | null;
}

const factsOf = async (db: ReadDb, ids: readonly string[]): Promise<Map<string, Facts>> => {
  const { rows } = await sql<Facts>`
    SELECT c.id, c.name, c.contactHours,
      (SELECT number FROM customerPhone p WHERE p.customerId = c.id ORDER BY position LIMIT 1) AS number,
      (SELECT max(at) FROM contact k WHERE k.customerId = c.id AND k.deletedAt IS NULL) AS lastContactAt
    FROM customer c WHERE c.id IN ${idsIn(ids)}`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
};

/** A page of calls as the list shows them, their facts fetched at once. */
export const callRowsOf = async (db: ReadDb, calls: readonly Call[], ctx: QueryContext): Promise<CallRow[]> => {
  if (calls.length === 0) return [];
  const ids = calls.map(({ customerId }) => customerId);
  const facts = await factsOf(db, ids);
  const cards = await heldCards(db, ids);
  const { tiers, contactRules, holidayYears } = await settingsOn(db, ctx.today());
  const tierNames = new Map(
    cards.toReversed().map(({ customerId, tier }) => [customerId, tierNameOf(tiers, tier)] as const),
  );
  const today = ctx.today();
  const time = timeOf(ctx.now(), ctx.timeZone);
  const isCalling = time >= contactRules.callsFrom && time <= contactRules.callsTo;
  const holidays = holidayTable(holidayYears);
  const likesIt = (words: string | null): boolean =>
    suitsAt(readContactHours(words), today, minuteOfDay(time), (day) => isWorkday(day, holidays));

  return calls.map((call) => {
    const { customerId, tasks, urgency } = call;
    const own = facts.get(customerId);
    const channel = tasks[0]?.channel ?? 'call';
    const planned = tasks.flatMap(({ nextAt }) => (nextAt === null ? [] : [nextAt]));
    return {
      customerId,
      name: own?.name ?? '',
      phoneMasked: own?.number ? maskPhone(own.number) : null,
      tierName: tierNames.get(customerId) ?? null,
      channel,
      reasons: tasks.map(reasonOf),
      urgency,
      tries: Math.max(...tasks.map(({ tries }) => tries)),
      nextAt: planned.length > 0 ? Math.min(...planned) : null,
      contactHours: own?.contactHours ?? null,
      // a letter is read whenever one likes
      suitsNow: channel === 'letter' || (isCalling && (channel === 'message' || likesIt(own?.contactHours ?? null))),
      lastContactAt: own?.lastContactAt ?? null,
    };
  });
};
