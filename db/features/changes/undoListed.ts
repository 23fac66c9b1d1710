import { sql } from 'kysely';
import { CareError } from '../../contract/errors.ts';
import type { CommandContext, WriteDb } from '../../store/handler.ts';
import { idleCommands, runningCommand } from './history.ts';

/** The VINs that a command put on a recall's list. */
const listedBy = (command: number) => sql`SELECT entityId FROM changeLog
  WHERE command = ${command} AND entity = 'recallVehicle' AND op = 'insert'`;

/**
 * Takes the VINs that a command listed off again, in whole sets: a maker's list has thousands.
 *
 * @throws CareError CONFLICT where one of them was marked or removed since
 */
export const undoListed = async (db: WriteDb, command: number, ctx: CommandContext): Promise<void> => {
  const gone = await sql`SELECT 1 FROM recallVehicle WHERE id IN (${listedBy(command)}) AND deletedAt IS NOT NULL
    LIMIT 1`.execute(db);
  if (gone.rows.length > 0) throw new CareError('CONFLICT', { reason: 'undo-gone' });
  const touched = await sql`SELECT 1 FROM changeLog WHERE entityId IN (${listedBy(command)}) AND +command > ${command}
    AND command NOT IN ${idleCommands} LIMIT 1`.execute(db);
  if (touched.rows.length > 0) throw new CareError('CONFLICT', { reason: 'undo-changed-since' });
  const at = ctx.now();
  await sql`INSERT INTO changeLog (command, entity, entityId, ownerId, version, op, before, after)
    SELECT ${await runningCommand(db)}, 'recallVehicle', id, NULL, version + 1, 'delete',
      json_object('deletedAt', NULL), json_object('deletedAt', ${at})
    FROM recallVehicle WHERE id IN (${listedBy(command)})`.execute(db);
  await sql`UPDATE recallVehicle SET deletedAt = ${at}, version = version + 1
    WHERE id IN (${listedBy(command)})`.execute(db);
};
