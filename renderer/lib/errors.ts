import { ORPCError } from '@orpc/client';
import type { TFunction } from 'i18next';
import type { ErrorCode, ErrorData } from '../../db/contract/errors.ts';
import { knownText } from './knownText.ts';

/** What a failed call says, or null for a failure that came from no host (network, a bug of ours). */
export const careError = (error: unknown): { readonly code: ErrorCode | string; readonly data: ErrorData } | null => {
  if (!(error instanceof ORPCError)) return null;
  const data: unknown = error.data;
  return { code: error.code, data: typeof data === 'object' && data !== null ? (data as ErrorData) : {} };
};

/** True when the host could not be reached at all. */
export const isOffline = (error: unknown): boolean =>
  error instanceof TypeError && /fetch|network|load failed/i.test(error.message);

const reasonText = (reason: string, t: TFunction, values?: ErrorData['values']): string | null =>
  knownText(`errors.reason.${reason}`, t, values) ?? knownText(`errors.field.${reason}`, t, values);

/**
 * What happened and what to do, in the reader's language: by reason, then by fields, then by code. Never a code alone.
 * `doing` says what failed where the host could not be reached: only a change has anything to lose.
 */
export const errorText = (error: unknown, t: TFunction, doing: 'change' | 'read' = 'change'): string => {
  const failure = careError(error);
  if (!failure) {
    if (!isOffline(error)) return t('errors.unexpected');
    return doing === 'read' ? t('errors.offlineRead') : t('errors.offline');
  }
  const { code, data } = failure;
  const byReason = data.reason ? reasonText(data.reason, t, data.values) : null;
  if (byReason) return byReason;
  const [first] = data.fields ?? [];
  if (first) {
    const name = fieldName(first.path, t);
    const reason = reasonText(first.reason, t, data.values) ?? t('errors.field.invalid');
    return name ? t('errors.fieldSentence', { field: name, reason }) : reason;
  }
  return knownText(`errors.code.${code}`, t) ?? t('errors.unexpected');
};

/** `phones.0.number` → 电话. */
const fieldName = (path: string, t: TFunction): string | null => {
  const parts = path.split('.').filter((part) => !/^\d+$/.test(part));
  for (const part of parts.reverse()) {
    const name = knownText(`errors.fieldName.${part}`, t);
    if (name) return name;
  }
  return null;
};

/** For a form: path → what to say beside that field. */
export const fieldErrors = (error: unknown, t: TFunction): Readonly<Record<string, string>> => {
  const data = careError(error)?.data;
  return Object.fromEntries(
    (data?.fields ?? []).map(({ path, reason }) => [
      path,
      reasonText(reason, t, data?.values) ?? t('errors.field.invalid'),
    ]),
  );
};

/** What to say of a field that was taken but may be wrong (`warnings` of a command, `problems` of an import). */
export const warningText = (reason: string, t: TFunction): string =>
  reasonText(reason, t) ?? t('errors.field.doubtful');
