import type { Asked, api } from '../../lib/api.ts';

export type ListFilter = NonNullable<Asked<typeof api.customers.list>['filter']>;
export type ListSort = 'recent' | 'name' | 'lastVisit' | 'insurance';
export const sorts: readonly ListSort[] = ['recent', 'name', 'lastVisit', 'insurance'];

const kinds = ['person', 'company'] as const;
const stages = ['prospect', 'current', 'satisfied', 'loyal'] as const;
const uses = ['private', 'official', 'taxi', 'rideHailing'] as const;

/** Choices of the filters that have a fixed set; the others take theirs from the store (`customers.facets`, its tiers). */
export const fixedChoices = {
  kind: kinds,
  stage: stages,
  use: uses,
  awayMonths: ['6', '9', '12', '18', '24'],
  seenMonths: ['1', '3', '6', '12'],
  insuranceWithinDays: ['30', '60', '90'],
  inspectionWithinDays: ['30', '60', '90'],
  birthdayMonth: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'],
} as const;

export const filterFields = [
  'tier',
  'stage',
  'tag',
  'adviserId',
  'series',
  'use',
  'awayMonths',
  'seenMonths',
  'insuranceWithinDays',
  'inspectionWithinDays',
  'birthdayMonth',
  'kind',
] as const;
export type FilterField = (typeof filterFields)[number];

/** The filters of an address, `/customers?tier=gold&awayMonths=9`: what is not understood is left out. */
export const readFilters = (values: URLSearchParams): ListFilter => {
  const text = (name: string): string | undefined => values.get(name)?.trim() || undefined;
  const count = (name: string, most: number): number | undefined => {
    const value = Number(values.get(name));
    return Number.isInteger(value) && value > 0 && value <= most ? value : undefined;
  };
  const one = <T extends string>(name: string, choices: readonly T[]): T | undefined =>
    choices.find((choice) => choice === values.get(name));
  return withoutUndefined({
    q: text('q')?.slice(0, 64),
    kind: one('kind', kinds),
    stage: one('stage', stages),
    use: one('use', uses),
    tag: text('tag'),
    adviserId: text('adviserId'),
    series: text('series'),
    tier: text('tier'),
    awayMonths: count('awayMonths', 120),
    seenMonths: count('seenMonths', 120),
    insuranceWithinDays: count('insuranceWithinDays', 366),
    inspectionWithinDays: count('inspectionWithinDays', 366),
    birthdayMonth: count('birthdayMonth', 12),
  });
};

export const readSort = (values: URLSearchParams): ListSort =>
  sorts.find((sort) => sort === values.get('sort')) ?? 'recent';

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const withoutUndefined = <T extends object>(values: T): Defined<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;

const fieldsOf = (filter: ListFilter): readonly (readonly [string, string])[] =>
  Object.entries(filter)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, String(value)] as const)
    .sort(([a], [b]) => a.localeCompare(b));

/** The address that shows these filters. */
export const addressOf = (filter: ListFilter, sort: ListSort): string => {
  const values = new URLSearchParams(fieldsOf(filter).map(([name, value]) => [name, value]));
  if (sort !== 'recent') values.set('sort', sort);
  const text = values.toString();
  return text ? `/customers?${text}` : '/customers';
};

export const sameFilter = (a: ListFilter, b: ListFilter): boolean =>
  JSON.stringify(fieldsOf(a)) === JSON.stringify(fieldsOf(b));
