/**
 * `npm start [-- --demo] [--browser] [--no-open] [--port N] [--data DIR]`: from a fresh clone to an open desk, on Node 20 as well.
 * Installs what is missing, builds what is stale, then runs the host under the packaged Node until it ends.
 */
import { join } from 'node:path';
import { ensureBuilt } from './ensureBuilt.mjs';
import { ensureInstalled } from './install.mjs';
import { packagedNode } from './packagedNode.mjs';
import { run } from './run.mjs';
import { outFolder } from './stale.mjs';

process.exitCode = await start(process.argv.slice(2));

/**
 * @param {string[]} args
 * @returns {Promise<number>} exit code
 */
async function start(args) {
  if (!(await ensureInstalled())) return 1;
  const node = packagedNode();
  if (!node) return 1;
  if (!(await ensureBuilt(node))) {
    console.error('构建失败。 The build failed.');
    return 1;
  }
  const opens = args.includes('--no-open') ? [] : ['--open'];
  // The browser desk is the only one so far, so --browser changes nothing.
  const passedOn = args.filter((arg) => arg !== '--no-open' && arg !== '--browser' && arg !== '--open');
  return run(node, ['--enable-source-maps', join(outFolder('host'), 'caredesk.js'), 'desk', ...opens, ...passedOn]);
}
