import { describe, expect, it } from 'vitest';
import { dayMs, hour, minute, openComplaintDesk, wholeLife } from './complaintDesk.ts';
import { refusal } from './openTestStore.ts';

type Row = { id: string; number: string };

describe('the list', () => {
  it('puts what is breached first, then what runs out first, then what stands, then what waits for nobody', async () => {
    const { add, bring, deed, list, clock } = await openComplaintDesk();
    const solved = await add({ title: '已认可' });
    await bring(solved, 'propose', 'answer');
    const waiting = await add({ title: '等客户' });
    await bring(waiting, 'contact', 'pause');
    const explained = await add({ title: '超时已说明', receivedAt: clock.now - 30 * hour });
    await bring(explained, 'contact');
    await deed(explained, 'explainBreach', { clock: 'acknowledge' });
    await deed(explained, 'explainBreach');
    const later = await add({ title: '还早' });
    await bring(later, 'contact');
    const soon = await add({ title: '快到响应时限', severity: 'critical' });
    const breached = await add({ title: '超时', receivedAt: clock.now - 3 * hour });
    const { rows, counts } = await list();
    expect(rows.map((row: Row) => row.id)).toEqual([breached, explained, soon, later, waiting, solved]);
    expect(rows.map(({ breached: is }: { breached: boolean }) => is)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(rows.at(-1)).toMatchObject({ step: 'agreed', clock: null });
    expect(counts).toEqual({ open: 6, askBack: 0, archive: 0, breached: 1 });
  });

  it('has tabs of its own for what is to be asked back and what is closed', async () => {
    const { add, bring, list, numbers, clock } = await openComplaintDesk();
    const ids = [await add(), await add(), await add(), await add()];
    await bring(ids[1] ?? '', 'propose', 'answer', 'finish');
    clock.now += dayMs;
    await bring(ids[0] ?? '', 'propose', 'answer', 'finish');
    await bring(ids[2] ?? '', 'propose', 'answer', 'finish', 'askBack');
    expect(await numbers({ tab: 'askBack' })).toEqual(['T2611-002', 'T2611-001']);
    expect((await list({ tab: 'askBack' })).rows[0]).toMatchObject({ step: 'done', askBackDay: '2026-11-25' });
    // asked back, it waits to be archived
    expect((await numbers()).toSorted()).toEqual(['T2611-003', 'T2611-004']);
    expect((await list({ q: 'nothing like this' })).counts).toMatchObject({ open: 2, askBack: 2, archive: 0 });
  });

  it('pages the archive, latest first, and the open ones', async () => {
    const { add, bring, list, clock } = await openComplaintDesk();
    const closed: string[] = [];
    for (let index = 0; index < 5; index++) {
      const id = await add();
      await bring(id, ...wholeLife);
      closed.unshift(id);
    }
    for (const tab of ['archive', 'open']) {
      if (tab === 'open') for (let index = 0; index < 5; index++) await add({ receivedAt: clock.now - index * minute });
      const seen: string[] = [];
      for (let cursor: string | undefined; ; ) {
        const { rows, next } = await list({ tab, limit: 2, ...(cursor ? { cursor } : {}) });
        seen.push(...rows.map((row: Row) => row.id));
        if (next === null) break;
        cursor = next;
      }
      expect(new Set(seen).size).toBe(5);
      if (tab === 'archive') expect(seen).toEqual(closed);
    }
    expect(await refusal(list({ tab: 'archive', cursor: 'x' }))).toMatchObject({ fields: ['cursor: cursor-invalid'] });
  });

  it('is narrowed by who has it, severity, category, department and customer', async () => {
    const { add, numbers, officerId, customerId } = await openComplaintDesk();
    await add({ ownerId: officerId, department: 'workshop' });
    await add({ severity: 'critical', category: 'service.waiting' });
    await add({ customerId: null, vehicleId: null, strangerName: '赵先生', category: 'service' });
    expect(await numbers({ mine: true })).toEqual(['T2611-001']);
    expect(await numbers({ severity: 'critical' })).toEqual(['T2611-002']);
    expect((await numbers({ category: 'service' })).toSorted()).toEqual(['T2611-002', 'T2611-003']);
    expect(await numbers({ category: 'service.waiting' })).toEqual(['T2611-002']);
    expect(await numbers({ category: 'serv' })).toEqual([]);
    expect(await numbers({ department: 'workshop' })).toEqual(['T2611-001']);
    expect(await numbers({ customerId })).toHaveLength(2);
  });
});

describe('any word finds it', () => {
  it('wherever it stands, each of several, and the archive too', async () => {
    const { add, bring, numbers, deed, contact } = await openComplaintDesk();
    const id = await add({ part: '鼓风机', about: '张强', department: 'workshop' });
    await add({
      customerId: null,
      vehicleId: null,
      strangerName: '赵铁柱',
      strangerPhone: '13700137000',
      title: '洗车划痕',
      what: '右前门一道',
      remedy: '补漆',
      category: 'service.damage',
    });
    await contact(id, { text: '客户在杭州出差，周三回来' });
    const found = [
      [
        'T2611-001',
        '异响',
        '彻底',
        '哒哒',
        '鼓风机',
        '张强',
        '王伟',
        '3K927',
        '京A·3K927',
        '38001',
        'KP042788',
        '杭州',
        '车间',
        '空调 王伟 杭州',
      ],
      ['赵铁柱', '13700', '划痕', '划痕 赵'],
    ];
    await bring(id, 'propose');
    await deed(id, 'answer', { accepted: false, text: '要彻底修好' });
    for (const [index, words] of found.entries()) {
      for (const q of words) expect([q, await numbers({ q })]).toEqual([q, [`T2611-00${index + 1}`]]);
    }
    expect(await numbers({ q: '杭州 划痕' })).toEqual([]);
    await bring(id, 'propose', 'answer', 'finish', 'askBack');
    await deed(id, 'close', { causeNote: '轴承同批次', cause: 'partDefect' });
    for (const q of ['零件质量', '同批次', '杭州 轴承', '38001']) {
      expect([q, await numbers({ tab: 'archive', q })]).toEqual([q, ['T2611-001']]);
    }
  });

  it('and % or _ are characters like any other', async () => {
    const { add, numbers } = await openComplaintDesk();
    await add({ title: '说好打 8 折', what: '只给了 95%' });
    await add({ what: 'a_b 与 c\\d' });
    expect(await numbers({ q: '95%' })).toEqual(['T2611-001']);
    expect(await numbers({ q: '%' })).toEqual(['T2611-001']);
    expect(await numbers({ q: 'a_b' })).toEqual(['T2611-002']);
    expect(await numbers({ q: '9_%' })).toEqual([]);
    expect(await numbers({ q: 'c\\d' })).toEqual(['T2611-002']);
  });
});

describe('twins', () => {
  it('are seen while it is typed and on its page, latest first, within the days of the setting', async () => {
    const { add, page, call, bring, clock, vehicleId, customerId } = await openComplaintDesk();
    const now = clock.now;
    const old = await add({ receivedAt: now - 210 * dayMs });
    const first = await add({ receivedAt: now - 60 * dayMs, part: '鼓风机' });
    await bring(first, 'propose');
    const { id: other, vehicleId: otherCar } = await call('customers.add', {
      name: '李敏',
      phones: [{ number: '13900139000' }],
      vehicle: { plate: '京F90K11' },
    });
    const second = await add({
      receivedAt: now - 20 * dayMs,
      part: ' 鼓风机 ',
      customerId: other,
      vehicleId: otherCar,
    });
    const third = await add({ part: '鼓风机', about: '张强' });
    const found = await page(third);
    expect(found.twins).toMatchObject([
      { id: second, number: 'T2611-001', plate: '京F90K11', name: '李敏', same: ['part'] },
      { id: first, same: ['vehicle', 'part'], result: '更换鼓风机总成，赠保养一次' },
    ]);
    expect(found.badges).toContainEqual({ kind: 'twins', lastDay: null, days: null, count: 3 });
    const typed = (input: object) => call('complaints.twins', input);
    expect((await typed({ part: '鼓风机' })).rows.map((row: Row) => row.id)).toEqual([third, second, first]);
    expect(await typed({ vehicleId, exceptId: third })).toMatchObject({
      count: 1,
      rows: [{ id: first, same: ['vehicle'] }],
    });
    expect((await typed({ about: '张强' })).rows).toMatchObject([{ same: ['about'] }]);
    expect((await typed({ category: 'product.aircon' })).count).toBe(3);
    expect((await typed({ category: 'product' })).count).toBe(0);
    expect(await typed({})).toEqual({ rows: [], count: 0 });
    expect((await page(old)).twins.map((row: Row) => row.id)).toEqual([first]);
    expect((await call('complaints.get', { id: first })).complaint.customerId).toBe(customerId);
  });

  it('by what was found to be the cause', async () => {
    const { add, page, bring, call, deed } = await openComplaintDesk();
    const stranger = { customerId: null, vehicleId: null, strangerName: '赵先生', category: 'staff' };
    const first = await add(stranger);
    await bring(first, 'propose', 'answer', 'finish');
    await deed(first, 'close', { cause: 'manner', outcome: 'withdrawn', causeNote: '接待冷淡' });
    expect((await call('complaints.twins', { cause: 'manner' })).rows).toMatchObject([{ id: first, same: ['cause'] }]);
    expect((await page(first)).twins).toEqual([]);
  });

  it('at most eight are shown, and all counted', async () => {
    const { add, call } = await openComplaintDesk();
    for (let index = 0; index < 10; index++) await add();
    const found = await call('complaints.twins', { category: 'product.aircon' });
    expect([found.rows.length, found.count]).toEqual([8, 10]);
  });
});

describe('badges', () => {
  it('a defect within six months of delivery, the last day included', async () => {
    const { add, page, call, vehicleId } = await openComplaintDesk();
    const car = { id: vehicleId, plate: '京A3K927', vin: '1M8GDM9AXKP042788' };
    const badges = async (version: number, facts: object, complaint: object = {}) => {
      await call('vehicles.update', { ...car, version, ...facts });
      const found = (await page(await add(complaint))).badges;
      return found.filter(({ kind }: { kind: string }) => kind === 'defect');
    };
    const last = { kind: 'defect', lastDay: '2026-11-22', days: 0, count: null };
    expect(await badges(2, { deliveryDay: '2026-05-22' })).toEqual([last]);
    expect(await badges(3, { deliveryDay: '2026-05-21' })).toEqual([]);
    expect(await badges(4, { purchaseDay: '2026-05-22' })).toEqual([last]);
    expect(await badges(5, { deliveryDay: '2026-06-01' }, { category: 'service.again' })).toEqual([]);
    expect(await badges(6, {})).toEqual([]);
  });

  it('an authority’s referral, seven of its working days on', async () => {
    const { add, page } = await openComplaintDesk();
    // a Friday; the week-end does not count
    const found = await page(await add({ channel: 'authority', authority: '12315', authorityDay: '2026-11-20' }));
    expect(found.badges).toContainEqual({ kind: 'authority', lastDay: '2026-12-01', days: 9, count: null });
  });
});
