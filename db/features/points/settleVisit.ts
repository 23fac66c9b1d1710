import type { Selectable } from 'kysely';
import type { Category } from '../../contract/visits.ts';
import { nextOccurrence } from '../../domain/birthday.ts';
import type { Day } from '../../domain/day.ts';
import { type Earned, earn } from '../../domain/points/earning.ts';
import { lastDayOf } from '../../domain/points/lots.ts';
import type { Tables } from '../../schema/tables.ts';
import type { CommandContext, ReadDb, WriteDb } from '../../store/handler.ts';
import { birthdayOf } from '../customers/rows.ts';
import { membershipOn, tierAt } from '../members/membershipOn.ts';
import { ruleDayOf, settingsOn } from '../settings/settings.ts';
import { give, reverse } from './ledger.ts';

type Visit = Selectable<Tables['visit']>;

interface Award {
  readonly membershipId: string;
  readonly tier: string;
  readonly ruleDay: Day | null;
  readonly validMonths: number;
  readonly bonusIsCumulative: boolean;
  readonly earned: Earned;
}

const livingEntries = async (db: ReadDb, visitId: string) =>
  db
    .selectFrom('pointsEntry as e')
    .select(['e.id', 'e.membershipId', 'e.kind', 'e.cumulative', 'e.redeemable', 'e.detail'])
    .where('e.sourceId', '=', visitId)
    .where('e.sourceKind', '=', 'visit')
    .where('e.kind', 'in', ['earn', 'bonus'])
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('pointsEntry as r').select('r.id').whereRef('r.reverses', '=', 'e.id'))),
    )
    .orderBy('e.id')
    .execute();

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

/** What a visit should have earned, by the tier and the rule of its arrival; null where it earns nothing at all. */
const awardOf = async (db: ReadDb, visit: Visit): Promise<Award | null> => {
  if (visit.voidedAt !== null || visit.deletedAt !== null) return null;
  const store = await db.selectFrom('store').select('goLiveDay').executeTakeFirstOrThrow();
  if (store.goLiveDay !== null && visit.day < store.goLiveDay) return null;
  const settings = await settingsOn(db, visit.day);
  const codes = settings.tiers.map(({ code }) => code);
  const membership = await membershipOn(db, visit.customerId, visit.day, codes);
  if (!membership) return null;
  const rules = settings.pointsRules;
  const lines = await db
    .selectFrom('visitLine')
    .select(['category', 'amountFen'])
    .where('visitId', '=', visit.id)
    .orderBy('position')
    .execute();
  const tier = await tierAt(db, membership.id, visit.arrivedAt, membership.tier);
  const occasion = {
    day: visit.day,
    tier,
    birthdayMonth: rules.birthdayPercent !== null && (await birthdayMonth(db, visit.customerId, visit.day)),
  };
  return {
    membershipId: membership.id,
    tier,
    ruleDay: await ruleDayOf(db, 'pointsRules', visit.day),
    validMonths: rules.validMonths,
    bonusIsCumulative: rules.bonusIsCumulative,
    earned: earn(
      lines.map((line) => ({ category: line.category as Category, amountFen: line.amountFen })),
      rules,
      occasion,
    ),
  };
};

const partsOf = ({ earned, bonusIsCumulative }: Award) => {
  const lines = earned.lines.filter((line) => line.ratio !== null);
  const bonusLines = lines.filter((line) => line.bonus > 0);
  return [
    { kind: 'earn' as const, cumulative: earned.base, redeemable: earned.base, detail: { lines } },
    {
      kind: 'bonus' as const,
      cumulative: bonusIsCumulative ? earned.bonus : 0,
      redeemable: earned.bonus,
      detail: { lines: bonusLines },
    },
  ].filter((part) => part.redeemable > 0);
};

/**
 * Brings the ledger in line with a visit as it stands now: gives what it earns and has not given, takes back what it gave and no
 * longer earns. An edited visit is reversed and awarded anew; one that stands as it stood moves nothing, however often it is sent.
 */
export const settleVisit = async (db: WriteDb, visitId: string, ctx: CommandContext): Promise<void> => {
  const visit = await db.selectFrom('visit').selectAll().where('id', '=', visitId).executeTakeFirst();
  if (!visit) return;
  const before = await livingEntries(db, visitId);
  const award = await awardOf(db, visit);
  const parts = award ? partsOf(award) : [];
  const stands =
    before.length === parts.length &&
    before.every((entry) =>
      parts.some(
        (part) =>
          part.kind === entry.kind &&
          award?.membershipId === entry.membershipId &&
          part.cumulative === entry.cumulative &&
          part.redeemable === entry.redeemable &&
          JSON.stringify(part.detail) === entry.detail,
      ),
    );
  if (stands) return;
  const reason = visit.voidedAt === null ? 'visit-edited' : 'visit-void';
  for (const entry of before.toReversed()) await reverse(db, ctx, entry.id, reason);
  if (award) {
    for (const part of parts) {
      await give(
        db,
        ctx,
        {
          ...part,
          membershipId: award.membershipId,
          tier: award.tier,
          day: visit.day,
          source: { kind: 'visit', id: visitId },
          ruleDay: award.ruleDay,
        },
        lastDayOf(visit.day, award.validMonths),
      );
    }
  }
  for (const id of new Set([...before.map((entry) => entry.membershipId), ...(award ? [award.membershipId] : [])])) {
    ctx.touch(`membership:${id}`);
  }
};
