import { code128, type DrawingContext, qrcode, type RenderOptions } from 'bwip-js/browser';

/** Quiet zones on each side, in modules (domain.md §4). */
const barsQuiet = 10;
const squareQuiet = 4;

/** One dot of a card printer, 300 dpi, in thousandths of a millimetre: a module of whole dots prints with sharp edges. */
const dot = 25_400 / 300;

/** What a card printer still draws with sharp edges and a hand scanner still reads: two dots. */
export const leastModule = 2 * dot;

/** A code drawn into a box, all in thousandths of a millimetre; black paths on the box's white. */
export interface DrawnCode {
  readonly path: string;
  /** width of its narrowest bar */
  readonly module: number;
  /** how many of these it is wide, with its quiet zones */
  readonly modules: number;
}

interface Bar {
  readonly x: number;
  readonly width: number;
}

/** Whole dots where one fits, else as wide as there is room. */
const moduleIn = (room: number, modules: number): number => {
  const exact = room / modules;
  return exact >= dot ? Math.floor(exact / dot) * dot : exact;
};

const round = (value: number): number => Math.round(value * 10) / 10;

/** Hears what bwip-js draws, at one unit a module. */
const listener = <T>(heard: {
  readonly line?: (x: number, width: number) => void;
  readonly polygon?: (points: readonly (readonly [number, number])[]) => void;
  readonly end: (width: number, height: number) => T;
}): DrawingContext<T> => {
  let size: readonly [number, number] = [0, 0];
  return {
    scale: () => null,
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: (width, height) => {
      size = [width, height];
    },
    line: (x, _y, _toX, _toY, width) => heard.line?.(x, width),
    polygon: (points) => heard.polygon?.(points),
    hexagon: () => {},
    ellipse: () => {},
    fill: () => {},
    text: () => {},
    end: () => heard.end(...size),
  };
};

const ascii = (text: string): boolean => /^[\x20-\x7e]+$/.test(text);

/** Code 128 across a box with its quiet zones; null for a text that it cannot hold (an old number with other characters than ASCII). */
export const drawBars = (text: string, width: number, height: number): DrawnCode | null => {
  if (!ascii(text)) return null;
  const bars: Bar[] = [];
  const options: RenderOptions = { bcid: 'code128', text, scale: 1, includetext: false };
  const modules = code128(
    options,
    listener({ line: (x, wide) => bars.push({ x: x - Math.ceil(wide / 2), width: wide }), end: (wide) => wide }),
  );
  const module = moduleIn(width, modules + 2 * barsQuiet);
  const left = (width - module * modules) / 2;
  return {
    module,
    modules: modules + 2 * barsQuiet,
    path: bars
      .map(
        (bar) =>
          `M${round(left + bar.x * module)} 0h${round(bar.width * module)}v${height}h${-round(bar.width * module)}z`,
      )
      .join(''),
  };
};

/** A QR in the middle of a box with its quiet zone; null for a text with other characters than ASCII. */
export const drawSquare = (text: string, width: number, height: number): DrawnCode | null => {
  if (!ascii(text)) return null;
  const shapes: (readonly (readonly [number, number])[])[] = [];
  const options: RenderOptions = { bcid: 'qrcode', text, scale: 1 };
  // bwip-js draws two units a module
  const modules = qrcode(options, listener({ polygon: (points) => shapes.push(points), end: (wide) => wide / 2 }));
  const module = moduleIn(Math.min(width, height), modules + 2 * squareQuiet);
  const left = (width - module * modules) / 2;
  const top = (height - module * modules) / 2;
  const at = ([x, y]: readonly [number, number]): string =>
    `${round(left + (x / 2) * module)} ${round(top + (y / 2) * module)}`;
  return {
    module,
    modules: modules + 2 * squareQuiet,
    path: shapes.map((points) => `M${points.map(at).join('L')}z`).join(''),
  };
};
