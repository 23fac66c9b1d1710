/**
 * `npm run build [-- renderer|host|main|preload] [--force]`: builds what is stale into build/out. Each part is built aside and then swapped in,
 * so that a failed build leaves the last good one.
 */
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packagedNode, thisNodeWillDo } from './packagedNode.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';
import { isStale, outFolder, parts, sourceHash, writeStamp } from './stale.mjs';

// React and the bundler listen to it; whoever calls this (a test runner, say) may have set another
process.env['NODE_ENV'] = 'production';

const args = process.argv.slice(2);
const node = packagedNode();
if (thisNodeWillDo()) {
  const named = parts.filter((part) => args.includes(part));
  for (const part of named.length > 0 ? named : parts) {
    if ((args.includes('--force') || isStale(part)) && !(await build(part))) process.exitCode = 1;
  }
} else if (node) {
  process.exitCode = await run(node, [fileURLToPath(import.meta.url), ...args]);
} else {
  console.error('请先运行 npm ci 安装依赖。 Run npm ci first.');
  process.exitCode = 1;
}

/** Whether it could be built; what was wrong goes to stderr. @param {import('./stale.mjs').Part} part */
async function build(part) {
  const started = performance.now();
  const hash = sourceHash(part);
  const aside = join(root, 'build', 'out', `.${part}-${process.pid}`);
  const { build: viteBuild } = await import('vite');
  try {
    await viteBuild(await configOf(part, aside));
    writeStamp(aside, hash);
    swapIn(aside, outFolder(part));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  console.error(`已构建 Built ${part} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  return true;
}

/**
 * Imported late: Node 20 reads this file too, but no TypeScript.
 * @param {import('./stale.mjs').Part} part
 * @param {string} outDir
 */
async function configOf(part, outDir) {
  switch (part) {
    case 'renderer':
      return (await import('../vite/renderer.config.ts')).rendererConfig(outDir);
    case 'host':
      return (await import('../vite/host.config.ts')).hostConfig(outDir);
    case 'main':
      return (await import('../vite/main.config.ts')).mainConfig(outDir);
    case 'preload':
      return (await import('../vite/preload.config.ts')).preloadConfig(outDir);
  }
}

/** @param {string} from @param {string} to */
function swapIn(from, to) {
  const old = `${from}-old`;
  mkdirSync(to, { recursive: true });
  renameSync(to, old);
  renameSync(from, to);
  rmSync(old, { recursive: true, force: true });
}
