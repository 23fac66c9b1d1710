import type { taskErrors as source } from '../zh-CN/taskErrors.ts';

export const taskErrors: typeof source = {
  reason: {
    'task-not-found': 'There is nothing to be done here any more; perhaps it was done a moment ago.',
    'task-not-open': 'This was done or given up a moment ago. Please look at the latest list.',
    'contact-not-found': 'This contact was not found.',
  },
  field: {
    'next-try-missing': 'Say when to call back',
    'next-try-past': 'That time is past: choose a later one',
    'outcome-of-channel': 'There is no such outcome for this way of contact',
  },
};
