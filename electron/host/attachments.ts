import { randomUUID } from 'node:crypto';
import { rm, stat } from 'node:fs/promises';
import { CareError, notFound } from '../../db/contract/errors.ts';
import { isFileName } from '../../db/domain/fileFormats/fileName.ts';
import { type FileFormat, fitsName, formatOf } from '../../db/domain/fileKind.ts';
import { attachmentFileOf } from '../../db/store/attachmentFile.ts';
import type { Actor, Store } from '../../db/store/types.ts';
import { hostActor } from './callContext.ts';
import { careErrorOfDisk } from './diskError.ts';
import type { Download } from './downloads.ts';
import { bytesOf, digestOf, lookInto, settle } from './localFile.ts';
import type { Log } from './log.ts';
import type { Uploads } from './uploads.ts';

const megabyte = 1024 * 1024;
/** photos; anything larger comes from no telephone */
const mostImageBytes = 20 * megabyte;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** answers kept for calls that are sent again */
const mostSent = 200;
/** What a page may show in its place: its type is told from its content, and nothing of it can run. */
const shown: readonly FileFormat['kind'][] = ['image', 'audio', 'video'];

export interface NewAttachment {
  readonly subject: 'complaint' | 'delivery';
  readonly subjectId: string;
  readonly uploadId: string;
  readonly name: string;
}

/** A file that was looked into. */
interface Known {
  readonly format: FileFormat;
  readonly bytes: number;
}

/** VALIDATION of a field whose sentence says by itself what is wrong. */
const refused = (path: string, reason: string, values: Record<string, string> = {}): CareError =>
  new CareError('VALIDATION', { reason, fields: [{ path, reason }], values });

/**
 * 附件: from an upload to bytes that lie beside the database, `DIR/attachments/<first two>/<sha256>`. What they are is told from
 * them alone; the name is a label and never a path. The same bytes lie once, whoever keeps them.
 */
export class Attachments {
  readonly #store: Store;
  readonly #uploads: Uploads;
  readonly #log: Log;
  /** `add` does not run in the store, which would tell a call that was sent twice */
  readonly #sent = new Map<string, { readonly input: string; readonly answer: Promise<{ id: string }> }>();
  /** one at a time: whether bytes are needed by anybody else must not change meanwhile */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(store: Store, uploads: Uploads, log: Log) {
    this.#store = store;
    this.#uploads = uploads;
    this.#log = log;
  }

  /** Keeps an upload of the asker's. However it ends, the upload is gone. @throws CareError as `attachments.add` says */
  add(input: NewAttachment & { readonly requestId?: string | undefined }, actor: Actor): Promise<{ id: string }> {
    const { requestId, ...what } = input;
    if (requestId === undefined) return this.#keep(what, actor);
    const key = `${actor.id} ${requestId}`;
    const text = JSON.stringify(what);
    const sent = this.#sent.get(key);
    if (sent && sent.input !== text) throw new CareError('CONFLICT', { reason: 'request-id-reused' });
    if (sent) return sent.answer;
    const answer = this.#keep(what, actor);
    this.#sent.set(key, { input: text, answer });
    const [oldest] = this.#sent.keys();
    if (this.#sent.size > mostSent && oldest !== undefined) this.#sent.delete(oldest);
    // what failed may be tried again
    answer.catch(() => this.#sent.delete(key));
    return answer;
  }

  /** @throws CareError NOT_FOUND `attachment-not-found`, `attachment-file-missing` */
  async open(id: string): Promise<Download> {
    const found = uuid.test(id) ? await this.#ask<Found | null>('attachments.find', { id }) : null;
    if (!found) throw notFound('attachment');
    const path = attachmentFileOf(this.#store.dataDir, found.digest);
    const file = await stat(path).catch(() => null);
    if (!file?.isFile()) {
      this.#log.error('the file of an attachment is missing', { id });
      throw new CareError('NOT_FOUND', { reason: 'attachment-file-missing' });
    }
    const inline = shown.some((kind) => found.mime.startsWith(`${kind}/`));
    return { fileName: found.name, contentType: found.mime, body: bytesOf(path), bytes: file.size, inline };
  }

  async #keep(input: NewAttachment, actor: Actor): Promise<{ id: string }> {
    const path = await this.#uploads.take(input.uploadId, actor.id);
    if (path === null) throw notFound('upload');
    try {
      const known = knownOf(path, input.name);
      const digest = await digestOf(path);
      const turn = this.#turn.then(() => this.#lay(path, digest, { input, known, actor }));
      this.#turn = turn.catch(() => undefined);
      return await turn;
    } catch (error) {
      throw careErrorOfDisk(error);
    } finally {
      await rm(path, { force: true }).catch((error: unknown) => this.#log.error('an upload stays', {}, error));
    }
  }

  /** Bytes first, then the row: a row without its bytes would be worse than bytes without a row, and those are taken away again. */
  async #lay(
    path: string,
    digest: string,
    { input, known, actor }: { readonly input: NewAttachment; readonly known: Known; readonly actor: Actor },
  ): Promise<{ id: string }> {
    const place = attachmentFileOf(this.#store.dataDir, digest);
    const there = await stat(place).catch(() => null);
    // bytes that were damaged or cut are mended by those that came
    if (there?.size !== known.bytes || (await digestOf(place)) !== digest) await settle(path, place);
    try {
      const { subject, subjectId, name } = input;
      const { kind, mime } = known.format;
      const row = { id: randomUUID(), subject, subjectId, name, kind, mime, bytes: known.bytes, digest };
      return (await this.#store.call('attachments.record', row, actor)) as { id: string };
    } catch (error) {
      await this.#removeUnneeded(place, digest);
      throw error;
    }
  }

  async #removeUnneeded(place: string, digest: string): Promise<void> {
    try {
      const { needed } = await this.#ask<{ needed: boolean }>('attachments.needed', { digest });
      if (!needed) await rm(place, { force: true });
    } catch (error) {
      this.#log.error('the file of no attachment stays', { digest }, error);
    }
  }

  async #ask<T>(name: string, input: unknown): Promise<T> {
    return (await this.#store.call(name, input, hostActor('host'))) as T;
  }
}

interface Found {
  readonly name: string;
  readonly mime: string;
  readonly digest: string;
}

/** @throws CareError VALIDATION `attachment-name`, `attachment-kind`, `attachment-not-its-name`; TOO_LARGE `attachment-too-large` */
const knownOf = (path: string, name: string): Known => {
  if (!isFileName(name)) throw refused('name', 'attachment-name');
  const { format, bytes } = lookInto(path, (content) => ({ format: formatOf(content), bytes: content.bytes }));
  if (!format) throw refused('uploadId', 'attachment-kind');
  if (!fitsName(format, name)) {
    throw refused('uploadId', 'attachment-not-its-name', { kind: format.label, name });
  }
  if (format.kind === 'image' && bytes > mostImageBytes) {
    const values = { megabytes: mostImageBytes / megabyte };
    throw new CareError('TOO_LARGE', { reason: 'attachment-too-large', values });
  }
  return { format, bytes };
};
