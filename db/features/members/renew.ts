import { badField, CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { PathRow } from '../../contract/members.ts';
import type { CommandHandler } from '../../store/handler.ts';
import { ruleDayOf, settingsOn } from '../settings/settings.ts';
import { announce } from './announce.ts';
import { activeMembership } from './changeable.ts';
import { deduct } from './deduct.ts';
import { type Facts, writeEvent } from './events.ts';
import { renewalOf } from './paths.ts';
import { settleBetween } from './settleBetween.ts';

/** What a decision stood on, by name and number. */
export const factsOf = (row: PathRow): Facts => ({
  need: row.need,
  have: row.have,
  ...(row.proof ? { proofId: row.proof.id, proofDay: row.proof.day, proofFen: row.proof.amountFen } : {}),
});

/** 续卡. The new time follows the old one; with the downgrade policy on, who earned too little goes down by one tier. */
export const renew: CommandHandler<Contract['members']['renew']> = async (db, input, ctx) => {
  const today = ctx.today();
  const membership = await activeMembership(db, input.id);
  const settings = await settingsOn(db, today);
  const { window, rows, down } = await renewalOf(db, membership, settings, today);
  if (!window) throw new CareError('CONFLICT', { reason: 'renewal-not-needed' });
  if (!window.open) {
    const values = { fromDay: window.fromDay, toDay: window.toDay };
    throw new CareError('CONFLICT', { reason: 'renewal-closed', values });
  }
  const path = rows.find((row) => row.path === input.path);
  // the ledger itself says how many points are short
  if (!path || (!path.met && path.path !== 'points')) {
    throw new CareError('CONFLICT', { reason: 'path-not-met', values: { missing: path?.missing ?? 0 } });
  }
  if (path.path === 'fee' && input.receiptNo === null) throw badField('receiptNo', 'receipt-missing');
  const { newFrom, newThrough } = window;
  const tier = down?.tier ?? membership.tier;
  const { version } = await ctx.rows.update(
    'membership',
    { id: membership.id, version: input.version },
    { validThrough: newThrough, tier },
    { owner: membership.customerId },
  );
  const eventId = ctx.newId();
  const ruleDay = await ruleDayOf(db, 'membershipRules', today);
  const taken = { kind: 'renew' as const, points: path.need, eventId, ruleDay };
  const entryId = path.path === 'points' ? await deduct(db, ctx, membership, taken) : null;
  await writeEvent(db, ctx, {
    ...{ id: eventId, membershipId: membership.id, kind: 'renew', path: path.path, entryId, ruleDay },
    ...{ validFrom: newFrom, validTo: newThrough, receiptNo: input.receiptNo },
    ...(path.path === 'fee' ? { feeFen: path.need } : {}),
    facts: factsOf(path),
  });
  if (down) {
    await writeEvent(db, ctx, {
      ...{ membershipId: membership.id, kind: 'downgrade', tierFrom: membership.tier, tierTo: down.tier, ruleDay },
      facts: { earned: down.earned, asked: down.asked, from: down.from },
    });
  }
  if (newFrom <= today) await settleBetween(db, membership.id, newFrom, today, ctx);
  await announce(db, ctx, membership);
  return { version, validThrough: newThrough, tier };
};
