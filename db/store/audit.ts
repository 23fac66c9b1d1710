import { createHash, randomBytes } from 'node:crypto';
import type { Connection } from './connection.ts';
import type { Actor } from './types.ts';

export interface AuditEntry {
  readonly at: number;
  readonly actor: Actor;
  readonly action: string;
  readonly entity: string | null;
  readonly entityId: string | null;
  readonly requestId: string | null;
  /** JSON; may hold personal data, so it lies apart and can be erased */
  readonly detail: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export interface AuditRow {
  seq: number;
  at: number;
  actor: string;
  actorKind: string;
  desk: string;
  action: string;
  entity: string | null;
  entityId: string | null;
  requestId: string | null;
  detailDigest: string;
  prevHash: string;
  hash: string;
}

/** Before the first row. */
export const firstHash = '0'.repeat(64);

/** What a row's hash covers, in this order for ever. */
export const auditHash = (row: Omit<AuditRow, 'hash'>): string =>
  sha256(
    JSON.stringify([
      row.seq,
      row.at,
      row.actor,
      row.actorKind,
      row.desk,
      row.action,
      row.entity,
      row.entityId,
      row.requestId,
      row.detailDigest,
      row.prevHash,
    ]),
  );

export const detailDigest = (salt: string, detail: string): string => sha256(salt + detail);

export interface AuditLog {
  /** the number the next row will get: what changes of the running command are filed under */
  next(): number;
  write(entry: AuditEntry): number;
}

/**
 * The audit log (操作日志): one row per command, each holding the hash of the one before, so that a changed, missing or
 * inserted row shows. Details lie in rows of their own under a salt: erasing one leaves the chain whole.
 */
export const auditLog = (connection: Connection): AuditLog => {
  const last = connection.prepare<[], { seq: number; hash: string }>(
    'SELECT seq, hash FROM auditLog ORDER BY seq DESC LIMIT 1',
  );
  const insert = connection.prepare(
    `INSERT INTO auditLog (seq, at, actor, actorKind, desk, action, entity, entityId, requestId, detailDigest, prevHash, hash)
     VALUES (@seq, @at, @actor, @actorKind, @desk, @action, @entity, @entityId, @requestId, @detailDigest, @prevHash, @hash)`,
  );
  const insertDetail = connection.prepare('INSERT INTO auditDetail (seq, salt, detail) VALUES (?, ?, ?)');
  return {
    next: () => (last.get()?.seq ?? 0) + 1,
    write: (entry) => {
      const before = last.get();
      const salt = randomBytes(16).toString('hex');
      const row = {
        seq: (before?.seq ?? 0) + 1,
        at: entry.at,
        actor: entry.actor.id,
        actorKind: entry.actor.kind,
        desk: entry.actor.desk,
        action: entry.action,
        entity: entry.entity,
        entityId: entry.entityId,
        requestId: entry.requestId,
        detailDigest: detailDigest(salt, entry.detail),
        prevHash: before?.hash ?? firstHash,
      };
      insert.run({ ...row, hash: auditHash(row) });
      insertDetail.run(row.seq, salt, entry.detail);
      return row.seq;
    },
  };
};
