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
  /** came some days ago: a questionnaire is asked */
  readonly rated: string;
  /** was not satisfied, and nobody has spoken with them */
  readonly unhappy: string;
  /** of a row on a call sheet that was not entered yet */
  readonly rowCode: string;
}

export const noTasks: TaskSubjects = { firstCall: '', several: '', leftOut: '', rated: '', unhappy: '', rowCode: '' };

interface Added {
  readonly id: string;
  readonly vehicleId: string;
}

const timeZone = 'Asia/Shanghai';
const hour = 3_600_000;
/** 服务满意度, as the store is shipped with it */
const ratingId = '00000000-0000-7000-8000-000000000401';

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
  const rated = await add('苏晴', '13588002468', '浙A8T660', { gender: 'female' });
  await call('visits.add', {
    vehicleId: rated.vehicleId,
    arrivedAt: now - 72 * hour,
    adviser: '李敏',
    lines: [{ category: 'maintenanceLabour', amountFen: 38_000 }],
  });
  const unhappy = await add('秦川', '13588001357', '浙A5W112', { gender: 'male' });
  const bad = await call<{ id: string }>('surveys.record', {
    ...{ questionnaireId: ratingId, channel: 'counter', customerId: unhappy.id, vehicleId: unhappy.vehicleId },
    answers: [
      { questionId: 'q1', score: 2 },
      { questionId: 'q2', score: 3, words: '说好一小时，等了三个小时' },
      { questionId: 'q5', words: '没有人告诉我为什么要等' },
    ],
  });
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
    write('rating', rated, dayOf(now - 72 * hour, timeZone), now + hour);
    writeTask(connection, {
      ...{ rule: 'unhappy', customerId: unhappy.id, vehicleId: unhappy.vehicleId, subjectId: bad.id },
      ...{ day: today, dueAt: now + 3 * hour },
    });
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
    nextAt: Date.now() + 1000,
  });
  const { rows } = await call<{ rows: { code: string }[] }>('tasks.printSheet', { sheetId: crypto.randomUUID() });
  const rowCode = rows[0]?.code ?? '';
  return {
    ...{ firstCall: firstCall.id, several: several.id, leftOut: leftOut.id },
    ...{ rated: rated.id, unhappy: unhappy.id, rowCode },
  };
};

const me = async (call: Call): Promise<string> => {
  const { rows } = await call<{ rows: { id: string; role: string }[] }>('staff.list');
  const officer = rows.find(({ role }) => role === 'service');
  if (!officer) throw new Error('nobody works in customer service');
  return officer.id;
};
