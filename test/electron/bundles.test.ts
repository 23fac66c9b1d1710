import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { beforeEach, describe, expect, it } from 'vitest';
import { outFolder } from '../../build/scripts/stale.mjs';
import { tempFolder } from '../contract/desk.ts';
import { syntaxOf } from '../structure/syntax.ts';
import { openShellInNode } from './shellInNode.ts';

const main = join(outFolder('main'), 'main.js');
const preload = join(outFolder('preload'), 'preload.cjs');
const utility = join(outFolder('host'), 'utility.js');

/** `npm test` builds first; by itself this tests whatever was built last. */
beforeEach(({ skip }) =>
  skip(![main, preload, utility].every((file) => existsSync(file)), 'nothing is built: npm run build'),
);

const importsOf = (file: string): string[] =>
  syntaxOf(file, readFileSync(file, 'utf8')).imports.map(({ specifier }) => specifier);

describe('the bundles of the shell', () => {
  it('main asks for Electron and Node alone', () => {
    const beside = importsOf(main).filter(
      (name) => name !== 'electron' && !name.startsWith('node:') && !builtinModules.includes(name),
    );
    expect(beside).toEqual([]);
    expect(importsOf(main)).toContain('electron');
    expect(readdirSync(outFolder('main')).filter((name) => name.endsWith('.js'))).toEqual(['main.js']);
  });

  it('main holds neither SQL nor the API', () => {
    const text = readFileSync(main, 'utf8');
    expect(/CREATE TABLE|class Kysely|RPCHandler|ZodObject/i.exec(text)).toBeNull();
    expect(text.length).toBeLessThan(300_000);
  });

  it('preload is one CommonJS file that runs where there is Electron alone', () => {
    const text = readFileSync(preload, 'utf8');
    expect(text).not.toMatch(/^\s*(import|export)\s/m);
    const asked: string[] = [];
    const exposed: [string, object][] = [];
    runInNewContext(text, {
      require: (name: string) => {
        asked.push(name);
        return {
          contextBridge: { exposeInMainWorld: (key: string, bridge: object) => exposed.push([key, bridge]) },
          ipcRenderer: { on: () => {}, off: () => {}, send: () => {} },
        };
      },
      window: { location: { origin: 'app://caredesk' }, postMessage: () => {} },
      module: { exports: {} },
      exports: {},
    });
    expect(asked).toEqual(['electron']);
    const desk = ['connect', 'onAway', 'onCommand', 'setLanguage'];
    const printing = ['cancelPrint', 'onPrintState', 'preparePrint', 'print', 'printers', 'sayPrintState'];
    expect(exposed.map(([key, bridge]) => [key, Object.keys(bridge).sort()])).toEqual([
      ['caredesk', [...desk, ...printing].sort()],
    ]);
  });

  it('host asks for Node and better-sqlite3 alone, and never for Electron', () => {
    const names = readdirSync(outFolder('host'))
      .filter((name) => name.endsWith('.js'))
      .flatMap((name) => importsOf(join(outFolder('host'), name)));
    const outside = new Set(
      names.filter((name) => !name.startsWith('.') && !name.startsWith('node:') && !builtinModules.includes(name)),
    );
    expect([...outside]).toEqual(['better-sqlite3']);
  });

  it('host serves a desk from its bundle, threads and all', async () => {
    const folder = tempFolder('bundle');
    const shell = openShellInNode(folder.path, { file: utility });
    const desk = shell.newDesk();
    expect(await desk.client.session.state({})).toMatchObject({ setup: true });
    await shell.close();
    folder.remove();
  });
});
