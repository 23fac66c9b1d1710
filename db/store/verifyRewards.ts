/** What can go wrong in vouchers and rewards beyond what their columns forbid. */
export type RewardsFindingCode = 'voucher-points' | 'voucher-visit' | 'voucher-donation' | 'reward-stock';

/** Each gives the ids of rows whose other half is missing or says something else. */
export const rewardsChecks: readonly (readonly [code: RewardsFindingCode, sql: string])[] = [
  [
    // paid by one entry of its account for exactly its points, which is taken back where it is void and only there
    'voucher-points',
    `SELECT v.id FROM voucher v LEFT JOIN pointsEntry e ON e.id = v.entryId
     WHERE v.points > 0 AND (e.id IS NULL OR e.redeemable <> -v.points OR e.membershipId IS NOT v.membershipId
       OR e.kind <> CASE v.kind WHEN 'donation' THEN 'donate' ELSE 'redeem' END
       OR e.sourceKind IS NOT 'voucher' OR e.sourceId IS NOT v.id
       OR (v.state = 'void') <> EXISTS (SELECT 1 FROM pointsEntry r WHERE r.reverses = e.id))
     UNION ALL
     SELECT e.id FROM pointsEntry e WHERE e.sourceKind = 'voucher'
       AND NOT EXISTS (SELECT 1 FROM voucher v WHERE v.id = e.sourceId AND v.entryId = e.id)`,
  ],
  [
    // a visit that counts no more uses nothing up
    'voucher-visit',
    `SELECT v.id FROM voucher v JOIN visit t ON t.id = v.visitId
     WHERE v.state = 'active' OR (v.state = 'used' AND (t.voidedAt IS NOT NULL OR t.deletedAt IS NOT NULL))`,
  ],
  [
    // a donation is done with the giving, and the cause stands on it
    'voucher-donation',
    "SELECT id FROM voucher WHERE kind = 'donation' AND (state = 'active' OR cause IS NULL)",
  ],
  [
    'reward-stock',
    `SELECT id FROM reward WHERE stock < (SELECT count(*) FROM voucher v WHERE v.rewardId = reward.id AND v.state <> 'void')`,
  ],
];
