import type { TimelineItem } from './shapes.ts';

/** A line of the timeline: one thing that happened, or all that one command changed (a new customer with card and vehicle). */
export type TimelineLine = readonly [TimelineItem, ...TimelineItem[]];

const ofOneCommand = (a: TimelineItem, b: TimelineItem): boolean =>
  a.kind === 'change' && b.kind === 'change' && a.at === b.at && a.by === b.by && a.change?.action === b.change?.action;

/** Neighbouring changes of one command become one line; everything else stands alone. The order stays. */
export const groupChanges = (items: readonly TimelineItem[]): readonly TimelineLine[] => {
  const lines: TimelineLine[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    if (last && ofOneCommand(last[0], item)) lines[lines.length - 1] = [...last, item];
    else lines.push([item]);
  }
  return lines;
};
