import { describe, expect, it } from 'vitest';
import { instantOf } from '../../db/domain/zonedTime.ts';
import {
  againTyped,
  calledTyped,
  checkRow,
  emptyRow,
  type RowContext,
  type RowDraft,
  rowInputOf,
} from '../../renderer/features/tasks/rowDraft.ts';

const timeZone = 'Asia/Shanghai';
const at = (day: string, time: string): number => instantOf(day, time, timeZone);
const now = at('2026-11-22', '17:30') + 20_000;
const sheet = (sheetDay: string): RowContext => ({ now, timeZone, sheetDay });
const typed = (change: Partial<RowDraft>): RowDraft => ({ ...emptyRow, ...change });
const code = '618033';

describe('a row that is entered', () => {
  it('was called now, or at noon of an earlier day, where nobody says', () => {
    expect(calledTyped(emptyRow, sheet('2026-11-22'))).toEqual({ day: '2026-11-22', time: '17:30' });
    expect(calledTyped(emptyRow, sheet('2026-11-20'))).toEqual({ day: '2026-11-20', time: '12:00' });
    expect(calledTyped(typed({ day: '2026-11-22' }), sheet('2026-11-20')).time).toBe('17:30');
    expect(calledTyped(typed({ time: '9:05' }), sheet('2026-11-20')).time).toBe('9:05');
  });

  it('needs an outcome, and a time between the sheet’s day and now', () => {
    const context = sheet('2026-11-22');
    expect(checkRow(emptyRow, context)).toEqual({ outcome: 'outcome-missing' });
    const connected = (change: Partial<RowDraft>) => checkRow(typed({ outcome: 'connected', ...change }), context);
    expect(connected({})).toEqual({});
    expect(connected({ time: '17:31' })).toEqual({ called: 'future' });
    expect(connected({ day: '2026-11-21' })).toEqual({ called: 'early' });
    expect(connected({ time: '25:00' })).toEqual({ called: 'day-invalid' });
  });

  it('of a call that was put off says till when; a time that is over is refused', () => {
    const context = sheet('2026-11-22');
    expect(againTyped(emptyRow, context)).toEqual({ day: '2026-11-23', time: '10:00' });
    const again = typed({ outcome: 'callBack', nextDay: '2026-11-22', nextTime: '17:00' });
    expect(checkRow(again, context)).toEqual({ next: 'past' });
    expect(rowInputOf(code, again, context)).toBeNull();
    expect(rowInputOf(code, typed({ outcome: 'callBack' }), context)?.nextAt).toBe(at('2026-11-23', '10:00'));
    // of other outcomes it says nothing
    expect(rowInputOf(code, { ...again, outcome: 'noAnswer' }, context)?.nextAt).toBeNull();
  });

  it('goes to the store with its time and its note', () => {
    const draft = typed({ outcome: 'connected', time: '10:15', note: ' 下周来 ' });
    expect(rowInputOf(code, draft, sheet('2026-11-22'))).toEqual({
      ...{ code, outcome: 'connected', at: at('2026-11-22', '10:15'), note: '下周来', nextAt: null },
    });
  });
});
