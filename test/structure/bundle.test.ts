import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Manifest } from 'vite';
import { beforeEach, describe, expect, it } from 'vitest';
import { root } from './sourceFiles.ts';

const out = join(root, 'build', 'out', 'renderer');
const manifestFile = join(out, '.vite', 'manifest.json');
/** Folder of the feature that shows 今日, the first screen after log-in. */
const FIRST_SCREEN = /^features\/(home|today)\//;

/** `npm test` builds first; by itself this tests whatever was built last. */
describe('the built desk', () => {
  beforeEach(({ skip }) => skip(!existsSync(manifestFile), 'nothing is built: npm run build'));

  it('log-in and 今日 need at most 500 kB of JavaScript, gzipped', () => {
    const manifest: Manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
    const screens = Object.keys(manifest).filter((name) => manifest[name]?.isDynamicEntry && FIRST_SCREEN.test(name));
    expect(screens).not.toEqual([]);
    const sizes = filesOf(manifest, ['index.html', ...screens]).map((file) => {
      return { file, bytes: gzipSync(readFileSync(join(out, file))).length };
    });
    const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(total, JSON.stringify(sizes)).toBeLessThanOrEqual(500_000);
    expect(total).toBeGreaterThan(50_000);
  });

  it('its page has no inline script, so that a strict Content-Security-Policy holds', () => {
    const html = readFileSync(join(out, 'index.html'), 'utf8');
    const scripts = html.match(/<script[^>]*>[\s\S]*?<\/script>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((script) => !/^<script[^>]* src="[^"]+"[^>]*><\/script>$/.test(script))).toEqual([]);
    expect(html).not.toMatch(/ on\w+=/);
  });
});

/** Files that a browser fetches to run some entries, without what those load later. */
function filesOf(manifest: Manifest, names: string[]): string[] {
  const reached = new Set(names);
  for (const name of reached) {
    for (const imported of manifest[name]?.imports ?? []) reached.add(imported);
  }
  return [...new Set([...reached].flatMap((name) => manifest[name]?.file ?? []))];
}
