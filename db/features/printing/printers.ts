import { CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandHandler, QueryHandler, WriteDb } from '../../store/handler.ts';

type Printing = Contract['printing'];

export const printers: QueryHandler<Printing['printers']> = async (db) => ({
  rows: await db
    .selectFrom('printer')
    .select(['id', 'version', 'name', 'offsetXUm', 'offsetYUm'])
    .where('deletedAt', 'is', null)
    .orderBy('name')
    .execute(),
});

const refuseTaken = async (db: WriteDb, name: string, selfId: string | null): Promise<void> => {
  const taken = await db
    .selectFrom('printer')
    .select('id')
    .where('name', '=', name)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (taken && taken.id !== selfId) throw new CareError('CONFLICT', { reason: 'printer-name-taken', values: { name } });
};

/** A printer with its offsets (打印偏移), measured on the test page. */
export const savePrinter: CommandHandler<Printing['savePrinter']> = async (db, input, ctx) => {
  const { name, offsetXUm, offsetYUm } = input;
  await refuseTaken(db, name, input.id);
  if (input.id) {
    const saved = await ctx.rows.update(
      'printer',
      { id: input.id, version: input.version },
      { name, offsetXUm, offsetYUm },
      { owner: null },
    );
    ctx.about('printer', input.id);
    return { id: input.id, version: saved.version };
  }
  const id = ctx.newId();
  const at = ctx.now();
  await ctx.rows.insert('printer', { id, name, offsetXUm, offsetYUm, createdAt: at, updatedAt: at }, { owner: null });
  ctx.about('printer', id);
  return { id, version: 1 };
};

export const removePrinter: CommandHandler<Printing['removePrinter']> = async (_db, input, ctx) => {
  await ctx.rows.remove('printer', { id: input.id, version: input.version }, { owner: null });
  ctx.about('printer', input.id);
  return {};
};
