import { settingSchemas } from '../contract/settings.ts';
import { defaultSettings } from '../features/settings/defaults.ts';
import type { Connection } from './connection.ts';

/** What can go wrong in memberships and the points ledger beyond what their columns and triggers forbid. */
export type PointsFindingCode =
  | 'points-balance'
  | 'points-lot'
  | 'points-entry'
  | 'points-month'
  | 'points-twice'
  | 'points-owner'
  | 'points-reversed'
  | 'points-passed-on'
  | 'membership-merged'
  | 'card-membership'
  | 'card-main'
  | 'card-replaced';

/** What need not be wrong, for rules change, but is worth a look. */
export type PointsWarningCode = 'benefit-uses';

/** Kinds that a document gives or takes once, as the trigger `pointsEntryOnce` has them (see migration 0160). */
const once = "('earn', 'bonus', 'migrate', 'redeem', 'renew', 'upgrade', 'donate')";

/** Each gives the ids of rows whose kept sum is not what the ledger's rows add up to, or that lack their other half. */
export const pointsChecks: readonly (readonly [code: PointsFindingCode, sql: string])[] = [
  [
    // the membership's balance: all its entries, and what is left of its lots less the debt. One pass, for a store has a million
    'points-balance',
    `SELECT membershipId AS id FROM (
       SELECT membershipId, cumulative, redeemable, redeemable + debt AS inLots, 1 AS kept, 0 AS entered FROM pointsBalance
       UNION ALL SELECT membershipId, -cumulative, -redeemable, 0, 0, 1 FROM pointsEntry
       UNION ALL SELECT membershipId, 0, 0, -remaining, 0, 0 FROM pointsLot)
     GROUP BY membershipId
     HAVING sum(cumulative) <> 0 OR sum(redeemable) <> 0 OR sum(inLots) <> 0 OR max(kept) <> max(entered)`,
  ],
  [
    'points-lot',
    'SELECT id FROM pointsLot WHERE remaining <> (SELECT coalesce(sum(points), 0) FROM pointsMove WHERE lotId = pointsLot.id)',
  ],
  [
    'points-entry',
    `SELECT id FROM pointsEntry
     WHERE redeemable <> (SELECT coalesce(sum(points), 0) FROM pointsMove WHERE entryId = pointsEntry.id)`,
  ],
  [
    'points-month',
    `SELECT month || ' ' || tier || ' ' || kind AS id FROM (
       SELECT month, tier, kind, entries, cumulative, redeemable FROM pointsMonth
       UNION ALL SELECT substr(day, 1, 7), tier, kind, -1, -cumulative, -redeemable FROM pointsEntry)
     GROUP BY month, tier, kind HAVING sum(entries) <> 0 OR sum(cumulative) <> 0 OR sum(redeemable) <> 0`,
  ],
  [
    'points-twice',
    `SELECT e.sourceKind || ' ' || e.sourceId AS id FROM pointsEntry e
     WHERE e.sourceId IS NOT NULL AND e.kind IN ${once} AND NOT EXISTS (SELECT 1 FROM pointsEntry r WHERE r.reverses = e.id)
     GROUP BY e.sourceId, e.sourceKind, e.kind HAVING count(*) > 1`,
  ],
  [
    // nobody's entry moves another's lot
    'points-owner',
    `SELECT DISTINCT e.id FROM pointsMove m JOIN pointsEntry e ON e.id = m.entryId JOIN pointsLot l ON l.id = m.lotId
     WHERE l.membershipId <> e.membershipId
     UNION SELECT e.id FROM pointsLot l JOIN pointsEntry e ON e.id = l.entryId WHERE l.membershipId <> e.membershipId`,
  ],
  [
    'points-reversed',
    `SELECT r.id FROM pointsEntry r JOIN pointsEntry e ON e.id = r.reverses
     WHERE r.membershipId <> e.membershipId OR r.cumulative <> -e.cumulative OR r.redeemable <> -e.redeemable`,
  ],
  [
    // what one gives in a transfer or a merge the other gets
    'points-passed-on',
    `SELECT sourceId AS id FROM pointsEntry WHERE kind IN ('transferIn', 'transferOut')
     GROUP BY sourceId HAVING sum(redeemable) <> 0
     UNION ALL
     SELECT min(membershipId, sourceId) AS id FROM pointsEntry WHERE kind IN ('mergeIn', 'mergeOut')
     GROUP BY min(membershipId, sourceId), max(membershipId, sourceId) HAVING sum(cumulative) <> 0 OR sum(redeemable) <> 0`,
  ],
  [
    // everything that a merged membership had is where it went
    'membership-merged',
    `SELECT m.id FROM membership m LEFT JOIN membership t ON t.id = m.mergedInto
     LEFT JOIN pointsBalance b ON b.membershipId = m.id
     WHERE m.state = 'merged' AND (t.id IS NULL OR t.id = m.id OR t.deletedAt IS NOT NULL
       OR b.cumulative <> 0 OR b.redeemable <> 0 OR b.debt <> 0
       OR EXISTS (SELECT 1 FROM memberCard c WHERE c.membershipId = m.id AND c.deletedAt IS NULL))`,
  ],
  [
    'card-membership',
    `SELECT c.id FROM memberCard c WHERE c.deletedAt IS NULL
       AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.id = c.membershipId AND m.deletedAt IS NULL)
     UNION ALL
     SELECT m.id FROM membership m WHERE m.deletedAt IS NULL AND m.state = 'active'
       AND NOT EXISTS (SELECT 1 FROM memberCard c WHERE c.membershipId = m.id AND c.deletedAt IS NULL)`,
  ],
  [
    'card-main',
    `SELECT membershipId AS id FROM memberCard
     WHERE membershipId IS NOT NULL AND role = 'main' AND state IN ('active', 'frozen', 'lost') AND deletedAt IS NULL
     GROUP BY membershipId HAVING count(*) > 1`,
  ],
  [
    'card-replaced',
    `SELECT c.number AS id FROM memberCard c LEFT JOIN memberCard n ON n.id = c.replacedBy
     WHERE (c.state = 'replaced') <> (c.replacedBy IS NOT NULL) OR n.membershipId <> c.membershipId`,
  ],
];

/** The most that any tier was ever given of a service in a year; none where some tier had it without a limit. */
const mostTimes = (connection: Connection): ReadonlyMap<string, number> => {
  const values = connection
    .prepare<[], string>("SELECT value FROM setting WHERE key = 'tierBenefits'")
    .pluck(true)
    .all()
    .map((value) => settingSchemas.tierBenefits.parse(JSON.parse(value)));
  const most = new Map<string, number>();
  for (const { services } of [defaultSettings.tierBenefits, ...values]) {
    for (const { code, timesPerYear } of services) {
      most.set(code, Math.max(most.get(code) ?? 0, timesPerYear ?? Number.POSITIVE_INFINITY));
    }
  }
  return most;
};

/** Services (服务包) of which more were used in a membership's year than any tier has: membership, service and year. */
export const usedTooOften = (connection: Connection, most: number): string[] => {
  const limits = mostTimes(connection);
  return connection
    .prepare<[], { membershipId: string; benefit: string; yearFrom: string; uses: number }>(
      `SELECT membershipId, benefit, yearFrom, count(*) AS uses FROM benefitUse
       WHERE takenBackAt IS NULL AND deletedAt IS NULL GROUP BY membershipId, benefit, yearFrom`,
    )
    .all()
    .filter(({ benefit, uses }) => uses > (limits.get(benefit) ?? Number.POSITIVE_INFINITY))
    .slice(0, most)
    .map(({ membershipId, benefit, yearFrom }) => `${membershipId} ${benefit} ${yearFrom}`);
};
