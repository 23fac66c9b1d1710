import type { Settings } from '../../contract/settings.ts';
import type { Day } from '../../domain/day.ts';
import { highestMet, upgradePaths } from '../../domain/membership/upgradePaths.ts';
import type { ReadDb } from '../../store/handler.ts';
import { isExpired, type Membership } from './livingMembership.ts';
import { upgradeFactsOf } from './upgradeFacts.ts';

/**
 * The highest tier that a member may rise to without giving anything for it (可升级); staff are told. Null for who has expired
 * or left. Whole lists are asked by `eligibleRows`.
 */
export const eligibleFor = async (
  db: ReadDb,
  membership: Membership,
  settings: Settings,
  today: Day,
): Promise<{ tier: string; tierName: string } | null> => {
  if (membership.state !== 'active' || isExpired(membership, today)) return null;
  const facts = await upgradeFactsOf(db, membership, settings, today);
  return highestMet(upgradePaths(membership.tier, settings, facts, today), settings);
};
