import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/** @typedef {'renderer' | 'host' | 'main' | 'preload'} Part what is built on its own, into `build/out/PART` */

/** What each part is built from. @type {Record<Part, string[]>} */
const SOURCES = {
  renderer: ['renderer', 'db/contract', 'db/domain', 'build/vite/renderer.config.ts'],
  host: ['electron/host', 'db', 'build/vite/host.config.ts'],
  main: ['electron/main', 'electron/host', 'db/contract', 'build/vite/main.config.ts'],
  preload: ['electron/preload', 'db/contract', 'build/vite/preload.config.ts'],
};
const SHARED = ['package-lock.json', 'tsconfig.json', 'build/scripts/build.mjs'];

/** @type {Part[]} */
export const parts = ['renderer', 'host', 'main', 'preload'];

/** @param {Part} part */
export function outFolder(part) {
  return join(root, 'build', 'out', part);
}

/** Whether a part was never built, or its sources have changed since. @param {Part} part */
export function isStale(part) {
  const stamp = join(outFolder(part), '.stamp');
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== sourceHash(part);
}

/**
 * Notes what a build was made from; take the hash before building, so that a change made meanwhile counts as new.
 * @param {string} folder
 * @param {string} hash
 */
export function writeStamp(folder, hash) {
  writeFileSync(join(folder, '.stamp'), hash);
}

/** A hash over the names and contents of a part's sources: a few hundred small files, some 20 ms. @param {Part} part */
export function sourceHash(part) {
  const hash = createHash('sha256');
  for (const path of [...SHARED, ...SOURCES[part]].flatMap((source) => filesUnder(source))) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} path relative to the checkout, with forward slashes
 * @returns {string[]}
 */
function filesUnder(path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat ? [path] : [];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`));
}
