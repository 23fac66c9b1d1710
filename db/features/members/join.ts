import { badField, CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Day } from '../../domain/day.ts';
import { startingTier } from '../../domain/membership/startingTier.ts';
import { lastDayFrom } from '../../domain/membership/validity.ts';
import type { CommandContext, CommandHandler, WriteDb } from '../../store/handler.ts';
import { refuseGoneCustomer } from '../customers/refuseGoneCustomer.ts';
import { ruleDayOf, settingsOn } from '../settings/settings.ts';
import { announce } from './announce.ts';
import { type Facts, writeEvent } from './events.ts';
import { type IssuedCard, issueCard } from './issueCard.ts';
import { joinProofs } from './joinProofs.ts';
import type { Membership } from './livingMembership.ts';
import { mainCardOf, standingOf } from './ownMembership.ts';
import { pastSpendOf } from './pastSpend.ts';
import { replaceBy } from './replaceCard.ts';
import { settleBetween } from './settleBetween.ts';
import { rankOf } from './tierNames.ts';

type Input = Parameters<CommandHandler<Contract['members']['join']>>[1];

/** What proves the mode; `receiptNo` is asked for a fee that is more than nothing. */
const proved = async (db: WriteDb, input: Input, rules: Settings['membershipRules']) => {
  const { proofs, refusal } = await joinProofs(db, input.customerId, input.mode);
  if (refusal) throw badField('proofId', 'join-proof');
  const proof = proofs.find(({ id }) => id === input.proofId) ?? null;
  if (proofs.length > 0 && !proof) throw badField('proofId', 'join-proof');
  const feeFen = input.mode === 'fee' ? (input.feeFen ?? rules.joinFeeFen) : null;
  if (feeFen !== null && feeFen > 0 && input.receiptNo === null) throw badField('receiptNo', 'receipt-missing');
  return { proof, feeFen };
};

/** A membership that ran out for good is taken up again: points, the day of the first joining, and a usable card stay. */
const takeUpAgain = async (
  db: WriteDb,
  lapsed: Membership,
  input: Input,
  validThrough: Day,
  ctx: CommandContext,
): Promise<IssuedCard> => {
  await ctx.rows.update(
    'membership',
    { id: lapsed.id, version: null },
    { tier: input.tier, joinMode: input.mode, validThrough },
    { owner: input.customerId },
  );
  const main = await mainCardOf(db, lapsed.id);
  if (main?.state === 'active' && input.cardNumber === null) return { cardId: main.id, cardNumber: main.number };
  const number = input.cardNumber;
  const card = { membershipId: lapsed.id, customerId: input.customerId, role: 'main' as const, number };
  return main ? replaceBy(db, ctx, main, card, 'rejoin') : issueCard(db, ctx, card);
};

const begin = async (
  db: WriteDb,
  input: Input,
  validThrough: Day,
  ctx: CommandContext,
): Promise<IssuedCard & { readonly membershipId: string }> => {
  const membershipId = ctx.newId();
  const { customerId, tier, mode: joinMode } = input;
  const at = ctx.now();
  await ctx.rows.insert(
    'membership',
    { id: membershipId, customerId, tier, joinMode, joinDay: ctx.today(), validThrough, createdAt: at, updatedAt: at },
    { owner: customerId },
  );
  const card = await issueCard(db, ctx, { membershipId, customerId, role: 'main', number: input.cardNumber });
  return { membershipId, ...card };
};

/**
 * 入会. The tier is the confirming person's word; what was proposed, and why, stands beside it. Visits of the day count: who joins
 * when paying earns on what was paid.
 */
export const join: CommandHandler<Contract['members']['join']> = async (db, input, ctx) => {
  const today = ctx.today();
  const settings = await settingsOn(db, today);
  const rules = settings.membershipRules;
  await refuseGoneCustomer(db, input.customerId);
  const { already, lapsed } = await standingOf(db, input.customerId, settings, today);
  if (already) {
    throw new CareError('CONFLICT', {
      reason: 'member-already',
      values: { number: (await mainCardOf(db, already.id))?.number ?? '', membershipId: already.id },
    });
  }
  if (rankOf(settings.tiers, input.tier) < 0) throw badField('tier', 'tier-unknown');
  const { proof, feeFen } = await proved(db, input, rules);
  const past = await pastSpendOf(db, input.customerId, rules.starting.by);
  const codes = settings.tiers.map(({ code }) => code);
  const proposed = startingTier(past.rank, past.of, rules.starting.tiers, codes);
  const validThrough = lastDayFrom(today, rules.validMonths);
  const begun = lapsed
    ? { membershipId: lapsed.id, ...(await takeUpAgain(db, lapsed, input, validThrough, ctx)) }
    : await begin(db, input, validThrough, ctx);
  const facts: Facts = {
    by: rules.starting.by,
    totalFen: past.totalFen,
    ...(past.rank === null ? {} : { rank: past.rank }),
    of: past.of,
    proposed,
    ...(proof ? { proofId: proof.id, proof: proof.label } : {}),
    // between its old last day and today it did not hold, whatever is edited later
    ...(lapsed?.validThrough ? { heldThrough: lapsed.validThrough } : {}),
  };
  await writeEvent(db, ctx, {
    ...{ membershipId: begun.membershipId, cardId: begun.cardId, kind: 'join', path: input.mode, tierTo: input.tier },
    ...(lapsed ? { tierFrom: lapsed.tier } : {}),
    ...{ validFrom: today, validTo: validThrough, reason: input.note, feeFen, receiptNo: input.receiptNo },
    ...{ ruleDay: await ruleDayOf(db, 'membershipRules', today), facts },
  });
  await settleBetween(db, begun.membershipId, today, today, ctx);
  await announce(db, ctx, { id: begun.membershipId, customerId: input.customerId });
  return { ...begun, validThrough };
};
