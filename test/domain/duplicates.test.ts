import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DuplicateFacts, duplicateScore, leastScore } from '../../db/domain/duplicateScore.ts';
import { nameMatch, soundKey } from '../../db/domain/nameSound.ts';
import { pinyin } from '../../db/domain/personName.ts';

const named = (name: string) => ({ name, pinyin: pinyin(name).spaced });

describe('names that sound alike', () => {
  it.each([
    ['王伟', '王 伟', 'same'],
    ['王伟', '王维', 'sound'],
    ['陈静', '程静', 'near'],
    ['张珊', '臧珊', 'near'],
    ['刘芳', '牛芳', 'near'],
    ['胡娜', '符娜', 'near'],
    ['单晓峰', '山小锋', 'sound'],
    ['王伟', '王强', 'other'],
    ['吴敏', '伍明', 'near'],
    ['王伟', '王伟明', 'other'],
  ])('%s and %s: %s', (a, b, match) => {
    expect(nameMatch(named(a), named(b))).toBe(match);
    expect(nameMatch(named(b), named(a))).toBe(match);
  });

  it('never join syllables', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('zhang', 'shi', 'fang', 'li', 'an', 'lv', 'cheng'), { minLength: 1 }),
        (parts) => {
          const key = soundKey(parts.join(' '));
          expect(key.trim().split(' ')).toHaveLength(parts.length);
          expect(key).not.toMatch(/zh|ch|sh|ng | l| f/);
        },
      ),
    );
  });
});

const nobody: DuplicateFacts = {
  ...named('王伟'),
  kind: 'person',
  gender: null,
  residentId: null,
  birthday: null,
  address: null,
  wechat: null,
  email: null,
  phones: [],
  vehicles: [],
};
const phone = (number: string) => ({ number, kind: 'mobile' });
const born = (year: number | null, month: number, day: number) => ({
  calendar: 'solar' as const,
  year,
  month,
  day,
  leap: false,
});
const car = (state: 'active' | 'gone' | 'retired' | 'past', id = 'v1') => ({
  id,
  vin: 'VIN1',
  plate: '京A11111',
  state,
});

const judged = (a: Partial<DuplicateFacts>, b: Partial<DuplicateFacts>, related = false) => {
  const { score, why } = duplicateScore({ ...nobody, ...a }, { ...nobody, ...b }, related);
  return { listed: score >= leastScore, by: why.map((each) => each.by), score };
};

describe('how sure two files are one', () => {
  it('a like name says nothing by itself, and enough with a second match', () => {
    expect(judged({}, {})).toMatchObject({ listed: false, by: ['nameSame'] });
    expect(judged({ birthday: born(1980, 5, 6) }, { birthday: born(1980, 5, 6) }).listed).toBe(true);
    expect(judged({ birthday: born(1980, 5, 6) }, { birthday: born(null, 5, 6) }).by).toEqual([
      'nameSame',
      'birthdayPart',
    ]);
    expect(judged({ birthday: born(1980, 5, 6) }, { birthday: born(1981, 5, 6) }).listed).toBe(false);
    expect(judged({ address: '甲路 1 号' }, { address: '甲路1号' }).listed).toBe(true);
    const near = { ...named('程静'), phones: [phone('13800138000')] };
    expect(judged({ ...named('陈静'), phones: [phone('13900138000')] }, near)).toMatchObject({
      listed: true,
      by: ['nameNear', 'phoneTail'],
    });
  });

  it('one phone is enough; family, or two resident IDs, speak against it', () => {
    const one = { phones: [phone('13800138000')] };
    const other = { ...named('李娜'), ...one };
    expect(judged(one, other)).toMatchObject({ listed: true, by: ['phone', 'nameDiffers'] });
    expect(judged(one, other, true).listed).toBe(false);
    expect(
      judged({ ...one, residentId: '11010519491231002X' }, { ...one, residentId: '110105194912310038' }).listed,
    ).toBe(false);
    expect(
      judged({ residentId: '11010519491231002X' }, { ...named('李娜'), residentId: '11010519491231002X' }).listed,
    ).toBe(true);
  });

  it('a car that was sold says little, one entered twice much', () => {
    const stranger = named('李娜');
    expect(judged({ vehicles: [car('active')] }, { ...stranger, vehicles: [car('gone', 'v2')] }).listed).toBe(true);
    expect(judged({ vehicles: [car('active')] }, { ...stranger, vehicles: [car('past')] }).listed).toBe(false);
    expect(judged({ vehicles: [car('active')] }, { ...stranger, vehicles: [car('retired', 'v2')] }).listed).toBe(false);
    expect(judged({ vehicles: [car('active')] }, { vehicles: [car('past')] })).toMatchObject({
      listed: true,
      by: ['nameSame', 'vehicle'],
    });
  });
});
