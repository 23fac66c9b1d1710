import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorPaths } from '../../renderer/features/customer/checkMark.ts';
import { dayOrNull } from '../../renderer/features/customer/typedDay.ts';
import { checkVehicle, emptyVehicle, kmOrNull, vehicleFactsOf } from '../../renderer/features/customer/vehicleDraft.ts';
import {
  arrivalOf,
  checkVisit,
  noLine,
  timeOrNull,
  totalsOf,
  type VisitDraft,
  visitInputOf,
} from '../../renderer/features/customer/visitDraft.ts';

const timeZone = 'Asia/Shanghai';
/** 2026-11-22 10:00 in Shanghai */
const now = Date.UTC(2026, 10, 22, 2, 0);
const context = { now, timeZone, lastKm: 58_204 };

const visit = (change: Partial<VisitDraft>): VisitDraft => ({
  vehicleId: 'v1',
  day: '2026-11-22',
  time: '09:30',
  mileage: '',
  orderNo: '',
  adviser: '',
  note: '',
  lines: [{ ...noLine, amount: '480' }],
  ...change,
});

describe('a visit while it is typed', () => {
  test('the arrival is the store’s day and time, whatever the desk’s clock', () => {
    expect(arrivalOf(visit({}), timeZone)).toBe(Date.UTC(2026, 10, 22, 1, 30));
    expect(arrivalOf(visit({ day: '20261121', time: '930' }), timeZone)).toBe(Date.UTC(2026, 10, 21, 1, 30));
    expect(arrivalOf(visit({ time: '25:00' }), timeZone)).toBeNull();
  });

  test('it may lie in the past, never ahead', () => {
    expect(checkVisit(visit({ day: '2020-01-01' }), context)).toEqual({});
    expect(checkVisit(visit({ time: '10:01' }), context)['arrivedAt']?.reason).toBe('arrival-future');
    expect(checkVisit(visit({ time: '10:00' }), context)['arrivedAt']).toBeUndefined();
  });

  test('a lower mileage warns, one that is none blocks', () => {
    expect(checkVisit(visit({ mileage: '58,000' }), context)['mileage']).toMatchObject({ level: 'warning' });
    expect(checkVisit(visit({ mileage: '58204km' }), context)['mileage']).toBeUndefined();
    expect(errorPaths(checkVisit(visit({ mileage: '很多' }), context))).toEqual(['mileage']);
  });

  test('lines that nobody touched do not count, but one must', () => {
    const lines = [{ ...noLine, amount: '480' }, noLine];
    expect(checkVisit(visit({ lines }), context)).toEqual({});
    expect(visitInputOf(visit({ lines }), timeZone, false)?.lines).toHaveLength(1);
    expect(errorPaths(checkVisit(visit({ lines: [noLine, noLine] }), context))).toEqual(['lines']);
  });

  test('a line with words and no amount is said, as is a list price below what was received', () => {
    const lines = [
      { ...noLine, description: '机油' },
      { ...noLine, amount: '100', list: '90' },
      { ...noLine, amount: '1e3' },
    ];
    const marks = checkVisit(visit({ lines }), context);
    expect(marks['lines.0.amountFen']?.reason).toBe('amount-missing');
    expect(marks['lines.1.listFen']).toEqual({ level: 'warning', reason: 'list-lower' });
    expect(marks['lines.2.amountFen']?.reason).toBe('amount-invalid');
  });

  test('a visit for nothing is a visit: 0 is an amount', () => {
    expect(checkVisit(visit({ lines: [{ ...noLine, amount: '0' }] }), context)).toEqual({});
  });

  test('cost is sent by those who may see it, and by nobody else', () => {
    const lines = [{ ...noLine, amount: '480', cost: '300' }];
    expect(visitInputOf(visit({ lines }), timeZone, true)?.lines[0]?.costFen).toBe(30_000);
    expect(visitInputOf(visit({ lines }), timeZone, false)?.lines[0]?.costFen).toBeNull();
  });

  test('totals are exact to the fen', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000_00 }), { maxLength: 20 }), (fens) => {
        const lines = fens.map((fen) => ({
          ...noLine,
          amount: `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`,
        }));
        expect(totalsOf(lines).amountFen).toBe(fens.reduce((sum, fen) => sum + fen, 0));
      }),
    );
    expect(
      totalsOf([
        { ...noLine, amount: '80', list: '100' },
        { ...noLine, amount: '20' },
      ]),
    ).toEqual({
      amountFen: 10_000,
      listFen: 12_000,
    });
  });

  test('times as people type them', () => {
    expect(['9:30', '0930', '930', '09：30', '9点30分'.replace('点', ':')].map(timeOrNull)).toEqual(
      Array.from({ length: 5 }, () => '09:30'),
    );
    expect(['', '24:00', '9:60', 'noon'].map(timeOrNull)).toEqual([null, null, null, null]);
  });
});

describe('a vehicle while it is typed', () => {
  test('days as people type them; a date half typed is none', () => {
    expect(dayOrNull('20261121')).toBe('2026-11-21');
    expect(dayOrNull('2026年11月21日')).toBe('2026-11-21');
    for (const half of ['2', '2026', '20261', '2026112', '']) expect(dayOrNull(half), half).toBeNull();
    expect(dayOrNull('2026-02-30')).toBeNull();
  });

  test('something must name it; no plate yet is fine with a VIN', () => {
    expect(checkVehicle(emptyVehicle)['plate']?.reason).toBe('plate-or-vin');
    expect(checkVehicle({ ...emptyVehicle, vin: '1M8GDM9AXKP042788' })).toEqual({});
    expect(vehicleFactsOf({ ...emptyVehicle, plate: '未上牌', series: '轩逸' }).plate).toBeNull();
  });

  test('kilometres', () => {
    expect(kmOrNull('12,345公里')).toBe(12_345);
    expect(kmOrNull('3000001')).toBeNull();
    expect(kmOrNull('-5')).toBeNull();
  });
});
