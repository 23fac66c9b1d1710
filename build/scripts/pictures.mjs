/**
 * `npm run pictures`: every screen of the desk, empty, full and failing, at 1366×768 and 1920×1080, light and dark, into the git-ignored
 * `build/out/pictures`. `npm run pictures -- --en` takes the English ones, `-- -t NAME` those so named alone and beside
 * the others that are there.
 * `npm run pictures -- --help-sheet` takes those that F1 shows instead, into `renderer/app/helpPictures`, which is kept in git.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { packagedNode } from './packagedNode.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';
import { ensureTestTools } from './testTools.mjs';

const given = process.argv.slice(2);
const english = given.includes('--en');
const folder = join(root, 'build', 'out', 'pictures', english ? 'en' : 'zh-CN');
const forHelp = given.includes('--help-sheet');
const own = ['--en', '--help-sheet'];

if (await ensureInstalled()) {
  const node = packagedNode();
  if (!node) throw new Error('No Node 24 in node_modules');
  const chromium = await ensureTestTools();
  if (!forHelp && !given.includes('-t')) rmSync(folder, { recursive: true, force: true });
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const config = join(root, 'build', 'vite', 'pictures.config.ts');
  process.exitCode = await run(
    node,
    [vitest, 'run', '--config', config, ...given.filter((one) => !own.includes(one))],
    {
      env: {
        ...process.env,
        ...(chromium ? { CAREDESK_CHROMIUM: chromium } : {}),
        ...(english ? { PICTURES_LANGUAGE: 'en' } : {}),
        ...(forHelp ? { PICTURES_OF: 'help' } : {}),
      },
    },
  );
  console.log(
    `图片 Pictures: ${join(root, ...(forHelp ? ['renderer', 'app', 'helpPictures'] : ['build', 'out', 'pictures']))}`,
  );
} else {
  process.exitCode = 1;
}
