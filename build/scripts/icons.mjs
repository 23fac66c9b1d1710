/**
 * `node build/scripts/icons.mjs`: draws build/icons/icon.svg into icon.png (512 px, Linux and Mac) and icon.ico (Windows). Run it
 * after a change to the drawing; the results are kept with it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';
import { root } from './root.mjs';

const folder = join(root, 'build', 'icons');
const WINDOWS_SIZES = [16, 24, 32, 48, 64, 128, 256];

const executablePath = await findChromium();
if (!executablePath) throw new Error('No Chromium: set CAREDESK_CHROMIUM.');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
await page.setContent(
  `<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${readFileSync(join(folder, 'icon.svg'), 'utf8')}`,
);
writeFileSync(join(folder, 'icon.png'), await draw(512));
const pictures = [];
for (const size of WINDOWS_SIZES) pictures.push({ size, png: await draw(size) });
writeFileSync(join(folder, 'icon.ico'), ico(pictures));
await browser.close();

/** @param {number} size */
async function draw(size) {
  await page.setViewportSize({ width: size, height: size });
  return page.screenshot({ omitBackground: true });
}

/** The Windows format: a directory of sizes (256 is written as 0), then the pictures. @param {{ size: number, png: Buffer }[]} pictures */
function ico(pictures) {
  const directory = Buffer.alloc(6 + 16 * pictures.length);
  directory.writeUInt16LE(1, 2);
  directory.writeUInt16LE(pictures.length, 4);
  let offset = directory.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const at = 6 + 16 * index;
    directory.writeUInt8(size % 256, at);
    directory.writeUInt8(size % 256, at + 1);
    directory.writeUInt16LE(1, at + 4);
    directory.writeUInt16LE(32, at + 6);
    directory.writeUInt32LE(png.length, at + 8);
    directory.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([directory, ...pictures.map(({ png }) => png)]);
}
