import type { Contract } from '../../contract/index.ts';
import { joinMode } from '../../contract/memberTerms.ts';
import { startingTier } from '../../domain/membership/startingTier.ts';
import { lastDayFrom } from '../../domain/membership/validity.ts';
import type { QueryHandler } from '../../store/handler.ts';
import { refuseGoneCustomer } from '../customers/refuseGoneCustomer.ts';
import { settingsOn } from '../settings/settings.ts';
import { joinProofs } from './joinProofs.ts';
import { mainCardOf, standingOf } from './ownMembership.ts';
import { pastSpendOf } from './pastSpend.ts';
import { tierOf } from './tierNames.ts';

/** 入会 looked at beforehand: the proposed tier and why, the fee, and what stands against each mode. */
export const proposal: QueryHandler<Contract['members']['proposal']> = async (db, { customerId }, ctx) => {
  await refuseGoneCustomer(db, customerId);
  const today = ctx.today();
  const settings = await settingsOn(db, today);
  const { joinFeeFen, validMonths, starting } = settings.membershipRules;
  const past = await pastSpendOf(db, customerId, starting.by);
  const codes = settings.tiers.map(({ code }) => code);
  const { already } = await standingOf(db, customerId, settings, today);
  const modes = [];
  for (const mode of joinMode.options) {
    const { proofs, refusal } = await joinProofs(db, customerId, mode);
    modes.push({ mode, refusal, proof: proofs[0] ?? null });
  }
  return {
    ...tierOf(settings.tiers, startingTier(past.rank, past.of, starting.tiers, codes)),
    by: starting.by,
    ...past,
    feeFen: joinFeeFen,
    validThrough: lastDayFrom(today, validMonths),
    modes,
    already: already && { membershipId: already.id, cardNumber: (await mainCardOf(db, already.id))?.number ?? null },
  };
};
