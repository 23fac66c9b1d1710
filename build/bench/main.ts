import type { Bench, Part } from './part.ts';
import { award } from './parts/award.ts';
import { boardMove } from './parts/boardMove.ts';
import { duplicates } from './parts/duplicates.ts';
import { hostStart } from './parts/hostStart.ts';
import { importFile } from './parts/importFile.ts';
import { keyToPaint } from './parts/keyToPaint.ts';
import { lapse } from './parts/lapse.ts';
import { liability } from './parts/liability.ts';
import { pages } from './parts/pages.ts';
import { printCards } from './parts/printCards.ts';
import { redeem } from './parts/redeem.ts';
import { sandbox } from './parts/sandbox.ts';
import { search } from './parts/search.ts';
import { tasks } from './parts/tasks.ts';
import { visitEntry } from './parts/visitEntry.ts';
import { type Row, rowOf } from './row.ts';
import { keptStores, runFolders } from './stores.ts';
import { tableOf } from './table.ts';

/**
 * `npm run bench -- [--json] [--only NAME] [--small]`: what matters, each as a number and as a ratio to the same work done with
 * bare better-sqlite3 in the same run. Exits 1 where a bound is missed. `--only` runs one part (several: `search,pages`),
 * `--small` a quick pass over 2,000 customers that judges no time.
 */
const parts: readonly Part[] = [
  ...[search, pages, visitEntry, boardMove, hostStart, keyToPaint, importFile, duplicates],
  ...[award, redeem, lapse, sandbox, liability, printCards, tasks],
];

const usage = (problem: string): never => {
  console.error(`${problem}\nnpm run bench -- [--json] [--only ${parts.map((part) => part.name).join('|')}] [--small]`);
  process.exit(2);
};

const chosenParts = (args: readonly string[]): readonly Part[] => {
  const at = args.indexOf('--only');
  if (at < 0) return parts;
  const names = (args[at + 1] ?? '').split(',');
  const unknown = names.find((name) => !parts.some((part) => part.name === name));
  if (unknown !== undefined) usage(`no part ${unknown}`);
  return parts.filter((part) => names.includes(part.name));
};

const args = process.argv.slice(2);
const odd = args.find((arg, at) => !['--json', '--only', '--small'].includes(arg) && args[at - 1] !== '--only');
if (odd) usage(`unknown: ${odd}`);
const chosen = chosenParts(args);
const small = args.includes('--small');
const say = (text: string): void => console.error(text);
const store = keptStores(say);
const folders = runFolders();
const sizeOf = (customers: number): number => (small ? 2000 : customers);
const bench: Bench = {
  small,
  store: (customers) => store(sizeOf(customers)),
  copyOf: async (customers) => folders.copyOf(await store(sizeOf(customers))),
  sizeOf,
  folder: folders.folder,
  samples: (many) => (small ? Math.min(20, many) : many),
  say,
};

const rows: Row[] = [];
let failed = false;
try {
  for (const part of chosen) {
    say(`── ${part.name}`);
    try {
      for (const measured of await part.run(bench)) rows.push(rowOf(measured, !small));
    } catch (error) {
      // the other parts' figures are worth having
      failed = true;
      say(`${part.name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }
} finally {
  folders.remove();
}
console.log(args.includes('--json') ? JSON.stringify(rows, null, 1) : tableOf(rows));
process.exitCode = failed || rows.some((row) => !row.ok) ? 1 : 0;
