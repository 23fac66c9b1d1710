import { FileRefused } from './fileRefused.ts';

interface Stream {
  name: string;
  start: number;
  size: number;
}

const endOfChain = 0xfffffffe;

/**
 * The container of Office files of 1997–2003 ([MS-CFB]): streams cut into sectors that a table chains. Every chain is followed at most as
 * far as the file is long, so one that bites its tail ends in a refusal, not in a loop.
 */
export class CompoundFile {
  readonly #bytes: Buffer;
  readonly #sectorSize: number;
  readonly #table: Uint32Array;
  readonly #streams: Stream[];
  readonly #smallTable: Uint32Array;
  readonly #smallSectorSize: number;
  readonly #smallLimit: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < 512) throw new FileRefused('file-truncated');
    const shift = this.#bytes.readUInt16LE(30);
    if (shift !== 9 && shift !== 12) throw new FileRefused('file-truncated');
    this.#sectorSize = 2 ** shift;
    this.#smallSectorSize = 64;
    this.#smallLimit = this.#bytes.readUInt32LE(56);
    this.#table = this.#readTable();
    this.#streams = readEntries(this.#chain(this.#bytes.readUInt32LE(48)));
    this.#smallTable = numbers(this.#chain(this.#bytes.readUInt32LE(60)));
  }

  names(): string[] {
    return this.#streams.map(({ name }) => name);
  }

  /** A stream's bytes; undefined where there is none of that name. */
  stream(name: string): Buffer | undefined {
    const found = this.#streams.find((stream) => stream.name === name);
    if (!found) return undefined;
    const data = found.size < this.#smallLimit ? this.#smallChain(found.start) : this.#chain(found.start);
    if (data.length < found.size) throw new FileRefused('file-truncated');
    return data.subarray(0, found.size);
  }

  #sector(index: number): Buffer {
    const from = (index + 1) * this.#sectorSize;
    if (from >= this.#bytes.length) throw new FileRefused('file-truncated');
    return this.#bytes.subarray(from, from + this.#sectorSize);
  }

  #readTable(): Uint32Array {
    const listed: number[] = [];
    for (let at = 76; at < 512; at += 4) listed.push(this.#bytes.readUInt32LE(at));
    const perSector = this.#sectorSize / 4 - 1;
    let next = this.#bytes.readUInt32LE(68);
    for (let guard = this.#bytes.readUInt32LE(72); next < 0xfffffffa && guard > 0; guard -= 1) {
      const more = numbers(this.#sector(next));
      listed.push(...more.subarray(0, perSector));
      next = more[perSector] ?? endOfChain;
      if (listed.length > this.#bytes.length / this.#sectorSize + 200) throw new FileRefused('file-truncated');
    }
    return numbers(Buffer.concat(listed.filter((index) => index < 0xfffffffa).map((index) => this.#sector(index))));
  }

  #chain(start: number): Buffer {
    const sectors: Buffer[] = [];
    const most = this.#bytes.length / this.#sectorSize;
    for (let index = start; index < 0xfffffffa; index = this.#table[index] ?? endOfChain) {
      if (sectors.length > most) throw new FileRefused('file-truncated');
      sectors.push(this.#sector(index));
    }
    return Buffer.concat(sectors);
  }

  #smallChain(start: number): Buffer {
    const root = this.#streams[0];
    const data = root ? this.#chain(root.start) : Buffer.alloc(0);
    const sectors: Buffer[] = [];
    for (let index = start; index < 0xfffffffa; index = this.#smallTable[index] ?? endOfChain) {
      if (sectors.length * this.#smallSectorSize > data.length) throw new FileRefused('file-truncated');
      sectors.push(data.subarray(index * this.#smallSectorSize, (index + 1) * this.#smallSectorSize));
    }
    return Buffer.concat(sectors);
  }
}

function numbers(bytes: Buffer): Uint32Array {
  const values = new Uint32Array(Math.floor(bytes.length / 4));
  for (let index = 0; index < values.length; index += 1) values[index] = bytes.readUInt32LE(index * 4);
  return values;
}

/** The first is the root, whose stream holds the small ones. */
function readEntries(directory: Buffer): Stream[] {
  const streams: Stream[] = [];
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const length = directory.readUInt16LE(at + 64);
    const type = directory[at + 66];
    if (length < 2 || length > 64 || (type !== 2 && type !== 5)) continue;
    streams.push({
      name: directory.toString('utf16le', at, at + length - 2),
      start: directory.readUInt32LE(at + 116),
      size: directory.readUInt32LE(at + 120),
    });
  }
  return streams;
}
