import { existsSync } from 'node:fs';
import type { InlineConfig } from 'vite';
import { root } from '../scripts/root.mjs';

/** The host's command line, its entry in the shell's utility process, and its worker threads: each an entry beside the others, so that `workerUrl` finds it by name. */
const ENTRIES: Record<string, string> = {
  caredesk: 'electron/host/caredesk.ts',
  utility: 'electron/host/utility.ts',
  storeThread: 'db/store/storeThread.ts',
  importWorker: 'db/store/importWorker.ts',
  exportWorker: 'db/store/exportWorker.ts',
};

/**
 * The host for plain Node: one flat folder of ES modules. Everything in plain JavaScript is bundled, which starts faster than reading
 * hundreds of files; better-sqlite3 has a binary and stays in node_modules, electron is the shell's.
 */
export function hostConfig(outDir: string): InlineConfig {
  const entries = Object.entries(ENTRIES).filter(([, file]) => existsSync(`${root}/${file}`));
  return {
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ssr: { target: 'node', noExternal: true, external: ['better-sqlite3', 'electron'] },
    build: {
      ssr: true,
      target: 'node24',
      outDir,
      emptyOutDir: true,
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: Object.fromEntries(entries.map(([name, file]) => [name, `${root}/${file}`])),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  };
}
