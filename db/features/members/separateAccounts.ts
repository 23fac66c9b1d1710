import { sql } from 'kysely';
import { CareError } from '../../contract/errors.ts';
import type { CommandContext, ReadDb, WriteDb } from '../../store/handler.ts';
import { changedSince, idleCommands, valueBefore } from '../changes/history.ts';
import { reverse } from '../points/ledger.ts';
import { settleVisit } from '../points/settleVisit.ts';

interface Merge {
  readonly command: number;
  readonly keepId: string;
  readonly dropId: string;
}

interface Pair {
  readonly fromId: string;
  readonly intoId: string;
}

/** Which memberships a merge of customers joined. */
const joinedBy = async (db: ReadDb, command: number): Promise<Pair[]> => {
  const { rows } = await sql<Pair>`
    SELECT entityId AS fromId, json_extract(after, '$.mergedInto') AS intoId FROM changeLog
    WHERE command = ${command} AND entity = 'membership' AND json_type(after, '$.mergedInto') = 'text'
    ORDER BY seq DESC`.execute(db);
  return rows;
};

/**
 * A membership that came with the dropped customer and into which another was joined since cannot go back alone: the later merge
 * has to be undone first.
 *
 * @throws CareError CONFLICT `undo-accounts-joined`
 */
export const refuseWhereJoinedSince = async (db: ReadDb, merge: Merge): Promise<void> => {
  const { rows } = await sql<{ id: string }>`
    SELECT m.id FROM changeLog moved JOIN membership m ON m.mergedInto = moved.entityId
    WHERE moved.command = ${merge.command} AND moved.entity = 'membership'
      AND json_extract(moved.before, '$.customerId') = ${merge.dropId}
      AND EXISTS (SELECT 1 FROM changeLog joined WHERE joined.entityId = m.id AND +joined.command > ${merge.command}
        AND json_extract(joined.after, '$.mergedInto') = moved.entityId AND joined.command NOT IN ${idleCommands})
    LIMIT 1`.execute(db);
  if (rows.length > 0) throw new CareError('CONFLICT', { reason: 'undo-accounts-joined' });
};

/** Cards that were issued in place of one that goes back go back with it. */
const replacements = async (db: ReadDb, cardId: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    WITH RECURSIVE line (id) AS (SELECT replacedBy FROM memberCard WHERE id = ${cardId} AND replacedBy IS NOT NULL
      UNION SELECT c.replacedBy FROM memberCard c JOIN line ON line.id = c.id WHERE c.replacedBy IS NOT NULL)
    SELECT id FROM line`.execute(db);
  return rows.map(({ id }) => id);
};

const returnCards = async (db: WriteDb, pair: Pair, merge: Merge, ctx: CommandContext): Promise<void> => {
  const { rows } = await sql<{ id: string; role: string | null; customerId: string }>`
    SELECT c.entityId AS id, json_extract(c.before, '$.role') AS role, t.customerId FROM changeLog c
    JOIN memberCard t ON t.id = c.entityId
    WHERE c.command = ${merge.command} AND c.entity = 'memberCard' AND json_extract(c.before, '$.membershipId') = ${pair.fromId}
      AND t.membershipId = ${pair.intoId} ORDER BY c.seq`.execute(db);
  for (const { id, role, customerId } of rows) {
    const back = { membershipId: pair.fromId, ...(role === null ? {} : { role }) };
    await ctx.rows.update('memberCard', { id, version: null }, back, { owner: customerId });
    for (const next of await replacements(db, id)) {
      const patch = { ...back, customerId };
      await ctx.rows.update('memberCard', { id: next, version: null }, patch, { owner: customerId });
    }
  }
};

const returnApprovals = async (db: WriteDb, pair: Pair, merge: Merge, ctx: CommandContext): Promise<void> => {
  const { rows } = await sql<{ id: string }>`SELECT a.id FROM changeLog c JOIN approval a ON a.id = c.entityId
    WHERE c.command = ${merge.command} AND c.entity = 'approval' AND json_extract(c.before, '$.membershipId') = ${pair.fromId}
      AND a.membershipId = ${pair.intoId} AND a.state = 'waiting'`.execute(db);
  for (const { id } of rows) {
    await ctx.rows.update('approval', { id, version: null }, { membershipId: pair.fromId }, { owner: merge.dropId });
  }
};

const livingEntries = async (
  db: ReadDb,
  membershipId: string,
  kind: 'mergeIn' | 'mergeOut',
  otherId: string,
): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`SELECT e.id FROM pointsEntry e
    WHERE e.membershipId = ${membershipId} AND e.kind = ${kind} AND e.sourceKind = 'membership' AND e.sourceId = ${otherId}
      AND NOT EXISTS (SELECT 1 FROM pointsEntry r WHERE r.reverses = e.id) ORDER BY e.at DESC, e.id DESC`.execute(db);
  return rows.map(({ id }) => id);
};

/** What lapsed since of the lots that an entry brought. */
const lapsedOf = async (db: ReadDb, entryId: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`SELECT e.id FROM pointsLot l
    JOIN pointsEntry e ON e.sourceId = l.id AND e.sourceKind = 'lot' AND e.kind = 'expire'
    WHERE l.entryId = ${entryId} AND NOT EXISTS (SELECT 1 FROM pointsEntry r WHERE r.reverses = e.id)`.execute(db);
  return rows.map(({ id }) => id);
};

/**
 * The points that went over go back, latest first. What lapsed meanwhile lapses where it belongs instead; what was spent meanwhile
 * was spent by the one that stays: its other lots pay it, and what they cannot is its debt.
 */
const returnPoints = async (db: WriteDb, { fromId, intoId }: Pair, ctx: CommandContext): Promise<void> => {
  const reason = 'merge-undone';
  for (const id of await livingEntries(db, intoId, 'mergeIn', fromId)) {
    for (const lapsed of await lapsedOf(db, id)) await reverse(db, ctx, lapsed, reason, { keepsLapsed: true });
    await reverse(db, ctx, id, reason, { othersPay: true });
  }
  for (const id of await livingEntries(db, fromId, 'mergeOut', intoId)) await reverse(db, ctx, id, reason);
};

const columns = ['tier', 'validThrough', 'joinDay'] as const;
type Standing = { tier: string; validThrough: string | null; joinDay: string | null };

/** Tier and days of the one that stays, back to what they were, save what somebody changed since. */
const returnStanding = async (db: WriteDb, id: string, merge: Merge, ctx: CommandContext) => {
  const changes = await db
    .selectFrom('changeLog')
    .select('before')
    .where('command', '=', merge.command)
    .where('entity', '=', 'membership')
    .where('entityId', '=', id)
    .where('op', '=', 'update')
    .orderBy('seq', 'desc')
    .execute();
  // of several memberships joined into one, the first found it as it was
  const before: Record<string, unknown> = Object.assign({}, ...changes.map((row) => JSON.parse(row.before ?? '{}')));
  const patch: Record<string, unknown> = {};
  for (const column of columns) {
    if (!(column in before)) continue;
    const { rows } = await sql<{
      since: number;
    }>`SELECT ${changedSince(sql`${id}`, column, merge.command)} AS since`.execute(db);
    if (rows[0]?.since === 1) continue;
    patch[column] = await valueBefore(db, id, column, merge.command, before[column] ?? null);
  }
  const done = await ctx.rows.update('membership', { id, version: null }, patch as Partial<Standing>, {
    owner: merge.keepId,
  });
  return { before: done.before, after: { ...done.before, ...(patch as Partial<Standing>) } };
};

const separate = async (db: WriteDb, pair: Pair, merge: Merge, ctx: CommandContext): Promise<void> => {
  const { fromId, intoId } = pair;
  const owner = { owner: merge.dropId };
  await ctx.rows.update('membership', { id: fromId, version: null }, { state: 'active', mergedInto: null }, owner);
  await returnCards(db, pair, merge, ctx);
  await returnApprovals(db, pair, merge, ctx);
  await returnPoints(db, pair, ctx);
  for (const id of [fromId, intoId]) ctx.touch(`membership:${id}`);
};

/** Visits that go back and earned for the kept customer since the merge earn for the dropped one again. */
const settleReturned = async (
  db: WriteDb,
  visitIds: readonly string[],
  merge: Merge,
  ctx: CommandContext,
): Promise<void> => {
  const { rows } = await sql<{ id: string }>`SELECT DISTINCT e.sourceId AS id FROM pointsEntry e
    WHERE e.sourceKind = 'visit' AND e.sourceId IN (SELECT value FROM json_each(${JSON.stringify(visitIds)}))
      AND e.kind IN ('earn', 'bonus') AND e.at >= (SELECT at FROM auditLog WHERE seq = ${merge.command})
      AND e.membershipId NOT IN (SELECT id FROM membership WHERE customerId = ${merge.dropId})
      AND NOT EXISTS (SELECT 1 FROM pointsEntry r WHERE r.reverses = e.id)`.execute(db);
  for (const { id } of rows) await settleVisit(db, id, ctx);
};

/**
 * Takes apart what a merge of customers joined: each membership has its cards and the points again that it had, and what its own
 * visits earned since. Vouchers, renewals and adjustments since belong to the kept customer, and so does what they cost.
 *
 * @param visitIds visits that went back to the dropped customer
 */
export const separateAccounts = async (
  db: WriteDb,
  merge: Merge,
  visitIds: readonly string[],
  ctx: CommandContext,
): Promise<void> => {
  const pairs = await joinedBy(db, merge.command);
  for (const pair of pairs) await separate(db, pair, merge, ctx);
  await settleReturned(db, visitIds, merge, ctx);
  const event = { kind: 'mergeUndone', day: ctx.today(), at: ctx.now(), byName: ctx.actor.name };
  for (const { fromId } of pairs) {
    await db
      .insertInto('membershipEvent')
      .values({ ...event, id: ctx.newId(), membershipId: fromId })
      .execute();
  }
  for (const intoId of new Set(pairs.map((pair) => pair.intoId))) {
    const { before, after } = await returnStanding(db, intoId, merge, ctx);
    await db
      .insertInto('membershipEvent')
      .values({
        ...event,
        id: ctx.newId(),
        membershipId: intoId,
        ...(before.tier === after.tier ? {} : { tierFrom: before.tier, tierTo: after.tier }),
        ...(before.validThrough === after.validThrough
          ? {}
          : { validFrom: before.validThrough, validTo: after.validThrough }),
      })
      .execute();
  }
  if (pairs.length > 0) for (const topic of ['members', 'points']) ctx.touch(topic);
};
