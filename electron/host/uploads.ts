import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CareError } from '../../db/contract/errors.ts';
import { careErrorOfDisk } from './diskError.ts';

/** 100 MB, said before reading */
const mostUploadBytes = 100 * 1024 * 1024;
const mostAtOnce = 3;
const mostWaiting = 12;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const dayMs = 24 * 60 * 60 * 1000;

export interface Upload {
  readonly uploadId: string;
  readonly bytes: number;
}

/** @throws CareError TOO_LARGE, before anything is read */
export const checkSize = (bytes: number): void => {
  if (bytes > mostUploadBytes) {
    throw new CareError('TOO_LARGE', {
      reason: 'file-too-large',
      values: { megabytes: mostUploadBytes / 1024 / 1024 },
    });
  }
};

/**
 * Files on their way in: `DIR/incoming/<uuid>`. A client names none of them: it is told the id, and gives it back to
 * `imports.stage` or `attachments.add`.
 */
export class Uploads {
  readonly #folder: string;
  /** who sent what, by its id; what an earlier run left is nobody's */
  readonly #owners = new Map<string, string>();
  #running = 0;

  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'incoming');
  }

  /** Where an upload lies, null where there is none. */
  async find(uploadId: string): Promise<string | null> {
    if (!uuid.test(uploadId)) return null;
    const path = join(this.#folder, uploadId);
    const found = await stat(path).catch(() => null);
    return found?.isFile() ? path : null;
  }

  async remove(uploadId: string): Promise<void> {
    this.#owners.delete(uploadId);
    if (uuid.test(uploadId)) await rm(join(this.#folder, uploadId), { force: true });
  }

  /**
   * Takes an upload out of the others' reach, for who sent it alone: nobody else finds it, and no later one pushes it out.
   *
   * @returns where it lies now, null where there is none of theirs
   */
  async take(uploadId: string, owner: string): Promise<string | null> {
    const path = await this.find(uploadId);
    if (path === null || this.#owners.get(uploadId) !== owner) return null;
    this.#owners.delete(uploadId);
    const taken = `${path}.taken`;
    await rename(path, taken);
    return taken;
  }

  /**
   * Writes the chunks as they come; a file that was not received whole leaves nothing behind.
   *
   * @param owner id of who sends it
   * @throws CareError TOO_LARGE past the cap, VALIDATION for an empty file, BUSY with too many at once, DISK_FULL
   */
  async receive(chunks: AsyncIterable<Uint8Array>, owner: string): Promise<Upload> {
    if (this.#running >= mostAtOnce) throw new CareError('BUSY', { reason: 'uploads-busy' });
    this.#running++;
    const uploadId = randomUUID();
    const path = join(this.#folder, uploadId);
    const partial = `${path}.partial`;
    try {
      await mkdir(this.#folder, { recursive: true });
      await this.#makeRoom(owner);
      const bytes = await write(partial, chunks);
      if (bytes === 0) throw new CareError('VALIDATION', { reason: 'file-empty' });
      await rename(partial, path);
      this.#owners.set(uploadId, owner);
      return { uploadId, bytes };
    } catch (error) {
      await rm(partial, { force: true }).catch(() => {});
      throw careErrorOfDisk(error);
    } finally {
      this.#running--;
    }
  }

  /** Uploads that came to nothing: the oldest go once somebody has many. Those of others stay. */
  async #makeRoom(owner: string): Promise<void> {
    const theirs = (name: string): boolean => (this.#owners.get(name) ?? owner) === owner;
    const names = (await readdir(this.#folder)).filter((name) => uuid.test(name) && theirs(name));
    if (names.length < mostWaiting) return;
    const aged = await Promise.all(
      names.map(async (name) => ({ name, at: (await stat(join(this.#folder, name)).catch(() => null))?.mtimeMs ?? 0 })),
    );
    aged.sort((a, b) => a.at - b.at);
    for (const { name } of aged.slice(0, names.length - mostWaiting + 1)) await this.remove(name);
  }
}

const write = async (path: string, chunks: AsyncIterable<Uint8Array>): Promise<number> => {
  const file = await open(path, 'wx', 0o600);
  try {
    let bytes = 0;
    for await (const chunk of chunks) {
      bytes += chunk.byteLength;
      checkSize(bytes);
      await file.write(chunk);
    }
    return bytes;
  } finally {
    await file.close();
  }
};

/** What an earlier run left in `incoming/`, `staging/` and `outgoing/`, a day old or more. */
export const removeLeftovers = async (dataDir: string, now: number): Promise<void> => {
  for (const folder of ['incoming', 'staging', 'outgoing']) {
    const path = join(dataDir, folder);
    for (const name of await readdir(path).catch(() => [])) {
      const file = join(path, name);
      const found = await stat(file).catch(() => null);
      if (found?.isFile() && found.mtimeMs < now - dayMs) await rm(file, { force: true }).catch(() => {});
    }
  }
};
