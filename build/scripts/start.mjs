/**
 * `npm start [-- --demo] [--browser] [--no-open] [--port N] [--data DIR]`: from a fresh clone to an open desk, on Node 20 as well.
 * Installs what is missing, builds what is stale, then runs the Electron shell, or the host for a browser under the packaged Node,
 * until it ends.
 */
import { join } from 'node:path';
import { deskKind } from './deskKind.mjs';
import { electronProgram, fetchElectron, releaseHostAnswers } from './electronRuntime.mjs';
import { ensureBuilt } from './ensureBuilt.mjs';
import { ensureInstalled } from './install.mjs';
import { packagedNode } from './packagedNode.mjs';
import { run } from './run.mjs';
import { outFolder } from './stale.mjs';

const OWN_FLAGS = ['--no-open', '--browser', '--open'];
/** A shell that fails sooner never opened its window: a library that it needs is missing, its sandbox is not allowed. */
const OPENED_AFTER_MS = 5_000;
/** Ended by whoever started it: SIGHUP, SIGINT, SIGTERM. */
const STOPPED = [129, 130, 143];

process.exitCode = await start(process.argv.slice(2));

/**
 * @param {string[]} args
 * @returns {Promise<number>} exit code
 */
async function start(args) {
  if (!(await ensureInstalled())) return 1;
  const node = packagedNode();
  if (!node) return 1;
  const { platform, env } = process;
  const wanted = deskKind(args, { platform, env, isRoot: process.getuid?.() === 0 });
  // asked while the building goes on
  const answers = wanted.kind === 'shell' && !electronProgram() ? releaseHostAnswers() : Promise.resolve(false);
  if (!(await ensureBuilt(node))) {
    console.error('构建失败。 The build failed.');
    return 1;
  }
  const passedOn = args.filter((arg) => !OWN_FLAGS.includes(arg));
  if (wanted.kind === 'shell') {
    const program =
      electronProgram() ?? ((await answers) && (await fetchElectron(node)) ? electronProgram() : undefined);
    const code = program ? await openShell(program, passedOn) : undefined;
    if (code !== undefined) return code;
    console.error('桌面窗口用不了，改用浏览器工作台。 The desk’s own window cannot be had: serving the browser desk.');
  } else if (wanted.because) {
    console.error(wanted.because);
  }
  const opens = args.includes('--no-open') ? [] : ['--open'];
  return run(node, ['--enable-source-maps', join(outFolder('host'), 'caredesk.js'), 'desk', ...opens, ...passedOn]);
}

/**
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<number | undefined>} its exit code; undefined where it could not open
 */
async function openShell(program, args) {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const started = performance.now();
  const code = await run(program, [join(outFolder('main'), 'main.js'), ...args], { env });
  const opened = code === 0 || STOPPED.includes(code) || performance.now() - started >= OPENED_AFTER_MS;
  return opened ? code : undefined;
}
