import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { Cell } from '../../db/domain/import/cell.ts';
import { arm, disarm } from '../../db/files/formulaGuard.ts';
import { readTable } from '../../db/files/readTable.ts';
import { writeTable } from '../../db/files/writeTable.ts';
import { collect } from './collect.ts';

const folder = mkdtempSync(join(tmpdir(), 'caredesk-written-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string) => join(folder, name);

describe('disarmed text', () => {
  test('never begins with what a spreadsheet runs, and comes back as it was', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.tuple(fc.constantFrom('=', '+', '-', '@', "'", "'=", '\t', '\r'), fc.string()).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (value) => {
        expect(disarm(value)).not.toMatch(/^[=+\-@\t\r]/);
        expect(arm(disarm(value))).toBe(value);
      }),
    );
  });
});

describe('tables', () => {
  const rows: Cell[][] = [
    ['王伟', 13800138000, "=cmd|' /C calc'!A0"],
    ['尹𬭎健', null, '多行\n"备注", ;'],
    ['+86 138', 1234.5, ' 空格 '],
  ];

  test.each(['csv', 'xlsx'] as const)('%s is read back as written', async (format) => {
    const file = path(`table.${format}`);
    await writeTable(file, format, { sheet: '客户', header: ['姓名', '手机', '备注'], rows });
    const read = await collect((await readTable(file)).rows());
    const plain = (cell: Cell | undefined) => arm(String(cell ?? ''));
    expect(read.slice(1).map(({ cells }) => [0, 1, 2].map((index) => plain(cells[index])))).toEqual(
      rows.map((cells) => cells.map((cell) => String(cell ?? ''))),
    );
    expect(read.every(({ formulas }) => formulas.length === 0)).toBe(true);
  });

  test('a CSV tells Excel that it is UTF-8', async () => {
    await writeTable(path('bom.csv'), 'csv', { header: ['姓名'], rows: [] });
    expect(readFileSync(path('bom.csv'))).toEqual(Buffer.from('\uFEFF姓名\r\n'));
  });

  test('a write that fails leaves no promise hanging', async () => {
    await expect(writeTable(join(folder, 'no/such/folder.csv'), 'csv', { header: ['a'], rows: [] })).rejects.toThrow();
  });
});
