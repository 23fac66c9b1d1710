import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openConnection } from '../../db/store/connection.ts';
import { stageFile } from '../../db/store/imports/stage.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import { type TestStore, testNow } from './openTestStore.ts';

export interface FileMember {
  readonly name: string;
  readonly card: string;
  readonly customerId: string;
  readonly vehicleId: string;
  readonly membershipId: string;
}

export interface FileRow {
  /** the store's own word for it */
  readonly tier?: string;
  readonly validThrough?: string;
  /** 累计 and 可兑换 */
  readonly points?: readonly [number, number];
}

/** Members of an old system, each with a card and a car, brought in by a file; the first makes its day the go-live day. */
export const importMembers = async (test: TestStore, wanted: readonly FileRow[]): Promise<FileMember[]> => {
  const rows = wanted.map(({ tier = '银卡', validThrough = '2036-12-31', points = [0, 0] }, no) => {
    const [card, phone] = [`8100${String(no).padStart(6, '0')}`, `139${String(10_000_000 + no)}`];
    const plate = `京A${String(10_000 + no)}`;
    return {
      card,
      text: `${card},客户${no},${phone},${tier},2025-03-10,${validThrough},${points[0]},${points[1]},${plate}`,
    };
  });
  const path = join(test.dataDir, `${randomUUID()}.csv`);
  const header = '会员卡号,姓名,手机,会员等级,入会日期,有效期至,累计积分,可兑换积分,车牌号';
  writeFileSync(path, `${[header, ...rows.map(({ text }) => text)].join('\n')}\n`);
  const importId = randomUUID();
  await stageFile(
    { dataDir: test.dataDir, importId, kind: 'members', fileName: path, path },
    () => {},
    () => testNow,
  );
  await test.call('staged.apply', { importId });
  const found = rows.flatMap(({ card }) =>
    reading<FileMember>(
      test,
      `SELECT h.name, c.number AS card, c.customerId, v.id AS vehicleId, c.membershipId FROM memberCard c
       JOIN customer h ON h.id = c.customerId JOIN vehicle v ON v.customerId = c.customerId WHERE c.number = ?`,
      card,
    ),
  );
  if (found.length !== wanted.length) throw new Error(`${found.length} of ${wanted.length} members came in`);
  return found;
};

/** Rows of the store as they stand. */
export const reading = <T>(test: TestStore, statement: string, ...values: readonly (string | object)[]): T[] => {
  const connection = openConnection(storeFileOf(test.dataDir), { readonly: true });
  try {
    return connection.prepare<unknown[], T>(statement).all(...values);
  } finally {
    connection.close();
  }
};

/** A visit of today with one line of parts: a point a yuan by the shipped rule. */
export const visitOf = (
  test: TestStore,
  member: FileMember,
  yuan: number,
  arrivedAt = test.clock.now,
): Promise<{ id: string; version: number }> =>
  test.call('visits.add', {
    vehicleId: member.vehicleId,
    arrivedAt,
    lines: [{ category: 'parts', amountFen: yuan * 100 }],
  });
