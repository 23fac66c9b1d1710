import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_PROGRAMS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/**
 * The browser that the tests drive: `CAREDESK_CHROMIUM`, else an installed Chromium, Chrome or Edge, else Playwright's.
 * @returns {Promise<string | undefined>} path of the executable
 */
export async function findChromium() {
  const chosen = process.env['CAREDESK_CHROMIUM'];
  return [...(chosen ? [chosen] : []), ...usualPaths(), ...(await playwrightPaths())].find((path) => existsSync(path));
}

function usualPaths() {
  if (process.platform === 'darwin') {
    const folders = ['/Applications', join(homedir(), 'Applications')];
    return folders.flatMap((folder) => MAC_APPS.map((app) => join(folder, `${app}.app`, 'Contents', 'MacOS', app)));
  }
  if (process.platform === 'win32') {
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].map((name) => process.env[name] ?? '');
    return folders.filter(Boolean).flatMap((folder) => WINDOWS_PROGRAMS.map((program) => join(folder, program)));
  }
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter), '/snap/bin'];
  return COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
}

/** Playwright's own copy, where `playwright-core install chromium` has put one. */
async function playwrightPaths() {
  try {
    const { chromium } = await import('playwright-core');
    return [chromium.executablePath()];
  } catch {
    return [];
  }
}
