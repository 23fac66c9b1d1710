// @vitest-environment jsdom
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { showLanguage, startI18n } from '../../renderer/i18n/index.ts';
import {
  cardNumber,
  day,
  dayOf,
  dayShort,
  daysAgo,
  daysBetween,
  daysLeft,
  km,
  momentOf,
  money,
  moneyShort,
  number,
  phone,
  plate,
  timeOf,
  vinShort,
} from '../../renderer/lib/formats.ts';

beforeAll(() => startI18n('zh-CN'));
afterEach(() => showLanguage('zh-CN'));

describe('figures as the desk shows them', () => {
  test('money from fen', () => {
    expect(money(123450)).toBe('¥1,234.50');
    expect(money(0)).toBe('¥0.00');
    expect(money(5)).toBe('¥0.05');
    expect(money(-123450)).toBe('−¥1,234.50');
    expect(money(100_000_000_00)).toBe('¥100,000,000.00');
    expect(moneyShort(123450)).toBe('¥1,235');
  });

  test('numbers and kilometres', () => {
    expect(number(999)).toBe('999');
    expect(number(1234567)).toBe('1,234,567');
    expect(km(58204)).toBe('58,204 km');
  });

  test('days with their weekday, in both languages', async () => {
    expect(day('2026-11-21')).toBe('2026-11-21 (周六)');
    expect(dayShort('2026-11-21', '2026-01-02')).toBe('11-21');
    expect(dayShort('2027-03-14', '2026-01-02')).toBe('2027-03-14');
    await showLanguage('en');
    expect(day('2026-11-21')).toBe('2026-11-21 (Sat)');
  });

  test('days between, over a leap day and a change of clocks', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2);
    expect(daysBetween('2026-11-21', '2026-11-20')).toBe(-1);
  });

  test('how far off, how long ago', async () => {
    expect(daysLeft(12)).toBe('还有 12 天');
    expect(daysLeft(0)).toBe('今天');
    expect(daysLeft(-3)).toBe('已过 3 天');
    expect(daysAgo(5)).toBe('5 天前');
    expect(daysAgo(100)).toBe('3 个月前');
    expect(daysAgo(800)).toBe('2 年前');
    await showLanguage('en');
    expect(daysLeft(12)).toBe('in 12 days');
    expect(daysLeft(-1)).toBe('1 day overdue');
  });

  test('phones, plates, VINs and cards in groups', () => {
    expect(phone('13800138000')).toBe('138 0013 8000');
    expect(phone('138****8000')).toBe('138****8000');
    expect(phone('010-62345678')).toBe('010-62345678');
    expect(plate('京A3K927')).toBe('京A·3K927');
    expect(plate('京AD80516')).toBe('京A·D80516');
    expect(plate('粤Z1234港')).toBe('粤Z·1234港');
    expect(plate('WJ01234')).toBe('WJ01234');
    expect(vinShort('LGBH12E01MY704182')).toBe('LGBH1…704182');
    expect(cardNumber('882004170036')).toBe('8820 0417 0036');
    expect(cardNumber('VIP-7')).toBe('VIP-7');
  });

  test('instants on the store’s clock, wherever the desk stands', () => {
    const at = Date.UTC(2026, 10, 20, 16, 5);
    expect(dayOf(at, 'Asia/Shanghai')).toBe('2026-11-21');
    expect(timeOf(at, 'Asia/Shanghai')).toBe('00:05');
    expect(momentOf(at, 'America/New_York')).toBe('2026-11-20 11:05');
  });
});
