import { describe, expect, test } from 'vitest';
import { settingsValue } from '../../db/contract/settings.ts';
import { type DayHours, hoursOf, problemOf, weekOf } from '../../renderer/features/settings/hoursDraft.ts';
import { readWhole } from '../../renderer/lib/readWhole.ts';

const day = (opens: string, closes: string, open = true): DayHours => ({ open, opens, closes });

describe('营业时间 as typed', () => {
  test('is kept as HH:mm, however it was typed', () => {
    const week = [day('830', '17：30'), day('9:00', '1800'), ...Array<DayHours>(5).fill(day('x', 'y', false))];
    const kept = hoursOf(week);
    expect(kept?.slice(0, 3)).toEqual([{ opens: '08:30', closes: '17:30' }, { opens: '09:00', closes: '18:00' }, null]);
    expect(settingsValue.shape.openingHours.safeParse(kept).success).toBe(true);
  });

  test('a wrong day is said beside the time that is wrong, and nothing is kept', () => {
    expect(problemOf(day('25:00', '17:30'))).toEqual({ at: 'opens', problem: 'time-invalid' });
    expect(problemOf(day('08:30', ''))).toEqual({ at: 'closes', problem: 'time-invalid' });
    expect(problemOf(day('08:30', '8:30'))).toEqual({ at: 'closes', problem: 'closes-before-opening' });
    expect(problemOf(day('', '', false))).toBeNull();
    expect(hoursOf([day('08:30', '08:00')])).toBeNull();
  });

  test('a day that was closed is offered the usual hours', () => {
    expect(weekOf([null, { opens: '09:00', closes: '12:00' }])).toEqual([
      day('08:30', '17:30', false),
      day('09:00', '12:00'),
    ]);
  });
});

test('a whole number of the settings: full-width digits too, and nothing beyond its bounds', () => {
  expect(readWhole(' １２０ ', 5, 720)).toBe(120);
  expect(readWhole('0', 0, 60)).toBe(0);
  for (const text of ['', '4', '721', '12.5', '-9', '1e2', '一百', '0000000120'])
    expect(readWhole(text, 5, 720)).toBeNull();
});
