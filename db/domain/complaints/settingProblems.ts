import type { FieldProblem } from '../../contract/errors.ts';
import type { ComplaintKey, Settings } from '../../contract/settings.ts';

/** What is wrong with a setting of complaints, beyond what its schema sees; paths as in the setting itself. */
type Problems = readonly FieldProblem[];

interface Named {
  readonly code: string;
  readonly name: string;
}

const repeated = <Row>(rows: readonly Row[], wrong: (index: number) => FieldProblem, keyOf: (row: Row) => string) =>
  rows.flatMap((row, index) => (rows.findIndex((other) => keyOf(other) === keyOf(row)) < index ? [wrong(index)] : []));

/** Codes are what rows name, names what people choose by: each once. */
const eachOnce = (rows: readonly Named[], at = ''): Problems => [
  ...repeated(
    rows,
    (index) => ({ path: `${at}${index}.code`, reason: 'code-twice' }),
    ({ code }) => code,
  ),
  ...repeated(
    rows,
    (index) => ({ path: `${at}${index}.name`, reason: 'name-twice' }),
    ({ name }) => name.trim(),
  ),
];

/**
 * While the store is closed only natural time goes on: a term of more working than natural time could never run out by the first.
 * And who has an answer later than a solution has no term for the answer.
 */
const terms = ({ severities }: Settings['complaintTerms']): Problems =>
  severities.flatMap(({ acknowledgeMinutes, solveMinutes }, index) => {
    const at = `severities.${index}`;
    return [
      ...(acknowledgeMinutes.working > acknowledgeMinutes.natural
        ? [{ path: `${at}.acknowledgeMinutes.working`, reason: 'working-longer' }]
        : []),
      ...(solveMinutes.working > solveMinutes.natural
        ? [{ path: `${at}.solveMinutes.working`, reason: 'working-longer' }]
        : []),
      ...(['natural', 'working'] as const).flatMap((face) =>
        acknowledgeMinutes[face] > solveMinutes[face]
          ? [{ path: `${at}.acknowledgeMinutes.${face}`, reason: 'acknowledge-longer' }]
          : [],
      ),
    ];
  });

const categories = (rows: Settings['complaintCategories']): Problems => [
  ...eachOnce(rows),
  ...rows.flatMap(({ children }, index) => eachOnce(children, `${index}.children.`)),
];

/** A notice may name the last days of the year before (元旦 from 12-31 on), none further off. */
const isOfYear = (day: string, year: number): boolean =>
  day.startsWith(`${year}-`) || day.startsWith(`${year - 1}-12-`);

const holidays = (years: Settings['holidayYears']): Problems => [
  ...repeated(
    years,
    (index) => ({ path: `${index}.year`, reason: 'year-twice' }),
    ({ year }) => String(year),
  ),
  ...years.flatMap(({ year, days }, at) => [
    ...repeated(
      days,
      (index) => ({ path: `${at}.days.${index}.day`, reason: 'day-twice' }),
      ({ day }) => day,
    ),
    ...days.flatMap(({ day }, index) =>
      isOfYear(day, year) ? [] : [{ path: `${at}.days.${index}.day`, reason: 'day-of-another-year' }],
    ),
  ]),
];

/** Named once each, and due by something. */
const planItems = ({ items }: Settings['servicePlan']): Problems => [
  ...repeated(
    items,
    (index) => ({ path: `items.${index}.name`, reason: 'name-twice' }),
    ({ name }) => name.trim(),
  ),
  ...items.flatMap(({ everyKm, everyMonths }, index) =>
    everyKm === null && everyMonths === null ? [{ path: `items.${index}.everyKm`, reason: 'interval-missing' }] : [],
  ),
];

const checks: { readonly [K in ComplaintKey]: (value: Settings[K]) => Problems } = {
  complaintTerms: terms,
  complaintCategories: categories,
  complaintDepartments: (rows) => eachOnce(rows),
  complaintCauses: (rows) => eachOnce(rows),
  holidayYears: holidays,
  enquiryTerms: () => [],
  contactRules: () => [],
  servicePlan: planItems,
  surveyTerms: () => [],
  deliveryChecklist: (rows) => eachOnce(rows),
};

export const complaintSettingProblems = <K extends ComplaintKey>(key: K, value: Settings[K]): Problems =>
  checks[key](value);

/** `product`, `product.aircon`: every code that a complaint may name. */
export const categoryCodes = (rows: Settings['complaintCategories']): ReadonlyMap<string, string> =>
  new Map(
    rows.flatMap(({ code, name, children }) => [
      [code, name] as const,
      ...children.map((child) => [`${code}.${child.code}`, `${name} · ${child.name}`] as const),
    ]),
  );
