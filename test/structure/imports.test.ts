import { describe, expect, it } from 'vitest';
import { forbidden } from './importRules.ts';
import { codeFiles, textOf } from './sourceFiles.ts';
import { importedFile, type Syntax, syntaxOf } from './syntax.ts';

const files = codeFiles('electron', 'renderer', 'db', 'build', 'test');
const syntax = new Map<string, Syntax>(files.map((file) => [file, syntaxOf(file, textOf(file))]));
const importsOf = (file: string) => syntax.get(file)?.imports ?? [];
const product = files.filter((file) => /^(electron|renderer|db)\//.test(file));

describe('import rules', () => {
  it('each folder imports only what it may', () => {
    const found = product.flatMap((file) => importsOf(file).map((entry) => forbidden(file, entry)));
    expect(found.filter((line) => line !== undefined)).toEqual([]);
  });

  it('the rules tell right from wrong', () => {
    const value = (specifier: string) => ({ specifier, typeOnly: false });
    const type = (specifier: string) => ({ specifier, typeOnly: true });
    expect(forbidden('db/contract/a.ts', value('zod'))).toBeUndefined();
    expect(forbidden('db/contract/a.ts', value('zod-other'))).toBeDefined();
    expect(forbidden('db/contract/a.ts', type('../domain/b.ts'))).toBeDefined();
    expect(forbidden('db/domain/a.ts', type('../contract/b.ts'))).toBeUndefined();
    expect(forbidden('db/domain/a.ts', value('../contract/b.ts'))).toBeDefined();
    expect(forbidden('db/domain/import/a.ts', value('../b.ts'))).toBeUndefined();
    expect(forbidden('db/features/x/a.ts', type('../../store/b.ts'))).toBeUndefined();
    expect(forbidden('db/features/x/a.ts', value('../../store/b.ts'))).toBeDefined();
    expect(forbidden('db/features/x/a.ts', value('node:crypto'))).toBeDefined();
    expect(forbidden('db/schema/migrations/0010_base.ts', value('kysely'))).toBeUndefined();
    expect(forbidden('db/schema/migrations/0010_base.ts', value('../b.ts'))).toBeDefined();
    expect(forbidden('db/schema/migrations/0020_b.ts', value('./0010_base.ts'))).toBeDefined();
    expect(forbidden('electron/host/a.ts', value('@orpc/server/fetch'))).toBeUndefined();
    expect(forbidden('electron/host/a.ts', value('electron'))).toBeDefined();
    expect(forbidden('electron/host/a.ts', value('../main/b.ts'))).toBeDefined();
    expect(forbidden('electron/main/main.ts', value('electron'))).toBeUndefined();
    expect(forbidden('electron/main/a.ts', type('electron'))).toBeUndefined();
    expect(forbidden('electron/main/a.ts', value('electron'))).toBeDefined();
    expect(forbidden('electron/main/a.ts', value('../host/b.ts'))).toBeUndefined();
    expect(forbidden('electron/main/a.ts', value('../../db/store/b.ts'))).toBeDefined();
    expect(forbidden('electron/preload/preload.ts', value('electron'))).toBeUndefined();
    expect(forbidden('electron/preload/a.ts', value('electron'))).toBeDefined();
    expect(forbidden('electron/preload/a.ts', value('node:fs'))).toBeDefined();
    expect(forbidden('renderer/app/a.tsx', value('electron'))).toBeDefined();
    expect(forbidden('renderer/app/a.tsx', type('../../db/store/b.ts'))).toBeDefined();
    expect(forbidden('renderer/app/a.tsx', value('../../db/domain/b.ts'))).toBeUndefined();
    expect(forbidden('db/other/a.ts', value('zod'))).toBeDefined();
  });

  it('only the list of migrations imports migrations', () => {
    const importers = product.filter((file) =>
      importsOf(file).some(({ specifier }) => importedFile(file, specifier)?.startsWith('db/schema/migrations/')),
    );
    expect(importers.filter((file) => !/^db\/schema\/[^/]+$/.test(file))).toEqual([]);
    expect(importers.length).toBeLessThanOrEqual(1);
  });

  it('nothing that the renderer runs reaches schemas, SQL or Node', () => {
    const reached = new Map(files.filter((file) => file.startsWith('renderer/')).map((file) => [file, file]));
    const found: string[] = [];
    for (const [file, path] of reached) {
      for (const { specifier, typeOnly } of importsOf(file)) {
        if (typeOnly) continue;
        const target = importedFile(file, specifier);
        if (target !== undefined && !reached.has(target)) reached.set(target, `${path} → ${target}`);
        if (/^(node:|zod$|zod\/|kysely|better-sqlite3|@orpc\/(contract|server|zod|openapi))/.test(specifier)) {
          found.push(`${path} → ${specifier}`);
        }
      }
    }
    expect(found).toEqual([]);
  });

  it('relative imports name their file in full, as Node wants', () => {
    const known = new Set(codeFiles('electron', 'renderer', 'db', 'build', 'test'));
    const found = files.flatMap((file) =>
      importsOf(file)
        .map(({ specifier }) => importedFile(file, specifier))
        .filter((target) => target !== undefined && !/\.(css|json|svg|png|woff2)(\?\w+)?$/.test(target))
        .filter((target) => target !== undefined && !known.has(target))
        .map((target) => `${file} → ${target}`),
    );
    expect(found).toEqual([]);
  });

  it('reads imports of every form', () => {
    const code = `import type { A } from './a.ts'; import { type B } from 'b'; import 'c'; export * from 'd';
      export type { E } from 'e'; const f = await import('./f.ts'); type G = import('g').G; // import 'no';
      const text = "import 'neither'";`;
    expect(syntaxOf('x.ts', code).imports).toEqual([
      { specifier: './a.ts', typeOnly: true },
      { specifier: 'b', typeOnly: false },
      { specifier: 'c', typeOnly: false },
      { specifier: 'd', typeOnly: false },
      { specifier: 'e', typeOnly: true },
      { specifier: './f.ts', typeOnly: false },
      { specifier: 'g', typeOnly: true },
    ]);
  });
});
