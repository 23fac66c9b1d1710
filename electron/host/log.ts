import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import electronLog from 'electron-log/node';

/** What the host writes down: names of entries, codes, times, stacks. Never an input, a name, a number or a plate. */
export interface Log {
  info(message: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
  warn(message: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
  error(message: string, facts?: Readonly<Record<string, string | number | boolean>>, error?: unknown): void;
}

const kept = 5;
const maxBytes = 2 * 1024 * 1024;

/** Moves NAME.3.log to NAME.4.log and so on; the oldest goes. A log that cannot be moved is written over. */
const rotate = (file: string): void => {
  const numbered = (n: number): string => file.replace(/\.log$/, `.${n}.log`);
  try {
    rmSync(numbered(kept), { force: true });
    for (let n = kept - 1; n >= 1; n--) {
      try {
        renameSync(numbered(n), numbered(n + 1));
      } catch {
        // not there yet
      }
    }
    renameSync(file, numbered(1));
  } catch {
    rmSync(file, { force: true });
  }
};

const line = (message: string, facts: Readonly<Record<string, string | number | boolean>> = {}): string =>
  [message, ...Object.entries(facts).map(([key, value]) => `${key}=${value}`)].join(' ');

const stackOf = (error: unknown): string =>
  error instanceof Error
    ? `${error.stack ?? error.message}${error.cause ? `\ncaused by ${stackOf(error.cause)}` : ''}`
    : String(error);

/**
 * `DIR/logs/NAME.log`, 2 MB, and the five before it; a process that writes beside another has a name of its own. Nothing goes
 * to stdout: that belongs to `--json`.
 */
export const openLog = (dataDir: string, name = 'caredesk'): Log => {
  const folder = join(dataDir, 'logs');
  const path = join(folder, `${name}.log`);
  const logger = electronLog.create({ logId: path });
  logger.transports.console.level = false;
  const { file } = logger.transports;
  try {
    mkdirSync(folder, { recursive: true });
    file.resolvePathFn = () => path;
    file.maxSize = maxBytes;
    file.archiveLogFn = (old) => rotate(old.toString());
    file.level = 'info';
  } catch {
    // a folder that cannot be written to is told by the store, in words; the log alone must not stop anything
    file.level = false;
  }
  return {
    info: (message, facts) => logger.info(line(message, facts)),
    warn: (message, facts) => logger.warn(line(message, facts)),
    error: (message, facts, error) =>
      logger.error(error === undefined ? line(message, facts) : `${line(message, facts)}\n${stackOf(error)}`),
  };
};

export const noLog: Log = { info: () => {}, warn: () => {}, error: () => {} };
