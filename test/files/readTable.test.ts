import { CFB, utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../db/domain/import/cell.ts';
import { readTable } from '../../db/files/readTable.ts';
import { collect } from './collect.ts';
import { inline, inlineRow, makeZip, sheetXml, workbookParts, xlsxOf } from './xlsxFixture.ts';

async function rowsOf(bytes: Uint8Array, sheet?: string): Promise<Cell[][]> {
  const rows: Cell[][] = [];
  for await (const row of (await readTable(bytes, sheet === undefined ? {} : { sheet })).rows()) rows.push(row.cells);
  return rows;
}

describe('.xlsx', () => {
  test('numbers, dates, zeros, text of every form', async () => {
    const shared =
      '<sst><si><t>共享</t></si><si><r><t>富</t></r><r><t xml:space="preserve"> 文本</t></r><rPh><t>fu</t></rPh></si><si/></sst>';
    const row = `<row r="1"><c r="A1"><v>17675854917</v></c><c r="B1" s="1"><v>45715</v></c><c r="C1" s="2"><v>123</v></c>
<c r="D1" s="3"><v>45715.75</v></c><c r="E1" t="s"><v>0</v></c><c r="F1" t="s"><v>1</v></c><c r="G1" t="b"><v>1</v></c>
<c r="H1" t="e"><v>#REF!</v></c><c r="J1" t="str"><f>A1&amp;"x"</f><v>a&lt;b&#x1F600;</v></c><c r="K1"><v>1.3800138E10</v></c></row>`;
    const table = await readTable(makeZip(workbookParts([{ name: '会员资料', xml: sheetXml(row) }], shared)));
    expect(table).toMatchObject({ format: 'xlsx', sheet: '会员资料', rowCount: 1 });
    const rows = await collect(table.rows());
    expect(rows).toEqual([
      {
        number: 1,
        cells: [
          17675854917,
          '2025-02-27',
          '00000123',
          '2025-02-27 18:00:00',
          '共享',
          '富 文本',
          'TRUE',
          '#REF!',
          null,
          'a<b😀',
          13800138000,
        ],
        formulas: [9],
      },
    ]);
    expect(await collect(table.rows())).toEqual(rows);
  });

  test('tags with a prefix, rows without numbers, blank rows between but not behind', async () => {
    const xml = `<x:worksheet xmlns:x="y"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row>
<x:row r="4"><x:c r="B4"><x:v>2</x:v></x:c></x:row><x:row r="5"/><x:row r="6"><x:c r="A6" s="1"/></x:row></x:sheetData></x:worksheet>`;
    expect(await rowsOf(makeZip(workbookParts([{ xml }])))).toEqual([['a'], [], [], [null, 2]]);
  });

  test('merged cells give their value to the rows below, not to the columns beside', async () => {
    const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>王伟</t></is></c><c r="B1" t="inlineStr"><is><t>注</t></is></c><c r="C1"/></row>
<row r="2"><c r="A2"/><c r="C2"><v>5</v></c></row><row r="3"><c r="A3" t="inlineStr"><is><t>李娜</t></is></c></row>`;
    const tail = '<mergeCells count="2"><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/></mergeCells>';
    expect(await rowsOf(xlsxOf(rows, tail))).toEqual([['王伟', '注'], ['王伟', null, 5], ['李娜']]);
  });

  test('the first visible sheet that holds anything; another by name', async () => {
    const book = makeZip(
      workbookParts([
        { name: '旧', xml: sheetXml(inlineRow('旧')), state: 'hidden' },
        { name: '空', xml: sheetXml('') },
        { name: '数据', xml: sheetXml(inlineRow('数据')) },
      ]),
    );
    expect(await rowsOf(book)).toEqual([['数据']]);
    expect(await rowsOf(book, '旧')).toEqual([['旧']]);
  });

  test('a stray cell far below does not make a million rows', async () => {
    const rows = await rowsOf(xlsxOf(`${inlineRow('a')}<row r="1048576">${inline('z')}</row>`));
    expect(rows).toEqual([['a'], ['z']]);
  });
});

describe('.xls', () => {
  test('of Excel 97–2003, with dates and large numbers', async () => {
    const sheet = utils.aoa_to_sheet([
      ['姓名', '手机', '日期'],
      ['王伟', 13800138000, 45715],
      ['', '', ''],
      ['李娜', '13900139000', '2025/2/3'],
    ]);
    const cell = sheet['C2'] as { z?: string };
    cell.z = 'yyyy-mm-dd';
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, '客户');
    const bytes: Uint8Array = write(book, { type: 'buffer', bookType: 'biff8' });
    const table = await readTable(bytes);
    expect(table).toMatchObject({ format: 'xls', sheet: '客户' });
    const rows = await collect(table.rows());
    expect(rows.map(({ cells }) => cells.map((value) => value || null))).toEqual([
      ['姓名', '手机', '日期'],
      ['王伟', 13800138000, '2025-02-27'],
      [],
      ['李娜', '13900139000', '2025/2/3'],
    ]);
  });
});

describe('.xls as its own records tell it', () => {
  const bookOf = (
    rows: unknown[][],
    change: (sheet: Record<string, { z?: string; f?: string }>) => void = () => undefined,
  ) => {
    const sheet = utils.aoa_to_sheet(rows);
    change(sheet as Record<string, { z?: string; f?: string }>);
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, '表');
    return book;
  };

  test.each([
    ['biff8', true],
    ['biff8', false],
  ] as const)('%s, shared strings %j: thousands of strings of both widths', async (bookType, bookSST) => {
    const rows = Array.from({ length: 3000 }, (_, index) => [
      `车主${index}`,
      `note ${index}`,
      `𬭎${'长'.repeat(index % 50)}`,
      index,
      index / 4,
      -index * 1000.01,
    ]);
    const bytes: Uint8Array = write(bookOf(rows), { type: 'buffer', bookType, bookSST });
    expect(
      (await rowsOf(bytes)).map((cells) =>
        cells.map((cell) => (typeof cell === 'number' ? Math.round(cell * 100) : cell)),
      ),
    ).toEqual(rows.map((cells) => cells.map((cell) => (typeof cell === 'number' ? Math.round(cell * 100) : cell))));
  });

  test('leading zeros, merged cells, Excel 5', async () => {
    const book = bookOf(
      [
        ['A', 5],
        [null, true],
      ],
      (sheet) => {
        Object.assign(sheet['B1'] ?? {}, { z: '00000000' });
        Object.assign(sheet, { '!merges': [{ s: { r: 0, c: 0 }, e: { r: 1, c: 0 } }] });
      },
    );
    expect(await rowsOf(write(book, { type: 'buffer', bookType: 'biff8' }))).toEqual([
      ['A', '00000005'],
      ['A', 'TRUE'],
    ]);
    expect(
      await rowsOf(
        write(
          bookOf([
            ['name', 1.5],
            [2, 'x'],
          ]),
          { type: 'buffer', bookType: 'biff5' },
        ),
      ),
    ).toEqual([
      ['name', 1.5],
      [2, 'x'],
    ]);
  });

  const record = (type: number, ...parts: (Buffer | number[])[]) => {
    const data = Buffer.concat(parts.map((part) => Buffer.from(part)));
    const head = Buffer.alloc(4);
    head.writeUInt16LE(type, 0);
    head.writeUInt16LE(data.length, 2);
    return Buffer.concat([head, data]);
  };
  const wide = (text: string) => Buffer.from(text, 'utf16le');
  const workbookOf = (globals: Buffer[], cells: Buffer[]) => {
    const begin = record(0x0809, [0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    const end = record(0x000a);
    const before = Buffer.concat([begin, ...globals]);
    const at = Buffer.alloc(4);
    const sheet = (offset: number) => {
      at.writeUInt32LE(offset);
      return record(0x0085, at, [0, 0, 1, 1], wide('表'));
    };
    const offset = before.length + sheet(0).length + end.length;
    const file = CFB.utils.cfb_new();
    const stream = Buffer.concat([before, sheet(offset), end, begin, ...cells, end]);
    CFB.utils.cfb_add(file, '/Workbook', Buffer.concat([stream, Buffer.alloc(5000)]));
    return CFB.write(file, { type: 'buffer' }) as Buffer;
  };

  test('formulas: their last value, and that they are formulas', async () => {
    const number = Buffer.alloc(8);
    number.writeDoubleLE(13800138000);
    const book = workbookOf(
      [],
      [
        record(0x0006, [0, 0, 0, 0, 0, 0], number, [0, 0, 0, 0, 0, 0]),
        record(0x0006, [0, 0, 1, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0xff, 0xff], [0, 0, 0, 0, 0, 0]),
        record(0x0207, [2, 0, 1], wide('王伟')),
        record(0x0006, [0, 0, 2, 0, 0, 0], [2, 0, 23, 0, 0, 0, 0xff, 0xff], [0, 0, 0, 0, 0, 0]),
        record(0x0205, [0, 0, 3, 0, 0, 0, 1, 0]),
      ],
    );
    expect(await collect((await readTable(book)).rows())).toEqual([
      { number: 1, cells: [13800138000, '王伟', '#REF!', 'TRUE'], formulas: [0, 1, 2] },
    ]);
  });

  test('a shared string that goes on in the next record with letters of another width', async () => {
    const strings = [
      record(0x00fc, [2, 0, 0, 0, 2, 0, 0, 0], [5, 0, 0], Buffer.from('abc')),
      record(0x003c, [1], wide('王伟'), [2, 0, 8, 1, 0], Buffer.from('xy'), [0, 0]),
      record(0x003c, [0, 0]),
    ];
    const cells = [0, 1].map((index) => record(0x00fd, [0, 0, index, 0, 0, 0, index, 0, 0, 0]));
    expect(await rowsOf(workbookOf(strings, cells))).toEqual([['abc王伟', 'xy']]);
  });

  test('one with a password says so, a lying count of strings is no loop', async () => {
    await expect(readTable(workbookOf([record(0x002f, [0, 0])], []))).rejects.toThrow('file-password');
    await expect(readTable(workbookOf([record(0x00fc, [0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff])], []))).rejects.toThrow(
      'file-truncated',
    );
  });
});

describe('text', () => {
  const lines = '姓名,手机,备注\r\n王伟,13800138000,"多行\n备注, ""引号"""\r\n尹𬭎健,13900139000,\r\n';
  const utf16 = (text: string, big: boolean) => {
    const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
    return big ? bytes.swap16() : bytes;
  };
  // GB18030 of the lines above: 𬭎 is one of its four-byte characters.
  const gb = Buffer.concat([
    Buffer.from(
      'D0D5C3FB2CCAD6BBFA2CB1B8D7A20D0ACDF5CEB02C31333830303133383030302C22B6E0D0D00AB1B8D7A22C202222D2FDBAC5222222',
      'hex',
    ),
    Buffer.from('0D0AD2FC', 'hex'),
    Buffer.from('9933a932', 'hex'),
    Buffer.from('BDA12C31333930303133393030302C0D0A', 'hex'),
  ]);

  test.each([
    ['UTF-8', Buffer.from(lines), 'utf-8'],
    ['UTF-8 with BOM', Buffer.from(`\uFEFF${lines}`), 'utf-8'],
    ['UTF-16 LE', utf16(lines, false), 'utf-16le'],
    ['UTF-16 BE', utf16(lines, true), 'utf-16be'],
  ])('%s', async (_, bytes, encoding) => {
    const table = await readTable(bytes);
    expect(table).toMatchObject({ format: 'csv', encoding, delimiter: ',', rowCount: 3 });
    expect((await collect(table.rows())).map(({ cells }) => cells)).toEqual([
      ['姓名', '手机', '备注'],
      ['王伟', '13800138000', '多行\n备注, "引号"'],
      ['尹𬭎健', '13900139000', ''],
    ]);
  });

  test('GB18030, four-byte characters too', async () => {
    const table = await readTable(gb);
    expect(table.encoding).toBe('gb18030');
    const rows = await rowsOf(gb);
    expect(rows[1]).toEqual(['王伟', '13800138000', '多行\n备注, "引号"']);
    expect(rows[2]?.[0]).toBe('尹𬭎健');
  });

  test.each([',', ';', '\t', '|'])('delimiter %j', async (delimiter) => {
    const text = `客户资料\n姓名${delimiter}手机${delimiter}金额\n王伟${delimiter}13800138000${delimiter}"1,234.50;|"\n`;
    expect((await rowsOf(Buffer.from(text)))[2]).toEqual(['王伟', '13800138000', '1,234.50;|']);
  });

  test('stray quotes, short and long lines, text forced by a formula, our own apostrophe', async () => {
    const text = 'a,b,c\n5" 屏,x\n"q",y,z,more\n="0013",=1+1,\'=cmd|\' /C calc\'!A0\n';
    expect(await rowsOf(Buffer.from(text))).toEqual([
      ['a', 'b', 'c'],
      ['5" 屏', 'x'],
      ['q', 'y', 'z', 'more'],
      ['0013', '=1+1', "=cmd|' /C calc'!A0"],
    ]);
  });

  test('rows are numbered as a spreadsheet program shows them', async () => {
    const rows = await collect((await readTable(Buffer.from('a,b\n"x\ny",1\n\n,\nz,2\n\n\n'))).rows());
    expect(rows.map(({ number, cells }) => [number, cells[0]])).toEqual([
      [1, 'a'],
      [2, 'x\ny'],
      [3, ''],
      [4, ''],
      [5, 'z'],
    ]);
  });

  test('a name cut in half by a database spoils its cell, not the file', async () => {
    const half = Buffer.concat([gb.subarray(0, 16), Buffer.from('CDF5CE2C310D0A', 'hex'), gb.subarray(16)]);
    const many = Buffer.concat([half, gb.subarray(16), gb.subarray(16), gb.subarray(16)]);
    expect((await rowsOf(many)).filter((cells) => cells.some((cell) => String(cell).includes('\uFFFD')))).toHaveLength(
      1,
    );
  });
});
