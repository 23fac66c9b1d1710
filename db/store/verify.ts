import { existsSync } from 'node:fs';
import { CareError } from '../contract/errors.ts';
import { workshopCategories } from '../domain/category.ts';
import { newestSchema } from '../schema/migrations.ts';
import { type AuditRow, auditHash, detailDigest, firstHash } from './audit.ts';
import { type Connection, openConnection } from './connection.ts';
import { careErrorOf } from './sqliteErrors.ts';
import { storeFileOf } from './storeFile.ts';
import { type AttachmentFindingCode, attachmentFindings } from './verifyAttachments.ts';
import { type CompensationFindingCode, compensationChecks } from './verifyCompensation.ts';
import { type DeskFindingCode, deskChecks, misplacedBookings } from './verifyDesk.ts';
import { miscodedRows, type PaperFindingCode, paperChecks } from './verifyPaper.ts';
import { type PointsFindingCode, type PointsWarningCode, pointsChecks, usedTooOften } from './verifyPoints.ts';
import { type RewardsFindingCode, rewardsChecks } from './verifyRewards.ts';
import { type SurveyFindingCode, surveyChecks } from './verifySurveys.ts';
import { misdatedContacts, type TaskFindingCode, taskChecks } from './verifyTasks.ts';

/** One thing that does not add up, by kind and by what it concerns. */
export interface Finding {
  readonly code:
    | 'file-damaged'
    | 'reference-broken'
    | 'schema-older'
    | 'audit-changed'
    | 'audit-missing'
    | 'audit-detail-changed'
    | 'visit-sum'
    | 'vehicle-derived'
    | 'customer-derived'
    | 'search-missing'
    | 'search-surplus'
    | DeskFindingCode
    | PointsFindingCode
    | RewardsFindingCode
    | CompensationFindingCode
    | AttachmentFindingCode
    | TaskFindingCode
    | SurveyFindingCode
    | PaperFindingCode;
  /** the row: audit number, entity id, or SQLite's own words */
  readonly about: string;
}

/** What is worth a look, though the store is whole. */
export interface Warning {
  readonly code: PointsWarningCode;
  readonly about: string;
}

export interface Verification {
  /** nothing was found; warnings do not count */
  readonly ok: boolean;
  readonly findings: readonly Finding[];
  readonly warnings: readonly Warning[];
  readonly counts: Readonly<Record<string, number>>;
}

/** So many of a kind are named; more are the same news. */
const mostNamed = 50;

const damaged = (connection: Connection): Finding[] =>
  (connection.pragma('integrity_check(20)') as { integrity_check: string }[])
    .filter((row) => row.integrity_check !== 'ok')
    .map((row) => ({ code: 'file-damaged', about: row.integrity_check }));

const brokenReferences = (connection: Connection): Finding[] =>
  (connection.pragma('foreign_key_check') as { table: string; rowid: number | null; parent: string }[])
    .slice(0, mostNamed)
    .map((row) => ({ code: 'reference-broken', about: `${row.table} ${row.rowid ?? ''} → ${row.parent}` }));

/** Walks the chain of hashes: a changed row, a missing one and one put in between all show. Erased details are no finding. */
const auditFindings = (connection: Connection): Finding[] => {
  const found: Finding[] = [];
  let before = firstHash;
  let expected = 1;
  const rows = connection.prepare<[], AuditRow & { salt: string | null; detail: string | null }>(
    'SELECT a.*, d.salt, d.detail FROM auditLog a LEFT JOIN auditDetail d ON d.seq = a.seq ORDER BY a.seq',
  );
  for (const { salt, detail, ...row } of rows.iterate()) {
    if (row.seq !== expected) found.push({ code: 'audit-missing', about: `${expected}–${row.seq - 1}` });
    else if (row.prevHash !== before || auditHash(row) !== row.hash)
      found.push({ code: 'audit-changed', about: String(row.seq) });
    if (salt !== null && detail !== null && detailDigest(salt, detail) !== row.detailDigest) {
      found.push({ code: 'audit-detail-changed', about: String(row.seq) });
    }
    if (found.length >= mostNamed) return found;
    before = row.hash;
    expected = row.seq + 1;
  }
  return found;
};

const workshop = [...workshopCategories].map((category) => `'${category}'`).join(', ');

/** Each gives the ids of rows whose kept value is not what their sources say. */
const derivations: readonly (readonly [code: Finding['code'], sql: string])[] = [
  [
    'visit-sum',
    'SELECT id FROM visit WHERE amountFen <> (SELECT coalesce(sum(amountFen), 0) FROM visitLine WHERE visitId = visit.id)',
  ],
  [
    'vehicle-derived',
    `SELECT v.id FROM vehicle v WHERE v.deletedAt IS NULL AND (
       v.lastMileage IS NOT (SELECT km FROM mileageLog WHERE vehicleId = v.id ORDER BY day DESC, km DESC LIMIT 1)
       OR v.insuranceEndDay IS NOT (SELECT max(endDay) FROM policy WHERE vehicleId = v.id AND deletedAt IS NULL))`,
  ],
  [
    'customer-derived',
    `SELECT c.id FROM customer c WHERE c.deletedAt IS NULL AND coalesce(c.lastVisitDay, '') <> max(
       coalesce((SELECT max(openingVisitDay) FROM vehicle v WHERE customerId = c.id AND deletedAt IS NULL AND NOT EXISTS
         (SELECT 1 FROM vehicleOwner WHERE vehicleId = v.id AND toDay > v.openingVisitDay AND deletedAt IS NULL)), ''),
       coalesce((SELECT max(v.openingVisitDay) FROM vehicleOwner o JOIN vehicle v ON v.id = o.vehicleId AND v.deletedAt IS NULL
         WHERE o.customerId = c.id AND o.deletedAt IS NULL AND v.openingVisitDay < o.toDay), ''),
       coalesce((SELECT max(day) FROM visit WHERE customerId = c.id AND voidedAt IS NULL AND deletedAt IS NULL
         AND EXISTS (SELECT 1 FROM visitLine WHERE visitId = visit.id AND category IN (${workshop}))), ''))`,
  ],
  [
    'search-missing',
    'SELECT id FROM customer WHERE deletedAt IS NULL AND id NOT IN (SELECT customerId FROM searchDoc)',
  ],
  [
    'search-surplus',
    'SELECT customerId AS id FROM searchDoc WHERE customerId NOT IN (SELECT id FROM customer WHERE deletedAt IS NULL)',
  ],
];

const rowFindings = (connection: Connection): Finding[] => [
  ...[
    ...derivations,
    ...deskChecks,
    ...pointsChecks,
    ...rewardsChecks,
    ...compensationChecks,
    ...taskChecks,
    ...surveyChecks,
    ...paperChecks,
  ].flatMap(([code, sql]) =>
    connection
      .prepare<[], { id: string }>(`${sql} LIMIT ${mostNamed}`)
      .all()
      .map((row): Finding => ({ code, about: row.id })),
  ),
  ...misplacedBookings(connection, mostNamed).map((about): Finding => ({ code: 'booking-time', about })),
  ...miscodedRows(connection, mostNamed).map((about): Finding => ({ code: 'paper-code', about })),
  ...misdatedContacts(connection, mostNamed).map((about): Finding => ({ code: 'contact-day', about })),
];

const countsOf = (connection: Connection): Record<string, number> =>
  Object.fromEntries(
    ['customer', 'vehicle', 'visit', 'membership', 'memberCard', 'pointsEntry', 'voucher', 'auditLog', 'changeLog'].map(
      (table) => [table, connection.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck(true).get() ?? 0],
    ),
  );

/**
 * Whether a store is whole: the file itself, its references, the audit chain, every kept value against the rows it comes from, and
 * the attachments beside it. Only reads, also while a desk is open.
 *
 * @throws CareError NOT_FOUND `no-store`, DB_CORRUPT where the file cannot even be opened
 */
export const verifyStore = async (dataDir: string): Promise<Verification> => {
  const file = storeFileOf(dataDir);
  if (!existsSync(file)) throw new CareError('NOT_FOUND', { reason: 'no-store' });
  let connection: Connection | undefined;
  try {
    connection = openConnection(file, { readonly: true });
    const version = Number(connection.pragma('user_version', { simple: true }));
    if (version < newestSchema) {
      return { ok: false, findings: [{ code: 'schema-older', about: String(version) }], warnings: [], counts: {} };
    }
    const fileFindings = damaged(connection);
    const findings =
      fileFindings.length > 0
        ? fileFindings
        : [
            ...brokenReferences(connection),
            ...auditFindings(connection),
            ...rowFindings(connection),
            ...(await attachmentFindings(connection, dataDir, mostNamed)),
          ];
    const warnings =
      fileFindings.length > 0
        ? []
        : usedTooOften(connection, mostNamed).map((about): Warning => ({ code: 'benefit-uses', about }));
    return { ok: findings.length === 0, findings, warnings, counts: countsOf(connection) };
  } catch (error) {
    throw careErrorOf(error);
  } finally {
    connection?.close();
  }
};
