import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { writeTable } from '../../../db/files/writeTable.ts';
import { openConnection } from '../../../db/store/connection.ts';
import { storeFileOf } from '../../../db/store/storeFile.ts';
import { bareImport } from '../bareImport.ts';
import { buildDesk, type DeskProcess, startDesk } from '../deskProcess.ts';
import { importHeader, importRow } from '../importRows.ts';
import { type Bench, type Part, sizeName } from '../part.ts';
import type { Measured } from '../row.ts';
import { queryKinds } from '../searchTerms.ts';

const customers = 100_000;
const importedRows = 100_000;
const searchEveryMs = 50;
const writeEveryMs = 250;

interface DeskLife {
  readonly searches: number[];
  readonly writes: number[];
  end(): Promise<void>;
}

/** A desk that goes on working meanwhile: a search every twentieth of a second, a note every quarter. */
const deskLife = (desk: DeskProcess, words: readonly string[], customerId: string): DeskLife => {
  const searches: number[] = [];
  const writes: number[] = [];
  let over = false;
  const again = async (times: number[], everyMs: number, work: (turn: number) => Promise<unknown>): Promise<void> => {
    for (let turn = 0; !over; turn++) {
      const from = performance.now();
      await work(turn);
      times.push(performance.now() - from);
      await pause(everyMs);
    }
  };
  const working = Promise.all([
    again(searches, searchEveryMs, (turn) => desk.get('customers/search', { q: words[turn % words.length] ?? '' })),
    again(writes, writeEveryMs, (turn) =>
      desk.post('customers/addNote', { requestId: randomUUID(), id: customerId, text: `来电 ${turn}` }),
    ),
  ]);
  // told at the end; until then nobody listens
  working.catch(() => undefined);
  return {
    searches,
    writes,
    end: async () => {
      over = true;
      await working;
    },
  };
};

const untilStaged = async (desk: DeskProcess, importId: string): Promise<void> => {
  for (;;) {
    const state = (await desk.get('imports/state', { importId })) as { state: string; error: unknown };
    if (state.state === 'staged') return;
    if (state.state !== 'staging') throw new Error(`import ${state.state}: ${JSON.stringify(state.error)}`);
    await pause(100);
  }
};

const untilFound = async (desk: DeskProcess, q: string): Promise<void> => {
  for (;;) {
    const { hits } = (await desk.get('customers/search', { q })) as { hits: unknown[] };
    if (hits.length > 0) return;
    await pause(100);
  }
};

const measure = async (bench: Bench, file: string, rows: number): Promise<Measured[]> => {
  const dir = await bench.copyOf(customers);
  const reading = openConnection(storeFileOf(dir), { readonly: true });
  const words = queryKinds(reading, 40).flatMap((kind) => kind.words);
  const customerId = reading.prepare<[], string>('SELECT id FROM customer LIMIT 1').pluck(true).get() ?? '';
  reading.close();
  const desk = await startDesk(dir);
  try {
    await desk.login('jingli');
    for (const q of words.slice(0, 200)) await desk.get('customers/search', { q });
    const life = deskLife(desk, words, customerId);
    const from = performance.now();
    const uploadId = await desk.upload(file);
    const { importId } = (await desk.post('imports/stage', {
      uploadId,
      kind: 'customers',
      fileName: 'bench.xlsx',
    })) as {
      importId: string;
    };
    await untilStaged(desk, importId);
    const staged = performance.now();
    const summary = (await desk.post('imports/apply', { importId })) as { created: number };
    const applied = performance.now();
    if (summary.created !== rows) throw new Error(`import: ${JSON.stringify(summary)}`);
    const lastVin = String(importRow(rows - 1)[5]);
    await untilFound(desk, lastVin.slice(-8));
    const found = performance.now();
    await life.end();
    const peak = desk.peakMb();
    bench.say(
      `  staged ${((staged - from) / 1000).toFixed(1)} s, applied ${((applied - staged) / 1000).toFixed(1)} s, ` +
        `searchable ${((found - applied) / 1000).toFixed(1)} s later; ${life.searches.length} searches, ${life.writes.length} writes`,
    );
    const size = `${sizeName(rows)} × ${importHeader.length}`;
    return [
      {
        name: `import ${size}`,
        unit: 's',
        samples: [(applied - from) / 1000],
        bare: [await bare(bench, rows)],
        bound: 60,
      },
      { name: `import ${size}: last row found after`, unit: 's', samples: [(found - from) / 1000] },
      ...(peak === null ? [] : [{ name: `import ${size}: memory`, unit: 'MB' as const, samples: [peak], bound: 1200 }]),
      { name: 'search during import', samples: life.searches, bound: 50, judged: 'p95' },
      { name: 'wait of a write during import', unit: 's', samples: [Math.max(...life.writes) / 1000], bound: 10 },
    ];
  } finally {
    await desk.stop();
  }
};

/** Seconds in which the same rows can be written and indexed. */
const bare = async (bench: Bench, rows: number): Promise<number> => {
  const connection = openConnection(storeFileOf(await bench.copyOf(customers)));
  const cells = Array.from({ length: rows }, (_, index) => importRow(index));
  const from = performance.now();
  bareImport(connection, cells);
  const seconds = (performance.now() - from) / 1000;
  connection.close();
  return seconds;
};

/** An old system's export comes in while the desk works on: how long, how much memory, who has to wait. */
export const importFile: Part = {
  name: 'import',
  run: async (bench) => {
    await buildDesk();
    const rows = bench.small ? 300 : importedRows;
    const file = join(bench.folder('import'), 'customers.xlsx');
    const cells = function* (): Generator<(string | number)[]> {
      for (let index = 0; index < rows; index++) yield importRow(index);
    };
    await writeTable(file, 'xlsx', { header: importHeader, rows: cells() });
    return measure(bench, file, rows);
  },
};
