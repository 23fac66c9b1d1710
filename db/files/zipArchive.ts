import { crc32, createInflateRaw } from 'node:zlib';
import { FileRefused, fileCaps } from './fileRefused.ts';

interface ZipEntry {
  method: number;
  encrypted: boolean;
  crc: number;
  compressedSize: number;
  size: number;
  headerOffset: number;
}

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;

/**
 * A zip held in memory, read by its central directory. The sizes that it declares are summed before anything is unpacked, and no
 * part may grow beyond what it declared, for a bomb lies about that.
 */
export class ZipArchive {
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, ZipEntry>;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#entries = readDirectory(this.#bytes);
    let declared = 0;
    for (const entry of this.#entries.values()) declared += entry.size;
    if (declared > fileCaps.unzippedBytes) throw new FileRefused('file-zip-bomb');
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  names(): string[] {
    return Array.from(this.#entries.keys());
  }

  /** The size that the directory declares. */
  sizeOf(name: string): number {
    return this.#entries.get(name)?.size ?? 0;
  }

  /** Unpacks piece by piece; refuses what grows beyond `limit` bytes, ends too soon or fails its checksum. */
  async *chunks(name: string, limit: number = fileCaps.unzippedBytes): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name);
    if (!entry) throw new FileRefused('file-truncated');
    if (entry.encrypted) throw new FileRefused('file-password');
    let size = 0;
    let crc = 0;
    for await (const chunk of this.#inflate(entry)) {
      size += chunk.length;
      if (size > limit || size > entry.size) throw new FileRefused('file-zip-bomb');
      crc = crc32(chunk, crc);
      yield chunk;
    }
    if (crc !== entry.crc) throw new FileRefused('file-truncated');
  }

  /** A small part as text (workbook, styles): 32 MB is far more than any has. */
  async text(name: string, limit = 32 * 1024 * 1024): Promise<string> {
    const chunks: Buffer[] = [];
    for await (const chunk of this.chunks(name, limit)) chunks.push(chunk);
    return Buffer.concat(chunks)
      .toString('utf8')
      .replace(/^\uFEFF/, '');
  }

  async *#inflate(entry: ZipEntry): AsyncGenerator<Buffer> {
    const packed = this.#packed(entry);
    if (entry.method === 0) {
      yield packed;
      return;
    }
    if (entry.method !== 8) throw new FileRefused('file-wrong-kind');
    const inflate = createInflateRaw({ chunkSize: 256 * 1024 });
    inflate.end(packed);
    try {
      for await (const chunk of inflate) yield chunk as Buffer;
    } catch (error) {
      throw error instanceof FileRefused ? error : new FileRefused('file-truncated');
    } finally {
      inflate.destroy();
    }
  }

  #packed(entry: ZipEntry): Buffer {
    const at = entry.headerOffset;
    if (at + 30 > this.#bytes.length || this.#bytes.readUInt32LE(at) !== localSignature) {
      throw new FileRefused('file-truncated');
    }
    const from = at + 30 + this.#bytes.readUInt16LE(at + 26) + this.#bytes.readUInt16LE(at + 28);
    if (from + entry.compressedSize > this.#bytes.length) throw new FileRefused('file-truncated');
    return this.#bytes.subarray(from, from + entry.compressedSize);
  }
}

function readDirectory(bytes: Buffer): Map<string, ZipEntry> {
  const end = findEnd(bytes);
  let count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count === 0xffff || at === 0xffffffff) {
    const locator = end - 20;
    const end64 = locator >= 0 ? Number(bytes.readBigUInt64LE(locator + 8)) : -1;
    if (end64 < 0 || end64 + 56 > bytes.length || bytes.readUInt32LE(end64) !== end64Signature) {
      throw new FileRefused('file-truncated');
    }
    count = Number(bytes.readBigUInt64LE(end64 + 32));
    at = Number(bytes.readBigUInt64LE(end64 + 48));
  }
  // No workbook has so many parts: it is made to keep us busy.
  if (count > 20_000) throw new FileRefused('file-zip-bomb');
  const entries = new Map<string, ZipEntry>();
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== centralSignature) throw new FileRefused('file-truncated');
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const name = bytes
      .toString('utf8', at + 46, at + 46 + nameLength)
      .replace(/^\/+/, '')
      .replaceAll('\\', '/');
    entries.set(name, readEntry(bytes, at, at + 46 + nameLength, extraLength));
    at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function readEntry(bytes: Buffer, at: number, extra: number, extraLength: number): ZipEntry {
  let size = bytes.readUInt32LE(at + 24);
  let compressedSize = bytes.readUInt32LE(at + 20);
  let headerOffset = bytes.readUInt32LE(at + 42);
  // Zip64: the fields that are all ones stand in the extra block 0x0001, in this order.
  for (let field = extra; field + 4 <= Math.min(extra + extraLength, bytes.length); ) {
    const length = bytes.readUInt16LE(field + 2);
    if (bytes.readUInt16LE(field) === 1) {
      let value = field + 4;
      const next = () => {
        if (value + 8 > bytes.length) throw new FileRefused('file-truncated');
        value += 8;
        return Number(bytes.readBigUInt64LE(value - 8));
      };
      if (size === 0xffffffff) size = next();
      if (compressedSize === 0xffffffff) compressedSize = next();
      if (headerOffset === 0xffffffff) headerOffset = next();
    }
    field += 4 + length;
  }
  const encrypted = (bytes.readUInt16LE(at + 8) & 1) === 1;
  return {
    method: bytes.readUInt16LE(at + 10),
    encrypted,
    crc: bytes.readUInt32LE(at + 16),
    compressedSize,
    size,
    headerOffset,
  };
}

/** The end record lies in the last 64 KB, before a comment of any length. Without it the file was cut off. */
function findEnd(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at -= 1) {
    if (bytes.readUInt32LE(at) === endSignature) return at;
  }
  throw new FileRefused('file-truncated');
}
