import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../../build/scripts/root.mjs';
import { outFolder, parts } from '../../build/scripts/stale.mjs';
import { openPages } from '../../electron/main/pages.ts';
import { programFiles } from '../../electron/main/programFiles.ts';
import { tempFolder } from '../contract/desk.ts';
import { openShellInNode } from './shellInNode.ts';

interface Config {
  readonly [name: string]: unknown;
  readonly extraMetadata: { readonly main: string };
}

/** electron-builder's own reader of its configuration, and its own judge. */
const builder: {
  getConfig(folder: string, file: string, options: null): Promise<Config>;
  validateConfiguration(config: object, log: object): Promise<void>;
} = createRequire(import.meta.url)(join(root, 'node_modules/app-builder-lib/out/util/config/config.js'));

const configFile = 'build/electron-builder.yml';
const read = () => builder.getConfig(root, configFile, null);
const validate = (config: object) => builder.validateConfiguration(config, { isEnabled: false, add: () => {} });

describe('electron-builder.yml', () => {
  it('is as electron-builder wants it', async () => {
    await validate(await read());
  });
  it('would be refused with a word that it does not know', async () => {
    await expect(validate({ ...(await read()), asarUnpak: [] })).rejects.toThrow('asarUnpak');
  });
  it('never compiles, and never takes the store’s data away', async () => {
    expect(await read()).toMatchObject({
      npmRebuild: false,
      nsis: { deleteAppDataOnUninstall: false },
      extraMetadata: { main: 'build/out/main/main.js' },
    });
  });
});

/** `npm test` builds first; by itself this packs whatever was built last. */
describe('the program put together', () => {
  beforeEach(({ skip }) => {
    skip(!parts.every((part) => existsSync(outFolder(part))), 'nothing is built: npm run build');
    skip(process.platform !== 'linux', 'packs for Linux, around a stand-in for the runtime');
  });
  const folder = tempFolder('package');
  afterAll(() => folder.remove());

  it('holds what runs and no more, and its host runs from it', async () => {
    const resources = pack(folder.path);
    const unpacked = join(resources, 'app.asar.unpacked');
    expect(readdirSync(resources)).toEqual(expect.arrayContaining(['app.asar', 'app.asar.unpacked']));
    expect(readdirSync(join(unpacked, 'node_modules'))).toEqual(['better-sqlite3']);
    expect(readdirSync(join(unpacked, 'node_modules', 'better-sqlite3', 'prebuilds'))).toHaveLength(1);
    expect(readdirSync(join(resources, '..', 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak']);

    const asar = createRequire(import.meta.url)(join(root, 'node_modules/@electron/asar'));
    const packed: string[] = asar.listPackage(join(resources, 'app.asar'), { isPack: false });
    const files = packed.map((file) => file.replaceAll('\\', '/'));
    expect(files).toEqual(
      expect.arrayContaining([
        '/package.json',
        '/build/out/main/main.js',
        '/build/out/preload/preload.cjs',
        '/build/icons/icon.png',
      ]),
    );
    expect(files.filter((file) => /\.(ts|tsx|map)$|\/\.stamp$|^\/(db|electron|renderer|test)\b/.test(file))).toEqual(
      [],
    );

    const { host, pages } = programFiles(join(resources, 'app.asar', 'build', 'out', 'main'));
    expect((await (await openPages(pages))({ url: 'app://caredesk/', method: 'GET' } as Request)).status).toBe(200);
    const shell = openShellInNode(join(folder.path, 'data'), { file: host });
    expect(await shell.newDesk().client.session.state({})).toMatchObject({ setup: true });
    await shell.close();
  });
});

/** Packs around a runtime that is none, for the real one may not be here; gives the folder of resources. */
const pack = (folder: string): string => {
  const runtime = join(folder, 'runtime');
  mkdirSync(join(runtime, 'locales'), { recursive: true });
  mkdirSync(join(runtime, 'resources'));
  for (const name of [
    'LICENSE',
    'LICENSES.chromium.html',
    'version',
    'locales/zh-CN.pak',
    'locales/en-US.pak',
    'locales/fr.pak',
  ])
    writeFileSync(join(runtime, name), '');
  writeFileSync(join(runtime, 'electron'), '#!/bin/sh\n');
  chmodSync(join(runtime, 'electron'), 0o755);
  const output = join(folder, 'out');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules', 'electron-builder', 'cli.js'),
      ...['--config', configFile, '--dir', '--linux'],
      ...[`-c.electronDist=${runtime}`, `-c.directories.output=${output}`],
    ],
    { cwd: root, encoding: 'utf8' },
  );
  expect(status, `${stdout}${stderr}`).toBe(0);
  const unpacked = readdirSync(output).find((name) => name.endsWith('unpacked'));
  return join(output, unpacked ?? '', 'resources');
};
