import type { TFunction } from 'i18next';
import type { SaidOf } from './ComplaintFields.tsx';
import { type ComplaintProblem, type checkComplaint, isMissing } from './complaintDraft.ts';

/** Under which name the store speaks of a field of the form. */
const storePath: Readonly<Record<string, string>> = {
  who: 'customerId',
  phone: 'strangerPhone',
  time: 'receivedAt',
};

/** What is said beside a field: our own check first, then what the store has against it. */
export const saidOfComplaint = (
  path: Parameters<SaidOf>[0],
  problems: ReturnType<typeof checkComplaint>,
  asked: boolean,
  refused: Readonly<Record<string, string>>,
  t: TFunction,
): string | undefined => {
  const own = new Map<string, ComplaintProblem>(Object.entries(problems)).get(path);
  if (own && (asked || !isMissing(own))) return wordsOf(own, t);
  return refused[path] ?? refused[storePath[path] ?? path];
};

const wordsOf = (problem: ComplaintProblem, t: TFunction): string => {
  switch (problem) {
    case 'required':
      return t('errors.field.required');
    case 'choose':
      return t('complaints.close.choose');
    case 'complainant-missing':
      return t('complaints.form.whoMissing');
    case 'received-ahead':
      return t('complaints.form.ahead');
    case 'phone-invalid':
      return t('customer.check.phone-invalid');
    case 'day-invalid':
      return t('customer.check.day-invalid');
    case 'time-invalid':
      return t('customer.check.time-invalid');
  }
};
