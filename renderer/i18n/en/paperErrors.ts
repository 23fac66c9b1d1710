import type { Translated } from '../translated.ts';
import type { paperErrors as source } from '../zh-CN/paperErrors.ts';

export const paperErrors = {
  reason: {
    'row-not-found': 'There is no such row.',
    'row-not-unused': 'This row is not marked as unused.',
    'row-code-given-out':
      'This code was printed on another sheet since. If something is written here, enter it by hand.',
    'booking-decided':
      'This booking came or was cancelled meanwhile. If they did come, enter the visit on their page and mark this row as unused.',
    'visit-that-day': 'This car has a visit that day already. Mark this row as unused.',
  },
  field: {
    'paper-empty': 'Nothing to print: say how many empty rows',
    'row-of-other-paper': 'This code is of another kind of sheet',
  },
  fieldName: {
    code: 'Row code',
    paperCode: 'Row code',
    blanks: 'Empty rows',
    at: 'Time',
  },
} satisfies Translated<typeof source>;
