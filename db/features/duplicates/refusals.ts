import type { Selectable } from 'kysely';
import type { Tables } from '../../schema/tables.ts';
import type { CommandContext, ReadDb, WriteDb } from '../../store/handler.ts';

type Consent = Selectable<Tables['consent']>;

/** The newest word on each purpose. */
const newestOf = async (db: ReadDb, customerId: string): Promise<Map<string, Consent>> => {
  const rows = await db
    .selectFrom('consent')
    .selectAll()
    .where('customerId', '=', customerId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return new Map(rows.map((row) => [row.purpose, row]));
};

const refuses = (consent: Consent | undefined): consent is Consent =>
  consent !== undefined && consent.state !== 'granted';

/**
 * Before consents move: whoever refused or withdrew on either file has refused (consumer law art. 29). The refusal is said once
 * more, as the newest word, wherever the two files would otherwise be weighed by their dates. Said even where it would be the
 * newest as it is: another merge may be undone later, and this one must hold by itself.
 */
export const copyRefusals = async (
  db: WriteDb,
  keepId: string,
  dropId: string,
  command: number,
  ctx: CommandContext,
): Promise<void> => {
  const kept = await newestOf(db, keepId);
  for (const [purpose, dropped] of await newestOf(db, dropId)) {
    const own = kept.get(purpose);
    const refusal = refuses(dropped) ? dropped : refuses(own) ? own : null;
    if (!refusal) continue;
    const id = ctx.newId();
    const at = Math.max(ctx.now(), own?.at ?? 0, dropped.at);
    await db
      .insertInto('consent')
      .values({ ...refusal, id, customerId: keepId, at })
      .execute();
    await db
      .insertInto('changeLog')
      .values({
        command,
        entity: 'consent',
        entityId: id,
        ownerId: keepId,
        version: 1,
        op: 'insert',
        before: null,
        after: null,
      })
      .execute();
  }
};

/** The words that a merge said once more are taken back with it. */
export const withdrawCopies = async (db: WriteDb, merge: number, command: number): Promise<number> => {
  const copies = await db
    .selectFrom('changeLog')
    .innerJoin('consent', 'consent.id', 'changeLog.entityId')
    .selectAll('consent')
    .where('changeLog.command', '=', merge)
    .where('changeLog.entity', '=', 'consent')
    .where('changeLog.op', '=', 'insert')
    .execute();
  for (const copy of copies) {
    await db.deleteFrom('consent').where('id', '=', copy.id).execute();
    await db
      .insertInto('changeLog')
      .values({
        command,
        entity: 'consent',
        entityId: copy.id,
        ownerId: copy.customerId,
        version: 2,
        op: 'delete',
        before: JSON.stringify(copy),
        after: null,
      })
      .execute();
  }
  return copies.length;
};
