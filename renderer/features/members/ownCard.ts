import type { Card, CardState } from './shapes.ts';

/** The main card before the family's, the newest first. */
const first = (cards: readonly Card[], states: readonly CardState[]): Card | null =>
  cards
    .filter((card) => states.includes(card.state))
    .toSorted((a, b) => Number(b.role === 'main') - Number(a.role === 'main') || b.issuedAt - a.issuedAt)[0] ?? null;

/** The card whose loss is reported by key. */
export const cardToLose = (cards: readonly Card[]): Card | null => first(cards, ['active', 'frozen']);

/** The card in whose place a new one is made by key: one that is lost before one in order. */
export const cardToReplace = (cards: readonly Card[]): Card | null =>
  first(cards, ['lost']) ?? first(cards, ['active', 'frozen']);

/** The card that stands for the membership: one that can be used, else one that could be again, else whatever there is. */
export const cardShown = (cards: readonly Card[]): Card | null =>
  first(cards, ['active']) ?? first(cards, ['frozen', 'lost']) ?? first(cards, ['replaced', 'cancelled']);

/** What can be done with a card as it is. A replaced or cancelled card is over; a main card ends with its membership only. */
export const turnsOf = ({ state, role }: Card): readonly ('frozen' | 'lost' | 'active' | 'cancelled')[] => {
  const end = role === 'supplementary' ? (['cancelled'] as const) : [];
  switch (state) {
    case 'active':
      return ['frozen', 'lost', ...end];
    case 'frozen':
      return ['active', 'lost', ...end];
    case 'lost':
      return ['active', ...end];
    case 'replaced':
    case 'cancelled':
      return [];
  }
};
