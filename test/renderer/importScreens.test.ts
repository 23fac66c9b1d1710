// @vitest-environment jsdom
import fc from 'fast-check';
import i18next from 'i18next';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { rowProblemCodes } from '../../db/domain/import/cell.ts';
import { fieldsOf } from '../../db/domain/import/fields.ts';
import type { FileRefusal } from '../../db/files/fileRefused.ts';
import { assignColumn, fieldOf, missingColumns, sameMapping } from '../../renderer/features/imports/columnMapping.ts';
import { mostBytes, refuseFile } from '../../renderer/features/imports/fileCaps.ts';
import { problemWords } from '../../renderer/features/imports/problemWords.ts';
import { importKinds } from '../../renderer/features/imports/shapes.ts';
import { refusedIn, tabsOf } from '../../renderer/features/imports/tabs.ts';
import { showLanguage, startI18n } from '../../renderer/i18n/index.ts';
import { zhCN } from '../../renderer/i18n/zh-CN/index.ts';

beforeAll(() => startI18n('zh-CN'));
afterEach(() => showLanguage('zh-CN'));

describe('a file before it is sent', () => {
  test('kinds, emptiness and size', () => {
    expect(refuseFile({ name: '客户.XLSX', size: 10 })).toBeNull();
    expect(refuseFile({ name: '客户.csv', size: mostBytes })).toBeNull();
    expect(refuseFile({ name: '客户.csv', size: mostBytes + 1 })).toBe('file-too-large');
    expect(refuseFile({ name: '客户.csv', size: 0 })).toBe('file-empty');
    expect(refuseFile({ name: '客户.pdf', size: 10 })).toBe('file-wrong-kind');
    expect(refuseFile({ name: 'csv', size: 10 })).toBe('file-wrong-kind');
  });
});

describe('columns', () => {
  test('a field has one column and a column one field, however they are moved', () => {
    const fields = fieldsOf('customers').map(({ field }) => field);
    const move = fc.tuple(fc.nat(8), fc.option(fc.constantFrom(...fields)));
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        const mapping = moves.reduce((now, [column, field]) => assignColumn(now, column, field), {});
        const columns = Object.values(mapping);
        expect(new Set(columns).size).toBe(columns.length);
        const last = moves.at(-1);
        if (last) expect(fieldOf(mapping, last[0])).toBe(last[1]);
      }),
    );
  });

  test('what must be there and is not', () => {
    const customers = fieldsOf('customers');
    expect(missingColumns('customers', customers, { name: 0 })).toEqual(['phone']);
    const orders = fieldsOf('service-orders');
    const mapping = { orderNo: 0, arrivedDay: 1, category: 2, amount: 3 };
    expect(missingColumns('service-orders', orders, mapping)).toEqual(['vinOrPlate']);
    expect(missingColumns('service-orders', orders, { ...mapping, plate: 4 })).toEqual([]);
  });

  test('the same mapping, whatever the order', () => {
    expect(sameMapping({ name: 0, phone: 1 }, { phone: 1, name: 0 })).toBe(true);
    expect(sameMapping({ name: 0 }, { name: 0, phone: 1 })).toBe(false);
    expect(sameMapping({ name: 0 }, { name: 1 })).toBe(false);
  });
});

describe('the preview', () => {
  const summary = {
    rows: 12,
    accepted: 6,
    created: 3,
    updated: 2,
    same: 1,
    warnings: 2,
    errors: 2,
    skipped: 1,
    unknown_vehicle: 2,
    repeated_order: 1,
  };

  test('tabs for what there is, and what needs mending first', () => {
    expect(tabsOf(summary).map(({ tab }) => tab)).toEqual([
      null,
      'error',
      'warning',
      'unknownVehicle',
      'repeated',
      'new',
      'changed',
      'same',
      'skipped',
    ]);
    expect(tabsOf({ ...summary, errors: 0, skipped: 0 }).map(({ tab }) => tab)).not.toContain('error');
  });

  test('every refused row stands in the error file', () => {
    expect(refusedIn(summary)).toBe(5);
    expect(refusedIn(null)).toBe(0);
  });

  test('a problem in words, in either language, with what stood in the cell', async () => {
    const problem = {
      row: 7,
      column: 'phone',
      code: 'phone-invalid',
      level: 'error',
      message: '电话号码不正确：1380013',
    } as const;
    expect(problemWords(problem, i18next.t)).toBe('手机：电话号码不正确：1380013');
    await showLanguage('en');
    expect(problemWords(problem, i18next.t)).toBe('Mobile: not a phone number: 1380013');
  });

  test('a problem that is not known yet is said as the store says it', () => {
    const problem = { row: 7, column: null, code: 'brand-new', level: 'error', message: '别的问题' } as const;
    expect(problemWords(problem, i18next.t)).toBe('别的问题');
  });
});

describe('words', () => {
  test('every problem of a row has a sentence', () => {
    expect(rowProblemCodes.filter((code) => !(code in zhCN.imports.problem))).toEqual([]);
  });

  test('every field of every kind has a name', () => {
    const fields = importKinds.flatMap((kind) => fieldsOf(kind).map(({ field }) => field));
    expect(fields.filter((field) => !(field in zhCN.imports.field))).toEqual([]);
  });

  test('every reason to refuse a file has a sentence', () => {
    // a new reason without one does not compile
    const sentences: Readonly<Record<FileRefusal, string>> = zhCN.imports.refused;
    expect(Object.values(sentences).every((sentence) => sentence.endsWith('。'))).toBe(true);
  });
});
