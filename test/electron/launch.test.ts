import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { deskKind } from '../../build/scripts/deskKind.mjs';
import { electronProgram, releaseHostAnswers } from '../../build/scripts/electronRuntime.mjs';
import { launchArguments } from '../../electron/main/launchArguments.ts';
import { programFiles } from '../../electron/main/programFiles.ts';
import { afterCrash } from '../../electron/main/renderCrash.ts';
import { tempFolder } from '../contract/desk.ts';

describe('what the shell is started with', () => {
  const usual = { dataDir: '/usual', demo: false, httpPort: null };
  it('is read, and what others put there is left alone', () => {
    expect(launchArguments([], '/usual')).toEqual(usual);
    expect(launchArguments(['main.js', '--data', 'x', '--port', '6000'], '/usual')).toEqual({
      ...usual,
      dataDir: resolve('x'),
      httpPort: 6000,
    });
    expect(launchArguments(['.', '--demo', '--data=/d'], '/usual')).toEqual({
      ...usual,
      dataDir: '/d/demo',
      demo: true,
    });
    expect(
      launchArguments(['--remote-debugging-port=0', '--inspect=0', '-psn_0_1', '--no-sandbox', 'a file'], '/usual'),
    ).toEqual(usual);
    expect(launchArguments(['--port', '70000'], '/usual')).toEqual(usual);
    expect(launchArguments(['--port', '80x', '--data='], '/usual')).toEqual(usual);
  });
});

describe('where the program’s parts lie', () => {
  it('beside the main process, from a build', () => {
    expect(programFiles('/p/build/out/main')).toEqual({
      preload: '/p/build/out/preload/preload.cjs',
      host: '/p/build/out/host/utility.js',
      pages: '/p/build/out/renderer',
      icon: '/p/build/icons/icon.png',
    });
  });
  it('outside the archive where threads and processes start from them', () => {
    expect(programFiles('/o/resources/app.asar/build/out/main')).toEqual({
      preload: '/o/resources/app.asar/build/out/preload/preload.cjs',
      host: '/o/resources/app.asar.unpacked/build/out/host/utility.js',
      pages: '/o/resources/app.asar.unpacked/build/out/renderer',
      icon: '/o/resources/app.asar/build/icons/icon.png',
    });
  });
});

describe('a page that crashes', () => {
  it('begins anew, and asks once it keeps on', () => {
    expect(afterCrash([0])).toBe('reload');
    expect(afterCrash([0, 10, 20])).toBe('reload');
    expect(afterCrash([0, 10, 20, 30])).toBe('ask');
    expect(afterCrash([0, 10, 20, 70_000])).toBe('reload');
  });
});

describe('npm start', () => {
  const desktop = { platform: 'linux', env: { DISPLAY: ':0' }, isRoot: false } as const;
  it('opens the shell where there is a display', () => {
    expect(deskKind([], desktop)).toEqual({ kind: 'shell' });
    expect(deskKind(['--demo'], { ...desktop, env: { WAYLAND_DISPLAY: 'wayland-0' } })).toEqual({ kind: 'shell' });
    expect(deskKind([], { platform: 'win32', env: {}, isRoot: false })).toEqual({ kind: 'shell' });
    expect(deskKind([], { platform: 'darwin', env: {}, isRoot: true })).toEqual({ kind: 'shell' });
  });
  it('serves the browser desk where asked, and says why where it was not', () => {
    expect(deskKind(['--browser'], desktop)).toEqual({ kind: 'browser' });
    expect(deskKind(['--no-open'], desktop)).toEqual({ kind: 'browser' });
    expect(deskKind([], { ...desktop, env: {} })).toMatchObject({ because: expect.stringContaining('No display') });
    expect(deskKind([], { ...desktop, isRoot: true })).toMatchObject({ because: expect.stringContaining('root') });
  });
});

describe('the runtime', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('is found where it was put', () => {
    const folder = tempFolder('runtime');
    const env = { ELECTRON_OVERRIDE_DIST_PATH: folder.path };
    expect(electronProgram(env, 'linux')).toBeUndefined();
    mkdirSync(join(folder.path, 'Electron.app/Contents/MacOS'), { recursive: true });
    for (const name of ['electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron'])
      writeFileSync(join(folder.path, name), '');
    expect(electronProgram(env, 'linux')).toBe(join(folder.path, 'electron'));
    expect(electronProgram(env, 'win32')).toBe(join(folder.path, 'electron.exe'));
    expect(electronProgram(env, 'darwin')).toBe(join(folder.path, 'Electron.app/Contents/MacOS/Electron'));
    folder.remove();
  });

  it('is fetched only where its host has it', async () => {
    const asked: string[] = [];
    let status = 200;
    const server = createServer(({ method, url }, answer) => {
      asked.push(`${method} ${url}`);
      answer.writeHead(status).end();
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    vi.stubEnv('ELECTRON_MIRROR', `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    vi.stubEnv('npm_config_electron_mirror', undefined);
    expect(await releaseHostAnswers()).toBe(true);
    expect(asked).toEqual([expect.stringMatching(/^HEAD \/v[\d.]+\/electron-v[\d.]+-\w+-\w+\.zip$/)]);
    status = 404;
    expect(await releaseHostAnswers()).toBe(false);
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
    expect(await releaseHostAnswers()).toBe(false);
  });
});
