import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where the platform keeps a program's data. */
export const defaultDataDir = (
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string => {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'CareDesk');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'CareDesk');
  const base = env['XDG_DATA_HOME'];
  return join(base?.startsWith('/') ? base : join(homedir(), '.local', 'share'), 'caredesk');
};

export const dataDirOf = (given: string | undefined): string =>
  given === undefined ? defaultDataDir() : resolve(given);

export const holdsStore = (dataDir: string): boolean => existsSync(join(dataDir, 'caredesk.sqlite'));
