/**
 * `npm test`: from a fresh clone to a verdict, on Node 20 as well: installs, builds, type-checks, lints, runs every test, and the
 * tests of days and stores in UTC and New York as well. `npm test -- store` builds and runs the tests so named alone.
 * The last line is always "N passed, N failed, N skipped"; a step that fails counts as one failed.
 */
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { packagedNode } from './packagedNode.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';
import { ensureTestTools } from './testTools.mjs';

/** @typedef {import('../vite/countReporter.ts').Counts} Counts */

/** The first run is in the system's own zone already. */
const OTHER_ZONES = ['UTC', 'America/New_York'].filter(
  (zone) => zone !== Intl.DateTimeFormat().resolvedOptions().timeZone,
);
const ZONED_FOLDERS = ['test/store/', 'test/domain/'];

/** @type {Counts} */
const total = { passed: 0, failed: 0, failures: [], late: [], skipped: [] };
/** What was done, a line each, told again at the end. @type {string[]} */
const summary = [];

try {
  await everything(process.argv.slice(2));
} catch (error) {
  console.error(error);
  total.failed++;
}
console.log(`\n${summary.join('\n')}`);
if (total.failures.length > 0) console.log(`失败 Failed:\n${total.failures.map((name) => `  ${name}`).join('\n')}`);
if (total.late.length > 0)
  console.log(`再试方过 Passed at a second try:\n${total.late.map((name) => `  ${name}`).join('\n')}`);
if (total.skipped.length > 0) console.log(`跳过 Skipped:\n${total.skipped.map((name) => `  ${name}`).join('\n')}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** @param {string[]} filters */
async function everything(filters) {
  if (!(await step('依赖 dependencies', ensureInstalled))) return;
  const node = packagedNode();
  if (!node) throw new Error('No Node 24 in node_modules');
  const chromium = await ensureTestTools();
  if (chromium) process.env['CAREDESK_CHROMIUM'] = chromium;

  /** @param {string[]} args of Node: a script and its arguments */
  const script = (...args) => run(node, args).then((code) => code === 0);
  if (filters.length > 0) {
    await step('构建 build', () => script('build/scripts/build.mjs'));
    await vitest(node, '测试 tests', filters);
    return;
  }
  await step('测试浏览器 test browser', async () => chromium !== undefined);
  await step('构建 build', () => script('build/scripts/build.mjs'));
  await step('类型 types', () => script('build/scripts/typecheck.mjs'));
  await step('规范 lint', () => script('node_modules/@biomejs/biome/bin/biome', 'check', '.'));
  await vitest(node, '测试 tests', ['--project', 'code']);
  // journeys leave much of a core idle, those that want the machine for themselves most: what looks at no clock takes it, at a low priority
  await Promise.all([journeys(node), besideJourneys(node)]);
}

/** @param {string} node */
async function journeys(node) {
  await vitest(node, '测试 tests alone', ['--project', 'alone']);
  await vitest(node, '测试 journeys', ['--project', 'journeys', '--project', 'walks']);
}

/** @param {string} node */
async function besideJourneys(node) {
  await Promise.all(OTHER_ZONES.map((zone) => vitest(node, `测试 tests TZ=${zone}`, ZONED_FOLDERS, zone)));
  if (existsSync(join(root, 'build', 'bench', 'main.ts'))) await bench(node);
}

/**
 * Does one step and counts it.
 * @param {string} name
 * @param {() => Promise<boolean>} work
 */
async function step(name, work) {
  heading(name);
  const started = performance.now();
  return count(name, await work(), started);
}

/**
 * @param {string} name
 * @param {boolean} ok
 * @param {number} started
 */
function count(name, ok, started) {
  if (ok) {
    total.passed++;
  } else {
    total.failed++;
    total.failures.push(name);
  }
  summary.push(`${ok ? '✓' : '✗'} ${name} (${seconds(started)})`);
  return ok;
}

/**
 * Runs vitest and adds its counts; a run that leaves none behind (it could not start, or died) counts as one failed. One in another
 * zone runs beside others, so what it says is kept until it is done.
 * @param {string} node
 * @param {string} name
 * @param {string[]} args filters and options of vitest
 * @param {string} [zone] a TZ; the system's if not given
 */
async function vitest(node, name, args, zone) {
  if (!zone) heading(name);
  const started = performance.now();
  const out = join(root, 'build', 'out');
  mkdirSync(out, { recursive: true });
  const mark = `${process.pid}-${(zone ?? 'own').replace('/', '-')}`;
  const file = join(out, `.counts-${mark}.json`);
  const env = { ...process.env, CAREDESK_COUNTS: file, ...(zone ? { TZ: zone } : {}) };
  const program = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'build/vite/vitest.config.ts', ...args];
  const code = zone
    ? await beside(node, program, env, name, join(out, `.said-${mark}.log`))
    : await run(node, program, { env });
  /** @type {Counts} */
  const counts = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { passed: 0, failed: 0, failures: [], late: [], skipped: [] };
  rmSync(file, { force: true });
  const failed = code !== 0 && counts.failed === 0 ? 1 : counts.failed;
  total.passed += counts.passed;
  total.failed += failed;
  total.failures.push(...(failed > counts.failed ? [`${name}: ended with ${code}`] : counts.failures));
  total.late.push(...counts.late);
  total.skipped.push(...counts.skipped.map((skipped) => (zone ? `TZ=${zone} ${skipped}` : skipped)));
  const outcome = `${counts.passed} passed, ${failed} failed, ${counts.skipped.length} skipped`;
  summary.push(`${failed === 0 ? '✓' : '✗'} ${name}: ${outcome} (${seconds(started)})`);
}

/**
 * A run beside others, at a low priority; what it says comes once it is done, but for what goes to a file of its own.
 * @param {string} node
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name
 * @param {string} said the file that holds what it says meanwhile
 * @param {number} [output] the open file that its standard output goes to
 */
async function beside(node, args, env, name, said, output) {
  const file = openSync(said, 'w');
  try {
    return await run(node, args, {
      env,
      stdio: ['ignore', output ?? file, file],
      priority: constants.priority.PRIORITY_BELOW_NORMAL,
    });
  } finally {
    closeSync(file);
    heading(name);
    console.log(readFileSync(said, 'utf8'));
    rmSync(said, { force: true });
  }
}

/** The quick pass: every part must work, its times are not judged. Its figures stay in build/out/bench.json. @param {string} node */
async function bench(node) {
  const name = '性能 bench --small';
  const started = performance.now();
  const out = join(root, 'build', 'out');
  const figures = openSync(join(out, 'bench.json'), 'w');
  try {
    const program = ['build/bench/main.ts', '--small', '--json'];
    const said = join(out, `.said-${process.pid}-bench.log`);
    count(name, (await beside(node, program, process.env, name, said, figures)) === 0, started);
  } finally {
    closeSync(figures);
  }
}

/** @param {string} name */
function heading(name) {
  console.log(`\n── ${name} ──`);
}

/** @param {number} started */
function seconds(started) {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}
