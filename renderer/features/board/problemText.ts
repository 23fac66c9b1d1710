import type { TFunction } from 'i18next';
import type { WhoProblem } from './whoDraft.ts';

/** What is wrong with who comes, in words beside the field. */
export const problemText = (problem: WhoProblem, t: TFunction): string => {
  switch (problem) {
    case 'who-missing':
      return t('board.come.whoMissing');
    case 'plate-missing':
      return t('board.come.plateMissing');
    case 'name-missing':
    case 'phone-missing':
    case 'phone-invalid':
    case 'vehicle-missing':
      return t(`errors.field.${problem}`);
  }
};
