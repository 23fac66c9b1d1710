/** Text that a spreadsheet would run as a formula is shown to it as text. */
const plain = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
const quoted = (cell: string): string => (/[",\r\n;\t|]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Rows as a .csv that spreadsheets open with its Chinese whole: UTF-8 with a mark, lines ended as Windows does. */
export const csvText = (rows: readonly (readonly (string | number)[])[]): string =>
  `\ufeff${rows.map((row) => row.map((cell) => quoted(typeof cell === 'number' ? String(cell) : plain(cell))).join(',')).join('\r\n')}\r\n`;
