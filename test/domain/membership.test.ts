import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths } from '../../db/domain/day.ts';
import { startingTier } from '../../db/domain/membership/startingTier.ts';
import { lastDayFrom, membershipYear, renewalWindow } from '../../db/domain/membership/validity.ts';
import { defaultSettings } from '../../db/features/settings/defaults.ts';

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1990-01-01', days));
const rules = { validMonths: 12, renewal: { fromDays: 60, lateDays: 90 } };

describe('how long a membership holds', () => {
  it.each([
    ['2025-03-10', 12, '2026-03-09'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2023-03-01', 12, '2024-02-29'],
    ['2024-03-01', 12, '2025-02-28'],
    ['2024-02-28', 12, '2025-02-27'],
    ['2023-02-28', 12, '2024-02-27'],
    ['2024-02-29', 48, '2028-02-28'],
    ['2025-01-01', 12, '2025-12-31'],
    ['2025-01-31', 1, '2025-02-28'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2025-01-15', 24, '2027-01-14'],
  ])('from %s for %i months through %s', (from, months, through) => {
    expect(lastDayFrom(from, months)).toBe(through);
  });

  it('whole years follow each other, of a 29 February and of a 1 March alike', () => {
    const years = (from: string): string[] => {
      const found = [lastDayFrom(from, 12)];
      while (found.length < 5)
        found.push(renewalWindow(found.at(-1) ?? '', rules, found.at(-1) ?? '')?.newThrough ?? '');
      return found;
    };
    expect(years('2024-02-29')).toEqual(['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29', '2029-02-28']);
    expect(years('2023-03-01')).toEqual(['2024-02-29', '2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29']);
    expect(years('2023-03-10')).toEqual(['2024-03-09', '2025-03-09', '2026-03-09', '2027-03-09', '2028-03-09']);
  });

  it('no renewal is shorter than the time from its first day, and none ends before today', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: -400, max: 400 }),
        fc.integer({ min: 0, max: 366 }),
        (through, validMonths, offset, lateDays) => {
          const today = addDays(through, offset);
          const window = renewalWindow(through, { validMonths, renewal: { fromDays: 60, lateDays } }, today);
          if (!window?.open) return;
          expect(window.newThrough > through && window.newThrough >= today).toBe(true);
          expect(window.newFrom > through).toBe(true);
          expect(window.newThrough >= addDays(addMonths(window.newFrom, validMonths), -1)).toBe(true);
        },
      ),
    );
  });

  it.each([
    ['2026-01-07', false],
    ['2026-01-08', true],
    ['2026-03-09', true],
    ['2026-03-10', true],
    ['2026-06-07', true],
    ['2026-06-08', false],
  ])('through 2026-03-09 it can be renewed on %s: %s', (today, open) => {
    const window = renewalWindow('2026-03-09', rules, today);
    expect(window).toMatchObject({ fromDay: '2026-01-08', toDay: '2026-06-07', open, newThrough: '2027-03-09' });
  });

  it('begins today where a late year would be over already, and never where there is no last day', () => {
    const monthly = { validMonths: 1, renewal: { fromDays: 0, lateDays: 366 } };
    expect(renewalWindow('2026-01-31', monthly, '2026-02-28')).toMatchObject({ newThrough: '2026-02-28' });
    expect(renewalWindow('2026-01-31', monthly, '2026-03-01')).toMatchObject({
      newFrom: '2026-03-01',
      newThrough: '2026-03-31',
    });
    expect(renewalWindow(null, rules, '2026-03-01')).toBeNull();
  });

  it('knows its year: from the joining, from each renewal, by the calendar where nothing is known', () => {
    const year = (starts: string[], day: string) => Object.values(membershipYear(starts, day)).join(' ');
    expect(year(['2024-02-29'], '2025-02-28')).toBe('2024-02-29 2025-02-28');
    expect(year(['2024-02-29'], '2025-03-01')).toBe('2025-03-01 2026-02-28');
    expect(year(['2020-05-10'], '2026-05-09')).toBe('2025-05-10 2026-05-09');
    expect(year(['2020-05-10', '2026-01-01'], '2026-05-09')).toBe('2026-01-01 2026-12-31');
    expect(year(['2020-05-10', '2027-01-01'], '2026-05-09')).toBe('2025-05-10 2026-05-09');
    expect(year([], '2026-05-09')).toBe('2026-01-01 2026-12-31');
  });
});

describe('the starting tier', () => {
  const tiers = ['silver', 'gold', 'diamond'];
  const starting = defaultSettings.membershipRules.starting.tiers;
  it.each([
    [null, 100, 'silver'],
    [1, 100, 'diamond'],
    [4, 100, 'diamond'],
    [5, 100, 'gold'],
    [20, 100, 'gold'],
    [21, 100, 'silver'],
    [100, 100, 'silver'],
    [1, 1, 'silver'],
    [1, 5, 'gold'],
    [1, 25, 'diamond'],
  ])('place %s of %i: %s', (rank, of, tier) => {
    expect(startingTier(rank, of, starting, tiers)).toBe(tier);
  });
  it('shares of a tenth of a per cent are exact', () => {
    expect(startingTier(1, 1000, [{ tier: 'gold', topPercent: 0.1 }], tiers)).toBe('gold');
    expect(startingTier(2, 1000, [{ tier: 'gold', topPercent: 0.1 }], tiers)).toBe('silver');
    expect(startingTier(3, 1000, [{ tier: 'gold', topPercent: 0.3 }], tiers)).toBe('gold');
  });
  it('of overlapping shares the highest tier, of an unknown one none', () => {
    const all = [
      { tier: 'diamond', topPercent: 10 },
      { tier: 'gold', topPercent: 10 },
      { tier: 'platinum', topPercent: 100 },
    ];
    expect(startingTier(10, 100, all, tiers)).toBe('diamond');
    expect(startingTier(11, 100, all, tiers)).toBe('silver');
  });
});
