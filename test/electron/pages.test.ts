import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentPolicy } from '../../electron/main/contentPolicy.ts';
import { openPages } from '../../electron/main/pages.ts';
import { tempFolder } from '../contract/desk.ts';

const folder = tempFolder('pages');
const renderer = join(folder.path, 'renderer');
let pages: Awaited<ReturnType<typeof openPages>>;

beforeAll(async () => {
  mkdirSync(join(renderer, 'assets'), { recursive: true });
  writeFileSync(join(folder.path, 'secret.txt'), 'secret');
  writeFileSync(join(renderer, 'index.html'), '<!doctype html><title>关怀台</title>');
  writeFileSync(join(renderer, 'assets', 'index-1a2b3c4d.js'), 'export {};');
  writeFileSync(join(renderer, '.stamp'), 'x');
  pages = await openPages(renderer);
  writeFileSync(join(renderer, 'assets', 'later.js'), 'later');
});
afterAll(() => folder.remove());

/** A request as the scheme's handler gets it: `Request` itself would read the address in its own way. */
const ask = (url: string, method = 'GET') => pages({ url, method } as Request);

describe('app://caredesk', () => {
  it('gives the page and its parts, with their types and a strict policy', async () => {
    for (const address of [
      'app://caredesk/',
      'app://caredesk',
      'app://caredesk/index.html',
      'app://caredesk/#/imports',
      'app://caredesk/?x=1',
    ]) {
      const page = await ask(address);
      expect(page.status, address).toBe(200);
      expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(page.headers.get('content-security-policy')).toBe(contentPolicy);
      expect(page.headers.get('cache-control')).toBe('no-cache');
      expect(await page.text()).toContain('关怀台');
    }
    const script = await ask('app://caredesk/assets/index-1a2b3c4d.js');
    expect(script.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(script.headers.get('x-content-type-options')).toBe('nosniff');
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(await (await ask('app://caredesk/', 'HEAD')).text()).toBe('');
  });

  it.each([
    'app://caredesk/../secret.txt',
    'app://caredesk/%2e%2e/secret.txt',
    'app://caredesk/..%2fsecret.txt',
    'app://caredesk/..\\secret.txt',
    'app://caredesk/assets/../../secret.txt',
    'app://caredesk//etc/passwd',
    'app://caredesk/C:/Windows/win.ini',
    'app://caredesk/.stamp',
    'app://caredesk/assets',
    'app://caredesk/assets/later.js',
    'app://caredesk/index.html%00.js',
    'app://caredesk/INDEX.HTML',
    'app://caredesk/__proto__',
    'app://other/index.html',
    'file:///etc/passwd',
    'nonsense',
  ])('%s is not there', async (address) => {
    const answer = await ask(address);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('');
    expect(answer.headers.get('content-security-policy')).toBe(contentPolicy);
  });

  it('nothing but what was listed, whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (path) => {
        const text = await (await ask(`app://caredesk/${path}`)).text();
        expect(['', 'export {};', '<!doctype html><title>关怀台</title>']).toContain(text);
      }),
    );
  });

  it('is for reading', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
      expect((await ask('app://caredesk/', method)).status).toBe(405);
  });

  it('a folder without pages is refused at once', async () => {
    await expect(openPages(join(folder.path, 'none'))).rejects.toThrow('no index.html');
  });
});

describe('the policy', () => {
  const directives = new Map(
    contentPolicy.split('; ').map((text) => {
      const [name = '', ...sources] = text.split(' ');
      return [name, sources];
    }),
  );

  it('lets in nothing of the network, no inline script, no eval', () => {
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(directives.get('script-src')).toEqual(["'self'"]);
    expect(contentPolicy).not.toMatch(/https?:|\*|unsafe-eval|wss?:/);
    for (const name of [
      'connect-src',
      'frame-src',
      'worker-src',
      'object-src',
      'base-uri',
      'form-action',
      'frame-ancestors',
    ])
      expect(directives.get(name), name).toEqual(["'none'"]);
  });
});
