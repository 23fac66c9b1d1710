import { type RawBuilder, sql } from 'kysely';
import type { Category } from '../../contract/visits.ts';
import { type Birthday, nextOccurrence } from '../../domain/birthday.ts';
import type { Day } from '../../domain/day.ts';
import type { ReplayedVisit } from '../../domain/points/replay.ts';
import type { ReadDb } from '../../store/handler.ts';
import { birthdayOf } from '../customers/rows.ts';
import { earnsOn, type Held, preferredOf } from '../members/membershipOn.ts';

/** Visits read together: few enough to stay small, many enough to be quick. */
const visitsInStep = 4000;

interface VisitRow {
  readonly id: string;
  readonly customerId: string;
  readonly day: Day;
  readonly arrivedAt: number;
}

interface HeldRow extends Held {
  readonly visitId: string;
}

interface TierChange {
  readonly membershipId: string;
  readonly at: number;
  readonly tierFrom: string;
}

interface Award {
  readonly visitId: string;
  readonly membershipId: string;
  readonly tier: string;
}

interface Span {
  readonly fromDay: Day;
  readonly toDay: Day;
  /** codes, lowest first */
  readonly tiers: readonly string[];
  /** whether any of the rules multiplies in birthday months */
  readonly birthdays: boolean;
}

const all = async <T>(db: ReadDb, query: RawBuilder<T>): Promise<readonly T[]> => (await query.execute(db)).rows;
const listOf = (ids: Iterable<string>) => sql`(SELECT value FROM json_each(${JSON.stringify([...ids])}))`;

const grouped = <T, K extends keyof T>(rows: readonly T[], key: K): Map<T[K], T[]> => {
  const groups = new Map<T[K], T[]>();
  for (const row of rows) {
    const group = groups.get(row[key]);
    if (group) group.push(row);
    else groups.set(row[key], [row]);
  }
  return groups;
};

/** Visits that count, of whoever holds a card, in the order in which they came. */
const nextVisits = async (db: ReadDb, span: Span, after: VisitRow | undefined): Promise<readonly VisitRow[]> =>
  all(
    db,
    sql<VisitRow>`SELECT v.id, v.customerId, v.day, v.arrivedAt FROM visit v
      WHERE v.day BETWEEN ${after?.day ?? span.fromDay} AND ${span.toDay} AND v.voidedAt IS NULL AND v.deletedAt IS NULL
        AND EXISTS (SELECT 1 FROM memberCard c WHERE c.customerId = v.customerId AND c.deletedAt IS NULL)
        AND (v.day, v.arrivedAt, v.id) > (${after?.day ?? ''}, ${after?.arrivedAt ?? 0}, ${after?.id ?? ''})
      ORDER BY v.day, v.arrivedAt, v.id LIMIT ${visitsInStep}`,
  );

/** Where each merged membership's points are now. */
const mergedInto = async (db: ReadDb): Promise<(id: string) => string> => {
  const rows = await all(
    db,
    sql<{ id: string; mergedInto: string }>`SELECT id, mergedInto FROM membership WHERE state = 'merged'`,
  );
  const into = new Map(rows.map((row) => [row.id, row.mergedInto]));
  return (id) => {
    let found = id;
    for (let next = into.get(found); next !== undefined; next = into.get(found)) found = next;
    return found;
  };
};

/** Keeps whose birthday month it was: a lunar day takes long to find. */
const birthdayMonths = () => {
  const known = new Map<string, boolean>();
  return (customerId: string, birthday: Birthday | null, day: Day): boolean => {
    if (!birthday) return false;
    const month = day.slice(0, 7);
    const key = `${customerId}${month}`;
    let found = known.get(key);
    if (found === undefined) {
      found = nextOccurrence(birthday, `${month}-01`).startsWith(month);
      known.set(key, found);
    }
    return found;
  };
};

/** What a step's visits need: by whom they earned or would earn, at which tier, their lines and birthdays. */
const factsOf = async (db: ReadDb, visits: readonly VisitRow[], span: Span) => {
  const visitIds = listOf(visits.map(({ id }) => id));
  const customerIds = listOf(new Set(visits.map(({ customerId }) => customerId)));
  const awards = await all(
    db,
    sql<Award>`SELECT sourceId AS visitId, membershipId, tier FROM pointsEntry
      WHERE sourceId IN ${visitIds} AND sourceKind = 'visit' AND kind IN ('earn', 'bonus') ORDER BY at, id`,
  );
  const held = await all(
    db,
    sql<HeldRow>`SELECT v.id AS visitId, m.id, m.customerId, m.tier, m.joinDay, c.id AS cardId
      FROM visit v JOIN memberCard c ON c.customerId = v.customerId JOIN membership m ON m.id = c.membershipId
      WHERE v.id IN ${visitIds} AND ${earnsOn({ day: sql.ref('v.day'), at: sql.ref('v.arrivedAt') })}`,
  );
  const changes = await all(
    db,
    sql<TierChange>`SELECT membershipId, at, tierFrom FROM membershipEvent
      WHERE membershipId IN ${listOf(new Set(held.map(({ id }) => id)))} AND tierFrom IS NOT NULL ORDER BY at, id`,
  );
  const lines = await all(
    db,
    sql<{ visitId: string; category: Category; amountFen: number }>`SELECT visitId, category, amountFen FROM visitLine
      WHERE visitId IN ${visitIds} ORDER BY visitId, position`,
  );
  const births = span.birthdays
    ? await db
        .selectFrom('customer')
        .select(['id', 'birthCalendar', 'birthYear', 'birthMonth', 'birthDay', 'birthLeap'])
        .where(sql<boolean>`id IN ${customerIds}`)
        .execute()
    : [];
  return {
    // the latest award counts
    awards: new Map(awards.map((award) => [award.visitId, award])),
    held: grouped(held, 'visitId'),
    changes: grouped(changes, 'membershipId'),
    lines: grouped(lines, 'visitId'),
    births: new Map(births.map((row) => [row.id, birthdayOf(row)])),
  };
};
type Facts = Awaited<ReturnType<typeof factsOf>>;

/** As stored on the entry where the visit gave points; else the card that its customer holds, and the tier that it had then. */
const accountOf = (visit: VisitRow, facts: Facts, span: Span): { id: string; tier: string } | null => {
  const award = facts.awards.get(visit.id);
  if (award) return { id: award.membershipId, tier: award.tier };
  const held = preferredOf(facts.held.get(visit.id) ?? [], visit.customerId, visit.day, span.tiers);
  if (!held) return null;
  const change = facts.changes.get(held.id)?.find(({ at }) => at > visit.arrivedAt);
  return { id: held.id, tier: change?.tierFrom ?? held.tier };
};

/** Every visit of a member between two days, oldest first, with what earning needs of it. */
export async function* replayedVisits(db: ReadDb, span: Span): AsyncGenerator<ReplayedVisit, void, void> {
  const livingOf = await mergedInto(db);
  const isBirthdayMonth = birthdayMonths();
  let visits = await nextVisits(db, span, undefined);
  while (visits.length > 0) {
    const facts = await factsOf(db, visits, span);
    for (const visit of visits) {
      const account = accountOf(visit, facts, span);
      if (!account) continue;
      yield {
        membershipId: livingOf(account.id),
        day: visit.day,
        tier: account.tier,
        birthdayMonth: isBirthdayMonth(visit.customerId, facts.births.get(visit.customerId) ?? null, visit.day),
        lines: facts.lines.get(visit.id) ?? [],
      };
    }
    visits = visits.length < visitsInStep ? [] : await nextVisits(db, span, visits.at(-1));
  }
}
