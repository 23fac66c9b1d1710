import { sql } from 'kysely';
import type { Settings } from '../../contract/settings.ts';
import type { ContactChannel, ContactPurpose, LeftOutReason } from '../../contract/taskTerms.ts';
import { holidayTable, isWorkday } from '../../domain/holidays.ts';
import {
  type ConsentPurpose,
  type ConsentState,
  type ConsentStates,
  consentVerdict,
  needsGuardian,
} from '../../domain/tasks/consent.ts';
import { readContactHours, suitsOn } from '../../domain/tasks/contactHours.ts';
import { uncountedOutcomes } from '../../domain/tasks/outcomes.ts';
import type { QueryContext, ReadDb } from '../../store/handler.ts';
import { birthdayOf } from '../customers/rows.ts';
import { settingsOn } from '../settings/settings.ts';

/** One reason to get in touch that is judged. */
export interface Asked {
  readonly customerId: string;
  readonly channel: ContactChannel;
  readonly purpose: ContactPurpose;
  /** what it is about (`subjectId` of a task): a relation who is a child asks for a guardian's consent; anything else for nothing */
  readonly subjectId?: string | null;
  /** when the next try is planned, UTC ms */
  readonly nextAt?: number | null;
}

type Clock = Pick<QueryContext, 'now' | 'today' | 'timeZone'>;

/** The budget counts contacts of so many days back (每月联系上限). */
const budgetDays = 30;

/** A list of ids as a table, however long. */
export const idsIn = (ids: Iterable<string>) => sql`(SELECT value FROM json_each(${JSON.stringify([...ids])}))`;

/** The newest word of each customer on each purpose. */
export const consentsOf = async (db: ReadDb, ids: Iterable<string>): Promise<Map<string, ConsentStates>> => {
  const { rows } = await sql<{ customerId: string; purpose: ConsentPurpose; state: ConsentState }>`
    SELECT customerId, purpose, state FROM consent WHERE customerId IN ${idsIn(ids)} ORDER BY customerId, purpose, at, id`.execute(
    db,
  );
  const found = new Map<string, Partial<Record<ConsentPurpose, ConsentState>>>();
  for (const { customerId, purpose, state } of rows) {
    const states = found.get(customerId);
    if (states) states[purpose] = state;
    else found.set(customerId, { [purpose]: state });
  }
  return found;
};

const contactsOf = async (db: ReadDb, ids: Iterable<string>, now: number): Promise<Map<string, number>> => {
  const { rows } = await sql<{ customerId: string; count: number }>`
    SELECT customerId, count(*) AS count FROM contact
    WHERE customerId IN ${idsIn(ids)} AND at > ${now - budgetDays * 86_400_000} AND deletedAt IS NULL
      AND outcome NOT IN (${sql.join(uncountedOutcomes)}) GROUP BY customerId`.execute(db);
  return new Map(rows.map(({ customerId, count }) => [customerId, count]));
};

interface Reach {
  readonly contactHours: string | null;
  readonly hasAddress: number;
  readonly hasWechat: number;
  readonly hasPhone: number;
  readonly hasMobile: number;
}

const reachOf = async (db: ReadDb, ids: Iterable<string>): Promise<Map<string, Reach>> => {
  const { rows } = await sql<Reach & { id: string }>`
    SELECT c.id, c.contactHours, c.address IS NOT NULL AS hasAddress, c.wechat IS NOT NULL AS hasWechat,
      count(p.number) AS hasPhone, coalesce(sum(p.kind = 'mobile'), 0) AS hasMobile
    FROM customer c LEFT JOIN customerPhone p ON p.customerId = c.id
    WHERE c.id IN ${idsIn(ids)} AND c.deletedAt IS NULL GROUP BY c.id`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
};

const complainingOf = async (db: ReadDb, ids: Iterable<string>): Promise<Set<string>> => {
  const { rows } = await sql<{ customerId: string }>`
    SELECT DISTINCT customerId FROM complaint
    WHERE customerId IN ${idsIn(ids)} AND step <> 'closed' AND deletedAt IS NULL`.execute(db);
  return new Set(rows.map(({ customerId }) => customerId));
};

/** The relations among these ids who are children that need a guardian's word. */
const childrenOf = async (db: ReadDb, ids: Iterable<string>, today: string): Promise<Set<string>> => {
  const { rows } = await sql<{
    id: string;
    birthCalendar: string | null;
    birthYear: number | null;
    birthMonth: number | null;
    birthDay: number | null;
    birthLeap: number;
  }>`SELECT id, birthCalendar, birthYear, birthMonth, birthDay, birthLeap FROM relation
    WHERE id IN ${idsIn(ids)} AND kind = 'child'`.execute(db);
  return new Set(
    rows.filter((row) => needsGuardian({ kind: 'child', birthday: birthdayOf(row) }, today)).map(({ id }) => id),
  );
};

const isReached = (channel: ContactChannel, reach: Reach): boolean => {
  switch (channel) {
    case 'call':
      return reach.hasPhone > 0;
    case 'message':
      return reach.hasMobile > 0 || reach.hasWechat === 1;
    case 'letter':
      return reach.hasAddress === 1;
  }
};

/**
 * Whether each of these reasons may be followed up now: null, or the first thing that speaks against it, in the order of `LeftOutReason`.
 * What is owed (`duty`) is held back only where nobody can be reached, or the next try is later. A handful of statements, however many ask.
 */
export const judge = async (
  db: ReadDb,
  asked: readonly Asked[],
  ctx: Clock,
  settings?: Settings,
): Promise<(LeftOutReason | null)[]> => {
  if (asked.length === 0) return [];
  const now = ctx.now();
  const today = ctx.today();
  const { contactRules, holidayYears } = settings ?? (await settingsOn(db, today));
  const ids = new Set(asked.map(({ customerId }) => customerId));
  const consents = await consentsOf(db, ids);
  const contacts = await contactsOf(db, ids, now);
  const reaches = await reachOf(db, ids);
  const complaining = await complainingOf(db, ids);
  const subjects = new Set(asked.flatMap(({ subjectId }) => (subjectId ? [subjectId] : [])));
  const children = await childrenOf(db, subjects, today);

  const holidays = holidayTable(holidayYears);
  const worksOn = (day: string): boolean => isWorkday(day, holidays);
  const days = new Map<string, boolean>();
  const suitsToday = (words: string | null): boolean => {
    if (words === null) return true;
    const known = days.get(words);
    if (known !== undefined) return known;
    const suits = suitsOn(readContactHours(words), today, worksOn);
    days.set(words, suits);
    return suits;
  };

  return asked.map(({ customerId, channel, purpose, subjectId, nextAt }) => {
    const reach = reaches.get(customerId);
    const isDuty = purpose === 'duty';
    const ofChild = Boolean(subjectId && children.has(subjectId));
    const verdict = consentVerdict({ channel, purpose, ofChild }, consents.get(customerId) ?? {});
    if (verdict) return verdict;
    if (!isDuty && (contacts.get(customerId) ?? 0) >= contactRules.perMonth) return 'budget';
    if (!reach || !isReached(channel, reach)) return 'unreachable';
    // letters and messages wait for whoever reads them
    if (!isDuty && channel === 'call' && !suitsToday(reach.contactHours)) return 'hours';
    if (nextAt !== undefined && nextAt !== null && nextAt > now) return 'later';
    if (purpose === 'marketing' && complaining.has(customerId)) return 'complaint';
    return null;
  });
};
