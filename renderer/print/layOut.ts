import type { PrintState } from '../../db/contract/shell.ts';
import { fitTexts } from './fitTexts.ts';
import type { Printable } from './printable.ts';

/** Longer than this no roll printer's driver takes a page; what is longer goes on on the next. Millimetres. */
const longestRoll = 2_000;
const pxPerMm = 96 / 25.4;

/** What is on the page, in both weights: the font comes in pieces by character, and all that are needed are fetched. */
const loadFonts = async (root: HTMLElement): Promise<void> => {
  const family = getComputedStyle(document.body).fontFamily;
  const text = [...new Set(root.textContent ?? '')].join('');
  await Promise.all([400, 700].map((weight) => document.fonts.load(`${weight} 16px ${family}`, text)));
  await document.fonts.ready;
};

const loadImages = (root: HTMLElement): Promise<unknown> =>
  Promise.all(
    [...root.querySelectorAll('img')].map((image) =>
      // one that is broken is left out, as it is on the screen where it was placed
      image.decode().catch(() => undefined),
    ),
  );

/** The page's size for the printer, and the sheets' for the page. */
const sizePages = (
  root: HTMLElement,
  { width, height, flowMargin = 0, numbered }: Printable,
): { width: number; height: number } => {
  const sheets = [...root.querySelectorAll<HTMLElement>('.sheet')];
  const highest = Math.max(1, ...sheets.map((sheet) => sheet.getBoundingClientRect().height / pxPerMm));
  // a hair more than the content, or rounding would begin another page
  const pageHeight = height ?? Math.min(longestRoll, Math.ceil(highest) + 1);
  const style = document.createElement('style');
  const numbering =
    flowMargin > 0 && numbered !== false
      ? '@bottom-center { content: counter(page) " / " counter(pages); font: 2.7mm var(--paper-font), sans-serif; }'
      : '';
  style.textContent = `@page { size: ${width}mm ${pageHeight}mm; margin: ${flowMargin}mm; ${numbering} }`;
  document.head.append(style);
  return { width: Math.round(width * 1000), height: Math.round(pageHeight * 1000) };
};

/**
 * Once everything is rendered: fetches the fonts' pieces and the images, fits long texts, sizes the pages. Nothing waits for a time:
 * what this answers is there.
 */
export const layOut = async (
  root: HTMLElement,
  printable: Printable,
): Promise<Extract<PrintState, { state: 'ready' }>> => {
  await Promise.all([loadFonts(root), loadImages(root)]);
  fitTexts(root);
  return { state: 'ready', pages: printable.sheets.length, ...sizePages(root, printable) };
};
