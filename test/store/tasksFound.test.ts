import { describe, expect, it } from 'vitest';
import { instantOf } from '../../db/domain/zonedTime.ts';
import { openTaskDesk, today } from './taskDesk.ts';

const hour = 3_600_000;
const dayMs = 24 * hour;

describe('what each trigger finds', () => {
  it('delivered: a first call within 24 h of 18:00, and of ours alone', async () => {
    const desk = await openTaskDesk();
    const ruleId = desk.only('交车致谢首次电话');
    const bought = await desk.addCustomer();
    const elsewhere = await desk.addCustomer();
    const sold = await desk.addCustomer();
    for (const { vehicleId } of [bought, elsewhere, sold]) desk.car(vehicleId, { deliveryDay: '2026-11-20' });
    desk.car(elsewhere.vehicleId, { purchasedHere: 0 });
    desk.car(sold.vehicleId, { status: 'sold' });
    expect(await desk.found(ruleId)).toEqual([
      {
        key: `${ruleId}:${bought.vehicleId}:2026-11-20`,
        customerId: bought.customerId,
        vehicleId: bought.vehicleId,
        membershipId: null,
        subjectId: null,
        occasionDay: '2026-11-20',
        dueAt: instantOf('2026-11-21', '18:00', 'Asia/Shanghai'),
        lastDay: '2026-11-26',
        ownerId: null,
      },
    ]);
    desk.at('2026-11-26');
    expect(await desk.found(ruleId)).toHaveLength(1);
    desk.at('2026-11-27');
    expect(await desk.found(ruleId)).toEqual([]);
    desk.at('2026-11-19');
    expect(await desk.found(ruleId)).toEqual([]);
  });

  it('visited: some days after a repair, one for a car and a day; nobody is called for washing', async () => {
    const desk = await openTaskDesk();
    const ruleId = desk.only('维修后回访');
    const { customerId, vehicleId } = await desk.addCustomer();
    await desk.order(vehicleId, 'repairLabour');
    await desk.order(vehicleId, 'accident');
    const other = await desk.addCustomer();
    await desk.order(other.vehicleId, 'accessories');
    desk.at('2026-11-24');
    expect(await desk.found(ruleId)).toEqual([]);
    desk.at('2026-11-25');
    expect(await desk.found(ruleId)).toMatchObject([
      {
        customerId,
        occasionDay: today,
        lastDay: '2026-12-01',
        dueAt: instantOf('2026-11-27', '00:00', 'Asia/Shanghai'),
      },
    ]);
  });

  it('visited first: the first service after delivery, not the second, nor where an old system knew of one', async () => {
    const desk = await openTaskDesk();
    const ruleId = desk.only('首保后回访');
    const first = await desk.addCustomer();
    const second = await desk.addCustomer();
    const old = await desk.addCustomer();
    for (const { vehicleId } of [first, second, old]) desk.car(vehicleId, { deliveryDay: '2026-03-01' });
    desk.car(old.vehicleId, { openingVisitDay: '2026-06-01' });
    await desk.order(second.vehicleId, 'maintenanceLabour', 40);
    for (const { vehicleId } of [first, second, old]) await desk.order(vehicleId);
    desk.at('2026-11-25');
    expect((await desk.found(ruleId)).map(({ customerId }) => customerId)).toEqual([first.customerId]);
  });

  it('service due by the store’s band: 14 days before five months after the last visit', async () => {
    const desk = await openTaskDesk();
    const ruleId = desk.only('保养到期提醒');
    const { vehicleId } = await desk.addCustomer();
    desk.car(vehicleId, { lastVisitDay: '2026-07-06' });
    expect(await desk.found(ruleId)).toMatchObject([{ occasionDay: '2026-12-06', lastDay: '2026-12-21' }]);
    desk.at('2026-11-21');
    expect(await desk.found(ruleId)).toEqual([]);
    desk.at('2026-12-22');
    expect(await desk.found(ruleId)).toEqual([]);
  });

  it('service due by mileage: 10,000 km after the last service at 100 km a day', async () => {
    const desk = await openTaskDesk();
    const ruleId = desk.only('保养到期提醒');
    const { vehicleId } = await desk.addCustomer();
    desk.car(vehicleId, {
      deliveryDay: '2026-01-01',
      lastVisitDay: '2026-08-30',
      openingVisitDay: '2026-08-30',
      lastMileageDay: '2026-08-30',
      lastMileage: 29_000,
    });
    for (const [day, km] of [
      ['2026-06-01', 20_000],
      ['2026-08-30', 29_000],
    ]) {
      desk.sql("INSERT INTO mileageLog (vehicleId, day, km, source) VALUES (?, ?, ?, 'desk')", vehicleId, day, km);
    }
    desk.at('2026-11-24');
    const [task] = await desk.found(ruleId);
    expect(task).toMatchObject({ occasionDay: '2026-12-08', key: `${ruleId}:${vehicleId}:2026-08-30` });
    // a reading moves the forecast and makes no other service of it
    await desk.round();
    await desk.call('vehicles.addMileage', { id: vehicleId, day: '2026-11-24', km: 39_500 });
    expect(await desk.found(ruleId)).toEqual([]);
    desk.only('保养到期提醒', { trigger: { kind: 'serviceDue', leadDays: 14, everyKm: null }, everyDays: 0 });
    desk.at('2027-01-16');
    // by date alone it would have been 2027-01-30, and it is the same service
    expect(await desk.found(ruleId)).toEqual([]);
    desk.sql("UPDATE task SET key = 'another'");
    expect(await desk.found(ruleId)).toMatchObject([{ occasionDay: '2027-01-30' }]);
  });

  it('service due for the first time: three months after delivery; not where an appointment is made', async () => {
    const desk = await openTaskDesk();
    const ruleId = desk.only('保养到期提醒');
    const { vehicleId } = await desk.addCustomer();
    const booked = await desk.addCustomer();
    for (const one of [vehicleId, booked.vehicleId]) desk.car(one, { deliveryDay: '2026-09-01' });
    await desk.call('appointments.add', { day: '2026-11-25', time: '09:00', vehicleId: booked.vehicleId });
    expect(await desk.found(ruleId)).toMatchObject([{ vehicleId, occasionDay: '2026-12-01' }]);
  });

  it('insurance: the nearest lead alone, each a task of its own', async () => {
    const desk = await openTaskDesk();
    const ruleId = desk.only('保险到期提醒', { keepDays: 90 });
    const { vehicleId } = await desk.addCustomer();
    await desk.insured(vehicleId, '2026-12-05');
    // 90, 60 and 30 days before were missed
    expect(await desk.found(ruleId)).toMatchObject([
      { key: `${ruleId}:${vehicleId}:2026-12-05-30`, occasionDay: '2026-12-05', lastDay: '2027-02-02' },
    ]);
    expect(await desk.round()).toEqual({ added: 1, ended: 0 });
    desk.at('2026-11-27');
    expect(await desk.round()).toEqual({ added: 0, ended: 0 });
    desk.at('2026-11-28');
    expect(await desk.found(ruleId)).toMatchObject([{ key: `${ruleId}:${vehicleId}:2026-12-05-7` }]);
  });

  it('inspection, licence and card', async () => {
    const desk = await openTaskDesk();
    const { customerId, vehicleId, membershipId } = await desk.addMember({ through: '2026-12-22' });
    desk.car(vehicleId, { inspectionDueDay: '2027-01-21' });
    desk.sql("UPDATE customer SET licenceEndDay = '2027-01-21' WHERE id = ?", customerId);
    const inspection = desk.only('年检到期提醒');
    expect(await desk.found(inspection)).toMatchObject([
      { vehicleId, key: `${inspection}:${vehicleId}:2027-01-21-60` },
    ]);
    const licence = desk.only('驾驶证到期提醒');
    expect(await desk.found(licence)).toMatchObject([
      { vehicleId: null, key: `${licence}:${customerId}:2027-01-21-60` },
    ]);
    const card = desk.only('会员卡到期提醒');
    expect(await desk.found(card)).toMatchObject([{ membershipId, key: `${card}:${membershipId}:2026-12-22-30` }]);
    desk.sql("UPDATE membership SET state = 'cancelled'");
    expect(await desk.found(card)).toEqual([]);
  });

  it('points: what lapses on one day is counted together', async () => {
    const desk = await openTaskDesk();
    const ruleId = desk.only('积分到期提醒');
    const much = await desk.addMember();
    const little = await desk.addMember();
    for (const points of [300, 200]) desk.addLot(much.membershipId, points, '2026-11-30');
    desk.addLot(little.membershipId, 300, '2026-11-30');
    desk.addLot(little.membershipId, 300, '2026-12-31');
    expect(await desk.found(ruleId)).toMatchObject([{ membershipId: much.membershipId, occasionDay: '2026-11-30' }]);
  });

  it('birthdays: solar, lunar, in a leap month and not; of the family who have no file of their own', async () => {
    const desk = await openTaskDesk();
    const person = async (birthday: object, more: object = {}): Promise<string> =>
      (await desk.call('customers.add', { name: '李敏', birthday: { year: 1980, leap: false, ...birthday }, ...more }))
        .id;
    // 2026-11-22 is 农历十月十四
    const solar = await person({ calendar: 'solar', month: 11, day: 22 });
    const lunar = await person({ calendar: 'lunar', month: 10, day: 14 });
    const leap = await person({ calendar: 'lunar', month: 10, day: 14, year: null, leap: true });
    await person({ calendar: 'solar', month: 11, day: 19 });
    const own = desk.only('生日祝福');
    expect((await desk.found(own)).map(({ customerId }) => customerId).sort()).toEqual([solar, lunar, leap].sort());
    const relation = (name: string, more: object = {}) =>
      desk.call('customers.addRelation', {
        id: solar,
        kind: 'child',
        name,
        birthday: { calendar: 'lunar', year: 2015, month: 10, day: 14, leap: false },
        ...more,
      });
    const { relationId } = await relation('李小明');
    await relation('李大明', { otherId: lunar });
    const family = desk.only('家人生日祝福');
    expect(await desk.found(family)).toMatchObject([
      { customerId: solar, subjectId: relationId, key: `${family}:${relationId}:${today}`, lastDay: '2026-11-22' },
    ]);
  });

  it('a festival: everybody of the audience, a day ahead', async () => {
    const desk = await openTaskDesk();
    const ruleId = desk.only('春节祝福');
    const member = await desk.addMember();
    await desk.addCustomer();
    desk.at('2027-02-04');
    expect(await desk.found(ruleId)).toEqual([]);
    desk.at('2027-02-05');
    expect(await desk.found(ruleId)).toMatchObject([{ customerId: member.customerId, occasionDay: '2027-02-06' }]);
    desk.only('春节祝福', { audience: { kind: null, members: 'any', tiers: [], series: [], tags: [] } });
    expect(await desk.found(ruleId)).toHaveLength(2);
  });

  it('no visit: the longest silence that is over counts, from delivery where there was none', async () => {
    const desk = await openTaskDesk();
    const ruleId = desk.only('久未到店关怀', { everyDays: 0 });
    const silent = async (facts: object): Promise<string> => {
      const { vehicleId } = await desk.addCustomer();
      desk.car(vehicleId, { ...facts });
      return vehicleId;
    };
    const half = await silent({ lastVisitDay: '2026-05-22' });
    const year = await silent({ deliveryDay: '2025-11-01' });
    const gone = await silent({ deliveryDay: '2020-01-01', lastVisitDay: '2024-11-10' });
    await silent({ lastVisitDay: '2026-05-23' });
    await silent({ deliveryDay: '2025-11-01', lastVisitDay: '2026-08-01' });
    await silent({});
    const keys = (await desk.found(ruleId)).map(({ key }) => key);
    expect(keys.sort()).toEqual(
      [`${ruleId}:${half}:2026-05-22-6`, `${ruleId}:${year}:2025-11-01-12`, `${ruleId}:${gone}:2024-11-10-24`].sort(),
    );
  });

  it('no visit after the first: who came once and never again', async () => {
    const desk = await openTaskDesk();
    const ruleId = desk.only('首保后半年未到店');
    const once = await desk.addCustomer();
    const twice = await desk.addCustomer();
    const never = await desk.addCustomer();
    for (const { vehicleId } of [once, twice]) desk.car(vehicleId, { deliveryDay: '2025-12-01' });
    desk.car(never.vehicleId, { deliveryDay: '2026-05-15' });
    await desk.order(once.vehicleId, 'maintenanceLabour', 190);
    await desk.order(twice.vehicleId, 'maintenanceLabour', 190);
    await desk.order(twice.vehicleId, 'repairLabour', 250);
    expect((await desk.found(ruleId)).map(({ vehicleId }) => vehicleId)).toEqual([once.vehicleId]);
  });

  it('trade-in: an old car and a look at new ones; to the adviser, while they work here', async () => {
    const desk = await openTaskDesk();
    const ruleId = desk.only('置换邀约');
    const wishes = async (models: string[]): Promise<{ customerId: string; vehicleId: string }> => {
      const who = await desk.addCustomer();
      desk.car(who.vehicleId, { purchaseDay: '2019-05-01' });
      await desk.call('prospects.add', { customerId: who.customerId, models });
      return who;
    };
    const looked = await wishes(['朗逸']);
    await wishes([]);
    desk.sql('UPDATE customer SET adviserId = ? WHERE id = ?', desk.managerId, looked.customerId);
    expect(await desk.found(ruleId)).toMatchObject([
      { customerId: looked.customerId, vehicleId: looked.vehicleId, occasionDay: today, ownerId: desk.managerId },
    ]);
    desk.sql('UPDATE staff SET active = 0 WHERE id = ?', desk.managerId);
    expect(await desk.found(ruleId)).toMatchObject([{ ownerId: null }]);
    desk.at('2027-01-01');
    expect(await desk.found(ruleId)).toEqual([]);
    desk.at('2027-11-23');
    expect(await desk.found(ruleId)).toMatchObject([{ occasionDay: '2027-11-22' }]);
  });

  it('a promise: from its day on, by its own time, to who made it', async () => {
    const desk = await openTaskDesk();
    const ruleId = desk.only('承诺到期');
    const { customerId } = await desk.addCustomer();
    const dueAt = desk.clock.now + dayMs + 5 * hour;
    const { id } = await desk.call('promises.add', { text: '回电', dueAt, ownerId: desk.managerId, customerId });
    expect(await desk.found(ruleId)).toEqual([]);
    desk.at('2026-11-23');
    expect(await desk.found(ruleId)).toMatchObject([
      { customerId, subjectId: id, dueAt, ownerId: desk.managerId, occasionDay: '2026-11-23', lastDay: '2026-12-22' },
    ]);
  });

  it('an ask-back: three days after it was done, for each round once', async () => {
    const desk = await openTaskDesk();
    const ruleId = desk.only('投诉回访');
    const { customerId, vehicleId } = await desk.addCustomer();
    const { id } = await desk.call('complaints.add', {
      ...{ channel: 'phone', title: '异响', what: '空调异响', category: 'product.aircon' },
      ...{ customerId, vehicleId, ownerId: desk.managerId },
    });
    const act = async (verb: string, input: object) =>
      desk.call(`complaints.${verb}`, {
        id,
        version: (await desk.call('complaints.get', { id })).complaint.version,
        ...input,
      });
    const solve = async () => {
      await act('propose', { text: '更换', channel: 'phone' });
      await act('answer', { accepted: true });
      await act('finish', { text: '已更换' });
    };
    await solve();
    desk.at('2026-11-24');
    expect(await desk.found(ruleId)).toEqual([]);
    desk.at('2026-11-25');
    expect(await desk.found(ruleId)).toMatchObject([
      { customerId, subjectId: id, vehicleId: null, ownerId: desk.managerId, key: `${ruleId}:${id}:2026-11-25-1` },
    ]);
    await desk.round();
    await act('askBack', { answer: 'no', channel: 'phone', text: '又响了' });
    expect((await desk.call('tasks.over')).rows).toMatchObject([{ reason: 'askedBack' }]);
    await solve();
    desk.at('2026-11-28');
    expect(await desk.found(ruleId)).toMatchObject([{ key: `${ruleId}:${id}:2026-11-28-2` }]);
  });
});
