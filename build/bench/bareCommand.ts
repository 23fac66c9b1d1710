import { createHash, randomBytes } from 'node:crypto';
import { auditHash, detailDigest } from '../../db/store/audit.ts';
import type { Connection } from '../../db/store/connection.ts';

/** What a command leaves behind besides its own rows. */
export interface BareRecord {
  readonly requestId: string;
  readonly action: string;
  readonly input: object;
  readonly result: object;
  readonly change: {
    readonly entityId: string;
    readonly ownerId: string;
    readonly version: number;
    readonly op: 'insert' | 'update';
    /** the columns that an update changed, as JSON; null for an insert */
    readonly before: string | null;
    readonly after: string | null;
  };
}

/** Change row, audit row in the chain of hashes, and the result kept for a request sent twice, all of one visit. */
export const bareCommand = (connection: Connection): ((record: BareRecord) => void) => {
  const request = connection.prepare('SELECT name FROM requestResult WHERE requestId = ?');
  const last = connection.prepare<[], { seq: number; hash: string }>(
    'SELECT seq, hash FROM auditLog ORDER BY seq DESC LIMIT 1',
  );
  const change = connection.prepare(
    `INSERT INTO changeLog (command, entity, entityId, ownerId, version, op, before, after) VALUES (?, 'visit', ?, ?, ?, ?, ?, ?)`,
  );
  const audit = connection.prepare(
    `INSERT INTO auditLog (seq, at, actor, actorKind, desk, action, entity, entityId, requestId, detailDigest, prevHash, hash)
     VALUES (@seq, @at, @actor, @actorKind, @desk, @action, @entity, @entityId, @requestId, @detailDigest, @prevHash, @hash)`,
  );
  const detail = connection.prepare('INSERT INTO auditDetail (seq, salt, detail) VALUES (?, ?, ?)');
  const result = connection.prepare(
    'INSERT INTO requestResult (requestId, name, inputHash, result, at) VALUES (?, ?, ?, ?, ?)',
  );
  return ({ requestId, action, input, result: answer, change: changed }) => {
    if (request.get(requestId)) throw new Error('a request sent twice');
    const before = last.get();
    const salt = randomBytes(16).toString('hex');
    const text = JSON.stringify({ input });
    const row = {
      seq: (before?.seq ?? 0) + 1,
      at: Date.now(),
      actor: 'bench',
      actorKind: 'staff',
      desk: 'bench',
      action,
      entity: 'visit',
      entityId: changed.entityId,
      requestId,
      detailDigest: detailDigest(salt, text),
      prevHash: before?.hash ?? '',
    };
    const { entityId, ownerId, version, op } = changed;
    change.run(row.seq, entityId, ownerId, version, op, changed.before, changed.after);
    audit.run({ ...row, hash: auditHash(row) });
    detail.run(row.seq, salt, text);
    const inputHash = createHash('sha256').update(text).digest('hex');
    result.run(requestId, action, inputHash, JSON.stringify(answer), row.at);
  };
};
