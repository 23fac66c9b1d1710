import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPastedLine } from '../../db/domain/pasteLine.ts';
import { kindOfName, nameKey, normaliseName, pinyin } from '../../db/domain/personName.ts';

describe('names', () => {
  test.each([
    [' 王　伟 ', '王伟'],
    ['买买提•艾力', '买买提·艾力'],
    ['买买提 · 艾力', '买买提·艾力'],
    ['JOHN   SMITH', 'JOHN SMITH'],
    ['ＡＢＣ公司', 'ABC公司'],
    ['王\u200b伟', '王伟'],
    ['尹𬭎健', '尹𬭎健'],
  ])('%j', (written, name) => expect(normaliseName(written)).toBe(name));

  test('normalised once is normalised', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'王伟𬭎·•・ 　aＡb\u200b'), maxLength: 20 }),
        (text) => nameKey(normaliseName(text)) === nameKey(text),
      ),
    );
  });

  test.each([
    ['王伟', 'wang wei', 'ww'],
    ['单雄信', 'shan xiong xin', 'sxx'],
    ['曾国藩', 'zeng guo fan', 'zgf'],
    ['仇磊鹏', 'qiu lei peng', 'qlp'],
    ['解晓东', 'xie xiao dong', 'xxd'],
    ['查丽𬭎', 'zha li hong', 'zlh'],
    ['尉迟恭', 'yu chi gong', 'ycg'],
    ['诸葛亮', 'zhu ge liang', 'zgl'],
    ['吕布', 'lv bu', 'lb'],
    ['John 王', 'john wang', 'jw'],
    ['买买提·艾力', 'mai mai ti ai li', 'mmtal'],
  ])('%s reads %s', (name, spaced, initials) => {
    expect(pinyin(name)).toEqual({ spaced, initials, full: spaced.replaceAll(' ', '') });
  });

  test('a company’s first character is no surname', () => {
    expect(pinyin('单县运输公司', 'company').initials).not.toBe('');
    expect(pinyin('解放汽车公司', 'company').spaced).toMatch(/^jie fang/);
  });

  test('a hundred thousand names take seconds at most', () => {
    const names = Array.from(
      { length: 20_000 },
      (_, index) =>
        `${'王李张刘陈'[index % 5]}${String.fromCharCode(0x4e00 + (index % 5000))}${'伟芳娜敏静'[index % 5]}`,
    );
    const start = performance.now();
    for (const name of names) pinyin(name);
    expect((performance.now() - start) / names.length).toBeLessThan(0.05);
  });

  test('people and organisations', () => {
    for (const name of ['杭州远航物流有限公司', '第一机床厂', '市公安局', '红星小学', '某某集团'])
      expect(kindOfName(name)).toBe('company');
    for (const name of ['王伟', '欧阳修', '司马局', '买买提·艾力']) expect(kindOfName(name)).toBe('person');
  });
});

describe('a pasted line', () => {
  test('in any order', () => {
    const parts = ['京A·12345', '138 0013 8000', '王伟'];
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
      [2, 0, 1],
    ]) {
      const line = order.map((index) => parts[index]).join(' ');
      expect(readPastedLine(line)).toEqual({ name: '王伟', phones: ['13800138000'], plate: '京A12345', rest: '' });
    }
  });

  test('with labels, commas, two phones, a VIN and an ID; the rest is kept', () => {
    expect(
      readPastedLine(
        '姓名：买买提·艾力，电话:13800138000/010-65529988,车牌 粤BD12345 VIN:1M8GDM9AXKP042788 身份证11010519491231002X 明天下午来做保养',
      ),
    ).toEqual({
      name: '买买提·艾力',
      phones: ['13800138000', '01065529988'],
      plate: '粤BD12345',
      vin: '1M8GDM9AXKP042788',
      residentId: '11010519491231002X',
      rest: '明天下午来做保养',
    });
  });

  test('nothing typed is lost and nothing throws', () => {
    expect(readPastedLine('')).toEqual({ phones: [], rest: '' });
    expect(readPastedLine('王女士 13800138000').name).toBe('王女士');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (line) => {
        expect(Array.isArray(readPastedLine(line).phones)).toBe(true);
      }),
    );
  });
});
