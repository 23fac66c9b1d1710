import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './root.mjs';
import { run } from './run.mjs';

const folder = join(root, 'node_modules', 'electron');
const RELEASES = 'https://github.com/electron/electron/releases/download/';
/** How long the release host may take to answer at all. */
const ANSWER_MS = 10_000;
/** A download that brings nothing for so long has failed. */
const SILENCE_MS = 30_000;

/**
 * The Electron runtime's program, where it is installed: in `ELECTRON_OVERRIDE_DIST_PATH`, or where `install-electron` puts it.
 * @returns {string | undefined}
 */
export function electronProgram(env = process.env, platform = process.platform) {
  const program = join(env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), programName(platform));
  return existsSync(program) ? program : undefined;
}

/** @param {NodeJS.Platform} platform */
function programName(platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

/** Whether the host that has the runtime answers. @returns {Promise<boolean>} */
export async function releaseHostAnswers() {
  const mirror = process.env['npm_config_electron_mirror'] ?? process.env['ELECTRON_MIRROR'] ?? RELEASES;
  const version = electronVersion();
  const file = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  try {
    const answer = await fetch(`${mirror}v${version}/${file}`, {
      method: 'HEAD',
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

/**
 * Fetches the runtime, telling how far it is, and checks it against the checksums that came with the package.
 * @param {string} node the packaged Node
 * @returns {Promise<boolean>} whether it is installed now
 */
export async function fetchElectron(node) {
  const stop = new AbortController();
  let silence = setTimeout(() => stop.abort(), SILENCE_MS);
  /** @param {{ percent: number }} progress */
  const getProgressCallback = async ({ percent }) => {
    clearTimeout(silence);
    silence = setTimeout(() => stop.abort(), SILENCE_MS);
    tell(percent);
  };
  try {
    // Into the cache, from where the package's own installer unpacks it.
    const electronsOwn = createRequire(join(folder, 'install.js'));
    const { downloadArtifact } = await import(pathToFileURL(electronsOwn.resolve('@electron/get')).href);
    await downloadArtifact({
      version: electronVersion(),
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      checksums: JSON.parse(readFileSync(join(folder, 'checksums.json'), 'utf8')),
      downloadOptions: { quiet: true, signal: stop.signal, getProgressCallback },
    });
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : error}`);
    return false;
  } finally {
    clearTimeout(silence);
  }
  process.stderr.write('\n');
  return (await run(node, [join(folder, 'install.js')])) === 0 && electronProgram() !== undefined;
}

/** @param {number} part 0 to 1 */
function tell(part) {
  const percent = Math.floor(part * 100);
  if (percent === lastTold || (!process.stderr.isTTY && percent % 10 !== 0)) return;
  lastTold = percent;
  const line = `正在下载桌面窗口 Fetching the desk's window: ${percent} %`;
  process.stderr.write(process.stderr.isTTY ? `\r${line}` : `${line}\n`);
}
let lastTold = -1;

/** @returns {string} */
function electronVersion() {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
}
