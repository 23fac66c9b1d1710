import type { CardDesign } from '../../contract/printing.ts';
import { isInside } from './cardSize.ts';

/** The elements that come nearer to the card's edge than 1 mm, as paths of the design: `front.elements.2`. They may overlap. */
export const outsideElements = (design: CardDesign): string[] =>
  (['front', 'back'] as const).flatMap((side) =>
    design[side].elements.flatMap((element, at) => (isInside(element) ? [] : [`${side}.elements.${at}`])),
  );
