import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';

/**
 * Brings what the tests need beside the dependencies: a Chromium, Chinese fonts and zbar (which reads printed codes). Debian and its
 * like get them from apt where this user may; elsewhere the fonts are part of the system and the browser is Playwright's.
 * @returns {Promise<string | undefined>} path of the browser
 */
export async function ensureTestTools() {
  const missing = [];
  if (!(await findChromium())) missing.push('chromium');
  if (process.platform === 'linux' && !hasChineseFont()) missing.push('fonts-noto-cjk');
  if (process.platform === 'linux' && !answers('zbarimg', ['--version'])) missing.push('zbar-tools');
  if (missing.length > 0) await aptInstall(missing);
  if (!(await findChromium())) {
    console.error('正在下载测试浏览器… Fetching the test browser…');
    await run(process.execPath, [join(root, 'node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium']);
  }
  if (process.platform === 'linux' && !hasChineseFont()) {
    console.error('未找到中文字体。 No Chinese font was found: install Noto Sans CJK.');
  }
  return findChromium();
}

/** One package at a time, so that one which this system lacks does not keep out the others. @param {string[]} packages */
async function aptInstall(packages) {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (!existsSync('/usr/bin/apt-get') || (sudo.length > 0 && !answers('sudo', ['-n', 'true']))) return;
  console.error(`正在安装测试工具… Installing test tools: ${packages.join(', ')}`);
  /** @param {string[]} args */
  const apt = (...args) => {
    const [command = '', ...rest] = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args];
    return run(command, rest, { stdio: ['ignore', 'ignore', 'inherit'] });
  };
  await apt('update');
  for (const name of packages) await apt('install', '-y', '--no-install-recommends', name);
}

function hasChineseFont() {
  const fonts = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return fonts.status === 0 && fonts.stdout.trim() !== '';
}

/** Whether a program can be run. @param {string} command @param {string[]} args */
function answers(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
