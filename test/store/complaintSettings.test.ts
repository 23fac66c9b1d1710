import { describe, expect, it } from 'vitest';
import type { Settings } from '../../db/contract/settings.ts';
import { complaintDefaults } from '../../db/features/settings/complaintDefaults.ts';
import { openComplaintDesk, wholeLife } from './complaintDesk.ts';
import { openTestStore, refusal, staffAs, type TestStore } from './openTestStore.ts';

const shipped = complaintDefaults;
const manager = staffAs('manager');
const save = (test: TestStore, values: Partial<Settings>, fromDay?: string, actor = manager): Promise<unknown> =>
  test.call('settings.update', { values, ...(fromDay ? { fromDay } : {}) }, actor);
const held = async (test: TestStore, day?: string): Promise<Settings> =>
  (await test.call('settings.get', day ? { day } : {})).values;

/** The shipped terms with other minutes of one severity. */
const terms = (change: Partial<Settings['complaintTerms']['severities'][number]>): Partial<Settings> => ({
  complaintTerms: {
    ...shipped.complaintTerms,
    severities: shipped.complaintTerms.severities.map((one, at) => (at === 1 ? { ...one, ...change } : one)),
  },
});

describe('the rules of complaints', () => {
  it('are the managers’ to change, from a day on, and a plan is taken back', async () => {
    const test = await openTestStore();
    await save(test, { complaintTerms: { ...shipped.complaintTerms, twinDays: 90 } }, '2026-12-01');
    expect((await held(test)).complaintTerms.twinDays).toBe(180);
    expect((await held(test, '2026-12-01')).complaintTerms.twinDays).toBe(90);
    const { rows } = await test.call('settings.versions', { key: 'complaintTerms' });
    expect(rows.map((row: { state: string }) => row.state)).toEqual(['planned', 'holds']);
    const [{ changedAt }] = rows;
    await test.call('settings.takeBack', { key: 'complaintTerms', fromDay: '2026-12-01', changedAt }, manager);
    expect((await held(test, '2026-12-01')).complaintTerms.twinDays).toBe(180);
  });

  it.each(['reception', 'service'] as const)('are not for %s', async (role) => {
    const test = await openTestStore();
    const changed = save(test, { complaintCauses: shipped.complaintCauses }, undefined, staffAs(role));
    expect((await refusal(changed)).code).toBe('FORBIDDEN');
  });

  it('leave to administrators what is theirs', async () => {
    const test = await openTestStore();
    const both = { complaintCauses: shipped.complaintCauses, bookingMinutes: 30 };
    expect(await refusal(save(test, both))).toEqual({ code: 'FORBIDDEN', reason: 'role-not-allowed' });
  });

  it.each([
    [
      'a term of more working than natural time',
      terms({ solveMinutes: { natural: 600, working: 601 } }),
      ['values.complaintTerms.severities.1.solveMinutes.working: working-longer'],
    ],
    [
      'an answer later than the solution',
      terms({ acknowledgeMinutes: { natural: 1441, working: 60 } }),
      ['values.complaintTerms.severities.1.acknowledgeMinutes.natural: acknowledge-longer'],
    ],
    [
      'somebody who does not work here',
      terms({ escalateToId: '0197f000-0000-7000-8000-000000000000' }),
      ['values.complaintTerms.severities.1.escalateToId: person-gone'],
    ],
    [
      'warnings that do not rise',
      { complaintTerms: { ...shipped.complaintTerms, warnPercents: [80, 50] } },
      ['values.complaintTerms: warn-order'],
    ],
    [
      'a code twice',
      { complaintCauses: [...shipped.complaintCauses, { code: 'manner', name: '语气' }] },
      ['values.complaintCauses.12.code: code-twice'],
    ],
    [
      'a name twice within a category',
      {
        complaintCategories: [
          {
            code: 'a',
            name: '甲',
            defect: false,
            children: [
              { code: 'b', name: '乙' },
              { code: 'c', name: '乙' },
            ],
          },
        ],
      },
      ['values.complaintCategories.0.children.1.name: name-twice'],
    ],
    [
      'a year and a day twice, and a day of another year',
      {
        holidayYears: [
          {
            year: 2027,
            days: [
              { day: '2027-01-01', off: true, name: '元旦' },
              { day: '2027-01-01', off: false, name: '元旦' },
              { day: '2028-01-01', off: true, name: '元旦' },
            ],
          },
          { year: 2027, days: [] },
        ],
      },
      [
        'values.holidayYears.1.year: year-twice',
        'values.holidayYears.0.days.1.day: day-twice',
        'values.holidayYears.0.days.2.day: day-of-another-year',
      ],
    ],
  ])('refuse %s', async (_what, values, fields) => {
    const test = await openTestStore();
    expect(await refusal(save(test, values as Partial<Settings>))).toMatchObject({ code: 'VALIDATION', fields });
  });
});

describe('what complaints name', () => {
  const without = <Row extends { readonly code: string }>(rows: readonly Row[], code: string): Row[] =>
    rows.filter((row) => row.code !== code);
  const renamed = <Row extends { readonly code: string; readonly name: string }>(rows: readonly Row[], code: string) =>
    rows.map((row) => (row.code === code ? { ...row, name: `${row.name}（新）` } : row));

  it('may be called by another name, and stays', async () => {
    const desk = await openComplaintDesk();
    const id = await desk.add({ department: 'workshop' });
    await desk.bring(id, ...wholeLife);
    const { complaintCategories, complaintDepartments, complaintCauses } = shipped;
    const noAircon = complaintCategories.map((one) => ({ ...one, children: without(one.children, 'aircon') }));
    for (const [values, reason] of [
      [{ complaintCategories: noAircon }, 'category-in-use'],
      [{ complaintCategories: without(complaintCategories, 'product') }, 'category-in-use'],
      [{ complaintDepartments: without(complaintDepartments, 'workshop') }, 'department-in-use'],
      [{ complaintCauses: without(complaintCauses, 'partDefect') }, 'cause-in-use'],
    ] as const) {
      expect(await refusal(save(desk, values as Partial<Settings>))).toEqual({ code: 'CONFLICT', reason });
    }
    await save(desk, {
      complaintCategories: renamed(complaintCategories, 'product'),
      complaintDepartments: renamed(without(complaintDepartments, 'maker'), 'workshop'),
      complaintCauses: renamed(without(complaintCauses, 'outside'), 'partDefect'),
    });
    const { complaint } = await desk.page(id);
    expect([complaint.categoryName, complaint.departmentName, complaint.causeName]).toEqual([
      '产品（新） · 空调',
      '车间（新）',
      '零件质量（新）',
    ]);
  });

  it('says what and how many', async () => {
    const desk = await openComplaintDesk();
    await desk.add({ department: 'workshop' });
    await desk.add({ department: 'workshop' });
    await expect(
      save(desk, { complaintDepartments: without(shipped.complaintDepartments, 'workshop') }),
    ).rejects.toMatchObject({ data: { values: { name: '车间', count: 2 } } });
  });
});

describe('a printed record', () => {
  it('is on record with its number and whose it is', async () => {
    const desk = await openComplaintDesk();
    const complaintId = await desk.add();
    await desk.call('printing.record', { document: 'complaint', complaintId }, desk.officer);
    const { rows } = await desk.call('printing.log');
    const { complaint } = await desk.page(complaintId);
    expect(rows).toMatchObject([
      { document: 'complaint', what: complaint.number, holder: '王伟', cardId: null, byName: '何静' },
    ]);
    expect(await refusal(desk.call('printing.record', { document: 'complaint' }))).toMatchObject({
      fields: ['complaintId: required'],
    });
    const complaintIdOfNone = '0197f000-0000-7000-8000-000000000000';
    expect(
      await refusal(desk.call('printing.record', { document: 'complaint', complaintId: complaintIdOfNone })),
    ).toEqual({ code: 'NOT_FOUND', reason: 'complaint-not-found' });
  });
});
