import { cardHeight, cardMargin, cardWidth, type Placed } from '../../../db/domain/printing/cardSize.ts';

/** All in thousandths of a millimetre. Half a millimetre: what an eye sees on a card. */
const grid = 500;
/** So near an edge takes hold. */
const reach = 700;
export const leastSide = 1_000;

/** A line that an edge or a middle was put on, across the whole card. */
export interface Guide {
  readonly axis: 'x' | 'y';
  readonly at: number;
}

export interface Snapped {
  readonly placed: Placed;
  readonly guides: readonly Guide[];
}

const sizes = { x: cardWidth, y: cardHeight } as const;
const lengthOf = { x: 'width', y: 'height' } as const;

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

/** Edges and middles of the others, the margin and the card's middle. */
const linesOf = (axis: 'x' | 'y', others: readonly Placed[]): readonly number[] => [
  cardMargin,
  sizes[axis] / 2,
  sizes[axis] - cardMargin,
  ...others.flatMap((other) => {
    const from = other[axis];
    const length = other[lengthOf[axis]];
    return [from, from + length / 2, from + length];
  }),
];

/** The line that is nearest to one of the anchors and near enough; null where none is. */
const nearest = (anchors: readonly number[], lines: readonly number[]): { by: number; line: number } | null => {
  let found: { by: number; line: number } | null = null;
  for (const line of lines) {
    for (const anchor of anchors) {
      const by = line - anchor;
      if (Math.abs(by) <= reach && (!found || Math.abs(by) < Math.abs(found.by))) found = { by, line };
    }
  }
  return found;
};

const toGrid = (value: number): number => Math.round(value / grid) * grid;

/** Inside the margin, whatever it was, and no larger than what is inside. */
export const keptInside = ({ x, y, width, height }: Placed): Placed => {
  const wide = within(Math.round(width), leastSide, cardWidth - 2 * cardMargin);
  const high = within(Math.round(height), leastSide, cardHeight - 2 * cardMargin);
  return {
    x: within(Math.round(x), cardMargin, cardWidth - cardMargin - wide),
    y: within(Math.round(y), cardMargin, cardHeight - cardMargin - high),
    width: wide,
    height: high,
  };
};

/** Where something that is dragged comes to lie: on a line where one is near, else on the grid. */
export const snapMove = (placed: Placed, others: readonly Placed[]): Snapped => {
  const along = (axis: 'x' | 'y'): { from: number; guide: Guide | null } => {
    const from = placed[axis];
    const length = placed[lengthOf[axis]];
    const hold = nearest([from, from + length / 2, from + length], linesOf(axis, others));
    return hold ? { from: from + hold.by, guide: { axis, at: hold.line } } : { from: toGrid(from), guide: null };
  };
  const x = along('x');
  const y = along('y');
  return {
    placed: keptInside({ ...placed, x: x.from, y: y.from }),
    guides: [x.guide, y.guide].filter((guide) => guide !== null),
  };
};

/** The same for the lower right corner, which is dragged to another size. */
export const snapResize = (placed: Placed, others: readonly Placed[]): Snapped => {
  const along = (axis: 'x' | 'y'): { length: number; guide: Guide | null } => {
    const from = placed[axis];
    const end = from + placed[lengthOf[axis]];
    const hold = nearest([end], linesOf(axis, others));
    const to = hold ? hold.line : toGrid(end);
    const length = within(to - from, leastSide, sizes[axis] - cardMargin - from);
    return { length, guide: hold && from + length === hold.line ? { axis, at: hold.line } : null };
  };
  const x = along('x');
  const y = along('y');
  return {
    placed: { ...placed, width: Math.round(x.length), height: Math.round(y.length) },
    guides: [x.guide, y.guide].filter((guide) => guide !== null),
  };
};
