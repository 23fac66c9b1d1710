import type { Row } from './row.ts';

/** The rows for people: one line each, what missed its bound marked. */
export const tableOf = (rows: readonly Row[]): string => {
  const cells = rows.map((row) => [
    row.ok ? '✓' : '✗',
    row.name,
    String(row.p50),
    String(row.p95),
    String(row.p99),
    row.unit,
    row.bare === null ? '' : String(row.bare),
    row.ratio === null ? '' : `×${row.ratio}`,
    [row.bound === null ? '' : `≤ ${row.bound}`, row.ratioBound === null ? '' : `≤ ×${row.ratioBound}`]
      .filter((bound) => bound !== '')
      .join(' '),
  ]);
  const all = [['', 'name', 'p50', 'p95', 'p99', '', 'bare', 'ratio', 'bound'], ...cells];
  const widths = (all[0] ?? []).map((_, at) => Math.max(...all.map((row) => (row[at] ?? '').length)));
  return all
    .map((row) =>
      row
        .map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};
