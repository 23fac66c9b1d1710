import { builtinModules } from 'node:module';
import type { InlineConfig } from 'vite';
import { root } from '../scripts/root.mjs';

/** The shell's main process: one ES module. All but Electron and Node is bundled; neither SQL nor the API gets in. */
export function mainConfig(outDir: string): InlineConfig {
  return {
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ssr: { target: 'node', noExternal: true, external: ['electron', ...builtinModules] },
    build: {
      ssr: true,
      target: 'node24',
      outDir,
      emptyOutDir: true,
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: { main: `${root}/electron/main/main.ts` },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  };
}
