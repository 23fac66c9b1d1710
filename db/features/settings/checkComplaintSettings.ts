import { CareError, type FieldProblem } from '../../contract/errors.ts';
import { type ComplaintKey, complaintKeys, type SettingKey, type Settings } from '../../contract/settings.ts';
import { categoryCodes, complaintSettingProblems } from '../../domain/complaints/settingProblems.ts';
import type { ReadDb } from '../../store/handler.ts';
import { settingsOn } from './settingsOn.ts';

type Values = { readonly [K in SettingKey]?: Settings[K] | undefined };

const problemsOf = <K extends ComplaintKey>(key: K, values: Values): readonly FieldProblem[] => {
  const value: Settings[K] | undefined = values[key];
  return value === undefined
    ? []
    : complaintSettingProblems(key, value).map(({ path, reason }) => ({ path: `values.${key}.${path}`, reason }));
};

/** Who is to hear of a breach works here. */
const unknownPeople = async (db: ReadDb, values: Values): Promise<readonly FieldProblem[]> => {
  const severities = values.complaintTerms?.severities ?? [];
  const named = severities.flatMap(({ escalateToId }) => escalateToId ?? []);
  if (named.length === 0) return [];
  const rows = await db.selectFrom('staff').select('id').where('id', 'in', named).where('active', '=', 1).execute();
  const known = new Set(rows.map(({ id }) => id));
  return severities.flatMap(({ escalateToId }, index) =>
    escalateToId === null || known.has(escalateToId)
      ? []
      : [{ path: `values.complaintTerms.severities.${index}.escalateToId`, reason: 'person-gone' }],
  );
};

const named = (rows: readonly { readonly code: string; readonly name: string }[]): ReadonlyMap<string, string> =>
  new Map(rows.map(({ code, name }) => [code, name]));

/** Codes that complaints name: what may be called by another name, and stays. */
const lists = [
  { key: 'complaintCategories', column: 'category', reason: 'category-in-use' },
  { key: 'complaintDepartments', column: 'department', reason: 'department-in-use' },
  { key: 'complaintCauses', column: 'cause', reason: 'cause-in-use' },
] as const;

type ListKey = (typeof lists)[number]['key'];

const codesOf = (key: ListKey, values: Values): ReadonlyMap<string, string> | null => {
  if (key === 'complaintCategories') return values[key] ? categoryCodes(values[key]) : null;
  return values[key] ? named(values[key]) : null;
};

/** @throws CONFLICT `category-in-use`, `department-in-use`, `cause-in-use` (values name, count) for what is taken away now */
const checkInUse = async (db: ReadDb, values: Values, fromDay: string): Promise<void> => {
  if (lists.every(({ key }) => values[key] === undefined)) return;
  const before = await settingsOn(db, fromDay);
  for (const { key, column, reason } of lists) {
    const codes = codesOf(key, values);
    if (!codes) continue;
    const lost = [...(codesOf(key, before) ?? [])].filter(([code]) => !codes.has(code));
    if (lost.length === 0) continue;
    const used = await db
      .selectFrom('complaint')
      .select((eb) => [column, eb.fn.countAll<number>().as('count')])
      .where(
        column,
        'in',
        lost.map(([code]) => code),
      )
      .where('deletedAt', 'is', null)
      .groupBy(column)
      .execute();
    const counts = new Map(used.map((row) => [row[column], row.count]));
    for (const [code, name] of lost) {
      const count = counts.get(code);
      if (count !== undefined) throw new CareError('CONFLICT', { reason, values: { name, count } });
    }
  }
};

/**
 * How complaints are dealt with can be kept as it is, and what complaints name stays.
 *
 * @throws VALIDATION with each part that cannot be kept; CONFLICT as `checkInUse`
 */
export const checkComplaintSettings = async (db: ReadDb, values: Values, fromDay: string): Promise<void> => {
  const fields = [...complaintKeys.flatMap((key) => problemsOf(key, values)), ...(await unknownPeople(db, values))];
  if (fields.length > 0) throw new CareError('VALIDATION', { fields });
  await checkInUse(db, values, fromDay);
};
