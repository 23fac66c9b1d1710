import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { instantOf } from '../../db/domain/zonedTime.ts';
import { openConnection } from '../../db/store/connection.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import { openTestStore, refusal } from './openTestStore.ts';

const hour = 3_600_000;

/** One complaint as it stands, in one line: what is left out is as in a new one. */
interface Line {
  readonly day: string;
  readonly step?: string;
  readonly round?: number;
  readonly ackLate?: 0 | 1;
  /** hours from receiving to the accepted solution */
  readonly solvedAfter?: number;
  readonly solveLate?: 0 | 1;
  readonly category?: string;
  readonly department?: string;
  readonly cause?: string;
  readonly deleted?: boolean;
}

/** A store with these complaints, put in as they stand. */
const openWith = async (lines: readonly Line[]) => {
  const test = await openTestStore();
  const connection = openConnection(storeFileOf(test.dataDir));
  const insert = connection.prepare(
    `INSERT INTO complaint (id, number, channel, strangerName, title, what, severity, category, department, receivedAt, receivedDay, step,
       round, roundAt, acknowledgedAt, acknowledgeLate, solvedAt, solveLate, closedAt, cause, createdAt, updatedAt, byName, deletedAt)
     VALUES (?, ?, 'phone', '李先生', '空调异味', ?, 'minor', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 'x', ?)`,
  );
  const ids = lines.map((line, index) => {
    const id = randomUUID();
    const at = instantOf(line.day, '10:00', 'Asia/Shanghai');
    const step = line.step ?? 'received';
    const solvedAt = line.solvedAfter === undefined ? null : at + line.solvedAfter * hour;
    insert.run(
      ...[
        id,
        `T2600-${index}`,
        '来过两次没解决'.repeat(40),
        line.category ?? 'product.aircon',
        line.department ?? null,
      ],
      ...[at, line.day, step, line.round ?? 1, at, line.ackLate === undefined ? null : at, line.ackLate ?? null],
      ...[solvedAt, line.solveLate ?? null, step === 'closed' ? at + 1 : null, line.cause ?? null],
      line.deleted ? 1 : null,
    );
    return id;
  });
  const run = (sql: string, ...values: unknown[]) => connection.prepare(sql).run(...values);
  const asked = (id: string, at: number, detail: object): void => {
    run(
      "INSERT INTO complaintEvent (id, complaintId, kind, at, writtenAt, byName, detail) VALUES (?, ?, 'askedBack', ?, ?, 'x', ?)",
      ...[randomUUID(), id, at, at, JSON.stringify(detail)],
    );
  };
  const statistics = (fromDay: string, toDay: string) => test.call('complaints.statistics', { fromDay, toDay });
  return { ...test, ids, run, asked, statistics, closeConnection: () => connection.close() };
};

/** Worked by hand: the figures below are counted on these lines. */
const table: readonly Line[] = [
  { day: '2026-08-31', step: 'closed', ackLate: 0, solvedAfter: 1, solveLate: 0, cause: 'partDefect' }, // before the span
  {
    ...{ day: '2026-09-01', step: 'closed', ackLate: 0, solvedAfter: 10, solveLate: 0, department: 'workshop' },
    cause: 'partDefect',
  },
  {
    ...{ day: '2026-09-30', step: 'closed', ackLate: 1, solvedAfter: 30, solveLate: 1, department: 'workshop' },
    ...{ cause: 'partDefect', category: 'service.again' },
  },
  // withdrawn before any solution: its clock stopped in time
  { day: '2026-10-15', step: 'closed', ackLate: 0, solveLate: 0, department: 'parts', cause: 'customer' },
  // late in its first round, and running again: no solution counts yet
  { day: '2026-10-20', step: 'investigating', round: 2, ackLate: 0, solveLate: 1, department: 'parts' },
  { day: '2026-11-01', step: 'askedBack', ackLate: 0, solvedAfter: 20, solveLate: 0, category: 'staff' },
  { day: '2026-11-02', step: 'done', round: 3, ackLate: 0, solvedAfter: 200, solveLate: 1 },
  { day: '2026-11-22', step: 'acknowledged', ackLate: 1, category: 'gone.code', department: 'gone' },
  { day: '2026-11-22' },
  { day: '2026-11-10', deleted: true, ackLate: 1, cause: 'partDefect' },
];

describe('complaint statistics', () => {
  it('are those of the table', async () => {
    const desk = await openWith(table);
    const [, first = '', second = '', , , fifth = ''] = desk.ids;
    desk.asked(first, 1, { answer: 'unreached' });
    desk.asked(first, 2, { answer: 'no', score: 1 });
    desk.asked(first, 3, { answer: 'yes', score: 5 });
    desk.asked(second, 1, { answer: 'no', score: 2 });
    desk.asked(fifth, 1, { answer: 'yes' });
    desk.asked(desk.ids[0] ?? '', 1, { answer: 'no', score: 1 });
    for (const [id, amountFen, state] of [
      [first, 1000, 'given'],
      [first, 500, 'takenBack'],
      [second, 2000, 'given'],
      [second, 4000, 'waiting'],
      [desk.ids[0], 9000, 'given'],
    ] as const) {
      desk.run(
        "INSERT INTO compensation (id, complaintId, kind, state, amountFen, reason, at, byName) VALUES (?, ?, 'amount', ?, ?, 'x', 1, 'x')",
        ...[randomUUID(), id, state, amountFen],
      );
    }
    expect(await desk.statistics('2026-09-01', '2026-11-22')).toEqual({
      received: 8,
      closed: 3,
      open: 5,
      acknowledged: { inTime: 5, of: 7 },
      // in time: 10 h, withdrawn, 20 h; late: 30 h, 200 h; the one of round 2 runs
      solved: { inTime: 3, of: 5 },
      // three closed, done, asked back, and the one that runs again
      reopened: { count: 2, of: 6 },
      // 10, 20, 30, 200 h
      medianSolveMs: 25 * hour,
      compensationFen: 3000,
      askedBack: { of: 3, satisfied: 2, meanScore: 3.5 },
      causes: [
        { code: 'partDefect', name: '零件质量', count: 2 },
        { code: 'customer', name: '客户误解', count: 1 },
      ],
      categories: [
        { code: 'product.aircon', name: '产品 · 空调', count: 5 },
        { code: 'gone.code', name: 'gone.code', count: 1 },
        { code: 'service.again', name: '售后服务 · 重复返修', count: 1 },
        { code: 'staff', name: '人员态度', count: 1 },
      ],
      departments: [
        { code: 'parts', name: '配件部', count: 2, late: 1 },
        { code: 'workshop', name: '车间', count: 2, late: 1 },
        { code: 'gone', name: 'gone', count: 1, late: 1 },
      ],
      months: [
        { month: '2026-09', received: 2, solvedInTime: 1, solvedLate: 1 },
        { month: '2026-10', received: 2, solvedInTime: 1, solvedLate: 0 },
        { month: '2026-11', received: 4, solvedInTime: 1, solvedLate: 1 },
      ],
      actions: [],
    });
  });

  it('of nothing are nothing, not a division by it', async () => {
    const desk = await openWith([]);
    expect(await desk.statistics('2026-11-22', '2026-11-22')).toEqual({
      ...{ received: 0, closed: 0, open: 0 },
      acknowledged: { inTime: 0, of: 0 },
      solved: { inTime: 0, of: 0 },
      reopened: { count: 0, of: 0 },
      medianSolveMs: null,
      compensationFen: 0,
      askedBack: { of: 0, satisfied: 0, meanScore: null },
      ...{ causes: [], categories: [], departments: [], actions: [] },
      months: [{ month: '2026-11', received: 0, solvedInTime: 0, solvedLate: 0 }],
    });
  });

  it('reach over three years and no more', async () => {
    const desk = await openWith([]);
    const { months } = await desk.statistics('2023-11-23', '2026-11-22');
    expect([months.length, months[0].month, months.at(-1).month]).toEqual([37, '2023-11', '2026-11']);
    expect(await refusal(desk.statistics('2023-11-22', '2026-11-22'))).toMatchObject({
      fields: ['toDay: span-too-long'],
    });
    expect(await refusal(desk.statistics('2026-11-22', '2026-11-21'))).toMatchObject({
      fields: ['toDay: ends-before-start'],
    });
  });

  it('ask back what the desk wrote down', async () => {
    const desk = await openWith([{ day: '2026-11-20', step: 'done', solvedAfter: 2, solveLate: 0, ackLate: 0 }]);
    const [id] = desk.ids;
    await desk.call('complaints.askBack', { id, version: 1, answer: 'yes', score: 4 });
    expect((await desk.statistics('2026-11-01', '2026-11-30')).askedBack).toEqual({
      of: 1,
      satisfied: 1,
      meanScore: 4,
    });
  });
});

describe('whether a measure helped', () => {
  // today is 2026-11-22
  const causes: readonly Line[] = [
    { day: '2026-11-02', cause: 'noCheck' }, // 10 days before its doing: the first day that counts
    { day: '2026-11-01', cause: 'noCheck' }, // one more: does not
    { day: '2026-11-11', cause: 'noCheck' },
    { day: '2026-11-11', cause: 'manner' },
    { day: '2026-11-11', cause: 'noCheck', deleted: true },
    { day: '2026-11-12', cause: 'noCheck' }, // its own day
    { day: '2026-11-13', cause: 'noCheck' },
    { day: '2026-11-22' },
  ];

  it.each([
    // done 10 days ago: 10 days before, 10 after, its own day in neither
    ['2026-11-12', { before: 2, after: 1, days: 10 }],
    // 90 days at most: 2026-05-03 to 07-31 and 08-02 to 10-30
    ['2026-08-01', { before: 0, after: 0, days: 90 }],
    ['2026-11-22', { before: null, after: null, days: null }],
    [null, { before: null, after: null, days: null }],
  ])('done on %s', async (doneDay, around) => {
    const desk = await openWith(causes);
    const [complaintId = ''] = desk.ids;
    const { id } = await desk.call('complaints.addAction', {
      ...{ complaintId, kind: 'preventive', text: '交车前双人检验', dueDay: '2026-11-22' },
    });
    if (doneDay !== null) await desk.call('complaints.doAction', { id, version: 1, day: doneDay });
    const { actions } = await desk.statistics('2026-11-01', '2026-11-30');
    expect(actions).toEqual([
      {
        ...{ id, complaintId, number: 'T2600-0', kind: 'preventive', text: '交车前双人检验', doneDay, helped: null },
        ...{ cause: 'noCheck', causeName: '交车前未检验', ...around },
      },
    ]);
  });

  it('is not told of one whose complaint has no cause yet', async () => {
    const desk = await openWith(causes);
    const { id } = await desk.call('complaints.addAction', {
      ...{ complaintId: desk.ids.at(-1), kind: 'corrective', text: '道歉', dueDay: '2026-11-22' },
    });
    await desk.call('complaints.doAction', { id, version: 1, day: '2026-11-12' });
    const { actions } = await desk.statistics('2026-11-01', '2026-11-30');
    expect(actions).toMatchObject([{ cause: null, causeName: null, before: null, after: null, days: null }]);
  });
});

describe('three years of complaints', () => {
  it('are counted, every one', async () => {
    const started = Date.UTC(2023, 11, 1);
    const dayOf = (index: number) => new Date(started + (index % 1050) * 86_400_000).toISOString().slice(0, 10);
    const codes = ['partDefect', 'noCheck', 'manner', 'process'];
    const desk = await openWith(
      Array.from({ length: 20_000 }, (_, index) => ({
        ...{
          day: dayOf(index),
          step: index % 9 === 0 ? 'investigating' : 'closed',
          round: 1 + Number(index % 20 === 0),
        },
        ...{ ackLate: index % 7 === 0 ? 1 : 0, solvedAfter: index % 50, solveLate: index % 6 === 0 ? 1 : 0 },
        ...{ department: 'workshop', cause: codes[index % 4] ?? '' },
      })),
    );
    desk.run('BEGIN');
    desk.ids.forEach((id, index) => {
      if (index % 2 === 0) desk.asked(id, index, { answer: 'yes', score: (index % 5) + 1 });
      if (index % 20 === 0) {
        desk.run(
          "INSERT INTO complaintAction (id, complaintId, kind, text, dueDay, doneDay, createdAt, byName) VALUES (?, ?, 'preventive', 'x', ?, ?, 1, 'x')",
          ...[randomUUID(), id, dayOf(index), dayOf(index)],
        );
      }
    });
    desk.run('COMMIT');
    const answer = await desk.statistics('2023-12-01', '2026-11-22');
    expect(answer).toMatchObject({ received: 20_000, askedBack: { of: 10_000 } });
  }, 60_000);
});
