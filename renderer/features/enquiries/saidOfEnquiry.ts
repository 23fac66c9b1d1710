import type { TFunction } from 'i18next';
import type { checkEnquiry, EnquiryPath, EnquiryProblem } from './enquiryDraft.ts';

/** Under which name the store speaks of a field of the form. */
const storePath: Readonly<Record<string, string>> = { who: 'customerId', phone: 'strangerPhone' };

/** What is said beside a field: our own check first, then what the store has against it. */
export const saidOfEnquiry = (
  path: EnquiryPath | 'vehicleId',
  problems: ReturnType<typeof checkEnquiry>,
  asked: boolean,
  refused: Readonly<Record<string, string>>,
  t: TFunction,
): string | undefined => {
  const own = path === 'vehicleId' ? undefined : problems[path];
  if (own && (asked || own === 'phone-invalid')) return wordsOf(own, t);
  return refused[path] ?? refused[storePath[path] ?? path];
};

const wordsOf = (problem: EnquiryProblem, t: TFunction): string => {
  switch (problem) {
    case 'required':
      return t('errors.field.required');
    case 'enquirer-missing':
      return t('enquiries.form.whoMissing');
    case 'phone-invalid':
      return t('customer.check.phone-invalid');
  }
};
