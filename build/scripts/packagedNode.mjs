import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/** better-sqlite3's Node-API level and running TypeScript from source both want this major version. */
const NEEDED_MAJOR = 24;

/** Whether this very process may open a store. */
export function thisNodeWillDo() {
  return Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR;
}

/**
 * The Node to run CareDesk with: the one that the npm package `node` brings, else the running one where it is new enough.
 * The package links its binary to `node/bin`, or leaves it in a package of its own for the platform (hoisted or nested);
 * on Windows `bin/node` is a blank file beside `bin/node.exe`.
 * @returns {string | undefined} path of the executable; undefined before dependencies are installed
 */
export function packagedNode() {
  const executable = process.platform === 'win32' ? 'node.exe' : 'node';
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const modules = join(root, 'node_modules');
  const folders = [join(modules, 'node')];
  for (const name of [`node-bin-${system}-${process.arch}`, `node-${system}-${process.arch}`]) {
    folders.push(join(modules, 'node', 'node_modules', name), join(modules, name));
  }
  const found = folders.map((folder) => join(folder, 'bin', executable)).find(isProgram);
  return found ?? (thisNodeWillDo() ? process.execPath : undefined);
}

/** @param {string} path */
function isProgram(path) {
  return existsSync(path) && statSync(path).size > 1_000_000;
}
