import { describe, expect, test } from 'vitest';
import type { TaskEndReason } from '../../db/contract/taskTerms.ts';
import { type TaskMatter, taskEnd } from '../../db/domain/tasks/taskEnd.ts';

const today = '2026-11-22';
const day = '2026-12-01';
const running = { keyDay: day, lastDay: '2026-12-10', customerGone: false, vehicleGone: false };

describe('a task goes on, or ends by itself', () => {
  test.each<[string, TaskMatter, TaskEndReason | null]>([
    ['delivered', { kind: 'delivered', deliveryDay: day }, null],
    ['the delivery was another day', { kind: 'delivered', deliveryDay: '2026-12-02' }, 'changed'],
    ['repaired', { kind: 'visited', visitStands: true, rated: false }, null],
    ['rated at the counter', { kind: 'visited', visitStands: true, rated: true }, 'answered'],
    ['the order was made void', { kind: 'visited', visitStands: false, rated: true }, 'changed'],
    ['service is due', { kind: 'serviceDue', contactDay: day, booked: false }, null],
    ['service was done', { kind: 'serviceDue', contactDay: '2026-12-02', booked: false }, 'visited'],
    ['came and has booked again', { kind: 'noVisit', contactDay: '2026-12-02', booked: true }, 'visited'],
    ['booked', { kind: 'noVisit', contactDay: day, booked: true }, 'booked'],
    ['the visit was made void', { kind: 'noVisit', contactDay: '2026-03-01', booked: false }, 'changed'],
    ['never here, and no delivery', { kind: 'noVisit', contactDay: null, booked: false }, 'changed'],
    ['insurance ends', { kind: 'insuranceEnd', endDay: day }, null],
    ['insurance renewed', { kind: 'insuranceEnd', endDay: '2027-12-01' }, 'insured'],
    ['insurance taken from the file', { kind: 'insuranceEnd', endDay: null }, 'changed'],
    ['insurance ended before', { kind: 'insuranceEnd', endDay: '2026-11-30' }, 'changed'],
    ['inspected', { kind: 'inspectionDue', endDay: '2028-12-31' }, 'inspected'],
    ['licence renewed', { kind: 'licenceEnd', endDay: '2036-12-01' }, 'licenceRenewed'],
    ['card renewed', { kind: 'cardEnd', endDay: '2027-12-01' }, 'cardRenewed'],
    ['left the club', { kind: 'cardEnd', endDay: null }, 'changed'],
    ['birthday', { kind: 'birthday', keptThen: true }, null],
    ['birthday corrected', { kind: 'birthday', keptThen: false }, 'changed'],
    ['festival', { kind: 'festival' }, null],
    ['points lapse', { kind: 'pointsLapse', points: 500, leastPoints: 500 }, null],
    ['points used', { kind: 'pointsLapse', points: 499, leastPoints: 500 }, 'pointsUsed'],
    ['looks for a car', { kind: 'tradeIn', wish: 'open' }, null],
    ['bought one', { kind: 'tradeIn', wish: 'bought' }, 'bought'],
    ['looks no more', { kind: 'tradeIn', wish: 'none' }, 'changed'],
    ['promised', { kind: 'promise', open: true, dueDay: day }, null],
    ['promise moved', { kind: 'promise', open: true, dueDay: '2026-12-03' }, 'changed'],
    ['promise kept', { kind: 'promise', open: false, dueDay: null }, 'promiseEnded'],
    ['to be asked', { kind: 'askBack', waits: true }, null],
    ['asked', { kind: 'askBack', waits: false }, 'askedBack'],
    ['not content', { kind: 'detractor', response: 'waits' }, null],
    ['spoken with', { kind: 'detractor', response: 'followed' }, 'followedUp'],
    ['the answers were a mistake', { kind: 'detractor', response: 'gone' }, 'changed'],
    ['drawn', { kind: 'sample', answered: false }, null],
    ['drawn, and answered on paper', { kind: 'sample', answered: true }, 'answered'],
  ])('%s', (_, matter, reason) => {
    expect(taskEnd({ ...running, matter }, today)).toBe(reason);
  });

  const festival = { kind: 'festival' } as const;

  test('the last day is a day to go', () => {
    expect(taskEnd({ ...running, matter: festival, lastDay: today }, today)).toBe(null);
    expect(taskEnd({ ...running, matter: festival, lastDay: '2026-11-21' }, today)).toBe('lapsed');
  });

  test('what was done is done, however late', () => {
    const matter = { kind: 'insuranceEnd', endDay: '2027-12-01' } as const;
    expect(taskEnd({ ...running, matter, lastDay: '2026-11-21' }, today)).toBe('insured');
  });

  test('points that lapsed were not used', () => {
    const matter = { kind: 'pointsLapse', points: 0, leastPoints: 500 } as const;
    expect(taskEnd({ ...running, matter, keyDay: '2026-11-21' }, today)).toBe('lapsed');
    expect(taskEnd({ ...running, matter, keyDay: today }, today)).toBe('pointsUsed');
  });

  test('who is gone, and a car that is gone, end everything; who traded it in has bought', () => {
    const sold = { ...running, vehicleGone: true };
    expect(taskEnd({ ...sold, matter: { kind: 'serviceDue', contactDay: '2026-12-02', booked: false } }, today)).toBe(
      'vehicleGone',
    );
    expect(taskEnd({ ...sold, matter: { kind: 'tradeIn', wish: 'bought' } }, today)).toBe('bought');
    expect(taskEnd({ ...sold, customerGone: true, matter: festival }, today)).toBe('customerGone');
  });
});
