import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vinCheckDigit } from '../../db/domain/vin.ts';
import { parseVinList } from '../../db/domain/vinList.ts';

const good = '1M8GDM9AXKP042788';
const european = 'WP0ZZZ99ZTS392124';

describe('a VIN list', () => {
  it('gives each VIN once, with or without a good check digit', () => {
    expect(parseVinList(`${good}\n${european}\n${good.toLowerCase()}\n`)).toEqual({
      vins: [good, european],
      problems: [],
      repeated: 1,
      doubtful: 1,
    });
  });

  it('names junk line by line, as it stood, and counts lines from the top of the file', () => {
    const text = `\n\n车架号\t车型\r\n${good}\t朗逸\r\n1M8GDM9AXKP04278\r\n合计 2 台\r\n1M8GDM9AXKP0427O8\r\n`;
    expect(parseVinList(text)).toMatchObject({
      vins: [good],
      problems: [
        { line: 5, text: '1M8GDM9AXKP04278', reason: 'vin-length' },
        { line: 6, text: '合计 2 台', reason: 'vin-length' },
        { line: 7, text: '1M8GDM9AXKP0427O8', reason: 'vin-characters' },
      ],
    });
  });

  it.each([
    ['beside other columns', `1,${good},2021-03-04,京A·12345`],
    ['after a tab', `1\t${good}`],
    ['after a space', `1 ${good} 朗逸`],
    ['in groups', '1M8 GDM9AX KP042788'],
    ['in full width', '１Ｍ８ＧＤＭ９ＡＸＫＰ０４２７８８'],
    ['with an apostrophe', `'${good}`],
  ])('finds a VIN %s', (_how, line) => {
    expect(parseVinList(line).vins).toEqual([good]);
  });

  it('takes several of a line', () => {
    expect(parseVinList(`${good}、${european}`).vins).toEqual([good, european]);
  });

  it('takes a heading only as the first line', () => {
    expect(parseVinList('VIN\nVIN').problems).toEqual([{ line: 2, text: 'VIN', reason: 'vin-length' }]);
    expect(parseVinList('序号 车辆识别代号').problems).toEqual([]);
  });

  it('loses nothing of any mixture: every line is a VIN, a repetition or named', () => {
    const vin = fc
      .array(fc.constantFrom(...'ABCDEFGHJKLMNPRSTUVWXYZ0123456789'), { minLength: 17, maxLength: 17 })
      .map((characters) => {
        const text = `L${characters.slice(1).join('')}7`.slice(0, 16).concat('7');
        return text.slice(0, 8) + vinCheckDigit(text) + text.slice(9);
      });
    const junk = fc.constantFrom('abc', '京A12345', '13800138000', 'IOQIOQIOQIOQIOQIO', '——', '=1+1', '𠮷');
    fc.assert(
      fc.property(fc.array(fc.oneof(vin, junk), { maxLength: 30 }), (lines) => {
        const list = parseVinList(lines.join('\n'));
        expect(list.vins.length + list.repeated + list.problems.length).toBe(lines.length);
        for (const problem of list.problems) expect(lines[problem.line - 1]).toBe(problem.text);
        for (const found of list.vins) expect(lines).toContain(found);
        expect(list.doubtful).toBe(0);
      }),
    );
  });
});
