import { type Day, parseDay } from '../day.ts';
import { parseYuan } from '../money.ts';
import { isPlaceholder, isSoundText, noteText, plainText } from '../plainText.ts';
import { kilometreUnits, parseWholeNumber } from '../wholeNumber.ts';
import type { Cell, CheckContext, CheckedRow, FieldCells, RowProblem, RowProblemCode } from './cell.ts';

/**
 * Reads a row's cells one field at a time and collects what is wrong with them. Every cell, mapped or asked for or not, is
 * looked at for formulas and damaged text, so that nothing hostile goes in by a side column.
 */
export class RowReader<Field extends string> {
  readonly #cells: FieldCells<Field>;
  readonly #problems: RowProblem[] = [];
  readonly #spoilt = new Set<string>();

  constructor(cells: FieldCells<Field>, context: CheckContext) {
    this.#cells = cells;
    for (const field in cells) {
      const cell = cells[field];
      if (context.formulas?.includes(field)) this.#spoil(field, 'cell-formula');
      else if (typeof cell === 'string' && !isSoundText(cell)) this.#spoil(field, 'text-invalid');
      else if (typeof cell === 'string' && looksLikeFormula(cell)) this.#spoil(field, 'cell-formula');
    }
  }

  #spoil(field: Field, code: RowProblemCode): void {
    this.#spoilt.add(field);
    this.problem(field, code, 'error');
  }

  problem(field: Field | null, code: RowProblemCode, level: 'error' | 'warning'): void {
    const cell = field === null ? null : this.#cells[field];
    const value =
      cell === null || cell === undefined ? '' : Array.from(String(cell).toWellFormed()).slice(0, 40).join('');
    this.#problems.push(value === '' ? { column: field, code, level } : { column: field, code, level, value });
  }

  /** Says that a field lacks what it must have, unless something else was already said of it. */
  missing(field: Field, code: RowProblemCode, level: 'error' | 'warning' = 'error'): void {
    if (!this.#problems.some((problem) => problem.column === field)) this.problem(field, code, level);
  }

  /** The finished row; null where something refuses it. */
  finish<Row>(row: Row): CheckedRow<Row> {
    const refused = this.#problems.some((problem) => problem.level === 'error');
    return { row: refused ? null : row, problems: this.#problems };
  }

  /** The cell as it stands, null where blank, absent or already refused. */
  cell(field: Field): Cell {
    const cell = this.#cells[field];
    if (cell === undefined || cell === null || this.#spoilt.has(field)) return null;
    return typeof cell === 'string' && cell.trim() === '' ? null : cell;
  }

  /** One line, cleaned; '' where there is none. */
  text(field: Field, most: number): string {
    const cell = this.cell(field);
    const text = cell === null ? '' : plainText(String(cell));
    if (Array.from(text).length <= most) return text;
    this.problem(field, 'text-too-long', 'error');
    return '';
  }

  /** The same, null for nothing and for what means nothing (`-`, 无). */
  optional(field: Field, most: number): string | null {
    const text = this.text(field, most);
    return isPlaceholder(text) ? null : text;
  }

  /** Several lines, as written. */
  note(field: Field, most: number): string | null {
    const cell = this.cell(field);
    const text = cell === null ? '' : noteText(String(cell));
    if (text.length <= most) return text === '' ? null : text;
    this.problem(field, 'text-too-long', 'error');
    return null;
  }

  /** A number that names something (phone, card, order): its digits must all be there. */
  digits(field: Field, most: number): string {
    const cell = this.cell(field);
    const lost =
      typeof cell === 'number'
        ? Math.abs(cell) >= 1e15 || !Number.isInteger(cell)
        : cell !== null && /^\s*\d(?:\.\d+)?E\+?\d+\s*$/i.test(cell);
    if (!lost) return this.text(field, most);
    this.problem(field, 'digits-lost', 'error');
    return '';
  }

  day(field: Field): Day | null {
    return this.moment(field)?.day ?? null;
  }

  /** A day with the time (HH:mm) that may stand beside it. */
  moment(field: Field): { day: Day; time: string | null } | null {
    const cell = this.cell(field);
    if (cell === null || (typeof cell === 'string' && isPlaceholder(plainText(cell)))) return null;
    const check = parseDay(cell);
    if (check.ok) return { day: check.day, time: check.time ?? null };
    this.problem(field, 'day-invalid', 'error');
    return null;
  }

  /** Fen; null where blank. `required` makes a blank or `-` an error, elsewhere `-` is blank. */
  fen(field: Field, required: boolean): number | null {
    const cell = this.cell(field);
    const check = cell === null ? ({ ok: false, reason: 'amount-missing' } as const) : parseYuan(cell);
    if (check.ok) return check.fen;
    if (required || check.reason === 'amount-invalid') {
      this.missing(field, check.reason);
    }
    return null;
  }

  /** Kilometres; what is no reading is left out with a warning. */
  kilometres(field: Field): number | null {
    const cell = this.cell(field);
    if (cell === null || (typeof cell === 'string' && isPlaceholder(plainText(cell)))) return null;
    const whole = typeof cell === 'number' ? Math.trunc(cell) : plainText(cell).replace(/(?<=\d)\.\d+/, '');
    const check = parseWholeNumber(whole, kilometreUnits);
    if (check.ok && check.value <= 3_000_000) return check.value;
    this.problem(field, 'mileage-invalid', 'warning');
    return null;
  }

  /** Points: a whole number; blank is 0, words are refused. */
  points(field: Field): number | null {
    const cell = this.cell(field);
    if (cell === null) return 0;
    const check = parseWholeNumber(cell, ['积分', '分']);
    if (check.ok && check.value <= 1_000_000_000) return check.value;
    this.problem(field, 'points-invalid', 'error');
    return null;
  }
}

/**
 * Text that a spreadsheet would run: `=…`, `@SUM(…)`, `+cmd|' /C calc'!A0`. A phone with `+86` or a lone `-` is none.
 */
function looksLikeFormula(text: string): boolean {
  const first = text.trimStart();
  if (/^[=＝]/.test(first)) return true;
  return /^[+\-@＋－＠]/.test(first) && /\|.*!|[A-Za-z_]\w*\s*\(|!\$?[A-Z]+\$?\d/.test(first);
}
