import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pinyin } from '../../db/domain/personName.ts';
import { documentTokens, foldForSearch, queryTerms, type SearchFacts } from '../../db/domain/searchTokens.ts';

const facts = (name: string, more: Partial<SearchFacts> = {}): SearchFacts => ({
  name,
  pinyin: pinyin(name),
  phones: [],
  plates: [],
  vins: [],
  cards: [],
  ...more,
});

const wangXiaoming = facts('王小明', {
  phones: ['13800138000'],
  plates: ['京A3K927'],
  vins: ['LGBH1F9H5HE601147'],
  cards: ['812345678903'],
});

describe('tokens', () => {
  test('every fragment that somebody would type is the start of one', () => {
    const tokens = documentTokens(wangXiaoming).split(' ');
    expect(new Set(tokens).size).toBe(tokens.length);
    for (const fragment of [
      '王小',
      '王小明',
      '小明',
      'wxm',
      'xm',
      'wangxiaoming',
      'wangx',
      'xiaoming',
      'ming',
      '京a3k927',
      '3k927',
      '927',
      '8000',
      '0138000',
      '138001',
      'lgbh1f9h5he601147',
      '1147',
      'he601147',
      '812345678903',
      '8903',
      '3456',
    ]) {
      expect(
        tokens.some((token) => token.startsWith(fragment)),
        fragment,
      ).toBe(true);
    }
    expect(tokens).not.toContain('明');
    expect(tokens).not.toContain('000');
  });

  test('only what a tokenizer keeps together', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.string({ maxLength: 12 }), (name, plate) => {
        for (const token of documentTokens(facts(name, { plates: [plate] })).split(' '))
          expect(token).toMatch(/^[\p{L}\p{N}]*$/u);
      }),
    );
    expect(foldForSearch('买买提·艾力 Ａ-b')).toBe('买买提艾力ab');
  });
});

describe('terms', () => {
  test.each([
    ['8000', [['token', '8000']]],
    ['138 0013 8000', [['token', '13800138000']]],
    ['138-0013', [['token', '1380013']]],
    ['138 0013', [['token', '1380013']]],
    ['+86 138 0013 8000', [['token', '13800138000']]],
    ['8123 4567 8903', [['token', '812345678903']]],
    ['京A·3K927', [['token', '京a3k927']]],
    ['京A 3K927', [['token', '京a3k927']]],
    ['京a 3', [['token', '京a3']]],
    ['Ｗ', [['letter', 'w']]],
    ['wx', [['letter', 'wx']]],
    ['wxm', [['token', 'wxm']]],
    ['王', [['char', '王']]],
    ['𬭎', [['char', '𬭎']]],
    ['王 伟', [['token', '王伟']]],
    ['王 小 明', [['token', '王小明']]],
    [
      '王伟 8000',
      [
        ['token', '王伟'],
        ['token', '8000'],
      ],
    ],
    [
      '8000 927',
      [
        ['token', '8000'],
        ['token', '927'],
      ],
    ],
    [
      '王 8000',
      [
        ['char', '王'],
        ['token', '8000'],
      ],
    ],
    ['12', [['tooShort', '12']]],
    ['1', [['tooShort', '1']]],
    ['a1', [['token', 'a1']]],
    ['京a', [['token', '京a']]],
    ['·-·', []],
    ['', []],
  ])('%j', (typed, terms) => {
    expect(queryTerms(typed).terms.map(({ kind, text }) => [kind, text])).toEqual(terms);
  });

  test('never more than 6, never from beyond 64 characters, never a sign', () => {
    expect(queryTerms('aaa bbb ccc ddd eee fff ggg').terms).toHaveLength(6);
    expect(queryTerms('a'.repeat(100)).terms[0]?.text).toHaveLength(64);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 90 }), (typed) => {
        const { terms } = queryTerms(typed);
        expect(terms.length).toBeLessThanOrEqual(6);
        for (const { text } of terms) expect(text).toMatch(/^[\p{L}\p{N}]+$/u);
      }),
    );
  });
});

describe('in the index itself', () => {
  const names = ['王小明', '查丽𬭎', '尹𬭎健', '䶮㛃', '买买提·艾力', 'John Smith', '欧阳修', '𰀀𱍊'];
  const database = new Database(':memory:');
  database.exec(
    "CREATE VIRTUAL TABLE box USING fts5(tokens, content='', contentless_delete=1, detail=none, prefix='2 3 4')",
  );
  for (const [index, name] of names.entries()) {
    database
      .prepare('INSERT INTO box (rowid, tokens) VALUES (@id, @tokens)')
      .run({ id: index + 1, tokens: documentTokens(name === '王小明' ? wangXiaoming : facts(name)) });
  }
  const find = (typed: string) =>
    database
      .prepare('SELECT rowid FROM box WHERE box MATCH @match ORDER BY rowid')
      .pluck()
      .all({
        match: queryTerms(typed)
          .terms.map(({ text }) => `"${text}"*`)
          .join(' AND '),
      })
      .map((id) => names[Number(id) - 1]);

  test.each([
    ['小明', '王小明'],
    ['8000', '王小明'],
    ['3k9', '王小明'],
    ['1147', '王小明'],
    ['小明 8000', '王小明'],
    ['丽𬭎', '查丽𬭎'],
    ['𬭎健', '尹𬭎健'],
    ['䶮㛃', '䶮㛃'],
    ['𰀀𱍊', '𰀀𱍊'],
    ['提·艾', '买买提·艾力'],
    ['smith', 'John Smith'],
    ['oyx', '欧阳修'],
    ['ouyang', '欧阳修'],
  ])('%s finds %s', (typed, name) => expect(find(typed)).toEqual([name]));

  test('every fragment of every customer finds that customer', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), fc.nat(), (name, from, length) => {
        const characters = Array.from(foldForSearch(name));
        const start = from % Math.max(1, characters.length - 1);
        const fragment = characters.slice(start, start + 2 + (length % characters.length)).join('');
        if (Array.from(fragment).length >= 3 || /\P{ASCII}{2}/u.test(fragment)) expect(find(fragment)).toContain(name);
      }),
    );
  });
});
