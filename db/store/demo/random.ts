/** Which row of chances a draw belongs to: each kind of thing has its own, so that changing one leaves the others alone. */
export const streams = {
  customer: 1,
  vehicle: 2,
  visit: 3,
  plan: 4,
  name: 5,
  id: 6,
  extras: 7,
  booking: 8,
  prospect: 9,
  recall: 10,
  memberLife: 11,
  complaint: 12,
  survey: 13,
} as const;
export type Stream = (typeof streams)[keyof typeof streams];

export interface Random {
  /** Starts the row of chances of one thing: what follows depends on seed, stream and index alone. */
  begin(stream: Stream, index: number): void;
  /** 0 ≤ x < 1 */
  unit(): number;
  /** a whole number 0 ≤ x < limit */
  below(limit: number): number;
  /** a whole number from … to, both included */
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly [T, ...T[]]): T;
}

/** Every bit of the answer hangs on every bit of the question (murmur3's last step). */
export const mixed = (value: number): number => {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
};

/** Chances that come out the same wherever and whenever they are drawn (mulberry32). For demo data, never for secrets. */
export const seededRandom = (seed: number): Random => {
  const base = mixed(seed ^ Math.imul(Math.floor(seed / 2 ** 32), 0x9e3779b1));
  let state = base;
  const unit = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(unit() * limit);
  return {
    begin: (stream, index) => {
      state = mixed(base ^ mixed(index + Math.imul(stream, 0x9e3779b1)));
    },
    unit,
    below,
    between: (from, to) => from + below(to - from + 1),
    chance: (probability) => unit() < probability,
    pick: (list) => list[below(list.length)] ?? list[0],
  };
};

/** A list in which each value stands as often as it weighs, for `pick`. */
export const weighted = <T>(entries: readonly (readonly [T, number])[]): [T, ...T[]] => {
  const list = entries.flatMap(([value, weight]) => Array.from({ length: weight }, () => value));
  const [first, ...rest] = list;
  if (first === undefined) throw new Error('nothing weighs anything');
  return [first, ...rest];
};
