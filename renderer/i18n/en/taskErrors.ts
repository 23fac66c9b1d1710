import type { taskErrors as source } from '../zh-CN/taskErrors.ts';

export const taskErrors: typeof source = {
  reason: {
    'task-not-found': 'There is nothing to be done here any more; perhaps it was done a moment ago.',
    'task-not-open': 'This was done or given up a moment ago. Please look at the latest list.',
    'contact-not-found': 'This contact was not found.',
    'row-code-unknown': 'There is no such row code. Please read it from the sheet again.',
    'row-entered': 'This row has been entered already.',
    'sheet-printed': 'This sheet has been printed already. Please print a new one.',
    'sheet-not-found': 'This sheet was not found.',
  },
  field: {
    'next-try-missing': 'Say when to call back',
    'next-try-past': 'That time is past: choose a later one',
    'outcome-of-channel': 'There is no such outcome for this way of contact',
    'row-code-wrong': 'Wrong row code: please read the digits below the bars again',
    'row-before-print': 'Earlier than the day on which the sheet was printed',
    'row-future': 'This time has not come yet',
  },
};
