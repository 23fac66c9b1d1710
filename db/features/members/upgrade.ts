import { badField, CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { upgradePaths } from '../../domain/membership/upgradePaths.ts';
import type { CommandHandler } from '../../store/handler.ts';
import { ruleDayOf, settingsOn } from '../settings/settings.ts';
import { announce } from './announce.ts';
import { validMembership } from './changeable.ts';
import { deduct } from './deduct.ts';
import { writeEvent } from './events.ts';
import { factsOf } from './renew.ts';
import { rankOf } from './tierNames.ts';
import { upgradeFactsOf } from './upgradeFacts.ts';

/** 升级 by what the member has. Visits that arrived before it earn by the old tier, later ones by the new. */
export const upgrade: CommandHandler<Contract['members']['upgrade']> = async (db, input, ctx) => {
  const today = ctx.today();
  const membership = await validMembership(db, input.id, today);
  const settings = await settingsOn(db, today);
  const { tiers } = settings;
  if (rankOf(tiers, input.tier) < 0) throw badField('tier', 'tier-unknown');
  if (rankOf(tiers, input.tier) <= rankOf(tiers, membership.tier)) {
    throw new CareError('CONFLICT', { reason: 'tier-not-higher' });
  }
  const facts = await upgradeFactsOf(db, membership, settings, today);
  const rows = upgradePaths(membership.tier, settings, facts, today);
  const path = rows.find((row) => row.tier === input.tier && row.path === input.path);
  if (!path || (!path.met && path.path !== 'deductPoints')) {
    throw new CareError('CONFLICT', { reason: 'path-not-met', values: { missing: path?.missing ?? 0 } });
  }
  const { version } = await ctx.rows.update(
    'membership',
    { id: membership.id, version: input.version },
    { tier: input.tier },
    { owner: membership.customerId },
  );
  const eventId = ctx.newId();
  const ruleDay = await ruleDayOf(db, 'membershipRules', today);
  const taken = { kind: 'upgrade' as const, points: path.need, eventId, ruleDay };
  const entryId = path.path === 'deductPoints' ? await deduct(db, ctx, membership, taken) : null;
  // the proof is of the run's last year: that year lifts nobody again
  const insuranceYear = path.path === 'insurance' && path.proof ? Number(path.proof.day.slice(0, 4)) : null;
  await writeEvent(db, ctx, {
    ...{ id: eventId, membershipId: membership.id, kind: 'upgrade', path: path.path, entryId, ruleDay },
    ...{ tierFrom: membership.tier, tierTo: input.tier },
    facts: { ...factsOf(path), ...(insuranceYear === null ? {} : { insuranceYear }) },
  });
  await announce(db, ctx, membership);
  return { version };
};
