import { dayOf } from '../../domain/zonedTime.ts';
import type { ReadDb } from '../../store/handler.ts';
import { serviceUse } from '../members/benefits.ts';
import { membershipOn, tierAt } from '../members/membershipOn.ts';
import { tierNameOf } from '../members/tierNames.ts';
import { settingsOn } from '../settings/settingsOn.ts';

/** The code of the tier's service in settings (`tierBenefits.services`) that a free rescue uses. */
const rescueService = 'rescue';

export interface RescueQuota {
  readonly membershipId: string;
  /** whose membership it is: a family's cards share one */
  readonly holderId: string;
  readonly code: string;
  readonly tierName: string;
  readonly name: string;
  /** in the membership's year; null: without a limit */
  readonly of: number | null;
  readonly used: number;
  readonly left: number | null;
  /** the first day of that year */
  readonly yearFrom: string;
}

/**
 * What the tier that a customer had when they called still has of free rescues in that year of the membership; null where none are
 * promised: no member, or a tier without.
 *
 * @param at UTC ms of the call
 */
export const quotaOf = async (
  db: ReadDb,
  customerId: string,
  at: number,
  timeZone: string,
): Promise<RescueQuota | null> => {
  const day = dayOf(at, timeZone);
  const { tiers, tierBenefits } = await settingsOn(db, day);
  const codes = tiers.map(({ code }) => code);
  const membership = await membershipOn(db, customerId, { day, at }, codes);
  if (!membership) return null;
  const tier = await tierAt(db, membership.id, at, membership.tier);
  const service = tierBenefits.services.find((one) => one.tier === tier && one.code === rescueService);
  if (!service) return null;
  const use = await serviceUse(db, membership.id, service, day);
  return {
    membershipId: membership.id,
    holderId: membership.customerId,
    code: service.code,
    tierName: tierNameOf(tiers, tier),
    name: service.name,
    of: use.times,
    used: use.used,
    left: use.left,
    yearFrom: use.yearFrom,
  };
};
