import type { Settings } from '../../contract/settings.ts';
import type { CommandContext, ReadDb, WriteDb } from '../../store/handler.ts';
import { carryOver } from '../points/carryOver.ts';
import { settingsOn } from '../settings/settings.ts';
import { isExpired, type Membership } from './livingMembership.ts';
import { rankOf } from './tierNames.ts';

type Tiers = Settings['tiers'];

/** Memberships of their own that are neither cancelled nor merged, run out or not: their points are there. */
export const activeMemberships = async (db: ReadDb, customerId: string): Promise<Membership[]> =>
  db
    .selectFrom('membership')
    .selectAll()
    .where('customerId', '=', customerId)
    .where('state', '=', 'active')
    .where('deletedAt', 'is', null)
    .orderBy('id')
    .execute();

/** Of several the one that is valid today, then the highest tier, then the oldest. */
const principal = (memberships: readonly Membership[], tiers: Tiers, today: string): Membership | undefined =>
  memberships.toSorted(
    (a, b) =>
      Number(isExpired(a, today)) - Number(isExpired(b, today)) ||
      rankOf(tiers, b.tier) - rankOf(tiers, a.tier) ||
      (a.joinDay ?? '').localeCompare(b.joinDay ?? '') ||
      a.id.localeCompare(b.id),
  )[0];

/** A day that nobody named is the earliest to begin on and the latest to end on. */
const earlier = (a: string | null, b: string | null): string | null =>
  a === null || b === null ? null : a < b ? a : b;
const later = (a: string | null, b: string | null): string | null => (a === null || b === null ? null : a > b ? a : b);

/** What the one that stays takes of the other: the better tier, the later last day, the earlier first one. */
const bestOf = (into: Membership, from: Membership, tiers: Tiers) => ({
  tier: rankOf(tiers, from.tier) > rankOf(tiers, into.tier) ? from.tier : into.tier,
  validThrough: later(into.validThrough, from.validThrough),
  joinDay: earlier(into.joinDay, from.joinDay),
});

const living = ['active', 'frozen', 'lost'];

/** Every card speaks for the one that stays; a second main card becomes a supplementary one. */
const moveCards = async (db: WriteDb, from: Membership, into: Membership, ctx: CommandContext): Promise<void> => {
  const cards = db.selectFrom('memberCard').selectAll().where('deletedAt', 'is', null);
  const main = await cards
    .where('membershipId', '=', into.id)
    .where('role', '=', 'main')
    .where('state', 'in', living)
    .executeTakeFirst();
  for (const card of await cards.where('membershipId', '=', from.id).orderBy('id').execute()) {
    await ctx.rows.update(
      'memberCard',
      { id: card.id, version: null },
      { membershipId: into.id, ...(main ? { role: 'supplementary' } : {}) },
      { owner: into.customerId },
    );
  }
};

/** What waits for a manager waits for the account as it is now. */
const moveApprovals = async (db: WriteDb, from: Membership, into: Membership, ctx: CommandContext): Promise<void> => {
  const waiting = await db
    .selectFrom('approval')
    .select('id')
    .where('membershipId', '=', from.id)
    .where('state', '=', 'waiting')
    .execute();
  for (const { id } of waiting) {
    await ctx.rows.update('approval', { id, version: null }, { membershipId: into.id }, { owner: into.customerId });
  }
};

const joinInto = async (
  db: WriteDb,
  from: Membership,
  into: Membership,
  tiers: Tiers,
  ctx: CommandContext,
): Promise<Membership> => {
  const best = bestOf(into, from, tiers);
  await ctx.rows.update('membership', { id: into.id, version: null }, best, { owner: into.customerId });
  await moveCards(db, from, into, ctx);
  await moveApprovals(db, from, into, ctx);
  const carried = await carryOver(db, ctx, from, { id: into.id, tier: best.tier });
  await ctx.rows.update(
    'membership',
    { id: from.id, version: null },
    { state: 'merged', mergedInto: into.id },
    { owner: into.customerId },
  );
  const facts = JSON.stringify({ cumulative: carried?.cumulative ?? 0, redeemable: carried?.redeemable ?? 0 });
  const event = { day: ctx.today(), at: ctx.now(), byName: ctx.actor.name, facts };
  await db
    .insertInto('membershipEvent')
    .values([
      { ...event, id: ctx.newId(), membershipId: from.id, kind: 'mergeOut', entryId: carried?.outId ?? null },
      {
        ...event,
        id: ctx.newId(),
        membershipId: into.id,
        kind: 'mergeIn',
        entryId: carried?.inId ?? null,
        ...(best.tier === into.tier ? {} : { tierFrom: into.tier, tierTo: best.tier }),
        ...(best.validThrough === into.validThrough
          ? {}
          : { validFrom: into.validThrough, validTo: best.validThrough }),
      },
    ])
    .execute();
  for (const id of [from.id, into.id]) ctx.touch(`membership:${id}`);
  return { ...into, ...best };
};

/**
 * Two files of one customer became one: where both have memberships of their own, the dropped customer's go into the kept one's
 * (并入), with every card and every point. A dropped customer's membership that finds none to go into stays what it was.
 *
 * @param dropped the dropped customer's memberships from before the files became one
 */
export const joinAccounts = async (
  db: WriteDb,
  keepId: string,
  dropped: readonly Membership[],
  ctx: CommandContext,
): Promise<void> => {
  if (dropped.length === 0) return;
  const { tiers } = await settingsOn(db, ctx.today());
  const own = (await activeMemberships(db, keepId)).filter(({ id }) => !dropped.some((each) => each.id === id));
  let into = principal(own, tiers, ctx.today());
  if (!into) return;
  for (const from of dropped) into = await joinInto(db, from, into, tiers, ctx);
  for (const topic of ['members', 'points']) ctx.touch(topic);
};
