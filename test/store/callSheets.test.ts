import { describe, expect, it } from 'vitest';
import type { SheetRow } from '../../db/contract/tasks.ts';
import { readRowCode, rowCodeOf } from '../../db/domain/tasks/rowCode.ts';
import { type ContactDesk, hour, openContactDesk, rules, today } from './contactDesk.ts';

const sheetId = '0190a000-0000-7000-8000-000000000001';
const otherSheet = '0190a000-0000-7000-8000-000000000002';

interface Sheet {
  readonly rows: readonly SheetRow[];
  readonly count: number;
}

/** 王伟 with two things and 李娜 with one, on paper. */
const printed = async () => {
  const desk = await openContactDesk();
  const { task, customer, call, officer, vehicleId } = desk;
  const other = await customer({ name: '李娜', gender: 'female', phones: [{ number: '13700137000' }] });
  const soon = { dueAt: desk.clock.now + hour, vehicleId };
  const tasks = [task(soon), task({ ruleId: rules.service, vehicleId }), task({ customerId: other })];
  const sheet: Sheet = await call('tasks.printSheet', { sheetId }, officer);
  const [first, second] = sheet.rows;
  if (!first || !second) throw new Error('two rows are printed');
  const print = (id: string): Promise<Sheet> => call('tasks.printSheet', { sheetId: id }, officer);
  const enter = (code: string, outcome: string, input: object = {}) =>
    call('tasks.enterRow', { code, outcome, at: desk.clock.now, ...input }, officer);
  const look = (code: string) => call('tasks.sheetRow', { code }, officer);
  return { ...desk, other, tasks, sheet, first, second, print, enter, look };
};

const auditOf = ({ connection }: Pick<ContactDesk, 'connection'>) =>
  connection.prepare('SELECT action, entity, entityId, actor FROM auditLog ORDER BY seq DESC LIMIT 1').get();

describe('a row code', () => {
  it('is six digits, its own for a hundred thousand rows, and one wrong digit makes it none', () => {
    const codes = Array.from({ length: 100_000 }, (_, seq) => rowCodeOf(seq));
    expect(new Set(codes).size).toBe(100_000);
    for (const code of codes.slice(0, 200)) {
      expect(readRowCode(code)).toBe(code);
      for (let at = 0; at < 6; at++) {
        const wrong = `${code.slice(0, at)}${(Number(code[at]) + 3) % 10}${code.slice(at + 1)}`;
        expect(readRowCode(wrong)).toBeNull();
      }
    }
    expect(readRowCode(rowCodeOf(100_001))).toBe(rowCodeOf(1));
  });

  it('is read however it is typed', () => {
    const code = rowCodeOf(7);
    const wide = [...code].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    expect([wide, ` ${code.slice(0, 3)} ${code.slice(3)} `].map(readRowCode)).toEqual([code, code]);
    expect(['', '1', `${code}0`, 'V12345'].map(readRowCode)).toEqual([null, null, null, null]);
  });
});

describe('a sheet', () => {
  it('has the list of now with whole numbers, and is on record as an export', async () => {
    const desk = await printed();
    const { sheet, first, customerId, officer, tasks } = desk;
    expect(sheet).toMatchObject({ sheetId, store: '一汽大众', day: today, byName: '何静', count: 2 });
    expect(first).toMatchObject({ position: 1, customerId, name: '王伟', phone: '13800138000' });
    expect(first.reasons.map(({ taskId }) => taskId)).toEqual(tasks.slice(0, 2));
    expect(first.script).toContain('王先生');
    expect(new Set(sheet.rows.map(({ code }) => code)).size).toBe(2);
    expect(auditOf(desk)).toEqual({
      ...{ action: 'tasks.printSheet', entity: 'export', entityId: sheetId, actor: officer.id },
    });
    const kept = desk.connection.prepare("SELECT count(*) FROM requestResult WHERE name = 'tasks.printSheet'");
    expect(kept.pluck().get()).toBe(0);
  });

  it('is printed once, goes into the print log, and is refused where nobody is listed', async () => {
    const { print, refused, call, officer } = await printed();
    expect(await refused(print(sheetId))).toBe('sheet-printed');
    await call('printing.record', { document: 'callSheet', callSheetId: sheetId }, officer);
    expect((await call('printing.log', {}, officer)).rows).toMatchObject([{ document: 'callSheet', pieces: 2 }]);
    const record = call('printing.record', { document: 'callSheet', callSheetId: otherSheet }, officer);
    expect(await refused(record)).toBe('sheet-not-found');
    const empty = await openContactDesk();
    expect(await empty.refused(empty.call('tasks.printSheet', { sheetId }, empty.officer))).toBe('task-not-found');
  });

  it('gives other codes the next time; both papers can be entered', async () => {
    const { print, sheet, enter, look, first } = await printed();
    const again = await print(otherSheet);
    const codes = new Set([...sheet.rows, ...again.rows].map(({ code }) => code));
    expect(codes.size).toBe(4);
    await enter(first.code, 'connected');
    const [same] = again.rows;
    expect(await look(same?.code ?? '')).toMatchObject({ reasons: [], closed: 2, entered: null });
  });

  it('takes the code of a row that was never entered once it comes round', async () => {
    const { print, connection, first, look, enter, refused } = await printed();
    connection.prepare('UPDATE callSheetRow SET seq = 100000 WHERE position = 2').run();
    const [again] = (await print(otherSheet)).rows;
    expect(again?.code).toBe(first.code);
    expect(connection.prepare("SELECT count(*) FROM callSheetRow WHERE state = 'lapsed'").pluck().get()).toBe(2);
    expect(await look(first.code)).toMatchObject({ entered: null });
    await enter(first.code, 'connected');
    expect(await refused(enter(first.code, 'connected'))).toBe('row-entered');
  });
});

describe('entering a row', () => {
  it('records as a call made then, once', async () => {
    const { clock, enter, look, refused, first, taskRow, tasks, call, customerId } = await printed();
    const at = clock.now;
    clock.now += 3 * hour;
    expect(await look(first.code)).toMatchObject({ name: '王伟', day: today, closed: 0, entered: null });
    const spaced = ` ${first.code.slice(0, 3)} ${first.code.slice(3)}`;
    expect(await enter(spaced, 'connected', { at, note: '下周来' })).toMatchObject({ done: 2, closed: 0 });
    for (const id of tasks.slice(0, 2)) expect(taskRow(id)).toMatchObject({ state: 'done', closedAt: at });
    const { history } = await call('tasks.call', { customerId });
    expect(history).toMatchObject([{ at, outcome: 'connected', note: '下周来', byName: '何静' }]);
    expect(await look(first.code)).toMatchObject({ entered: { outcome: 'connected', at, byName: '何静' } });
    expect(await refused(enter(first.code, 'connected'))).toBe('row-entered');
  });

  it('leaves what was closed meanwhile as it is, and keeps the call all the same', async () => {
    const { enter, look, first, tasks, record, taskRow, call, customerId } = await printed();
    const [closed = '', open = ''] = tasks;
    await record('elsewhere', [closed]);
    expect(await look(first.code)).toMatchObject({ reasons: [{ taskId: open }], closed: 1 });
    expect(await enter(first.code, 'noAnswer')).toMatchObject({ done: 0, closed: 1 });
    expect([taskRow(closed)['endReason'], taskRow(open)['tries']]).toEqual(['elsewhere', 1]);
    const { history } = await call('tasks.call', { customerId });
    expect(history).toHaveLength(2);
  });

  it('is refused with a wrong code, before the day of the sheet and in the future', async () => {
    const { enter, look, refused, first, clock } = await printed();
    expect(await refused(look('123456'))).toBe('code: row-code-wrong');
    expect(await refused(look(rowCodeOf(99)))).toBe('row-code-unknown');
    expect(await refused(enter(first.code, 'connected', { at: clock.now - 11 * hour }))).toBe('at: row-before-print');
    expect(await refused(enter(first.code, 'connected', { at: clock.now + 1 }))).toBe('at: row-future');
    expect(await refused(enter(first.code, 'callBack'))).toBe('nextAt: next-try-missing');
    expect(await look(first.code)).toMatchObject({ entered: null });
  });

  it('is taken back, and can be entered again', async () => {
    const { enter, look, undo, first, tasks, taskRow, call, customerId } = await printed();
    await enter(first.code, 'refused');
    await undo();
    expect(await look(first.code)).toMatchObject({ entered: null, closed: 0 });
    for (const id of tasks.slice(0, 2)) expect(taskRow(id)).toMatchObject({ state: 'open', closedAt: null });
    const { items } = await call('customers.timeline', { id: customerId });
    const changed = items.flatMap((item: { change?: { entity: string } }) => (item.change ? [item.change.entity] : []));
    expect(changed).not.toContain('callSheetRow');
    expect(await enter(first.code, 'connected')).toMatchObject({ done: 2 });
  });

  it('of who wants no calls withdraws consent from then on', async () => {
    const { call, officer, first, look, clock, connection } = await printed();
    const at = clock.now;
    clock.now += hour;
    await call('tasks.enterRefusal', { code: first.code, at, note: null }, officer);
    expect(await look(first.code)).toMatchObject({ entered: { outcome: 'never', at } });
    const at2 = connection
      .prepare('SELECT DISTINCT at FROM consent WHERE customerId = ?')
      .pluck()
      .all(first.customerId);
    expect(at2).toEqual([at]);
  });

  it('follows a customer who was merged meanwhile, and says of one who is gone', async () => {
    const { call, enter, look, first, second, other, customerId, refused } = await printed();
    const of = async (id: string) => (await call('customers.get', { id })).customer;
    const versions = { keepVersion: (await of(customerId)).version, dropVersion: (await of(other)).version };
    await call('duplicates.merge', { keepId: customerId, dropId: other, ...versions });
    expect(await look(second.code)).toMatchObject({ customerId, closed: 0 });
    await call('customers.remove', { id: customerId, version: (await of(customerId)).version, reason: '重复' });
    expect(await refused(enter(first.code, 'connected'))).toMatch(/^customer-/);
  });
});
