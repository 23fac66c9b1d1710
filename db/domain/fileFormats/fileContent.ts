/** A file as it lies somewhere: told apart by a few short looks into it, never held whole. */
export interface FileContent {
  readonly bytes: number;
  /** `length` bytes from `offset`, fewer where the file ends before. */
  read(offset: number, length: number): Uint8Array;
}

export const ascii = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

export const startsWith = (bytes: Uint8Array, magic: string, at = 0): boolean =>
  ascii(bytes, at, magic.length) === magic;

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Little-endian; 0 beyond the end. */
export const u16 = (bytes: Uint8Array, at: number): number =>
  at >= 0 && at + 2 <= bytes.length ? view(bytes).getUint16(at, true) : 0;
export const u32 = (bytes: Uint8Array, at: number): number =>
  at >= 0 && at + 4 <= bytes.length ? view(bytes).getUint32(at, true) : 0;
/** Big-endian; 0 beyond the end. */
export const u16be = (bytes: Uint8Array, at: number): number =>
  at >= 0 && at + 2 <= bytes.length ? view(bytes).getUint16(at, false) : 0;
export const u32be = (bytes: Uint8Array, at: number): number =>
  at >= 0 && at + 4 <= bytes.length ? view(bytes).getUint32(at, false) : 0;
