import type { Cell } from '../domain/import/cell.ts';
import { fieldsOf, type ImportTableKind } from '../domain/import/fields.ts';
import { plainText } from '../domain/plainText.ts';
import { columnTitles } from './columnTitles.ts';
import { FileRefused } from './fileRefused.ts';

/** Field → index of its column in the file, from 0. */
export type ColumnMapping = Record<string, number>;
/** What a person confirmed for a column title (see `columnKey`): its field, '' for none. Kept for the next file. */
export type MappingMemory = Record<string, string>;

/** Exact titles by key, once a kind. */
const exactFields = new Map<ImportTableKind, ReadonlyMap<string, string>>();
for (const [kind, fields] of Object.entries(columnTitles) as [ImportTableKind, Record<string, readonly string[]>][]) {
  const byKey = new Map<string, string>();
  for (const [field, names] of Object.entries(fields)) {
    byKey.set(columnKey(field), field);
    for (const name of names) if (!byKey.has(columnKey(name))) byKey.set(columnKey(name), field);
  }
  exactFields.set(kind, byKey);
}

/** A column title without what differs from export to export: width, case, spaces, signs, a unit in brackets. */
function columnKey(title: Cell): string {
  return plainText(String(title ?? ''))
    .toLowerCase()
    .replace(/[([【][^)\]】]*[)\]】]$/, '')
    .replace(/[\s*:：_\-—·.。'"#]/g, '');
}

/** The field that a title names exactly, if any. */
export function exactField(title: Cell, kind: ImportTableKind): string | undefined {
  const key = columnKey(title);
  return key === '' ? undefined : exactFields.get(kind)?.get(key);
}

/** The field whose longest title is part of this one: 车主手机号码 holds 手机号码. */
export function nearField(title: Cell, kind: ImportTableKind): string | undefined {
  const key = columnKey(title);
  // Our own error files' last column.
  if (key.length < 3 || key.length > 20 || /错误|原因|问题|reason|error|problem/.test(key)) return undefined;
  let best: string | undefined;
  let bestLength = 2;
  for (const [name, field] of exactFields.get(kind) ?? []) {
    const shortest = /^[a-z]/.test(name) ? 5 : 3;
    if (name.length >= shortest && name.length > bestLength && key.includes(name)) {
      best = field;
      bestLength = name.length;
    }
  }
  return best;
}

/** A second column of phones has its own field. */
const second: Readonly<Record<string, string>> = { phone: 'phone2' };

/** Which column holds which field: what a person once confirmed, then exact titles, then near ones. A column serves one field. */
export function proposeMapping(
  header: readonly Cell[],
  kind: ImportTableKind,
  remembered: MappingMemory = {},
): ColumnMapping {
  const known = new Set(fieldsOf(kind).map(({ field }) => field));
  const mapping: ColumnMapping = {};
  const used = new Set<number>();
  const place = (index: number, field: string | undefined) => {
    const free = field !== undefined && mapping[field] !== undefined ? second[field] : field;
    if (free === undefined || !known.has(free) || mapping[free] !== undefined || used.has(index)) return;
    mapping[free] = index;
    used.add(index);
  };
  for (const [index, title] of header.entries()) {
    const field = remembered[columnKey(title)];
    if (field === undefined) continue;
    place(index, field);
    used.add(index);
  }
  for (const [index, title] of header.entries()) place(index, exactField(title, kind));
  for (const [index, title] of header.entries()) place(index, nearField(title, kind));
  return mapping;
}

/** What to remember of a mapping that a person confirmed: every title of this file with its field, '' for none. */
export function rememberMapping(header: readonly Cell[], mapping: ColumnMapping): MappingMemory {
  const memory: MappingMemory = {};
  for (const title of header) if (columnKey(title) !== '') memory[columnKey(title)] = '';
  for (const [field, index] of Object.entries(mapping)) {
    const key = columnKey(header[index] ?? null);
    if (key !== '') memory[key] = field;
  }
  return memory;
}

/**
 * A mapping as an administrator writes it (`--map`): field → column title or number from 0. Unknown fields and columns are refused by
 * name (`columns-missing`).
 */
export function mappingFromMap(
  header: readonly Cell[],
  kind: ImportTableKind,
  map: Readonly<Record<string, string | number>>,
): ColumnMapping {
  const known = new Set(fieldsOf(kind).map(({ field }) => field));
  const keys = header.map(columnKey);
  const mapping: ColumnMapping = {};
  const wrong: string[] = [];
  for (const [field, column] of Object.entries(map)) {
    const index = typeof column === 'number' ? column : keys.indexOf(columnKey(column));
    if (!known.has(field) || !Number.isInteger(index) || index < 0 || index >= header.length) wrong.push(field);
    else mapping[field] = index;
  }
  if (wrong.length > 0) throw new FileRefused('columns-missing', { fields: wrong });
  return mapping;
}
