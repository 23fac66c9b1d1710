import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import { dayOf } from '../../db/domain/zonedTime.ts';
import type { LedgerContext } from '../../db/features/points/entries.ts';
import { migrate } from '../../db/schema/migrate.ts';
import { migrations } from '../../db/schema/migrations.ts';
import { kyselyOf, untypedKyselyOf } from '../../db/store/connection.ts';
import { idMaker } from '../../db/store/ids.ts';
import { admin, testNow } from './openTestStore.ts';

/** The ledger's tables in memory, with everything that watches over them, for thousands of histories. */
export const openBareLedger = async () => {
  const connection = new Database(':memory:');
  connection.pragma('foreign_keys = ON');
  connection.pragma('recursive_triggers = ON');
  await migrate(untypedKyselyOf(connection), migrations, async () => {});
  const db = kyselyOf(connection);
  const clock = { now: testNow };
  const ctx: LedgerContext = {
    actor: admin,
    now: () => clock.now,
    today: () => dayOf(clock.now, 'Asia/Shanghai'),
    newId: idMaker(() => clock.now),
  };
  const customerId = randomUUID();
  await db
    .insertInto('customer')
    .values({
      id: customerId,
      kind: 'person',
      name: '积分测试',
      pinyin: 'ji fen',
      createdAt: testNow,
      updatedAt: testNow,
    })
    .execute();
  const newMembership = async (): Promise<string> => {
    const id = ctx.newId();
    await db
      .insertInto('membership')
      .values({ id, customerId, tier: 'silver', createdAt: clock.now, updatedAt: clock.now })
      .execute();
    return id;
  };
  return { connection, db, clock, ctx, newMembership };
};
export type BareLedger = Awaited<ReturnType<typeof openBareLedger>>;
