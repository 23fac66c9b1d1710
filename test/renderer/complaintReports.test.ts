import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paretoOf, vitalFew } from '../../renderer/features/complaintReports/pareto.ts';
import { reportCsv } from '../../renderer/features/complaintReports/reportCsv.ts';
import { type ComplaintReport, figuresOf } from '../../renderer/features/complaintReports/reportFigures.ts';
import { reportSpanOf, spanProblem } from '../../renderer/features/complaintReports/reportSpan.ts';
import { zh } from '../e2e/texts.ts';

const nothing: ComplaintReport = {
  received: 0,
  closed: 0,
  open: 0,
  acknowledged: { inTime: 0, of: 0 },
  solved: { inTime: 0, of: 0 },
  reopened: { count: 0, of: 0 },
  medianSolveMs: null,
  compensationFen: 0,
  askedBack: { of: 0, satisfied: 0, meanScore: null },
  causes: [],
  categories: [],
  departments: [],
  months: [],
  actions: [],
};
const some: ComplaintReport = {
  ...nothing,
  received: 10,
  closed: 6,
  open: 4,
  acknowledged: { inTime: 9, of: 10 },
  solved: { inTime: 2, of: 3 },
  reopened: { count: 1, of: 6 },
  medianSolveMs: 25 * 3_600_000,
  compensationFen: 123_450,
  askedBack: { of: 4, satisfied: 3, meanScore: 4.25 },
  causes: [
    { code: 'a', name: '零件质量', count: 3 },
    { code: 'b', name: '诊断有误', count: 5 },
    { code: 'c', name: '=态度', count: 2 },
  ],
  actions: [
    {
      id: 'x',
      complaintId: 'y',
      number: 'T2611-007',
      kind: 'preventive',
      text: '交车前双人检验',
      doneDay: '2026-10-01',
      helped: 'partly',
      cause: 'a',
      causeName: '零件质量',
      before: 5,
      after: 2,
      days: 52,
    },
  ],
};

describe('帕累托', () => {
  test('most first, with shares and what they make together', () => {
    expect(paretoOf(some.causes).map(({ name, count, share, cumulative }) => [name, count, share, cumulative])).toEqual(
      [
        ['诊断有误', 5, 50, 50],
        ['零件质量', 3, 30, 80],
        ['=态度', 2, 20, 100],
      ],
    );
  });

  test('the few that make most end where 80 % are reached', () => {
    expect(vitalFew(paretoOf(some.causes)).map(({ name }) => name)).toEqual(['诊断有误', '零件质量']);
    expect(vitalFew(paretoOf([]))).toEqual([]);
  });

  test('whatever the counts: in order, never falling, 100 at the end, no row of nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { maxLength: 40 }), (counts) => {
        const rows = paretoOf(counts.map((count, at) => ({ name: String(at), count })));
        expect(rows).toHaveLength(counts.filter((count) => count > 0).length);
        rows.forEach((row, at) => {
          expect(row.count).toBeLessThanOrEqual(rows[at - 1]?.count ?? 1000);
          expect(row.cumulative).toBeGreaterThanOrEqual(rows[at - 1]?.cumulative ?? 0);
        });
        if (rows.length > 0) {
          expect(rows.at(-1)?.cumulative).toBe(100);
          expect(vitalFew(rows).at(-1)?.cumulative).toBeGreaterThanOrEqual(80);
        }
      }),
    );
  });
});

describe('the figures on top', () => {
  test('in words, with what they stand on', () => {
    expect(figuresOf(some, zh).map(({ name, value, beside }) => [name, value, beside])).toEqual([
      ['received', '10', null],
      ['closed', '6', null],
      ['open', '4', null],
      ['acknowledged', '90%', '9 / 10'],
      ['solved', '67%', '2 / 3'],
      ['reopened', '17%', '1 / 6'],
      ['askedBack', '75%', '3 / 4 · 平均 4.3 分（1–5）'],
      ['medianSolve', '25 h 00 m', null],
      ['compensation', '¥1,234.50', null],
    ]);
  });

  test('of nothing there is no percentage', () => {
    expect(figuresOf(nothing, zh).map(({ value }) => value)).toEqual(['0', '0', '0', '—', '—', '—', '—', '—', '¥0.00']);
  });
});

describe('the span', () => {
  test.each([
    ['thisMonth', '2026-11-01'],
    ['last3', '2026-09-01'],
    ['last12', '2025-12-01'],
  ] as const)('%s begins on %s', (name, from) => {
    expect(reportSpanOf(name, '2026-11-22')).toEqual({ from, to: '2026-11-22' });
  });

  test.each([
    ['2026-11-22', '2026-11-22', null],
    ['2026-11-23', '2026-11-22', 'reversedSpan'],
    // as the store: three years and no day more
    ['2023-11-23', '2026-11-22', null],
    ['2023-11-22', '2026-11-22', 'tooLong'],
  ])('%s to %s: %s', (from, to, problem) => {
    expect(spanProblem({ from, to })).toBe(problem);
  });
});

test('the CSV has each part as it is shown, and no cell that a spreadsheet would run', () => {
  const lines = reportCsv(some, zh).split('\r\n');
  expect(lines).toContain('原因,条数,占比,累计占比');
  expect(lines).toContain('诊断有误,5,50,50');
  expect(lines).toContain("'=态度,2,20,100");
  expect(lines).toContain('T2611-007,预防,交车前双人检验,零件质量,2026-10-01,部分有效,5,2,52');
});
