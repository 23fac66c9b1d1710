#!/usr/bin/env node
/**
 * The `caredesk` command: the built host where it is fresh, else the host's source through Node's type stripping.
 * Under a Node that is too old it starts itself again under the packaged one.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { packagedNode, thisNodeWillDo } from './packagedNode.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';
import { isStale, outFolder } from './stale.mjs';

const node = packagedNode();
if (thisNodeWillDo()) {
  const entry = hostEntry();
  // The host reads its arguments as if it had been started itself.
  process.argv[1] = entry;
  await import(pathToFileURL(entry).href);
} else if (node) {
  const self = fileURLToPath(import.meta.url);
  process.exitCode = await run(node, [self, ...process.argv.slice(2)], { cwd: process.cwd() });
} else {
  console.error(`CareDesk 需要 Node 24，请先在 ${root} 运行 npm ci。 CareDesk needs Node 24: run npm ci there first.`);
  process.exitCode = 1;
}

function hostEntry() {
  const built = join(outFolder('host'), 'caredesk.js');
  const source = join(root, 'electron', 'host', 'caredesk.ts');
  return existsSync(built) && (!existsSync(source) || !isStale('host')) ? built : source;
}
