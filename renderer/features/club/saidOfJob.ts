import type { TFunction } from 'i18next';
import type { WhoProblem } from './jobWho.ts';

export type JobProblem = WhoProblem | 'required' | 'amount-wrong' | 'day-wrong' | 'vehicle-missing';

const wordsOf = (problem: JobProblem, t: TFunction): string => {
  switch (problem) {
    case 'who-missing':
      return t('club.form.whoMissing');
    case 'caller-missing':
      return t('club.form.callerMissing');
    case 'phone-invalid':
      return t('customer.check.phone-invalid');
    case 'vehicle-missing':
      return t('club.form.vehicleMissing');
    case 'amount-wrong':
      return t('club.form.amountWrong');
    case 'day-wrong':
      return t('customer.check.day-invalid');
    case 'required':
      return t('errors.field.required');
  }
};

/** Said at once; the others once saving was tried. */
const atOnce: readonly JobProblem[] = ['phone-invalid', 'amount-wrong'];

/** What is said beside a field: our own check first, then what the store has against it. */
export const saidOfJob =
  <Path extends string>(
    problems: Readonly<Partial<Record<Path, JobProblem>>>,
    asked: boolean,
    refused: Readonly<Record<string, string>>,
    t: TFunction,
  ) =>
  (path: Path, storePath: string = path): string | undefined => {
    const own = problems[path];
    if (own && (asked || atOnce.includes(own))) return wordsOf(own, t);
    return refused[storePath];
  };
