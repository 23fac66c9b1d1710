export interface Counted {
  readonly name: string;
  readonly count: number;
}

export type ParetoRow<Row extends Counted> = Row & {
  /** percent of all, whole */
  readonly share: number;
  /** percent of all up to this one, whole; the last is 100 */
  readonly cumulative: number;
};

/** 帕累托: most first, each with its share and what they make together so far. What counts nothing is left out. */
export const paretoOf = <Row extends Counted>(rows: readonly Row[]): readonly ParetoRow<Row>[] => {
  const sorted = rows.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count);
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  let before = 0;
  return sorted.map((row) => {
    before += row.count;
    return { ...row, share: Math.round((row.count * 100) / total), cumulative: Math.round((before * 100) / total) };
  });
};

/** The few that make most: up to the first with which 80 % are reached. */
export const vitalFew = <Row extends Counted>(rows: readonly ParetoRow<Row>[]): readonly ParetoRow<Row>[] => {
  const last = rows.findIndex(({ cumulative }) => cumulative >= 80);
  return rows.slice(0, last + 1);
};
