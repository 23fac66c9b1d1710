import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaperKind, PaperRow } from '../../db/contract/paper.ts';
import { paperCodeOf } from '../../db/domain/paper/paperCode.ts';
import { miscodedRows, paperChecks } from '../../db/store/verifyPaper.ts';
import { dayMs, hour, openContactDesk, today } from './contactDesk.ts';

interface Sheet {
  readonly sheetId: string;
  readonly rows: readonly PaperRow[];
}

const questionnaireId = '00000000-0000-7000-8000-000000000401';

const openDesk = async () => {
  const desk = await openContactDesk();
  const { call, officer, connection, customerId, vehicleId, clock } = desk;
  const print = (kind: PaperKind, blanks: number, input: object = {}): Promise<Sheet & Record<string, unknown>> =>
    call('paper.print', { sheetId: randomUUID(), kind, blanks, ...input }, officer);
  const one = async (kind: PaperKind, input: object = {}): Promise<PaperRow> => {
    const [row] = (await print(kind, 1, input)).rows;
    if (!row) throw new Error('a row is printed');
    return row;
  };
  const look = (code: string) => call('paper.row', { code }, officer);
  const signIn = (code: string, input: object = {}) => call('paper.signIn', { code, at: clock.now, ...input }, officer);
  const complain = (paperCode: string, input: object = {}) =>
    call(
      'complaints.add',
      {
        ...{ channel: 'counter', title: '空调异响', what: '空调异响', remedy: null, severity: 'minor' },
        ...{ category: 'product.aircon', customerId, vehicleId, paperCode, ...input },
      },
      officer,
    );
  const answer = (paperCode: string, input: object = {}) => {
    const answers = ['q1', 'q2'].map((questionId) => ({ questionId, score: 5 }));
    return call(
      'surveys.record',
      { questionnaireId, channel: 'paper', answers, customerId, paperCode, ...input },
      officer,
    );
  };
  const book = (time: string, input: object = {}): Promise<{ id: string; version: number }> =>
    call('appointments.add', { day: today, time, customerId, vehicleId, ...input }, officer);
  const state = (code: string): unknown =>
    connection.prepare('SELECT state FROM paperRow WHERE code = ? ORDER BY seq DESC').pluck().get(code);
  /** What verify would find. */
  const findings = (): string[] => [
    ...paperChecks.flatMap(([code, sql]) => (connection.prepare(sql).all().length > 0 ? [code] : [])),
    ...(miscodedRows(connection, 1).length > 0 ? ['paper-code'] : []),
  ];
  return { ...desk, print, one, look, signIn, complain, answer, book, state, findings };
};

describe('a sheet', () => {
  it("has the day's bookings that nobody decided on in their order, then empty rows", async () => {
    const { book, print, call, officer, customerId, vehicleId } = await openDesk();
    const [late, early, gone] = [await book('16:00'), await book('11:00'), await book('15:00')];
    await call('appointments.cancel', { id: gone.id, version: gone.version, reason: '改天' }, officer);
    await book('17:00', { customerId: null, vehicleId: null, name: '赵先生', phone: '13700001234' });
    const { rows, ...sheet } = await print('signIn', 2);
    expect(sheet).toMatchObject({ kind: 'signIn', day: today, store: '一汽大众', byName: '何静', questionnaire: null });
    expect(rows.map(({ appointmentId }) => appointmentId)).toEqual([early.id, late.id, expect.any(String), null, null]);
    expect(rows[0]).toMatchObject({
      customerId,
      vehicleId,
      name: '王伟',
      plate: '京A3K927',
      time: '11:00',
      state: 'open',
    });
    expect(rows[2]).toMatchObject({ customerId: null, name: '赵先生', plate: null });
    expect(new Set(rows.map(({ code }) => code)).size).toBe(5);
  });

  it('of questionnaires has a form for each customer once, with the car of who has but one', async () => {
    const { print, customer, customerId, vehicleId } = await openDesk();
    const other = await customer({ name: '李娜', phones: [{ number: '13700137000' }] });
    const sheet = await print('survey', 1, { questionnaireId, customerIds: [customerId, other, customerId] });
    expect(sheet['questionnaire']).toMatchObject({ id: questionnaireId, name: '服务满意度' });
    expect(sheet.rows).toMatchObject([
      { customerId, vehicleId },
      { customerId: other, vehicleId: null },
      { customerId: null, name: null },
    ]);
  });

  it('is refused where there is nothing on it, printed twice, or of what cannot be asked', async () => {
    const { print, call, officer, manager, refused } = await openDesk();
    expect(await refused(print('complaint', 0))).toBe('blanks: paper-empty');
    expect(await refused(print('signIn', 0))).toBe('blanks: paper-empty');
    expect(await refused(print('survey', 1))).toBe('questionnaireId: required');
    expect(await refused(print('survey', 1, { questionnaireId: randomUUID() }))).toBe('questionnaire-not-found');
    const stranger = { questionnaireId, customerIds: [randomUUID()] };
    expect(await refused(print('survey', 1, stranger))).toBe('customer-not-found');
    const { sheetId } = await print('complaint', 1);
    expect(await refused(print('complaint', 1, { sheetId }))).toBe('sheet-printed');
    const before = await call('questionnaires.get', { id: questionnaireId }, manager);
    const { name, intro, thanks, questions } = before;
    const off = { name, intro, thanks, questions, active: false };
    const added = await call('questionnaires.add', { questionnaire: off }, manager);
    expect(await refused(print('survey', 1, { questionnaireId: added.id }))).toBe('questionnaire-off');
    expect(await refused(call('paper.rows', { sheetId: randomUUID() }, officer))).toBe('sheet-not-found');
  });

  it('goes into the print log with its rows, only as what it is', async () => {
    const { print, call, officer, refused } = await openDesk();
    const { sheetId } = await print('complaint', 3);
    await call('printing.record', { document: 'complaintForm', subjectId: sheetId }, officer);
    expect((await call('printing.log', {}, officer)).rows).toMatchObject([{ document: 'complaintForm', pieces: 3 }]);
    const wrong = (document: string, subjectId: string | null) =>
      refused(call('printing.record', { document, subjectId }, officer));
    expect(await wrong('signInSheet', sheetId)).toBe('sheet-not-found');
    expect(await wrong('surveyForm', null)).toBe('subjectId: required');
    expect(await wrong('agencySlip', randomUUID())).toBe('agency-not-found');
    expect(await wrong('rescueSlip', sheetId)).toBe('rescue-not-found');
  });

  it('takes the code of a row that was never entered once it comes round', async () => {
    const { one, connection, look, complain, refused, call, officer } = await openDesk();
    const first = await one('complaint');
    const { sheet } = await look(first.code);
    await call('paper.unused', { sheetId: sheet.id }, officer);
    const left = await one('complaint');
    connection.prepare('UPDATE paperRow SET seq = 100000 WHERE code = ?').run(left.code);
    const again = await one('complaint');
    expect(again.code).toBe(paperCodeOf('complaint', 100_001));
    expect(again.code).toBe(first.code);
    const reopen = call('paper.reopen', { rowId: first.id, version: 2 }, officer);
    expect(await refused(reopen)).toBe('row-code-given-out');
    await complain(first.code);
    expect((await look(first.code)).row).toMatchObject({ id: again.id, state: 'entered' });
  });
});

describe('signing in afterwards', () => {
  it('makes a booking come true at the time that is written, on the board of today', async () => {
    const { book, print, signIn, call, clock, look, customerId, vehicleId, officer } = await openDesk();
    const { id } = await book('11:00');
    const [row] = (await print('signIn', 0)).rows;
    const code = row?.code ?? '';
    clock.now += 3 * hour;
    const at = clock.now - hour;
    const done = await signIn(code, { at, mileage: 12_345 });
    expect(done).toMatchObject({ customerId, vehicleId });
    expect(await call('appointments.get', { id })).toMatchObject({ state: 'arrived', visitId: done.visitId });
    const { columns } = await call('board.day', {});
    expect(columns.arrived).toMatchObject([{ id: done.visitId, arrivedAt: at, mileage: 12_345, waitingMinutes: 60 }]);
    expect((await look(code)).row).toMatchObject({ state: 'entered', enteredAt: clock.now, enteredBy: officer.name });
  });

  it('puts a stranger of an empty row on file, and a car that is known under its owner', async () => {
    const { one, signIn, call, vehicleId, customerId } = await openDesk();
    const vehicle = { plate: '京B66666', series: '迈腾' };
    const came = await signIn((await one('signIn')).code, { name: '赵敏', phone: '13700001234', vehicle });
    expect((await call('customers.get', { id: came.customerId })).customer).toMatchObject({ name: '赵敏' });
    expect(await signIn((await one('signIn')).code, { vehicleId })).toMatchObject({ customerId });
    expect((await call('board.day', {})).counts.arrived).toBe(2);
  });

  it('of another day is on record for that day and stands on no board', async () => {
    const { one, signIn, call, clock, vehicleId, customerId } = await openDesk();
    const { code } = await one('signIn');
    const at = clock.now + hour;
    clock.now += dayMs;
    await signIn(code, { at, vehicleId });
    const { items } = await call('customers.timeline', { id: customerId });
    expect(items).toContainEqual(expect.objectContaining({ kind: 'visit', at, day: today }));
    expect((await call('board.day', {})).counts.arrived).toBe(0);
  });

  it('is refused before the sheet, in the future, twice, and of a car that was taken in meanwhile', async () => {
    const { one, print, book, signIn, refused, clock, vehicleId, call, officer } = await openDesk();
    await book('11:00');
    const [booked, empty] = (await print('signIn', 1)).rows.map(({ code }) => code);
    if (!booked || !empty) throw new Error('two rows are printed');
    expect(await refused(signIn(empty, { at: clock.now - 11 * hour, vehicleId }))).toBe('at: row-before-print');
    expect(await refused(signIn(empty, { at: clock.now + 1, vehicleId }))).toBe('at: row-future');
    expect(await refused(signIn(empty))).toBe('vehicleId: vehicle-missing');
    const visit = await call('board.walkIn', { vehicleId }, officer);
    expect(await refused(signIn(empty, { vehicleId }))).toBe('vehicle-here-already');
    await call('board.move', { id: visit.id, version: visit.version, to: 'left' }, officer);
    const at = clock.now - hour / 2;
    clock.now += hour;
    expect(await refused(signIn(empty, { at, vehicleId }))).toBe('visit-that-day');
    // the booking's row finds the visit that is there
    expect(await signIn(booked, { at })).toMatchObject({ visitId: visit.id });
    expect(await refused(signIn(booked, { at }))).toBe('row-entered');
    expect(await refused(signIn((await one('complaint')).code))).toBe('code: row-of-other-paper');
  });

  it('leaves a booking that was decided on meanwhile', async () => {
    const { book, print, signIn, refused, call, officer } = await openDesk();
    const first = await book('11:00');
    const [row] = (await print('signIn', 0)).rows;
    await call('appointments.cancel', { id: first.id, version: first.version, reason: '改天' }, officer);
    expect(await refused(signIn(row?.code ?? ''))).toBe('booking-decided');
  });

  it('is taken back with all that it did, and can be entered again', async () => {
    const { book, print, signIn, undo, look, call, findings } = await openDesk();
    const { id } = await book('11:00');
    const [row] = (await print('signIn', 0)).rows;
    const code = row?.code ?? '';
    await signIn(code);
    await undo();
    expect(await call('appointments.get', { id })).toMatchObject({ state: 'booked', visitId: null });
    expect((await call('board.day', {})).counts.arrived).toBe(0);
    expect((await look(code)).row).toMatchObject({ state: 'open', enteredAt: null, enteredBy: null });
    await signIn(code);
    expect((await look(code)).row.state).toBe('entered');
    expect(findings()).toEqual([]);
  });
});

describe('a complaint form', () => {
  it('becomes a complaint of when it was taken, once; what is refused leaves it waiting', async () => {
    const { one, complain, look, refused, clock, call, state } = await openDesk();
    const { code } = await one('complaint');
    expect(await refused(complain(code, { what: '' }))).toMatch(/^what/);
    expect(await refused(complain('2000000'))).toBe('paperCode: row-code-wrong');
    expect(await refused(complain(paperCodeOf('complaint', 99)))).toBe('row-code-unknown');
    expect(await refused(complain((await one('signIn')).code))).toBe('paperCode: row-of-other-paper');
    expect((await call('complaints.list', {})).counts.open).toBe(0);
    expect(state(code)).toBe('open');
    const receivedAt = clock.now - hour;
    const { id } = await complain(code, { receivedAt });
    expect((await call('complaints.get', { id })).complaint.receivedAt).toBe(receivedAt);
    expect(await look(code)).toMatchObject({ kind: 'complaint', row: { state: 'entered' } });
    expect(await refused(complain(code))).toBe('row-entered');
    expect((await call('complaints.list', {})).counts.open).toBe(1);
  });
});

describe('a questionnaire', () => {
  it('becomes answers, once; taken back it waits again', async () => {
    const { one, answer, look, refused, undo } = await openDesk();
    const { code } = await one('survey', { questionnaireId });
    expect(await look(code)).toMatchObject({ kind: 'survey', questionnaire: { id: questionnaireId } });
    const other = { questionnaireId: '00000000-0000-7000-8000-000000000402', answers: ['q1', 'q2', 'q3'] };
    const answers = other.answers.map((questionId) => ({ questionId, score: 5 }));
    expect(await refused(answer(code, { ...other, answers }))).toBe('paperCode: row-of-other-paper');
    await answer(code);
    expect(await refused(answer(code))).toBe('row-entered');
    await undo();
    expect((await look(code)).row.state).toBe('open');
    await answer(code);
  });

  it('whose answers were entered for somebody else and removed is entered anew, once', async () => {
    const { call, manager, one, answer, look, refused, findings } = await openDesk();
    const { code } = await one('survey', { questionnaireId });
    const { id } = await answer(code);
    const remove = async (): Promise<number> => {
      const { version } = await call('surveys.get', { id }, manager);
      await call('surveys.remove', { id, version, reason: '录到了别的客户名下' }, manager);
      return (await call('changes.recent', { limit: 1 }, manager)).rows[0].command;
    };
    await call('changes.undo', { command: await remove() }, manager);
    expect((await look(code)).row.state).toBe('entered');
    const removal = await remove();
    expect((await look(code)).row).toMatchObject({ state: 'open', enteredAt: null, enteredBy: null });
    await answer(code, { customerId: null });
    expect(await refused(answer(code))).toBe('row-entered');
    expect(await refused(call('changes.undo', { command: removal }, manager))).toBe('undo-changed-since');
    expect(findings()).toEqual([]);
  });
});

describe('what is left', () => {
  it('is listed by sheet, call sheets too, until every row was entered or marked', async () => {
    const { print, call, officer, task, complain, undo } = await openDesk();
    task();
    const callSheet = randomUUID();
    await call('tasks.printSheet', { sheetId: callSheet }, officer);
    const { sheetId, rows } = await print('complaint', 3);
    const left = async (): Promise<unknown[]> => {
      const list = await call('paper.sheets', {}, officer);
      expect(list.openSheets).toBe(list.rows.length);
      return list.rows.map((sheet: { id: string; open: number }) => [sheet.id, sheet.open]).sort();
    };
    const both = (open: number) => [
      [callSheet, 1],
      [sheetId, open],
    ];
    expect(await left()).toEqual(both(3).sort());
    await complain(rows[0]?.code ?? '');
    const mark = (input: object) => call('paper.unused', input, officer);
    expect(await mark({ sheetId, rowIds: [rows[0]?.id, rows[1]?.id] })).toEqual({ rows: 1 });
    expect(await left()).toEqual(both(1).sort());
    expect(await mark({ sheetId })).toEqual({ rows: 1 });
    expect(await left()).toEqual([[callSheet, 1]]);
    expect(await mark({ sheetId: callSheet })).toEqual({ rows: 1 });
    expect(await left()).toEqual([]);
    expect((await call('paper.rows', { sheetId: callSheet }, officer)).rows).toMatchObject([
      { name: '王伟', state: 'unused' },
    ]);
    await undo();
    expect(await left()).toEqual([[callSheet, 1]]);
    const all = await call('paper.sheets', { open: false, limit: 1 }, officer);
    const rest = await call('paper.sheets', { open: false, cursor: all.next }, officer);
    expect([...all.rows, ...rest.rows]).toHaveLength(2);
    expect(rest.next).toBeNull();
  });

  it('that was marked as unused is taken back, or entered all the same', async () => {
    const { print, call, officer, refused, complain, look } = await openDesk();
    const { sheetId, rows } = await print('complaint', 2);
    const [one, other] = rows;
    if (!one || !other) throw new Error('two rows are printed');
    const reopen = (rowId: string, version: number) => call('paper.reopen', { rowId, version }, officer);
    expect(await refused(reopen(one.id, 1))).toBe('row-not-unused');
    await call('paper.unused', { sheetId }, officer);
    expect(await refused(reopen(one.id, 1))).toBe('changed-meanwhile');
    await reopen(one.id, 2);
    expect((await look(one.code)).row.state).toBe('open');
    await complain(other.code);
    expect((await look(other.code)).row.state).toBe('entered');
    expect(await refused(reopen(randomUUID(), 1))).toBe('row-not-found');
  });

  it('follows a customer who was merged meanwhile', async () => {
    const { print, call, customer, customerId, look } = await openDesk();
    const other = await customer({ name: '李娜', phones: [{ number: '13700137000' }] });
    const [row] = (await print('survey', 0, { questionnaireId, customerIds: [other] })).rows;
    const of = async (id: string) => (await call('customers.get', { id })).customer.version;
    const versions = { keepVersion: await of(customerId), dropVersion: await of(other) };
    await call('duplicates.merge', { keepId: customerId, dropId: other, ...versions });
    expect((await look(row?.code ?? '')).row).toMatchObject({ customerId });
  });
});

describe('codes', () => {
  it('are entered once each, whatever is typed, marked, taken back and entered in whatever order', async () => {
    const deed = fc.record({
      at: fc.nat(5),
      what: fc.constantFrom('complaint', 'answer', 'unused', 'reopen', 'undo', 'junk'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 14 }), async (deeds) => {
        const { print, complain, answer, call, officer, undo, connection, findings } = await openDesk();
        const rows = [...(await print('complaint', 3)).rows, ...(await print('survey', 3, { questionnaireId })).rows];
        const stored = () =>
          connection.prepare('SELECT state, complaintId, responseId, sheetId, version FROM paperRow WHERE id = ?');
        for (const { at, what } of deeds) {
          const row = rows[at];
          if (!row) continue;
          const { sheetId, version } = stored().get(row.id) as { sheetId: string; version: number };
          const done =
            what === 'complaint'
              ? complain(row.code)
              : what === 'answer'
                ? answer(row.code)
                : what === 'unused'
                  ? call('paper.unused', { sheetId, rowIds: [row.id] }, officer)
                  : what === 'reopen'
                    ? call('paper.reopen', { rowId: row.id, version }, officer)
                    : what === 'undo'
                      ? undo()
                      : complain(`${row.code}1`);
          // refused, or done: what it leaves is judged below
          await done.catch(() => undefined);
        }
        const entered = (column: string): unknown =>
          connection.prepare(`SELECT count(*) FROM paperRow WHERE ${column} IS NOT NULL`).pluck().get();
        const living = (table: string): unknown =>
          connection.prepare(`SELECT count(*) FROM ${table} WHERE deletedAt IS NULL`).pluck().get();
        expect(entered('complaintId')).toBe(living('complaint'));
        expect(entered('responseId')).toBe(living('surveyResponse'));
        expect(findings()).toEqual([]);
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  it('that contradict themselves are found', async () => {
    const { print, complain, connection, findings } = await openDesk();
    const { rows } = await print('complaint', 2);
    const { id } = await complain(rows[0]?.code ?? '');
    expect(findings()).toEqual([]);
    const other = rows[1]?.id;
    connection.prepare("UPDATE paperRow SET state = 'entered', complaintId = ? WHERE id = ?").run(id, other);
    connection.prepare("UPDATE paperRow SET kind = 'survey', code = '4000000' WHERE id = ?").run(other);
    expect(findings()).toEqual(['paper-kind', 'paper-twice', 'paper-code']);
  });
});
