import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContactHours, suitsAt, suitsOn } from '../../db/domain/tasks/contactHours.ts';

// 2026-11-20 is a Friday, 21 a Saturday, 22 a Sunday
const friday = '2026-11-20';
const saturday = '2026-11-21';
const sunday = '2026-11-22';
const isWorkday = (day: string): boolean => day !== saturday && day !== sunday;

const minute = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const suits = (text: string, day: string, time: string): boolean =>
  suitsAt(readContactHours(text), day, minute(time), isWorkday);

/** What a customer says, days and times that suit, and those that do not. */
const said: readonly (readonly [text: string, yes: readonly string[], no: readonly string[]])[] = [
  ['工作日晚上 7 点后', ['20 19:00', '20 20:30'], ['20 18:30', '21 19:30']],
  ['周末', ['21 09:00', '22 20:00'], ['20 09:00']],
  ['午休 12 点到 1 点', ['20 12:00', '22 12:59'], ['20 11:40', '20 13:00']],
  ['上午', ['20 09:00', '20 11:59'], ['20 12:00', '20 19:00']],
  ['工作日 18:00 后', ['20 18:00'], ['20 17:59', '22 18:30']],
  ['周六 9:00-11:30', ['21 09:00', '21 11:29'], ['21 11:30', '22 10:00']],
  ['18点后', ['20 18:00', '22 21:00'], ['20 17:00']],
  ['下午3点以后', ['20 15:00', '20 19:00'], ['20 14:59', '20 10:00']],
  ['下班后', ['20 18:30'], ['20 17:00']],
  ['中午', ['20 12:30'], ['20 10:00', '20 14:30']],
  ['周一至周五 9:00-17:00', ['20 09:00'], ['20 17:00', '21 10:00']],
  ['星期六、日下午', ['21 15:00', '22 15:00'], ['20 15:00', '21 10:00']],
  ['周末上午，工作日晚上八点以后', ['21 10:00', '20 20:30'], ['21 15:00', '20 19:30', '20 10:00']],
  ['上午不方便', ['20 14:00', '21 20:00'], ['20 10:00']],
  ['周末勿打', ['20 10:00'], ['21 10:00', '22 10:00']],
  ['上午或晚上', ['20 10:00', '20 19:00'], ['20 15:00']],
  ['早上九点半到十一点', ['20 09:30', '20 10:59'], ['20 09:00', '20 11:00']],
  ['10 点前', ['20 09:00'], ['20 10:00']],
  ['下午２点到４点', ['20 14:00', '20 15:59'], ['20 16:00', '20 13:00']],
  ['周三、周五', ['20 10:00'], ['21 10:00']],
  ['非工作日', ['21 10:00'], ['20 10:00']],
  ['晚上8点左右', ['20 19:30', '20 20:30'], ['20 18:00', '20 21:30']],
];

describe('a customer’s words for convenient hours', () => {
  it.each(said)('%s', (text, yes, no) => {
    for (const [list, expected] of [
      [yes, true],
      [no, false],
    ] as const) {
      for (const each of list) {
        const [date = '', time = ''] = each.split(' ');
        expect([each, suits(text, `2026-11-${date}`, time)]).toEqual([each, expected]);
      }
    }
  });

  it('that cannot be read suit always', () => {
    for (const text of ['请先发短信', '', '看情况', '都行', 'any time', '不限']) {
      expect([text, readContactHours(text)]).toEqual([text, null]);
    }
    expect(suits('随时', saturday, '03:00')).toBe(true);
    expect(suitsAt(null, friday, 0, isWorkday)).toBe(true);
  });

  it('say whether a day suits at all', () => {
    const on = (text: string, day: string): boolean => suitsOn(readContactHours(text), day, isWorkday);
    expect([on('周末', friday), on('周末', saturday)]).toEqual([false, true]);
    expect([on('工作日晚上', sunday), on('工作日晚上', friday)]).toEqual([false, true]);
    expect(on('上午不方便', friday)).toBe(true);
    expect(on('周六 9:00-11:30', saturday)).toBe(true);
  });

  it('never fail, and a day suits exactly where one of its minutes does', () => {
    const word = fc.constantFrom(
      ...[
        '工作日',
        '周末',
        '周六',
        '周一至周五',
        '上午',
        '下午',
        '晚上',
        '中午',
        '9点',
        '18:00',
        '十二点半',
        '后',
        '以前',
        '到',
        '-',
        '，',
        '不',
        '和',
      ],
    );
    const text = fc.oneof(
      fc.string({ maxLength: 20, unit: 'grapheme' }),
      fc.array(word, { maxLength: 8 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(friday, saturday, sunday), (words, day) => {
        const wish = readContactHours(words);
        const any = Array.from({ length: 24 * 60 }, (_, at) => at).some((at) => suitsAt(wish, day, at, isWorkday));
        expect(suitsOn(wish, day, isWorkday)).toBe(any);
      }),
      { numRuns: 300 },
    );
  });
});
