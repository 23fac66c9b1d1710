import type { Selectable } from 'kysely';
import type { Category } from '../../contract/visits.ts';
import { nextOccurrence } from '../../domain/birthday.ts';
import type { Day } from '../../domain/day.ts';
import { type Earned, earn } from '../../domain/points/earning.ts';
import type { Tables } from '../../schema/tables.ts';
import type { ReadDb } from '../../store/handler.ts';
import { birthdayOf } from '../customers/rows.ts';
import { livingMembership } from '../members/livingMembership.ts';
import { membershipOn, tierAt } from '../members/membershipOn.ts';
import { settingVersionsOn } from '../settings/settingsOn.ts';
import { type GivenEntry, givenBy } from './givenEntries.ts';

export type Visit = Selectable<Tables['visit']>;

/** What a visit gives, by the tier and the rules of its arrival. */
export interface Award {
  readonly membershipId: string;
  readonly tier: string;
  readonly ruleDay: Day | null;
  readonly validMonths: number;
  readonly bonusIsCumulative: boolean;
  readonly earned: Earned;
  /** points wait until it is paid, and it is not (付款后入账) */
  readonly waits: boolean;
}

const birthdayMonth = async (db: ReadDb, customerId: string, day: Day): Promise<boolean> => {
  const row = await db
    .selectFrom('customer')
    .select(['birthCalendar', 'birthYear', 'birthMonth', 'birthDay', 'birthLeap'])
    .where('id', '=', customerId)
    .executeTakeFirst();
  const birthday = row ? birthdayOf(row) : null;
  const month = day.slice(0, 7);
  return birthday !== null && nextOccurrence(birthday, `${month}-01`).startsWith(month);
};

/** The account to which the visit gave points before, whatever became of those, with the tier by which it did. */
const awardedBefore = async (
  db: ReadDb,
  given: readonly GivenEntry[],
): Promise<{ id: string; tier: string } | null> => {
  const entry = given.at(-1);
  if (!entry) return null;
  return { id: (await livingMembership(db, entry.membershipId)).id, tier: entry.tier };
};

/**
 * To which account a visit gives, and by which tier: that of the arrival, which stays what it was when the visit is corrected after
 * memberships were joined.
 */
const accountOf = async (
  db: ReadDb,
  visit: Visit,
  given: readonly GivenEntry[],
  tiers: readonly string[],
): Promise<{ id: string; tier: string } | null> => {
  const held = await membershipOn(db, visit.customerId, { day: visit.day, at: visit.arrivedAt }, tiers);
  if (!held) return null;
  const before = await awardedBefore(db, given);
  if (before?.id === held.id) return before;
  return { id: held.id, tier: await tierAt(db, held.id, visit.arrivedAt, held.tier) };
};

/**
 * What a visit should have earned as it stands now; null where it earns nothing at all.
 *
 * @param given by it so far
 */
export const awardOf = async (db: ReadDb, visit: Visit, given?: readonly GivenEntry[]): Promise<Award | null> => {
  if (visit.voidedAt !== null || visit.deletedAt !== null) return null;
  const store = await db.selectFrom('store').select('goLiveDay').executeTakeFirstOrThrow();
  if (store.goLiveDay !== null && visit.day < store.goLiveDay) return null;
  const { settings, since } = await settingVersionsOn(db, visit.day);
  const account = await accountOf(
    db,
    visit,
    given ?? (await givenBy(db, visit.id)),
    settings.tiers.map(({ code }) => code),
  );
  if (!account || settings.membershipRules.pointsFreeTiers.includes(account.tier)) return null;
  const rules = settings.pointsRules;
  const lines = await db
    .selectFrom('visitLine')
    .select(['category', 'amountFen'])
    .where('visitId', '=', visit.id)
    .orderBy('position')
    .execute();
  const occasion = {
    day: visit.day,
    tier: account.tier,
    birthdayMonth: rules.birthdayPercent !== null && (await birthdayMonth(db, visit.customerId, visit.day)),
  };
  return {
    membershipId: account.id,
    tier: account.tier,
    ruleDay: since.get('pointsRules') ?? null,
    validMonths: rules.validMonths,
    bonusIsCumulative: rules.bonusIsCumulative,
    earned: earn(
      lines.map((line) => ({ category: line.category as Category, amountFen: line.amountFen })),
      rules,
      occasion,
    ),
    waits: settings.pointsTerms.whenPaid && visit.paidAt === null,
  };
};
