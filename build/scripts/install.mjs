import { existsSync, readFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { packagedNode } from './packagedNode.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';

const ATTEMPTS = 3;

/** Whether `node_modules` holds what `package-lock.json` names; packages for other platforms may be missing. */
export function isInstalled() {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const present = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !present || !packagedNode()) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const has = present[path];
    return has ? has.version === entry.version : entry.optional === true;
  });
}

/**
 * Installs the locked dependencies where they are missing or out of date, trying again where the network fails.
 * @returns {Promise<boolean>} whether everything is installed now
 */
export async function ensureInstalled() {
  if (isInstalled()) return true;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    console.error('正在安装依赖，约需一分钟… Installing dependencies, about a minute…');
    if ((await install()) && isInstalled()) return true;
    if (attempt < ATTEMPTS) {
      console.error('安装未成功，稍后重试… Not installed, trying again…');
      await wait(3000 * attempt);
    }
  }
  console.error('依赖安装失败，请检查网络后重试。 Could not install: check the network and try again.');
  return false;
}

/**
 * Install scripts stay off but for the package `node`: better-sqlite3 ships its binaries, and an npm that does not know
 * `allowScripts` would start a compiler for it.
 */
async function install() {
  const flags = [
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  // Windows cannot delete a running program: with our own node.exe in there, change only what differs.
  const locked = process.platform === 'win32' && process.execPath.startsWith(join(root, 'node_modules') + sep);
  if ((await npm([locked ? 'install' : 'ci', ...flags])) !== 0) return false;
  return packagedNodeIsThere() || (await npm(['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error'])) === 0;
}

/** `npm ci` starts from nothing; after `npm install` the program may still stand where it was. */
function packagedNodeIsThere() {
  return packagedNode()?.startsWith(join(root, 'node_modules') + sep) ?? false;
}

/** @param {string[]} args */
function npm(args) {
  const cli = process.env['npm_execpath'];
  if (cli && /^npm-cli\.c?js$/.test(basename(cli))) {
    const outer = process.env['npm_node_execpath'];
    return run(outer && existsSync(outer) ? outer : process.execPath, [cli, ...args]);
  }
  return run('npm', args, { shell: process.platform === 'win32' });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }> | undefined}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
