import { create } from 'zustand';

/** 新手七步, in order; what is done in each is told by `isDone`. */
export const tourSteps = ['find', 'page', 'arrive', 'undo', 'paste', 'due', 'help'] as const;
export type TourStep = (typeof tourSteps)[number];

/** What the tour sees of the desk: where one is, what the store has just changed, what lies over the screen. */
export interface TourSight {
  readonly path: string;
  readonly search: string;
  /** topics of the change that was just heard */
  readonly topics: readonly string[];
  readonly helpShown: boolean;
}

const onCustomer = (path: string): boolean => /^\/customers\/(?!new$)[^/]+$/.test(path);

/** True once a person has really done it; looking at a page is theirs to say. */
export const isDone = (step: TourStep, { path, search, topics, helpShown }: TourSight): boolean => {
  switch (step) {
    case 'find':
      return onCustomer(path);
    case 'page':
      return false;
    case 'arrive':
      return topics.includes('visits');
    case 'undo':
      // a card that is moved on changes visits as well; no command but an undo touches both of these
      return topics.includes('visits') && topics.includes('duplicates');
    case 'paste':
      return topics.includes('customers');
    case 'due':
      return path === '/customers' && new URLSearchParams(search).has('insuranceWithinDays');
    case 'help':
      return helpShown;
  }
};

/** Where the tour is; null while nobody takes it. */
export const useTour = create<{ readonly step: number | null }>()(() => ({ step: null }));

const keyOf = (staffId: string): string => `caredesk.tour.${staffId}`;

/** How far this person came: the step to go on from, `done`, or null where they never began. */
export const keptTour = (staffId: string): number | 'done' | null => {
  const kept = localStorage.getItem(keyOf(staffId));
  if (kept === 'done') return kept;
  const step = Number(kept ?? Number.NaN);
  return Number.isInteger(step) && step >= 0 && step < tourSteps.length ? step : null;
};

export const keepTour = (staffId: string, came: number | 'done'): void => {
  try {
    localStorage.setItem(keyOf(staffId), String(came));
  } catch {
    // a full storage forgets the tour, and nothing else
  }
};

/** From where this person left off, or from the beginning. */
export const startTour = (from = 0): void => useTour.setState({ step: from });
export const leaveTour = (): void => useTour.setState({ step: null });
