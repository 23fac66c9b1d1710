/** What can go wrong in compensations beyond what their columns forbid. */
export type CompensationFindingCode = 'compensation-given' | 'compensation-waiting';

/** Each gives the ids of rows whose other half is missing or says something else. */
export const compensationChecks: readonly (readonly [code: CompensationFindingCode, sql: string])[] = [
  [
    // points by one entry of exactly as many, a voucher of exactly that worth, each taken back where the compensation is and only there;
    // what waits or was refused gave nothing
    'compensation-given',
    `SELECT c.id FROM compensation c LEFT JOIN pointsEntry e ON e.id = c.entryId LEFT JOIN voucher v ON v.id = c.voucherId
     WHERE c.deletedAt IS NULL AND CASE
       WHEN c.state IN ('waiting', 'refused') THEN c.entryId IS NOT NULL OR c.voucherId IS NOT NULL
       WHEN c.kind = 'points' THEN c.voucherId IS NOT NULL OR e.id IS NULL OR e.kind <> 'bonus' OR e.redeemable <> c.points
         OR e.sourceKind IS NOT 'compensation' OR e.sourceId IS NOT c.id
         OR (c.state = 'takenBack') <> EXISTS (SELECT 1 FROM pointsEntry r WHERE r.reverses = e.id)
       WHEN c.kind = 'voucher' THEN c.entryId IS NOT NULL OR v.id IS NULL OR v.deletedAt IS NOT NULL OR v.origin <> 'complaint'
         OR v.valueFen IS NOT c.amountFen OR (c.state = 'takenBack') <> (v.state = 'void')
       ELSE c.entryId IS NOT NULL OR c.voucherId IS NOT NULL END
     UNION ALL
     SELECT e.id FROM pointsEntry e WHERE e.sourceKind = 'compensation'
       AND NOT EXISTS (SELECT 1 FROM compensation c WHERE c.id = e.sourceId AND c.entryId = e.id AND c.deletedAt IS NULL)`,
  ],
  [
    // what waits has somebody to decide it
    'compensation-waiting',
    `SELECT c.id FROM compensation c WHERE c.deletedAt IS NULL AND (c.state = 'waiting') <> EXISTS (SELECT 1 FROM approval a
       WHERE a.kind = 'compensation' AND a.state = 'waiting' AND a.deletedAt IS NULL
         AND json_extract(a.request, '$.compensationId') = c.id)`,
  ],
];
