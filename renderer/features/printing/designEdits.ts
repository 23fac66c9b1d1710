import type { CardDesign, CardElement, CardFace } from '../../../db/contract/printing.ts';
import { keptInside } from './snap.ts';

export type Side = 'front' | 'back';
export const sides: readonly Side[] = ['front', 'back'];
export type ElementKind = CardElement['kind'];

export const elementKinds: readonly ElementKind[] = [
  'name',
  'number',
  'tier',
  'validThrough',
  'store',
  'text',
  'code128',
  'qr',
  'image',
];
/** of a side, as the contract has it */
export const mostElements = 30;

export const isWords = (kind: ElementKind): boolean => kind !== 'code128' && kind !== 'qr' && kind !== 'image';

/** A new one in the middle of the card, with the colour of the writing that is there; codes as large as scans well. */
export const newElement = (kind: ElementKind, face: CardFace): CardElement => {
  const [width, height] = isWords(kind) ? [40_000, 6_000] : kind === 'code128' ? [55_000, 14_000] : [17_500, 17_500];
  const taken = new Set(face.elements.map((element) => element.id));
  let count = 1;
  while (taken.has(`${kind}${count}`)) count += 1;
  return {
    id: `${kind}${count}`,
    kind,
    x: Math.round((85_600 - width) / 2 / 500) * 500,
    y: Math.round((53_980 - height) / 2 / 500) * 500,
    width,
    height,
    size: 3_500,
    align: 'left',
    bold: false,
    colour: face.elements.find((element) => isWords(element.kind))?.colour ?? '#1d2125',
    text: null,
    image: null,
  };
};

export const withFace = (design: CardDesign, side: Side, change: Partial<CardFace>): CardDesign => ({
  ...design,
  [side]: { ...design[side], ...change },
});

export const withElements = (
  design: CardDesign,
  side: Side,
  edit: (elements: readonly CardElement[]) => readonly CardElement[],
): CardDesign => withFace(design, side, { elements: [...edit(design[side].elements)] });

/** An element otherwise; it stays inside the margin. */
export const withElement = (design: CardDesign, side: Side, id: string, change: Partial<CardElement>): CardDesign =>
  withElements(design, side, (elements) =>
    elements.map((element) => {
      if (element.id !== id) return element;
      const next = { ...element, ...change };
      return { ...next, ...keptInside(next) };
    }),
  );
