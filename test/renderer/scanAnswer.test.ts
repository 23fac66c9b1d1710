import { describe, expect, test } from 'vitest';
import type { SearchHit } from '../../db/contract/customerViews.ts';
import { luhnDigit } from '../../db/domain/luhn.ts';
import { checkOf, scanAnswer } from '../../renderer/lib/scanAnswer.ts';

const hit = (id: string, values: Partial<SearchHit> = {}): SearchHit => ({
  id,
  kind: 'person',
  name: id,
  pinyin: '',
  phones: [],
  vehicles: [],
  cardNumber: null,
  tier: null,
  tierName: null,
  lastVisitDay: null,
  ...values,
});
const card = `88200417003${luhnDigit('88200417003')}`;
const misread = card.slice(0, -1) + ((Number(card.at(-1)) + 1) % 10);

describe('a scan is first looked up as it stands', () => {
  test('an old card without a check digit opens its customer', () => {
    const wang = hit('wang', { cardNumber: misread });
    expect(scanAnswer(misread, [wang, hit('li')])).toEqual({ kind: 'open', hit: wang });
  });

  test('letters in either case, plates with or without their dot', () => {
    const wang = hit('wang', {
      cardNumber: 'VIP-00017',
      vehicles: [{ id: 'v', plate: '京A12345', vin: null, series: null }],
    });
    expect(scanAnswer('vip-00017', [wang])).toMatchObject({ kind: 'open' });
    expect(scanAnswer('京A·12345', [wang])).toMatchObject({ kind: 'open' });
  });

  test('a number that two customers have is for a person to choose', () => {
    expect(scanAnswer(card, [hit('a', { cardNumber: card }), hit('b', { cardNumber: card })])).toEqual({
      kind: 'several',
    });
  });

  test('a beginning is only said to be near', () => {
    const wang = hit('wang', { cardNumber: card });
    expect(scanAnswer(card.slice(0, 8), [wang])).toEqual({ kind: 'near', hit: wang, check: 'unknown' });
    expect(scanAnswer(card.slice(0, 8), [wang, hit('li', { cardNumber: `${card}1` })])).toMatchObject({ kind: 'none' });
  });
});

describe('then its check digit is asked', () => {
  test('right, wrong, none', () => {
    expect(checkOf(card)).toBe('right');
    expect(checkOf(misread)).toBe('wrong');
    expect(checkOf('VIP-00017')).toBe('unknown');
    expect(checkOf('1M8GDM9AXKP042788')).toBe('vin');
    expect(scanAnswer(misread, [])).toEqual({ kind: 'none', check: 'wrong' });
  });
});
