import i18next, { type TFunction } from 'i18next';
import type { ErrorData } from '../../../db/contract/errors.ts';
import { careError, errorText } from '../../lib/errors.ts';

/** The sentence of a reason, null where imports have none of their own. */
export const reasonSentence = (reason: string, t: TFunction, values?: ErrorData['values']): string | null => {
  const key = `imports.refused.${reason}`;
  return i18next.exists(key) ? (t as unknown as (key: string, values?: object) => string)(key, values) : null;
};

/** What happened and what to do. */
export const refusalText = (error: unknown, t: TFunction): string => {
  const data = careError(error)?.data;
  return (data?.reason ? reasonSentence(data.reason, t, data.values) : null) ?? errorText(error, t);
};
