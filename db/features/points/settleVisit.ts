import { lastDayOf } from '../../domain/points/lots.ts';
import type { CommandContext, ReadDb, WriteDb } from '../../store/handler.ts';
import { livingMembership } from '../members/livingMembership.ts';
import { type GivenEntry, givenBy } from './givenEntries.ts';
import { give, reverse } from './ledger.ts';
import { type Award, awardOf, type Visit } from './visitAward.ts';

/** What still counts. What a merged membership earned is in the account that it was merged into. */
const livingEntries = async (db: ReadDb, given: readonly GivenEntry[]) => {
  const found = [];
  for (const entry of given) {
    if (entry.reversed === 1) continue;
    found.push({ ...entry, accountId: (await livingMembership(db, entry.membershipId)).id });
  }
  return found;
};

/** The entries that an award makes: what is earned, and what a multiple gives on top. */
export const partsOf = ({ earned, bonusIsCumulative }: Pick<Award, 'earned' | 'bonusIsCumulative'>) => {
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

const whyReversed = (visit: Visit, award: Award | null): string => {
  if (visit.voidedAt !== null || visit.deletedAt !== null) return 'visit-void';
  return award?.waits ? 'visit-unpaid' : 'visit-edited';
};

/**
 * Brings the ledger in line with a visit as it stands now: gives what it earns and has not given, takes back what it gave and no
 * longer earns. An edited visit is reversed and awarded anew; one that stands as it stood moves nothing, however often it is sent.
 */
export const settleVisit = async (db: WriteDb, visitId: string, ctx: CommandContext): Promise<void> => {
  const visit = await db.selectFrom('visit').selectAll().where('id', '=', visitId).executeTakeFirst();
  if (!visit) return;
  const given = await givenBy(db, visitId);
  const before = await livingEntries(db, given);
  const award = await awardOf(db, visit, given);
  const parts = award && !award.waits ? partsOf(award) : [];
  const stands =
    before.length === parts.length &&
    before.every((entry) =>
      parts.some(
        (part) =>
          part.kind === entry.kind &&
          award?.membershipId === entry.accountId &&
          part.cumulative === entry.cumulative &&
          part.redeemable === entry.redeemable &&
          JSON.stringify(part.detail) === entry.detail,
      ),
    );
  if (stands) return;
  const reason = whyReversed(visit, award);
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
  for (const id of new Set([...before.map((entry) => entry.accountId), ...(award ? [award.membershipId] : [])])) {
    ctx.touch(`membership:${id}`);
  }
};
