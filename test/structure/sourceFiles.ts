import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Every file that is or would be committed, relative to the checkout, with forward slashes. Throws where git is missing. */
export function projectFiles(): string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
  return [...new Set(listed)].filter((file) => existsSync(join(root, file))).sort();
}

/** The source files under some folders: `codeFiles('db/domain', 'renderer')`. */
export function codeFiles(...folders: string[]): string[] {
  return projectFiles().filter(
    (file) => /\.(ts|tsx|mjs)$/.test(file) && folders.some((folder) => file.startsWith(`${folder}/`)),
  );
}

export function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
