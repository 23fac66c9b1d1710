import { join } from 'node:path';
import { root } from './root.mjs';
import { run } from './run.mjs';
import { isStale, parts } from './stale.mjs';

/**
 * Builds what is stale.
 * @param {string} node the packaged Node
 * @returns {Promise<boolean>} whether everything is built now
 */
export async function ensureBuilt(node) {
  if (!parts.some(isStale)) return true;
  console.error('正在构建… Building…');
  return (await run(node, [join(root, 'build', 'scripts', 'build.mjs')])) === 0;
}
