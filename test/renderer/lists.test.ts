import type { TFunction } from 'i18next';
import { describe, expect, test } from 'vitest';
import { listFilter } from '../../db/contract/customerViews.ts';
import type { Command } from '../../renderer/app/feature.ts';
import { rankCommands } from '../../renderer/app/rankCommands.ts';
import { readFilters, readSort } from '../../renderer/features/customers/filters.ts';
import { readDays } from '../../renderer/features/settings/readDays.ts';

describe('the filters of an address', () => {
  test('are read into what the contract takes', () => {
    const filter = readFilters(new URLSearchParams('stage=loyal&awayMonths=9&q= 王 &tier=gold&birthdayMonth=12'));
    expect(filter).toEqual({ stage: 'loyal', awayMonths: 9, q: '王', tier: 'gold', birthdayMonth: 12 });
    expect(listFilter.safeParse(filter).success).toBe(true);
  });

  test('nonsense is left out, and the list still opens', () => {
    const filter = readFilters(
      new URLSearchParams('stage=best&awayMonths=-1&seenMonths=1.5&birthdayMonth=13&use=&insuranceWithinDays=x&foo=1'),
    );
    expect(filter).toEqual({});
    expect(readSort(new URLSearchParams('sort=sideways'))).toBe('recent');
  });
});

describe('reminder days as one types them', () => {
  test('with any comma, farthest first, each once', () => {
    expect(readDays('30, 90，60、30')).toEqual([90, 60, 30]);
  });

  test.each(['', '0', '367', '1.5', 'abc', '1 2 3 4 5 6 7'])('%j is refused', (text) => {
    expect(readDays(text)).toBeNull();
  });
});

describe('commands in the one box', () => {
  const command = (id: string, labelKey: string, words = ''): Command =>
    ({ id, labelKey, words, where: 'everywhere', perform: () => undefined }) as unknown as Command;
  const labels: Readonly<Record<string, string>> = { a: '新建客户', b: '设置 · 员工' };
  const t = ((key: string) => labels[key] ?? key) as unknown as TFunction;
  const commands = [command('new', 'a', 'xj xjkh xinjian'), command('staff', 'b', 'sz yg staff')];
  const found = (typed: string): readonly string[] => rankCommands(commands, typed, t).map((one) => one.command.id);

  test('are found by label, by a piece of it, and by pinyin', () => {
    expect(found('新建')).toEqual(['new']);
    expect(found('员工')).toEqual(['staff']);
    expect(found('xjk')).toEqual(['new']);
    expect(found('staff')).toEqual(['staff']);
  });

  test('a single letter names no command: it is the beginning of a name', () => {
    expect(found('x')).toEqual([]);
  });

  test('nothing typed shows all', () => {
    expect(found('')).toEqual(['new', 'staff']);
  });
});
