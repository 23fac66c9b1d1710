import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface LaunchArguments {
  readonly dataDir: string;
  readonly demo: boolean;
  readonly httpPort: number | null;
}

/**
 * `--data DIR`, `--demo`, `--port N` as `caredesk desk` takes them. Whatever else Electron, Chromium or the system put there is
 * left alone.
 */
export const launchArguments = (args: readonly string[], defaultDataDir: string): LaunchArguments => {
  const { values } = parseArgs({
    args: [...args],
    options: { data: { type: 'string' }, demo: { type: 'boolean' }, port: { type: 'string' } },
    allowPositionals: true,
    strict: false,
  });
  const { data, demo, port } = values;
  const base = typeof data === 'string' && data !== '' ? resolve(data) : defaultDataDir;
  const number = typeof port === 'string' && /^\d{1,5}$/.test(port) ? Number(port) : null;
  return {
    dataDir: demo === true ? join(base, 'demo') : base,
    demo: demo === true,
    httpPort: number !== null && number <= 65_535 ? number : null,
  };
};
