/** One cell of a table as read: text, a number, or nothing. Real dates have already become `YYYY-MM-DD` or `YYYY-MM-DD HH:mm:ss`. */
export type Cell = string | number | null;

/** A row's cells by field; fields whose column the file lacks are absent. */
export type FieldCells<Field extends string> = Readonly<Partial<Record<Field, Cell>>>;

/**
 * What is wrong or odd with a row. `error` refuses it, `warning` takes it and says so. `column` is the field, null for the row
 * as a whole; `value` is what stood there (shortened). The sentence comes from i18n by `code`.
 */
export interface RowProblem {
  column: string | null;
  code: RowProblemCode;
  level: 'error' | 'warning';
  value?: string;
}

export const rowProblemCodes = [
  'text-invalid',
  'text-too-long',
  'cell-formula',
  'digits-lost',
  'name-missing',
  'phone-missing',
  'phone-invalid',
  'day-missing',
  'day-invalid',
  'amount-missing',
  'amount-invalid',
  'mileage-invalid',
  'gender-unknown',
  'use-unknown',
  'birthday-invalid',
  'vin-length',
  'vin-characters',
  'vin-check-digit',
  'plate-odd',
  'resident-id-length',
  'resident-id-characters',
  'resident-id-birthday',
  'resident-id-check-digit',
  'card-missing',
  'card-invalid',
  'card-repeated',
  'card-other-owner',
  'card-differs',
  'tier-unknown',
  'join-mode-unknown',
  'expiry-before-join',
  'points-invalid',
  'points-exceed',
  'order-missing',
  'vehicle-missing',
  'category-unknown',
  'order-repeated',
  'vehicle-unknown',
  'vehicle-other-owner',
  'column-missing',
] as const;
export type RowProblemCode = (typeof rowProblemCodes)[number];

/** A checked row: `row` is null where an error refuses it. Rows are plain JSON, so that they can be staged. */
export interface CheckedRow<Row> {
  row: Row | null;
  problems: RowProblem[];
}

export interface CheckContext {
  /** The store's day. */
  today: string;
  /** Fields whose cell held a formula: its result is not trusted. */
  formulas?: readonly string[];
}
