import { describe, expect, test } from 'vitest';
import { addDays } from '../../db/domain/day.ts';
import { inspectionTable2022, inspectionTableOn, nextInspection } from '../../db/domain/inspection.ts';
import { serviceState, serviceWindow, visitGrade } from '../../db/domain/serviceDue.ts';

describe('inspection, rule of October 2022', () => {
  test('a private car: labels every 2 years, tests in years 6 and 10, yearly after', () => {
    const seen: string[] = [];
    for (let today = '2020-03-16'; seen.length < 8; ) {
      const next = nextInspection('2020-03-15', 'private', today);
      if (!next) break;
      seen.push(`${next.dueDay} ${next.kind}`);
      today = addDays(next.dueDay, 1);
    }
    expect(seen).toEqual([
      '2022-03-31 label',
      '2024-03-31 label',
      '2026-03-31 test',
      '2028-03-31 label',
      '2030-03-31 test',
      '2031-03-31 test',
      '2032-03-31 test',
      '2033-03-31 test',
    ]);
  });

  test('the last day is the end of the month and still a day to go; it opens two months before', () => {
    expect(nextInspection('2020-03-15', 'private', '2022-03-31')).toMatchObject({
      dueDay: '2022-03-31',
      fromDay: '2022-01-01',
      version: '2022-10',
    });
    expect(nextInspection('2020-03-15', 'private', '2022-04-01')).toMatchObject({ dueDay: '2024-03-31' });
    expect(nextInspection('2020-02-29', 'private', '2021-01-01')).toMatchObject({ dueDay: '2022-02-28' });
  });

  test('cars that carry for money: yearly, half-yearly after 5', () => {
    expect(nextInspection('2024-05-10', 'taxi', '2024-06-01')).toMatchObject({ dueDay: '2025-05-31', kind: 'test' });
    expect(nextInspection('2020-05-10', 'rideHailing', '2025-06-01')).toMatchObject({ dueDay: '2025-11-30' });
  });

  test('a table holds from its first day', () => {
    const later = { ...inspectionTable2022, version: 'later', validFrom: '2030-01-01' };
    expect(inspectionTableOn('2029-12-31', [later, inspectionTable2022]).version).toBe('2022-10');
    expect(inspectionTableOn('2030-01-01', [later, inspectionTable2022]).version).toBe('later');
  });
});

describe('service and loss', () => {
  const bought = { deliveryDay: '2025-01-10', lastVisitDay: null };

  test('first service 3–12 months after delivery, the next 5–12 after the last', () => {
    expect(serviceWindow(bought)).toEqual({ kind: 'first', fromDay: '2025-04-10', toDay: '2026-01-10' });
    expect(serviceWindow({ ...bought, lastVisitDay: '2025-06-30' })).toEqual({
      kind: 'next',
      fromDay: '2025-11-30',
      toDay: '2026-06-30',
    });
    expect(serviceWindow({ deliveryDay: null, lastVisitDay: null })).toBeNull();
  });

  test.each([
    ['2025-04-09', 'recent'],
    ['2025-04-10', 'due'],
    ['2026-01-10', 'due'],
    ['2026-01-11', 'overdue'],
    ['2026-02-10', 'lost'],
    ['2027-01-10', 'lost'],
    ['2027-01-11', 'gone'],
  ])('on %s: %s', (today, state) => expect(serviceState(bought, today)).toBe(state));

  test('grades by visits in 12 months', () => {
    expect([5, 4, 3, 2, 1, 0].map((visits) => visitGrade(visits))).toEqual(['A', 'A', 'B', 'B', 'C', 'D']);
  });
});
