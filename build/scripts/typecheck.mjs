/** `npm run typecheck`: every folder against its own tsconfig, so that code for the wrong runtime is a compile error. */
import { join } from 'node:path';
import { root } from './root.mjs';
import { run } from './run.mjs';

const projects = ['db/domain', 'db', 'electron', 'electron/preload', 'renderer', 'build', 'test'];
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');

const failed = [];
for (const project of projects) {
  if ((await run(process.execPath, [tsc, '-p', `${project}/tsconfig.json`])) !== 0) failed.push(project);
}
console.error(
  failed.length === 0
    ? `类型检查通过 Types are sound: ${projects.join(', ')}`
    : `类型错误 Type errors in: ${failed.join(', ')}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
