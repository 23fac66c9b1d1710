import { beforeEach, describe, expect, it } from 'vitest';
import { openTestStore, refusal, type TestStore } from './openTestStore.ts';

let test: TestStore;
let complaintId: string;

beforeEach(async () => {
  test = await openTestStore();
  complaintId = (
    await test.call('complaints.add', {
      channel: 'phone',
      title: '空调异味',
      what: '开空调有异味，来过两次没解决',
      category: 'product.aircon',
      strangerName: '李先生',
      strangerPhone: '13900139000',
    })
  ).id;
});

const page = () => test.call('complaints.get', { id: complaintId });
const add = async (more: object = {}): Promise<string> =>
  (
    await test.call('complaints.addAction', {
      complaintId,
      kind: 'corrective',
      text: '更换蒸发箱并清洗',
      dueDay: '2026-11-25',
      ...more,
    })
  ).id;
/** a command on the measure as it stands */
const act = async (verb: string, id: string, input: object = {}) => {
  const row = (await page()).actions.find((one: { id: string }) => one.id === id);
  return test.call(`complaints.${verb}`, { id, version: row?.version ?? 1, ...input });
};
const told = async () =>
  (await page()).events
    .filter(({ kind }: { kind: string }) => kind === 'action')
    .map(({ values, text }: { values: object; text: string }) => ({ ...values, text }));

describe('a measure', () => {
  it('is set, done, looked at, and on record each time', async () => {
    const setup = { storeName: '试验店', city: '杭州', admin: '周凯', passwordHash: 'x'.repeat(40) };
    const ownerId = (await test.call('store.setup', setup)).staffId;
    const id = await add({ ownerId, checkDay: '2026-12-25' });
    expect((await page()).actions).toMatchObject([
      { id, kind: 'corrective', ownerName: '周凯', dueDay: '2026-11-25', doneDay: null, helped: null },
    ]);
    await act('doAction', id, { day: '2026-11-22' });
    test.clock.now = Date.UTC(2026, 11, 25, 2);
    await act('checkAction', id, { helped: 'yes', note: '没有再来' });
    expect((await page()).actions).toMatchObject([
      { doneDay: '2026-11-22', checkedDay: '2026-12-25', helped: 'yes', checkNote: '没有再来' },
    ]);
    const text = '更换蒸发箱并清洗';
    expect(await told()).toEqual([
      { kind: 'corrective', what: 'checked', helped: 'yes', text },
      { kind: 'corrective', what: 'done', day: '2026-11-22', text },
      { kind: 'corrective', what: 'added', day: '2026-11-25', text },
    ]);
  });

  it('is looked at once it is done, on its day or later, and again', async () => {
    const id = await add({ checkDay: '2026-11-30' });
    const helped = { helped: 'no', note: null };
    expect(await refusal(act('checkAction', id, helped))).toMatchObject({ reason: 'action-not-done' });
    await act('doAction', id, { day: '2026-11-21' });
    expect(await refusal(act('checkAction', id, helped))).toMatchObject({ reason: 'action-check-early' });
    test.clock.now = Date.UTC(2026, 10, 29, 16); // midnight in the store
    await act('checkAction', id, helped);
    await act('checkAction', id, { helped: 'partly' });
    expect((await page()).actions).toMatchObject([{ helped: 'partly', checkedDay: '2026-11-30', checkNote: null }]);
  });

  it('is judged before it is done by nobody, nor done ahead, nor looked at before it is due', async () => {
    expect(await refusal(add({ checkDay: '2026-11-24' }))).toMatchObject({ fields: ['checkDay: check-before-due'] });
    await add({ checkDay: '2026-11-25' });
    const id = await add();
    expect(await refusal(act('doAction', id, { day: '2026-11-23' }))).toMatchObject({ fields: ['day: day-future'] });
    expect(await refusal(add({ ownerId: '01a20000-0000-7000-8000-00000000dead' }))).toMatchObject({
      fields: ['ownerId: staff-not-found'],
    });
  });

  it('lives on after the complaint is closed', async () => {
    const id = await add();
    const { version } = (await page()).complaint;
    await test.call('complaints.close', { id: complaintId, version, outcome: 'withdrawn', cause: 'customer' });
    await act('doAction', id, { day: '2026-11-22' });
    await add({ kind: 'preventive' });
    expect((await page()).actions).toHaveLength(2);
  });

  it('is removed as it was seen, and then is not there', async () => {
    const id = await add();
    await act('doAction', id, { day: '2026-11-22' });
    expect(await refusal(test.call('complaints.removeAction', { id, version: 1 }))).toMatchObject({
      reason: 'changed-meanwhile',
    });
    await act('removeAction', id);
    expect((await page()).actions).toEqual([]);
    expect((await told())[0]).toMatchObject({ what: 'removed' });
    for (const [verb, input] of [
      ['doAction', { day: '2026-11-22' }],
      ['checkAction', { helped: 'yes' }],
      ['removeAction', {}],
    ] as const) {
      expect(await refusal(act(verb, id, input))).toMatchObject({ code: 'NOT_FOUND', reason: 'action-not-found' });
    }
  });

  it('belongs to a complaint that is there', async () => {
    expect(await refusal(add({ complaintId: '01a20000-0000-7000-8000-00000000dead' }))).toMatchObject({
      reason: 'complaint-not-found',
    });
  });
});
