import type { ImportKind, ImportState, Mapping } from './shapes.ts';

/** The field that a column goes to, null where it is left out. */
export const fieldOf = (mapping: Mapping, column: number): string | null =>
  Object.entries(mapping).find(([, index]) => index === column)?.[0] ?? null;

/** Sends a column to a field (null: nowhere). A field has one column and a column one field: what was there before yields. */
export const assignColumn = (mapping: Mapping, column: number, field: string | null): Mapping => ({
  ...Object.fromEntries(Object.entries(mapping).filter(([other, index]) => index !== column && other !== field)),
  ...(field === null ? {} : { [field]: column }),
});

/** Fields that must have a column and have none. `vinOrPlate` stands for the one of two that an order needs. */
export const missingColumns = (
  kind: ImportKind,
  fields: ImportState['fields'],
  mapping: Mapping,
): readonly string[] => {
  const missing = fields
    .filter(({ field, required }) => required && mapping[field] === undefined)
    .map(({ field }) => field);
  const orderWithoutCar = kind === 'service-orders' && mapping['vin'] === undefined && mapping['plate'] === undefined;
  return orderWithoutCar ? [...missing.filter((field) => field !== 'vin'), 'vinOrPlate'] : missing;
};

export const sameMapping = (a: Mapping, b: Mapping): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([field, column]) => b[field] === column);
