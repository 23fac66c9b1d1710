import { getRandomValues } from 'node:crypto';

const hex = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'));

/**
 * UUIDv7: 48 bits of milliseconds, then random. Ids made in the same millisecond rise too (a 12-bit counter in `rand_a`),
 * so rows written in order lie in order.
 *
 * @param now UTC ms; a clock that jumps back does not: the last time is kept until it is reached again
 */
export const idMaker = (now: () => number): (() => string) => {
  let last = 0;
  let counter = 0;
  const pool = new Uint8Array(8 * 512);
  let at = pool.length;
  return () => {
    if (at >= pool.length) {
      getRandomValues(pool);
      at = 0;
    }
    const time = now();
    if (time > last) {
      last = time;
      counter = ((pool[at] ?? 0) & 0x03) << 8;
    } else if (++counter > 0xfff) {
      last++;
      counter = 0;
    }
    const byte = (i: number): string => hex[pool[at + i] ?? 0] ?? '00';
    const stamp = last.toString(16).padStart(12, '0');
    const variant = hex[((pool[at + 1] ?? 0) & 0x3f) | 0x80] ?? '80';
    const id = `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${variant}${byte(2)}-${byte(3)}${byte(4)}${byte(5)}${byte(6)}${byte(7)}${byte(0)}`;
    at += 8;
    return id;
  };
};
