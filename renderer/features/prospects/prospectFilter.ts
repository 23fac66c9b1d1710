import { addDays } from '../../../db/domain/day.ts';
import type { Asked, api } from '../../lib/api.ts';

export type ProspectFilter = NonNullable<Asked<typeof api.prospects.list>['filter']>;

/** What the list can show: those that are open, of them those that wait, and those that are over. */
export const showings = ['open', 'due', 'overdue', 'noNext', 'bought', 'lost'] as const;

/** The filter of an address, `/prospects?show=due&model=轩逸`: what is not understood is left out. */
export const prospectFilter = (values: URLSearchParams, today: string): ProspectFilter => {
  const text = (name: string): string | null => values.get(name)?.trim().slice(0, 60) || null;
  const model = text('model');
  const source = text('source');
  return {
    ...showingFilter(showings.find((one) => one === values.get('show')) ?? 'open', today),
    ...(model ? { model } : {}),
    ...(source ? { source } : {}),
    ...(values.has('tradeIn') ? { tradeIn: true } : {}),
  };
};

const showingFilter = (showing: (typeof showings)[number], today: string): ProspectFilter => {
  switch (showing) {
    case 'open':
    case 'bought':
    case 'lost':
      return { state: showing };
    case 'due':
      return { state: 'open', nextBy: today };
    case 'overdue':
      return { state: 'open', nextBy: addDays(today, -1) };
    case 'noNext':
      return { state: 'open', noNext: true };
  }
};
