import react from '@vitejs/plugin-react';
import type { InlineConfig, Plugin } from 'vite';
import packageJson from '../../package.json' with { type: 'json' };
import { root } from '../scripts/root.mjs';

/** The print font names each of its pieces in an old format too, which no browser that we run in asks for. */
const woff2Only: Plugin = {
  name: 'woff2-only',
  enforce: 'pre',
  transform: (code, id) =>
    /@fontsource[\\/].*\.css$/.test(id) ? code.replaceAll(/, url\([^)]+\.woff\) format\('woff'\)/g, '') : null,
};

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
    plugins: [react(), woff2Only],
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
        // what is printed has a page of its own: it needs little of the desk, and its styles are those of paper
        input: { index: `${root}/renderer/index.html`, print: `${root}/renderer/print.html` },
        output: {
          // A library chunk's own name lists every screen that needs it.
          chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
          codeSplitting: {
            groups: [
              // the first screen needs antd's words, and not the table that would else be in one chunk with them
              {
                name: 'locale',
                test: /[\\/]node_modules[\\/].*[\\/]locale[\\/]/,
                priority: 1,
              },
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
