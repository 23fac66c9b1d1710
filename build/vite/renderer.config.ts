import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';
import packageJson from '../../package.json' with { type: 'json' };
import { root } from '../scripts/root.mjs';

/**
 * The desk's pages: relative addresses (the host serves them over HTTP, the shell from its own scheme), no inlined scripts, fonts or
 * images (a strict Content-Security-Policy holds), and libraries grouped by which screens need them.
 */
export function rendererConfig(outDir: string): InlineConfig {
  return {
    root: `${root}/renderer`,
    base: './',
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [react()],
    define: { 'import.meta.env.CAREDESK_VERSION': JSON.stringify(packageJson.version) },
    build: {
      target: 'chrome120',
      outDir,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      manifest: true,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1200,
      rolldownOptions: {
        output: {
          // A library chunk's own name lists every screen that needs it.
          chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
          codeSplitting: {
            groups: [
              {
                name: 'library',
                test: /[\\/]node_modules[\\/]/,
                entriesAware: true,
                entriesAwareMergeThreshold: 24_000,
              },
            ],
          },
        },
      },
    },
  };
}
