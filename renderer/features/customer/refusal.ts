import type { TFunction } from 'i18next';
import { careError, errorText, fieldErrors } from '../../lib/errors.ts';
import { knownText } from '../../lib/knownText.ts';

/** Refusals of a whole form that are about one field, and that can name what stands in the way. */
const fieldOf: Readonly<Record<string, string>> = { 'vin-known': 'vin', 'order-number-known': 'orderNo' };

/** What happened and what to do, where these screens know it better than the desk at large. */
export const refusalText = (error: unknown, t: TFunction): string => {
  const data = careError(error)?.data;
  return (data?.reason ? knownText(`customer.refused.${data.reason}`, t, data.values) : null) ?? errorText(error, t);
};

/** Field path → what the store says against it. */
export const refusedFields = (error: unknown, t: TFunction): Readonly<Record<string, string>> => {
  const field = fieldOf[careError(error)?.data.reason ?? ''];
  return field ? { [field]: refusalText(error, t) } : fieldErrors(error, t);
};
