import { cardHeight, cardWidth } from '../../db/domain/printing/cardSize.ts';
import { api } from '../lib/api.ts';
import { CardFaceView, type Shift } from './CardFaceView.tsx';
import type { Printable } from './printable.ts';

/** The offsets of a printer; none where nobody named one, or it was removed meanwhile. */
const shiftOf = async (printerId: string | null): Promise<Shift> => {
  if (printerId === null) return { x: 0, y: 0 };
  const { rows } = await api.printing.printers({});
  const printer = rows.find((row) => row.id === printerId);
  return { x: printer?.offsetXUm ?? 0, y: printer?.offsetYUm ?? 0 };
};

/** Front and back of each card, in the order asked for: two pages a card, as card printers take them. */
export const cardSheets = async (cardIds: readonly string[], printerId: string | null): Promise<Printable> => {
  const [shift, { cards, designs }] = await Promise.all([
    shiftOf(printerId),
    api.printing.cards({ cardIds: [...cardIds] }),
  ]);
  return {
    width: cardWidth / 1000,
    height: cardHeight / 1000,
    sheets: cards.flatMap((card) => {
      const design = designs.find((one) => one.tier === card.tier)?.design;
      return design
        ? (['front', 'back'] as const).map((side) => (
            <CardFaceView key={`${card.cardId}.${side}`} face={design[side]} card={card} shift={shift} />
          ))
        : [];
    }),
  };
};
