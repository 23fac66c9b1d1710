import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../db/domain/day.ts';
import { openTaskDesk, type TaskDesk, today } from './taskDesk.ts';

const born = (month: number, day: number) => ({ calendar: 'solar', year: 1980, month, day, leap: false });

/** Cars whose insurance ends on these days. */
const insuredCars = async (desk: TaskDesk, ...ends: string[]): Promise<string[]> => {
  const ids: string[] = [];
  for (const end of ends) {
    const { vehicleId } = await desk.addCustomer();
    await desk.insured(vehicleId, end);
    ids.push(vehicleId);
  }
  return ids;
};

describe('a round', () => {
  it('run twice adds nothing, and is due once a day', async () => {
    const desk = await openTaskDesk();
    await insuredCars(desk, '2026-11-29', '2026-12-10', '2027-01-21');
    const { vehicleId } = await desk.addMember({ through: '2026-12-22' });
    desk.car(vehicleId, { deliveryDay: today });
    expect(await desk.call('tasks.due')).toMatchObject({ due: true, day: today });
    // insurance of three, the letter, the first call, the card
    expect(await desk.round()).toEqual({ added: 6, ended: 0 });
    expect(await desk.call('tasks.due')).toMatchObject({ due: false });
    const before = desk.tasks();
    expect(await desk.round()).toEqual({ added: 0, ended: 0 });
    expect(desk.tasks()).toEqual(before);
    desk.at('2026-11-23');
    expect(await desk.call('tasks.due')).toMatchObject({ due: true, day: '2026-11-23' });
    expect(await desk.round()).toEqual({ added: 0, ended: 0 });
  });

  it('asks as soon as anything changes only the rules of what is owed, and of a car just handed over', async () => {
    const desk = await openTaskDesk();
    const { ruleIds, soonIds } = await desk.call('tasks.due');
    const names = (ids: string[]) =>
      ids.map((id) => desk.rows<{ name: string }>('SELECT name FROM taskRule WHERE id = ?', id)[0]?.name);
    expect(names(soonIds)).toEqual(['承诺到期', '投诉回访', '交车致谢首次电话', '交车感谢信', '不满意跟进']);
    expect(ruleIds).toHaveLength(23);
  });

  it('writes what is there once, however often it is sent', async () => {
    const desk = await openTaskDesk();
    const ruleId = desk.only('保险到期提醒');
    await insuredCars(desk, '2026-11-29', '2026-11-30');
    desk.at('2026-11-23');
    const rows = await desk.found(ruleId);
    expect(await desk.call('tasks.add', { ruleId, rows: rows.slice(0, 1) })).toEqual({ added: 1 });
    expect(await desk.call('tasks.add', { ruleId, rows: [...rows, ...rows] })).toEqual({ added: 1 });
    expect(desk.tasks()).toMatchObject([
      { rule: '保险到期提醒', day: '2026-11-23', state: 'open' },
      { rule: '保险到期提醒', day: '2026-11-23', state: 'open' },
    ]);
  });

  it('after ten days off finds what is still open, digs up nothing that is over, and keeps the day’s cap', async () => {
    const desk = await openTaskDesk();
    desk.only('生日祝福', { mostPerDay: 2, keepDays: 2 });
    await desk.round();
    const named = new Map<string, number>();
    for (let away = 1; away <= 10; away++) {
      const date = Number(addDays(today, away).slice(8));
      const { id } = await desk.call('customers.add', { name: `王${away}`, birthday: born(away <= 8 ? 11 : 12, date) });
      named.set(id, away);
    }
    desk.at('2026-12-02');
    expect(await desk.round()).toEqual({ added: 2, ended: 0 });
    // kept two days: those of yesterday and today, and nobody is wished a happy birthday of last week
    expect(desk.tasks().map(({ customerId }) => named.get(customerId))).toEqual([9, 10]);
  });

  it('what the cap holds back comes the next day, the most urgent first, and lapses at the end of its days', async () => {
    const desk = await openTaskDesk();
    desk.only('保险到期提醒', { mostPerDay: 2, keepDays: 3 });
    const [a, b, c, d, e] = await insuredCars(
      desk,
      '2026-11-29',
      '2026-11-28',
      '2026-11-29',
      '2026-11-28',
      '2026-11-27',
    );
    const made = (day: string) => desk.tasks(`t.day = '${day}'`).map(({ vehicleId }) => vehicleId);
    expect((await desk.round()).added).toBe(2);
    expect(made(today)[0]).toBe(e);
    expect([b, d]).toContain(made(today)[1]);
    expect((await desk.round()).added).toBe(0);
    desk.at('2026-11-23');
    expect(await desk.round()).toEqual({ added: 2, ended: 1 });
    expect(desk.tasks("t.state = 'lapsed'").map(({ vehicleId }) => vehicleId)).toEqual([e]);
    desk.at('2026-11-24');
    expect(await desk.round()).toMatchObject({ added: 1 });
    expect(new Set(desk.tasks().map(({ vehicleId }) => vehicleId))).toEqual(new Set([a, b, c, d, e]));
    desk.at('2026-11-25');
    expect((await desk.round()).added).toBe(0);
  });

  it('gives a customer with many cars one task of a rule in so many days', async () => {
    const desk = await openTaskDesk();
    desk.only('保养到期提醒', { everyDays: 60, keepDays: 90 });
    const { customerId, vehicleId } = await desk.addCustomer();
    const second = await desk.call('vehicles.add', { customerId, plate: '京A3K927' });
    for (const one of [vehicleId, second.id]) desk.car(one, { lastVisitDay: '2026-07-06' });
    expect((await desk.round()).added).toBe(1);
    desk.at('2027-01-20');
    expect((await desk.round()).added).toBe(0);
    desk.at('2027-01-21');
    // 60 days later, and the other car is still on its own days
    desk.sql("UPDATE vehicle SET lastVisitDay = '2026-08-25'");
    expect((await desk.round()).added).toBe(1);
  });

  it('gives two files of one person that were merged one greeting', async () => {
    const desk = await openTaskDesk();
    desk.only('生日祝福');
    const add = async (name: string) =>
      (await desk.call('customers.add', { name, birthday: born(11, 22), phones: [{ number: '13800138000' }] }))
        .id as string;
    const drop = await add('王伟');
    expect((await desk.round()).added).toBe(1);
    const keep = await add('王伟');
    await desk.call('duplicates.merge', { keepId: keep, dropId: drop, keepVersion: 1, dropVersion: 1 });
    expect(await desk.round()).toEqual({ added: 0, ended: 0 });
    expect(desk.tasks()).toMatchObject([{ customerId: keep, state: 'open' }]);
  });
});

/** What happened, and why the open task of the rule ended. */
const endings: readonly [
  rule: string,
  reason: string,
  begin: (desk: TaskDesk, who: { customerId: string; vehicleId: string; membershipId: string }) => unknown,
  happens: (desk: TaskDesk, who: { customerId: string; vehicleId: string; membershipId: string }) => unknown,
][] = [
  [
    '保养到期提醒',
    'visited',
    (desk, { vehicleId }) => desk.car(vehicleId, { lastVisitDay: '2026-07-01' }),
    (desk, { vehicleId }) => desk.order(vehicleId),
  ],
  [
    '保养到期提醒',
    'booked',
    (desk, { vehicleId }) => desk.car(vehicleId, { lastVisitDay: '2026-07-01' }),
    (desk, { vehicleId }) => desk.call('appointments.add', { day: '2026-11-25', time: '09:00', vehicleId }),
  ],
  [
    '久未到店关怀',
    'visited',
    (desk, { vehicleId }) => desk.car(vehicleId, { lastVisitDay: '2026-05-20' }),
    // entered a day late
    (desk, { vehicleId }) => desk.order(vehicleId, 'parts', 1),
  ],
  [
    '保险到期提醒',
    'insured',
    (desk, { vehicleId }) => desk.insured(vehicleId, '2026-11-29'),
    (desk, { vehicleId }) => desk.insured(vehicleId, '2027-11-29'),
  ],
  [
    '年检到期提醒',
    'inspected',
    (desk, { vehicleId }) => desk.car(vehicleId, { inspectionDueDay: '2026-11-30' }),
    (desk, { vehicleId }) => desk.car(vehicleId, { inspectionDueDay: '2028-11-30' }),
  ],
  [
    '驾驶证到期提醒',
    'licenceRenewed',
    (desk, { customerId }) => desk.sql("UPDATE customer SET licenceEndDay = '2026-12-01' WHERE id = ?", customerId),
    (desk, { customerId }) => desk.sql("UPDATE customer SET licenceEndDay = '2036-12-01' WHERE id = ?", customerId),
  ],
  [
    '会员卡到期提醒',
    'cardRenewed',
    (desk, { membershipId }) =>
      desk.sql("UPDATE membership SET validThrough = '2026-11-25' WHERE id = ?", membershipId),
    (desk, { membershipId }) =>
      desk.sql("UPDATE membership SET validThrough = '2027-11-25' WHERE id = ?", membershipId),
  ],
  [
    '积分到期提醒',
    'pointsUsed',
    (desk, { membershipId }) => desk.addLot(membershipId, 500, '2026-11-30'),
    (desk, { membershipId }) =>
      desk.call('points.adjust', { membershipId, cumulative: 0, redeemable: -200, reason: '兑换' }),
  ],
  [
    '维修后回访',
    'changed',
    async (desk, { vehicleId }) => {
      await desk.order(vehicleId, 'repairLabour');
      desk.at('2026-11-25');
    },
    async (desk) => {
      const [visit] = desk.rows<{ id: string; version: number }>('SELECT id, version FROM visit');
      await desk.call('visits.void', { ...visit, reason: '录错' });
    },
  ],
  [
    '置换邀约',
    'bought',
    async (desk, { customerId, vehicleId }) => {
      desk.car(vehicleId, { purchaseDay: '2019-05-01' });
      await desk.call('prospects.add', { customerId, models: ['朗逸'] });
    },
    async (desk, { vehicleId }) => {
      desk.sql("UPDATE prospect SET state = 'bought', closedDay = ?", today);
      // the old one was taken in return
      desk.car(vehicleId, { status: 'sold' });
    },
  ],
  [
    '承诺到期',
    'promiseEnded',
    (desk, { customerId }) =>
      desk.call('promises.add', { text: '回电', dueAt: desk.clock.now + 1, ownerId: desk.managerId, customerId }),
    async (desk) => {
      const [one] = desk.rows<{ id: string }>('SELECT id FROM promise');
      await desk.call('promises.keep', { id: one?.id, version: 1 });
    },
  ],
  [
    '承诺到期',
    'changed',
    (desk, { customerId }) =>
      desk.call('promises.add', { text: '回电', dueAt: desk.clock.now + 1, ownerId: desk.managerId, customerId }),
    async (desk) => {
      const [one] = desk.rows<{ id: string }>('SELECT id FROM promise');
      const dueAt = desk.clock.now + 3 * 86_400_000;
      await desk.call('promises.move', { id: one?.id, version: 1, dueAt, ownerId: desk.managerId, note: '改约' });
    },
  ],
  [
    '生日祝福',
    'changed',
    (desk, { customerId }) =>
      desk.sql("UPDATE customer SET birthCalendar = 'solar', birthMonth = 11, birthDay = 22 WHERE id = ?", customerId),
    (desk, { customerId }) => desk.sql('UPDATE customer SET birthDay = 24 WHERE id = ?', customerId),
  ],
  [
    '家人生日祝福',
    'changed',
    (desk, { customerId }) =>
      desk.call('customers.addRelation', { id: customerId, kind: 'child', name: '小明', birthday: born(11, 22) }),
    async (desk) => {
      const [one] = desk.rows<{ id: string }>('SELECT id FROM relation');
      await desk.call('customers.removeRelation', { relationId: one?.id, version: 1 });
    },
  ],
  [
    '交车感谢信',
    'vehicleGone',
    (desk, { vehicleId }) => desk.car(vehicleId, { deliveryDay: today }),
    (desk, { vehicleId }) => desk.car(vehicleId, { status: 'scrapped' }),
  ],
  [
    '保险到期提醒',
    'vehicleGone',
    (desk, { vehicleId }) => desk.insured(vehicleId, '2026-11-29'),
    async (desk, { vehicleId }) => {
      const [one] = desk.rows<{ version: number }>('SELECT version FROM vehicle WHERE id = ?', vehicleId);
      const newOwner = { name: '赵强', phone: '13900139000' };
      await desk.call('vehicles.transfer', { id: vehicleId, version: one?.version, newOwner, day: today });
    },
  ],
  [
    '生日祝福',
    'customerGone',
    (desk, { customerId }) =>
      desk.sql("UPDATE customer SET birthCalendar = 'solar', birthMonth = 11, birthDay = 22 WHERE id = ?", customerId),
    (desk, { customerId }) => desk.sql('UPDATE customer SET deletedAt = 1 WHERE id = ?', customerId),
  ],
];

describe('a task ends by itself', () => {
  it.each(endings)('%s: %s', async (rule, reason, begin, happens) => {
    const desk = await openTaskDesk();
    const ruleId = desk.only(rule);
    const who = await desk.addMember();
    const other = await desk.addMember();
    await begin(desk, who);
    expect(await desk.round()).toEqual({ added: 1, ended: 0 });
    await happens(desk, who);
    const [task] = desk.tasks();
    const over = [{ id: task?.id, reason }];
    expect((await desk.call('tasks.over')).rows).toEqual(over);
    expect((await desk.call('tasks.over', { customerIds: [other.customerId] })).rows).toEqual([]);
    expect((await desk.call('tasks.over', { customerIds: [who.customerId] })).rows).toEqual(over);
    expect(await desk.call('tasks.end', { rows: over })).toEqual({ ended: 1 });
    expect(desk.tasks()).toMatchObject([{ state: 'ended', endReason: reason }]);
    // it is over, and what it was about is not asked for again
    expect(await desk.call('tasks.end', { rows: over })).toEqual({ ended: 0 });
    expect((await desk.found(ruleId)).filter(({ key }) => key === task?.key)).toEqual([]);
    expect((await desk.call('tasks.over')).rows).toEqual([]);
  });

  it('what a desk did meanwhile keeps how it ended', async () => {
    const desk = await openTaskDesk();
    desk.only('保险到期提醒');
    await insuredCars(desk, '2026-11-29');
    await desk.round();
    const [task] = desk.tasks();
    desk.sql("UPDATE task SET state = 'done', closedAt = 1");
    expect(await desk.call('tasks.end', { rows: [{ id: task?.id, reason: 'lapsed' }] })).toEqual({ ended: 0 });
    expect(desk.tasks()).toMatchObject([{ state: 'done', endReason: null }]);
  });
});

describe('however the days go', () => {
  const plan = fc.array(
    fc.record({
      /** days that the desk stays off */
      off: fc.integer({ min: 1, max: 25 }),
      ends: fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 3 }),
      twice: fc.boolean(),
      renewed: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  );

  it('no occasion has two tasks, no day more than the cap, none begins outside its days, none stays open after them', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (steps) => {
        const desk = await openTaskDesk();
        desk.only('保险到期提醒', { mostPerDay: 2 });
        let day = today;
        for (const { off, ends, twice, renewed } of steps) {
          const cars = await insuredCars(desk, ...ends.map((away) => addDays(day, away)));
          await desk.round();
          if (twice) expect(await desk.round()).toEqual({ added: 0, ended: 0 });
          if (renewed && cars[0]) await desk.insured(cars[0], addDays(day, 400));
          day = addDays(day, off);
          desk.at(day);
        }
        await desk.round();
        const all = desk.tasks();
        expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
        for (const made of new Set(all.map((task) => task.day))) {
          expect(all.filter((task) => task.day === made).length).toBeLessThanOrEqual(2);
        }
        for (const task of all) {
          const lead = Number(task.key.split('-').at(-1));
          const begin = addDays(task.occasionDay, -lead);
          expect(begin <= task.day && task.day <= task.lastDay).toBe(true);
          expect(task.lastDay).toBe(addDays(begin, 19));
          if (task.state === 'open') expect(task.lastDay >= day).toBe(true);
        }
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});
