import i18next, { type TFunction } from 'i18next';
import type { ErrorData } from '../../../db/contract/errors.ts';
import { careError, errorText, fieldErrors, warningText } from '../../lib/errors.ts';

/** The text of a key that only the data knows, null where these screens have none. */
const own = (key: string, t: TFunction, values?: ErrorData['values']): string | null =>
  i18next.exists(key) ? (t as unknown as (key: string, values?: object) => string)(key, values) : null;

/** Which field a refusal of the whole form is about. */
const fieldOf: Readonly<Record<string, string>> = { 'vin-known': 'vin', 'order-number-known': 'orderNo' };

/** What happened and what to do, where these screens know it better than the desk at large. */
export const refusalText = (error: unknown, t: TFunction): string => {
  const data = careError(error)?.data;
  return (data?.reason ? own(`customer.refused.${data.reason}`, t, data.values) : null) ?? errorText(error, t);
};

/** Field path → what the store says against it. */
export const refusedFields = (error: unknown, t: TFunction): Readonly<Record<string, string>> => {
  const data = careError(error)?.data;
  if (!data) return {};
  const field = data.reason ? fieldOf[data.reason] : undefined;
  const said = Object.entries(fieldErrors(error, t)).map(([path, text]) => {
    const reason = data.fields?.find((problem) => problem.path === path)?.reason;
    return [path, (reason ? own(`customer.check.${reason}`, t, data.values) : null) ?? text];
  });
  return { ...Object.fromEntries(said), ...(field ? { [field]: refusalText(error, t) } : {}) };
};

/** A warning that came with what was saved. */
export const doubtText = (reason: string, t: TFunction): string =>
  own(`customer.check.${reason}`, t) ?? warningText(reason, t);
