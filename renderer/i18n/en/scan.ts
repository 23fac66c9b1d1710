import type { Translated } from '../translated.ts';
import type { scan as source } from '../zh-CN/scan.ts';

export const scan: Translated<typeof source> = {
  formKept: 'The form you were in is kept with all that was typed.',
  toForm: 'Back to the form',
  open: 'Open {{name}}',
  find: 'Search for it',
  new: 'New customer',
  near: 'No card, plate or VIN is exactly "{{code}}"; the nearest is {{name}}.',
  checkWrong: 'Its check digit is wrong: it may have been read in part.',
  several: '"{{code}}" belongs to several customers: choose one.',
  none: {
    right: 'Card {{code}} was read well, but this store has no such card.',
    wrong:
      'This store has no card {{code}}, and its check digit is wrong: it may have been read in part. Scan it again.',
    unknown:
      'This store has no card, plate or VIN "{{code}}". Such a number has no check digit, so nobody can tell whether it was read whole.',
    vin: 'VIN {{code}}: this store does not know this car yet.',
  },
};
