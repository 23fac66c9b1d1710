import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { errors } from '../../renderer/i18n/zh-CN/errors.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** `reason: 'x-y'`, `badField('path', 'x-y')`, `notFound('x')` wherever the store or the host refuses something. */
const reasonsIn = (source: string): readonly string[] => [
  ...[...source.matchAll(/reason: '([a-z]+(?:-[a-z0-9]+)+)'/g)].map((found) => found[1] ?? ''),
  ...[...source.matchAll(/badField\([^,()]+, '([a-z]+(?:-[a-z0-9]+)+)'/g)].map((found) => found[1] ?? ''),
  ...[...source.matchAll(/notFound\('([a-z]+)'\)/g)].map((found) => `${found[1]}-not-found`),
];

test('every reason that a refusal can name has a sentence', () => {
  const known = new Set([...Object.keys(errors.reason), ...Object.keys(errors.field)]);
  const files = ['db/features', 'db/store', 'electron/host'].flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
      // the command line has texts of its own
      .filter((name) => name.endsWith('.ts') && !/^(cli|demo)\//.test(name))
      .map((name) => `${root}${folder}/${name}`),
  );
  const named = files.flatMap((file) => reasonsIn(readFileSync(file, 'utf8')));
  expect(named.length).toBeGreaterThan(30);
  expect([...new Set(named)].filter((reason) => !known.has(reason))).toEqual([]);
});
