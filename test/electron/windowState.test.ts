import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readKept, writeKept } from '../../electron/main/keptFile.ts';
import { windowOptions } from '../../electron/main/windowOptions.ts';
import { type Bounds, parseWindowState, placeWindow } from '../../electron/main/windowState.ts';
import { tempFolder } from '../contract/desk.ts';

const desk: Bounds = { x: 0, y: 0, width: 1366, height: 728 };
const wide: Bounds = { x: 1366, y: -200, width: 2560, height: 1400 };

describe('what an earlier run has left', () => {
  it('is read', () => {
    const state = { bounds: { x: 10, y: -20, width: 1200, height: 700 }, maximized: true };
    expect(parseWindowState(JSON.stringify(state))).toEqual(state);
  });
  it.each([
    null,
    '',
    '{',
    'null',
    '5',
    '[]',
    '{}',
    '{"bounds":null}',
    '{"bounds":{"x":0,"y":0,"width":0,"height":5}}',
    '{"bounds":{"x":0.5,"y":0,"width":9,"height":5}}',
    '{"bounds":{"x":"0","y":0,"width":9,"height":5}}',
    '{"bounds":{"x":0,"y":0,"width":1e400,"height":5}}',
  ])('%s is no use', (text) => {
    expect(parseWindowState(text)).toBeNull();
  });
  it('is kept whole, and a folder that cannot be written stops nothing', () => {
    const folder = tempFolder('kept');
    const file = join(folder.path, 'deep', 'window.json');
    expect(readKept(file)).toBeNull();
    writeKept(file, '{"a":1}');
    expect(readFileSync(file, 'utf8')).toBe('{"a":1}');
    writeKept(join(file, 'below-a-file'), 'x');
    folder.remove();
  });
});

describe('where the window goes', () => {
  it('fills a small screen the first time, stands in the middle of a large one', () => {
    expect(placeWindow(null, [desk])).toMatchObject({ maximized: true });
    expect(placeWindow(null, [wide])).toEqual({
      bounds: { x: 1366 + 560, y: -200 + 250, width: 1440, height: 900 },
      maximized: false,
    });
  });
  it('back to where it was, on whichever screen', () => {
    const bounds = { x: 1500, y: -100, width: 1300, height: 800 };
    expect(placeWindow({ bounds, maximized: false }, [desk, wide])).toEqual({ bounds, maximized: false });
  });
  it('to the first screen where its own is gone', () => {
    const bounds = { x: 1500, y: -100, width: 1300, height: 700 };
    expect(placeWindow({ bounds, maximized: true }, [desk])).toEqual({
      bounds: { x: 33, y: 14, width: 1300, height: 700 },
      maximized: true,
    });
  });
  it('always fits its screen, and somebody can take hold of it', () => {
    const number = fc.integer({ min: -6000, max: 6000 });
    const screens = fc.array(
      fc.record({
        x: number,
        y: number,
        width: fc.integer({ min: 640, max: 5000 }),
        height: fc.integer({ min: 480, max: 3000 }),
      }),
      { minLength: 1, maxLength: 3 },
    );
    const state = fc.option(
      fc.record({
        bounds: fc.record({
          x: number,
          y: number,
          width: fc.integer({ min: 1, max: 9000 }),
          height: fc.integer({ min: 1, max: 9000 }),
        }),
        maximized: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(state, screens, (before, all) => {
        const { bounds } = placeWindow(before, all);
        const reached = all.some(
          (screen) =>
            bounds.width <= screen.width &&
            bounds.height <= screen.height &&
            Math.min(bounds.x + bounds.width, screen.x + screen.width) - Math.max(bounds.x, screen.x) >= 120 &&
            bounds.y >= screen.y &&
            bounds.y + 40 <= screen.y + screen.height,
        );
        expect(reached).toBe(true);
      }),
    );
  });
});

describe('the window', () => {
  const options = windowOptions({
    placed: { bounds: desk, maximized: false },
    title: '关怀台',
    dark: false,
    preload: '/x/preload.cjs',
    icon: null,
    withDevTools: false,
  });
  it('has a sandboxed page in a world of its own', () => {
    expect(options.webPreferences).toEqual({
      preload: '/x/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
      devTools: false,
    });
  });
  it('shows itself with its first picture', () => {
    expect(options).toMatchObject({ show: false, x: 0, y: 0, width: 1366, minWidth: 1024, title: '关怀台' });
  });
});
