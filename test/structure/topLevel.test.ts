import { expect, it } from 'vitest';
import { projectFiles } from './sourceFiles.ts';

const FOLDERS = ['build', 'db', 'electron', 'renderer', 'test'];
const FILES = ['LICENSE', 'README.md', 'biome.json', 'package-lock.json', 'package.json', 'tsconfig.json'];

it('the top level holds exactly the agreed entries, and dot files', () => {
  const entries = new Set(projectFiles().map((file) => file.split('/')[0] ?? file));
  expect([...entries].filter((entry) => !entry.startsWith('.')).sort()).toEqual([...FOLDERS, ...FILES].sort());
});
