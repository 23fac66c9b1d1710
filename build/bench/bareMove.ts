import type { Connection } from '../../db/store/connection.ts';
import { bareCommand } from './bareCommand.ts';

export interface MoveInput {
  readonly requestId: string;
  readonly id: string;
  readonly to: 'arrived' | 'inWork' | 'ready' | 'left';
}

interface MovingRow {
  readonly id: string;
  readonly version: number;
  readonly customerId: string;
  readonly step: string;
  readonly inWorkAt: number | null;
}

/** One card, one step, between 到店 and 作业中: the visit with its car and customer read, written, and read again for the answer. */
export const bareMove = (connection: Connection): ((input: MoveInput) => void) => {
  const record = bareCommand(connection);
  const card = connection.prepare<[string], MovingRow>(
    `SELECT t.*, v.plate, v.series, c.name, c.birthMonth, c.birthDay, a.id AS appointmentId, a.time,
       (SELECT count(*) FROM visitLine l WHERE l.visitId = t.id) AS lineCount
     FROM visit t JOIN vehicle v ON v.id = t.vehicleId JOIN customer c ON c.id = t.customerId
       LEFT JOIN appointment a ON a.visitId = t.id AND a.deletedAt IS NULL
     WHERE t.id = ? AND t.voidedAt IS NULL AND t.deletedAt IS NULL`,
  );
  const write = connection.prepare(
    'UPDATE visit SET step = ?, inWorkAt = ?, version = version + 1 WHERE id = ? AND version = ?',
  );
  const move = connection.transaction((input: MoveInput): void => {
    const row = card.get(input.id);
    if (!row) throw new Error('no such visit');
    const inWorkAt = input.to === 'arrived' ? null : Date.now();
    write.run(input.to, inWorkAt, row.id, row.version);
    record({
      requestId: input.requestId,
      action: 'board.move',
      input,
      result: { id: row.id, card: card.get(row.id) ?? null },
      change: {
        entityId: row.id,
        ownerId: row.customerId,
        version: row.version + 1,
        op: 'update',
        before: JSON.stringify({ step: row.step, inWorkAt: row.inWorkAt }),
        after: JSON.stringify({ step: input.to, inWorkAt }),
      },
    });
  });
  return (input) => move.immediate(input);
};
