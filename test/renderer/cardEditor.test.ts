import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measuredAt, offsetFrom } from '../../db/domain/printing/calibration.ts';
import { cardHeight, cardWidth, isInside, type Placed } from '../../db/domain/printing/cardSize.ts';
import { defaultDesign } from '../../db/domain/printing/defaultDesign.ts';
import { outsideElements } from '../../db/domain/printing/elementChecks.ts';
import { elementKinds, newElement, withElement, withElements } from '../../renderer/features/printing/designEdits.ts';
import { millimetres, readMillimetres } from '../../renderer/features/printing/millimetres.ts';
import { keptInside, snapMove, snapResize } from '../../renderer/features/printing/snap.ts';

const placed = (x: number, y: number, width = 20_000, height = 6_000): Placed => ({ x, y, width, height });
const anywhere = fc.record({
  x: fc.integer({ min: -20_000, max: 100_000 }),
  y: fc.integer({ min: -20_000, max: 70_000 }),
  width: fc.integer({ min: 1_000, max: 90_000 }),
  height: fc.integer({ min: 1_000, max: 60_000 }),
});

describe('what is dragged', () => {
  it('comes to lie on the half millimetre', () => {
    const { placed: at, guides } = snapMove(placed(21_260, 15_130), []);
    expect([at.x, at.y]).toEqual([21_500, 15_000]);
    expect(guides).toEqual([]);
  });

  it('takes hold of another’s edge, though that is off the grid', () => {
    const { placed: at, guides } = snapMove(placed(12_900, 25_000), [placed(12_345, 10_000)]);
    expect(at.x).toBe(12_345);
    expect(guides).toContainEqual({ axis: 'x', at: 12_345 });
  });

  it('takes hold with its right edge and its middle as well', () => {
    const other = placed(10_100, 5_000, 40_000);
    expect(snapMove(placed(29_900, 30_000), [other]).placed.x).toBe(30_100);
    expect(snapMove(placed(20_300, 30_000), [other]).placed.x).toBe(20_100);
  });

  it('takes the nearest hold, and the card’s own middle', () => {
    const near = snapMove(placed(12_300, 30_000), [placed(12_000, 5_000), placed(12_400, 12_000)]);
    expect(near.placed.x).toBe(12_400);
    expect(snapMove(placed(cardWidth / 2 - 10_000 + 300, 30_000), []).placed.x).toBe(cardWidth / 2 - 10_000);
  });

  it('never leaves the card, wherever it is dragged, nor grows over its edge', () => {
    fc.assert(
      fc.property(anywhere, fc.array(anywhere, { maxLength: 6 }), (dragged, others) => {
        expect(isInside(snapMove(dragged, others).placed)).toBe(true);
        const start = keptInside(dragged);
        expect(isInside(start)).toBe(true);
        const grown = { ...start, width: start.width + dragged.x, height: start.height + dragged.y };
        const { placed: at } = snapResize(grown, others);
        expect(isInside(at)).toBe(true);
        expect([at.x, at.y]).toEqual([start.x, start.y]);
        expect(Object.values(at).every(Number.isInteger)).toBe(true);
      }),
    );
  });
});

describe('edits of a design', () => {
  const design = defaultDesign({ code: 'gold', name: '金卡' });

  it('a new element of any kind lies inside, with an id of its own', () => {
    let made = design;
    for (const kind of [...elementKinds, ...elementKinds]) {
      made = withElements(made, 'front', (elements) => [...elements, newElement(kind, made.front)]);
    }
    expect(outsideElements(made)).toEqual([]);
    const ids = made.front.elements.map((element) => element.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(design.front.elements).toHaveLength(5);
  });

  it('an element stays inside whatever is typed for it', () => {
    fc.assert(
      fc.property(anywhere, (change) => {
        expect(outsideElements(withElement(design, 'back', 'bars', change))).toEqual([]);
      }),
    );
  });
});

describe('millimetres', () => {
  it.each([
    ['0.3', 300],
    ['-1.25', -1250],
    ['−0.4', -400],
    ['１０．５', 10_500],
    ['2,5', 2500],
    ['.5', 500],
    ['', null],
    ['1e3', null],
    ['十', null],
    ['1.2.3', null],
  ])('%j is %j', (typed, um) => {
    expect(readMillimetres(typed)).toBe(um);
  });

  it('are read as they are written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 90_000 }), (hundredths) => {
        const um = hundredths * 10;
        expect(readMillimetres(millimetres(um))).toBe(um);
      }),
    );
  });
});

describe('calibration', () => {
  it.each([
    ['1.2 mm too far right', 0, 11_200, -1_200],
    ['0.4 mm too far left', 0, 9_600, 400],
    ['still 0.1 mm too far right', -1_200, 10_100, -1_300],
    ['right', -1_300, 10_000, -1_300],
  ])('%s', (_what, present, measured, offset) => {
    expect(offsetFrom(present, measured)).toBe(offset);
  });

  it('a page printed with the offset that it gave measures right', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: -5000, max: 5000 }), (error, present) => {
        // where a line comes out: where it was put, and the printer's own error
        const measured = measuredAt + present + error;
        expect(measuredAt + offsetFrom(present, measured) + error).toBe(measuredAt);
      }),
    );
  });
});

it('the card is CR80', () => {
  expect([cardWidth, cardHeight]).toEqual([85_600, 53_980]);
});
