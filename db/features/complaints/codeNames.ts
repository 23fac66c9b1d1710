import type { Settings } from '../../contract/settings.ts';
import type { ReadDb } from '../../store/handler.ts';
import { defaultSettings } from '../settings/defaults.ts';

type Lists = Pick<Settings, 'complaintCategories' | 'complaintDepartments' | 'complaintCauses'>;
const keys = ['complaintCategories', 'complaintDepartments', 'complaintCauses'] as const;

/** The store's own words for the codes that complaints keep. */
export interface CodeNames {
  /** 产品 · 空调 */
  readonly category: (code: string) => string;
  /** null where there is none */
  readonly department: (code: string | null) => string | null;
  readonly cause: (code: string | null) => string | null;
  /** whether a fault of the vehicle may lie behind a category */
  readonly isDefect: (category: string) => boolean;
  /** codes whose name holds a word, whatever its case */
  readonly categoriesNamed: (word: string) => readonly string[];
  readonly departmentsNamed: (word: string) => readonly string[];
  readonly causesNamed: (word: string) => readonly string[];
}

/** Every list that ever held until a day, the shipped one first: a code that is offered no more keeps its last name. */
const listsUntil = async (db: ReadDb, day: string): Promise<readonly Partial<Lists>[]> => {
  const rows = await db
    .selectFrom('setting')
    .select(['key', 'value'])
    .where('key', 'in', keys)
    .where('fromDay', '<=', day)
    .orderBy('fromDay')
    .execute();
  return [defaultSettings, ...rows.map((row) => ({ [row.key]: JSON.parse(row.value) }) as Partial<Lists>)];
};

const named = (names: ReadonlyMap<string, string>, word: string): readonly string[] => {
  const sought = word.toLowerCase();
  return [...names].filter(([, name]) => name.toLowerCase().includes(sought)).map(([code]) => code);
};

export const codeNames = async (db: ReadDb, today: string): Promise<CodeNames> => {
  const categories = new Map<string, string>();
  const departments = new Map<string, string>();
  const causes = new Map<string, string>();
  const defects = new Map<string, boolean>();
  for (const lists of await listsUntil(db, today)) {
    for (const { code, name, defect, children } of lists.complaintCategories ?? []) {
      categories.set(code, name);
      defects.set(code, defect);
      for (const child of children) categories.set(`${code}.${child.code}`, `${name} · ${child.name}`);
    }
    for (const { code, name } of lists.complaintDepartments ?? []) departments.set(code, name);
    for (const { code, name } of lists.complaintCauses ?? []) causes.set(code, name);
  }
  return {
    category: (code) => categories.get(code) ?? code,
    department: (code) => (code === null ? null : (departments.get(code) ?? code)),
    cause: (code) => (code === null ? null : (causes.get(code) ?? code)),
    isDefect: (category) => defects.get(category.split('.')[0] ?? '') ?? false,
    categoriesNamed: (word) => named(categories, word),
    departmentsNamed: (word) => named(departments, word),
    causesNamed: (word) => named(causes, word),
  };
};
