import type { InlineConfig } from 'vite';
import { root } from '../scripts/root.mjs';

/** The preload: one CommonJS file that asks for `electron` alone, which is all that a sandboxed page's preload may have. */
export function preloadConfig(outDir: string): InlineConfig {
  return {
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ssr: { target: 'node', noExternal: true, external: ['electron'] },
    build: {
      ssr: true,
      target: 'chrome140',
      outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input: { preload: `${root}/electron/preload/preload.ts` },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  };
}
