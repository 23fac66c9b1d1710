import type { StepTimes, VisitStep } from '../../domain/visitSteps.ts';
import type { DemoBuild } from './build.ts';
import { visitOf } from './plan.ts';

interface Card {
  readonly step: VisitStep;
  /** minutes before now of arrival, and of the steps that it came to */
  readonly arrived: number;
  readonly inWork?: number;
  readonly ready?: number;
  readonly left?: number;
  readonly booked?: boolean;
  readonly hasLines?: boolean;
}

/** What stands on the board, the most telling first: a small store has fewer visits a day. One waits for more than two hours. */
const cards: readonly Card[] = [
  { step: 'inWork', arrived: 35, inWork: 28, booked: true },
  { step: 'arrived', arrived: 12 },
  { step: 'ready', arrived: 96, inWork: 84, ready: 14, booked: true, hasLines: true },
  { step: 'left', arrived: 168, inWork: 150, ready: 70, left: 48, booked: true, hasLines: true },
  { step: 'inWork', arrived: 138, inWork: 117, hasLines: true },
  { step: 'left', arrived: 159, inWork: 155, ready: 104, left: 96, hasLines: true },
  { step: 'inWork', arrived: 74, inWork: 60 },
  { step: 'arrived', arrived: 41 },
  { step: 'ready', arrived: 118, inWork: 104, ready: 31, hasLines: true },
  { step: 'left', arrived: 163, inWork: 151, ready: 88, left: 71, hasLines: true },
  { step: 'left', arrived: 146, inWork: 130, ready: 75, left: 62, hasLines: true },
];
/** How many visits the board of a demo store has, where it has so many on its last day. */
export const cardCount = cards.length;

/** Minutes that the earliest of them came before now; sooner after midnight all of it went quicker. */
const span = Math.max(...cards.map(({ arrived }) => arrived));

export interface BoardCard {
  readonly times: StepTimes;
  readonly booked: boolean;
  readonly hasLines: boolean;
}

/** The last day's board (看板): its last few visits by their index, whatever the store's size, with steps up to its moment. */
export const boardCards = ({ plan, dates, now }: DemoBuild): ReadonlyMap<number, BoardCard> => {
  const midnight = dates.instant(plan.today, 0);
  const pace = Math.min(60_000, Math.floor((now - midnight) / span));
  const at = (minutes: number | undefined): number | null => (minutes === undefined ? null : now - minutes * pace);
  const visits: number[] = [];
  for (let index = plan.visits.length - 1; index >= 0 && visits.length < cards.length; index--) {
    const { day, vehicle } = visitOf(plan.visits[index] ?? 0);
    if (day < plan.today) break;
    // nobody is here before the file is, and who fetches a new car has no way through the workshop
    const known = (plan.vehicleCreatedAt[vehicle] ?? 0) < midnight;
    if (known && day > (plan.delivery[vehicle] ?? 0)) visits.unshift(index);
  }
  const shown = cards.slice(0, visits.length).toSorted((a, b) => b.arrived - a.arrived);
  return new Map(
    shown.map(
      ({ step, arrived, inWork, ready, left, booked = false, hasLines = false }, place): [number, BoardCard] => [
        visits[place] ?? 0,
        {
          times: {
            step,
            arrivedAt: now - arrived * pace,
            inWorkAt: at(inWork),
            readyAt: at(ready),
            leftAt: at(left),
          },
          booked,
          hasLines,
        },
      ],
    ),
  );
};
