import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { DeskPage } from './journey.ts';

/** A code as a scanner would read it from the paper. */
export interface Scanned {
  readonly format: string;
  readonly text: string;
}

export interface Raster {
  readonly width: number;
  readonly height: number;
  /** `#rrggbb` at a place in millimetres */
  at(x: number, y: number): string;
}

export interface PdfPage {
  /** millimetres */
  readonly width: number;
  readonly height: number;
  readonly text: string;
  scan(): Promise<readonly Scanned[]>;
  raster(): Promise<Raster>;
}

export interface Pdf {
  readonly pages: readonly PdfPage[];
  /** names of the fonts whose outlines are in the file */
  readonly fonts: readonly string[];
  close(): void;
}

const mmPerPoint = 25.4 / 72;
/** dots of a card printer */
const dpi = 300;

const wasm = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));
let prepared: Promise<unknown> | null = null;
/** The decoder from this disk, not from the network. */
const decoder = (): Promise<unknown> => {
  prepared ??= readFile(wasm).then((wasmBinary) =>
    prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasmBinary).buffer }, fireImmediately: true }),
  );
  return prepared;
};

const hex = (value: number): string => value.toString(16).padStart(2, '0');

/** Opens a PDF as printers do: page by page, drawn in dots. */
export const openPdf = async (bytes: Buffer): Promise<Pdf> => {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  await decoder();
  const pages = [...document.pages()].map((page): PdfPage => {
    const size = page.getOriginalSize();
    const text = page.getText().normalize('NFKC');
    let drawn: ReturnType<typeof page.render> | null = null;
    // PDFium's page is gone once it was drawn
    const draw = (): ReturnType<typeof page.render> => {
      drawn ??= page.render({ scale: dpi / 72, render: 'bitmap' });
      return drawn;
    };
    return {
      width: size.originalWidth * mmPerPoint,
      height: size.originalHeight * mmPerPoint,
      text,
      scan: async () => {
        const { data, width, height } = await draw();
        const image = { data: new Uint8ClampedArray(data), width, height, colorSpace: 'srgb' } as unknown as ImageData;
        const found = await readBarcodes(image, { formats: ['Code128', 'QRCode'], tryHarder: true });
        return found.map(({ format, text }) => ({ format, text }));
      },
      raster: async () => {
        const { data, width, height } = await draw();
        return {
          width,
          height,
          at: (x, y) => {
            // the raster is of whole points, the page is not
            const column = Math.round((x / (size.originalWidth * mmPerPoint)) * width);
            const row = Math.round((y / (size.originalHeight * mmPerPoint)) * height);
            const from = (row * width + column) * 4;
            return `#${[0, 1, 2].map((channel) => hex(data[from + channel] ?? 0)).join('')}`;
          },
        };
      },
    };
  });
  const names = bytes.toString('latin1').matchAll(/\/FontName \/[A-Z]{6}\+([\w-]+)/g);
  return {
    pages,
    fonts: [...new Set([...names].map((found) => found[1] ?? ''))],
    close: () => {
      document.destroy();
      library.destroy();
    },
  };
};

/** A print page as a printer gets it: opened by its address, printed once it says that it is ready. */
export const printToPdf = async (page: DeskPage, hash: string): Promise<Pdf> => {
  await page.goto('about:blank');
  await page.goto(`/print.html${hash}`);
  await page.waitForFunction(() => ['ready', 'failed'].includes(document.documentElement.dataset['print'] ?? ''));
  const state = await page.evaluate(() => document.documentElement.dataset['print']);
  if (state !== 'ready') throw new Error(`not ready: ${await page.textContent('body')}`);
  return openPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
};
