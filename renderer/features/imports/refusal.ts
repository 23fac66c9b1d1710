import type { TFunction } from 'i18next';
import type { ErrorData } from '../../../db/contract/errors.ts';
import { careError, errorText } from '../../lib/errors.ts';
import { knownText } from '../../lib/knownText.ts';

/** The sentence of a reason, null where imports have none of their own. */
export const reasonSentence = (reason: string, t: TFunction, values?: ErrorData['values']): string | null =>
  knownText(`imports.refused.${reason}`, t, values);

/** What happened and what to do. */
export const refusalText = (error: unknown, t: TFunction): string => {
  const data = careError(error)?.data;
  return (data?.reason ? reasonSentence(data.reason, t, data.values) : null) ?? errorText(error, t);
};
