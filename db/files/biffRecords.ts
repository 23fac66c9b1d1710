import { FileRefused } from './fileRefused.ts';

export interface BiffRecord {
  type: number;
  data: Buffer;
  /** Where the next record begins. */
  next: number;
}

/** Record types of [MS-XLS] that tell names, styles or values; all others are passed over. */
export const biff = {
  formula: 0x0006,
  endOfPart: 0x000a,
  date1904: 0x0022,
  filePass: 0x002f,
  continued: 0x003c,
  codePage: 0x0042,
  sheet: 0x0085,
  manyNumbers: 0x00bd,
  richText: 0x00d6,
  style: 0x00e0,
  merged: 0x00e5,
  strings: 0x00fc,
  sharedText: 0x00fd,
  number: 0x0203,
  text: 0x0204,
  truthOrError: 0x0205,
  formulaText: 0x0207,
  shortNumber: 0x027e,
  format: 0x041e,
  beginOfPart: 0x0809,
} as const;

/** The record at a place; undefined at the end of the stream. */
export function recordAt(stream: Buffer, at: number): BiffRecord | undefined {
  if (at + 4 > stream.length) return undefined;
  const next = at + 4 + stream.readUInt16LE(at + 2);
  if (next > stream.length) throw new FileRefused('file-truncated');
  return { type: stream.readUInt16LE(at), data: stream.subarray(at + 4, next), next };
}

/** Reads strings out of a record and those that continue it. Everything beyond the data is a refusal, never a guess. */
export class BiffText {
  readonly #parts: readonly Buffer[];
  #part = 0;
  #at: number;

  constructor(parts: readonly Buffer[], at = 0) {
    this.#parts = parts;
    this.#at = at;
  }

  #rest(): number {
    return (this.#parts[this.#part]?.length ?? 0) - this.#at;
  }

  #turn(): void {
    if (this.#part + 1 >= this.#parts.length) throw new FileRefused('file-truncated');
    this.#part += 1;
    this.#at = 0;
  }

  take(length: number): Buffer {
    if (this.#rest() === 0 && length > 0) this.#turn();
    if (this.#rest() < length) throw new FileRefused('file-truncated');
    const bytes = this.#parts[this.#part]?.subarray(this.#at, this.#at + length) ?? Buffer.alloc(0);
    this.#at += length;
    return bytes;
  }

  skip(length: number): void {
    for (let left = length; left > 0; ) {
      if (this.#rest() === 0) this.#turn();
      const step = Math.min(left, this.#rest());
      this.#at += step;
      left -= step;
    }
  }

  /** A string of Excel 97 and later: count of characters already read. Its width may change where a record continues. */
  unicode(count: number): string {
    let flags = this.take(1)[0] ?? 0;
    const runs = flags & 8 ? this.take(2).readUInt16LE(0) : 0;
    const extra = flags & 4 ? this.take(4).readUInt32LE(0) : 0;
    let text = '';
    for (let left = count; left > 0; ) {
      if (this.#rest() === 0) {
        this.#turn();
        flags = this.take(1)[0] ?? 0;
      }
      const width = flags & 1 ? 2 : 1;
      const fitting = Math.min(left, Math.floor(this.#rest() / width));
      if (fitting === 0) throw new FileRefused('file-truncated');
      text += this.take(fitting * width).toString(width === 2 ? 'utf16le' : 'latin1');
      left -= fitting;
    }
    this.skip(runs * 4 + extra);
    return text;
  }
}
