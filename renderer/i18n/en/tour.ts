import type { Translated } from '../translated.ts';
import type { tour as source } from '../zh-CN/tour.ts';

export const tour: Translated<typeof source> = {
  command: 'First day in seven steps',
  start: 'First day: seven steps',
  resume: 'On with the seven steps (step {{step}})',
  label: 'First day in seven steps, step {{step}} of {{count}}',
  count: '{{step}} / {{count}}',
  next: 'Next',
  skip: 'Skip this step',
  back: 'Back',
  leave: 'Leave',
  leaveHint: 'Esc leaves; it goes on from here next time',
  copy: 'Copy this line',
  finish: 'Finish',
  done: 'Done',
  finished: 'That was all seven. F1 explains any screen.',
  line: '京A·{{plate}} {{phone}} 钱多多',
  steps: {
    find: {
      title: 'Find somebody by the end of a plate',
      text: 'The last characters of a plate will do. Press Ctrl K, type {{tail}}, and Enter opens {{name}}.',
    },
    page: {
      title: 'Know a customer in ten seconds',
      text: 'The strip on top is what to know first; below are vehicles and history; on the right each thing has its key. Have a look, then go on.',
    },
    arrive: {
      title: 'A customer has come',
      text: "Press Alt W, type {{tail}}, Enter chooses the car, and Ctrl S puts it on today's board under Arrived. The wait counts from now.",
    },
    undo: {
      title: 'Take a mistake back',
      text: 'On the card, M moves it on to work, as on any day. To go back press Ctrl Z, or "Undo" at the bottom: try it.',
    },
    paste: {
      title: 'A new customer from one pasted line',
      text: 'Copy the line below, press Alt N, paste it into the name with Ctrl V, and press Ctrl S.',
    },
    due: {
      title: 'Whose insurance ends soon',
      text: 'On Today choose "Visits and due", then "All" beside the insurances; or choose that filter in the customer list.',
    },
    help: {
      title: 'F1, whenever in doubt',
      text: 'F1 explains the screen you are on, ? lists its keys. Press F1 now.',
    },
  },
};
