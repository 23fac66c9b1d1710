import { createHash } from 'node:crypto';
import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FileContent } from '../../db/domain/fileKind.ts';

/** Looks into a file for as long as `look` runs: a few short reads of what was just written. */
export const lookInto = <T>(path: string, look: (content: FileContent) => T): T => {
  const file = openSync(path, 'r');
  try {
    const bytes = fstatSync(file).size;
    return look({
      bytes,
      read: (offset, length) => {
        const wanted = Math.max(0, Math.min(length, bytes - offset));
        const piece = Buffer.alloc(wanted);
        return piece.subarray(0, wanted === 0 ? 0 : readSync(file, piece, 0, wanted, offset));
      },
    });
  } finally {
    closeSync(file);
  }
};

/** hex sha256 of a whole file, read piece by piece. */
export const digestOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
};

/** The bytes as they are asked for: nothing is open before, nor where nobody asks. */
export const bytesOf = async function* (path: string): AsyncGenerator<Uint8Array, void, void> {
  for await (const piece of createReadStream(path)) yield piece as Buffer;
};

/** Moves a file to where it shall stay; once this returns, neither it nor its name is lost with the power. */
export const settle = async (from: string, to: string): Promise<void> => {
  const folder = dirname(to);
  await mkdir(folder, { recursive: true });
  const file = await open(from, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(from, to);
  await syncFolder(folder);
};

/** Windows keeps names by itself and opens no folder. */
const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r').catch(() => null);
  if (!folder) return;
  try {
    await folder.sync();
  } catch {
    // a file system that cannot do it does not need it
  } finally {
    await folder.close();
  }
};
