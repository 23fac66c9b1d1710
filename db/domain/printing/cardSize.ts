/** CR80, the size of a bank card (ISO/IEC 7810 ID-1), in thousandths of a millimetre. */
export const cardWidth = 85_600;
export const cardHeight = 53_980;
/** Printers do not reach the very edge, and cards are stamped with some play: content lies so far inside (domain.md §4). */
export const cardMargin = 1_000;

/** A rectangle on a card face, thousandths of a millimetre from its upper left corner. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const isInside = ({ x, y, width, height }: Placed): boolean =>
  x >= cardMargin && y >= cardMargin && x + width <= cardWidth - cardMargin && y + height <= cardHeight - cardMargin;
