import { addDays } from '../../db/domain/day.ts';
import { dayOf } from '../../db/domain/zonedTime.ts';
import { openConnection } from '../../db/store/connection.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import type { Call } from './sampleDay.ts';
import { writeTask } from './writeTask.ts';

/** Whom the screens of 回访 are opened on. */
export interface TaskSubjects {
  /** took a car home yesterday: the first call with its six purposes, and a letter */
  readonly firstCall: string;
  /** several things in one call, some contacts before, hours that do not suit */
  readonly several: string;
  /** would be offered something, and never agreed to advertising */
  readonly leftOut: string;
  /** of a row on a call sheet that was not entered yet */
  readonly rowCode: string;
}

export const noTasks: TaskSubjects = { firstCall: '', several: '', leftOut: '', rowCode: '' };

interface Added {
  readonly id: string;
  readonly vehicleId: string;
}

const timeZone = 'Asia/Shanghai';
const hour = 3_600_000;

/**
 * What is due on top of what the rules find in the sample store: so that every kind is there, and stands on top of the list.
 *
 * @param call as a manager
 */
export const sampleTasks = async (call: Call, dataDir: string): Promise<TaskSubjects> => {
  const now = Date.now();
  const today = dayOf(now, timeZone);
  const add = (name: string, phone: string, plate: string, facts: object = {}): Promise<Added> =>
    call<Added>('customers.add', {
      name,
      phones: [{ number: phone }],
      address: '杭州市西湖区文三路 388 号 2 幢 601 室',
      vehicle: { plate, series: '天籁' },
      ...facts,
    });
  const firstCall = await add('欧阳明', '13588001234', '浙A6M210', { gender: 'male' });
  const several = await add('叶知秋', '13588004321', '浙A9C377', { gender: 'female', contactHours: '18:00 后' });
  const leftOut = await add('冯远', '13588006789', '浙A2K551', { gender: 'male' });
  const noAddress = await add('沈一诺', '13588007777', '浙A7Q902', { address: null });
  await call('promises.add', {
    text: '回电告知脚垫到货',
    dueAt: now + 3 * hour,
    ownerId: await me(call),
    customerId: several.id,
  });
  const delivered = addDays(today, -1);
  const connection = openConnection(storeFileOf(dataDir));
  try {
    const day = connection.prepare('UPDATE vehicle SET deliveryDay = ? WHERE id = ?');
    for (const { vehicleId } of [firstCall, noAddress]) day.run(delivered, vehicleId);
    for (const { vehicleId } of [several, leftOut]) day.run(addDays(today, -7), vehicleId);
    connection.prepare('UPDATE vehicle SET insuranceEndDay = ? WHERE id = ?').run(addDays(today, 6), several.vehicleId);
    const write = (
      rule: Parameters<typeof writeTask>[1]['rule'],
      { id: customerId, vehicleId }: Added,
      on: string,
      dueAt: number,
    ): void => writeTask(connection, { rule, customerId, vehicleId, day: on, dueAt });
    write('firstCall', firstCall, delivered, now - 2 * hour);
    write('letter', firstCall, delivered, now - 2 * hour);
    write('letter', noAddress, delivered, now - 2 * hour);
    write('afterPurchase', several, addDays(today, -7), now - 3 * hour);
    write('insurance', several, addDays(today, 6), now + 2 * hour);
    writeTask(connection, {
      ...{ rule: 'afterPurchase', customerId: leftOut.id, vehicleId: leftOut.vehicleId },
      ...{ day: addDays(today, -7), dueAt: now + 20 * hour, purpose: 'marketing' },
    });
    writeTask(connection, {
      ...{ rule: 'birthday', customerId: firstCall.id, vehicleId: null },
      ...{ day: today, dueAt: now + 4 * hour },
    });
  } finally {
    connection.close();
  }
  const dueOf = async (): Promise<readonly string[]> =>
    (
      await call<{ call: { reasons: { taskId: string }[] } }>('tasks.call', { customerId: several.id })
    ).call.reasons.map(({ taskId }) => taskId);
  await call('tasks.record', {
    customerId: several.id,
    taskIds: (await dueOf()).slice(0, 1),
    outcome: 'callBack',
    note: '正在开会，晚一点再打。',
    nextAt: now + 1000,
  });
  const { rows } = await call<{ rows: { code: string }[] }>('tasks.printSheet', { sheetId: crypto.randomUUID() });
  const rowCode = rows[0]?.code ?? '';
  return { firstCall: firstCall.id, several: several.id, leftOut: leftOut.id, rowCode };
};

const me = async (call: Call): Promise<string> => {
  const { rows } = await call<{ rows: { id: string; role: string }[] }>('staff.list');
  const officer = rows.find(({ role }) => role === 'service');
  if (!officer) throw new Error('nobody works in customer service');
  return officer.id;
};
