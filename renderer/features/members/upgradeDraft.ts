import type { MemberPaths, PathRow } from './shapes.ts';

const upgradePaths = [
  'cumulativePoints',
  'deductPoints',
  'repair',
  'insurance',
  'referrals',
  'participations',
] as const;
export type UpgradePath = (typeof upgradePaths)[number];

/** One way to one tier, as the form names it. */
export const upgradeKey = ({ tier, path }: Pick<PathRow, 'tier' | 'path'>): string => `${tier} ${path}`;

/** What is chosen already: the highest tier that costs nothing, else the first way that is met, else nothing. */
export const beginUpgrade = ({ upgrades, eligibleFor }: Pick<MemberPaths, 'upgrades' | 'eligibleFor'>): string => {
  const free = upgrades.find((row) => row.met && row.costFen === 0 && row.tier === eligibleFor?.tier);
  const met = free ?? upgrades.find((row) => row.met);
  return met ? upgradeKey(met) : '';
};

/** The way that is chosen, where it is met; null where it is not, or nothing is chosen. */
export const upgradeOf = (
  { upgrades }: Pick<MemberPaths, 'upgrades'>,
  chosen: string,
): { readonly tier: string; readonly tierName: string; readonly path: UpgradePath } | null => {
  const row = upgrades.find((one) => upgradeKey(one) === chosen && one.met);
  const path = upgradePaths.find((one) => one === row?.path);
  return row && path ? { tier: row.tier, tierName: row.tierName, path } : null;
};
