import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';

const slowMs = 40;
const mostBytes = 1_000_000;

export interface SlowLog {
  /** A call that took longer than 40 ms is put down by name; its input is not. */
  note(name: string, ms: number): void;
}

/** `DIR/logs/slow.jsonl`, one line a slow call, at most two files of a megabyte. A log that cannot be written is let go. */
export const slowLog = (dataDir: string, now: () => number): SlowLog => {
  const file = join(dataDir, 'logs', 'slow.jsonl');
  let writing: Promise<void> = Promise.resolve();
  const write = async (line: string): Promise<void> => {
    await mkdir(join(dataDir, 'logs'), { recursive: true });
    const size = await stat(file).then(
      (found) => found.size,
      () => 0,
    );
    if (size > mostBytes) await rename(file, `${file}.1`);
    await appendFile(file, line);
  };
  return {
    note: (name, ms) => {
      if (ms <= slowMs) return;
      const line = `${JSON.stringify({ at: new Date(now()).toISOString(), name, ms: Math.round(ms) })}\n`;
      writing = writing.then(() => write(line)).catch(() => undefined);
    },
  };
};
