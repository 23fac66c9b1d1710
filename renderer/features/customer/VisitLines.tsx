import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { categories } from '../../../db/domain/category.ts';
import { money } from '../../lib/formats.ts';
import { CloseIcon } from '../../ui/icons.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { type CheckMarks, fieldNotes } from './checkMark.ts';
import { SelectInput } from './SelectInput.tsx';
import type { Category } from './shapes.ts';
import { type Discounts, discountOn, fenOrNull, noLine, typedLine, type VisitLineDraft } from './visitDraft.ts';
import css from './visitLines.module.css';

export interface VisitLinesProps {
  readonly lines: readonly VisitLineDraft[];
  readonly marks: CheckMarks;
  readonly refused: Readonly<Record<string, string>>;
  /** cost is a manager's to see and enter */
  readonly withCost: boolean;
  /** 会员折扣 of the vehicle's owner */
  readonly discounts?: Discounts;
  /** received for each line once vouchers are taken off, fen; where it differs from what is typed it is said */
  readonly afterVouchersFen?: readonly number[];
  readonly onChange: (lines: readonly VisitLineDraft[]) => void;
}

/**
 * The lines of a workshop order. Digits 1 to 8 choose the category (its list finds by first letter); Enter goes to the
 * same column of the next line and makes one where there is none.
 */
export const VisitLines = ({
  lines,
  marks,
  refused,
  withCost,
  discounts = noDiscounts,
  afterVouchersFen,
  onChange,
}: VisitLinesProps) => {
  const { t } = useTranslation();
  const table = useRef<HTMLTableElement>(null);
  const focusNext = useRef<{ readonly row: number; readonly column: string } | null>(null);

  useEffect(() => {
    const wanted = focusNext.current;
    if (!wanted) return;
    focusNext.current = null;
    table.current?.querySelector<HTMLElement>(`[data-cell="${wanted.row}.${wanted.column}"]`)?.focus();
  });

  const options = categories.map((category, index): readonly [Category, string] => [
    category,
    `${index + 1} ${t(`visit.category.${category}`)}`,
  ]);
  const put = (row: number, change: Partial<VisitLineDraft>): void =>
    onChange(lines.map((line, index) => (index === row ? typedLine(line, change, discounts) : line)));
  const addLine = (column: string): void => {
    focusNext.current = { row: lines.length, column };
    onChange([...lines, { ...noLine, category: nextCategory(lines) }]);
  };
  const onEnter = (row: number, column: string) => (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (row === lines.length - 1) addLine(column);
    else table.current?.querySelector<HTMLElement>(`[data-cell="${row + 1}.${column}"]`)?.focus();
  };

  /** 会员折扣 5% · 用券后 ¥30.00: how the amount came about, and what becomes of it */
  const priceWords = (row: number, line: VisitLineDraft): string | null => {
    const percent = discountOn(line, discounts);
    const after = afterVouchersFen?.[row];
    return (
      [
        percent !== null && t('rewards.visit.discount', { percent }),
        after !== undefined &&
          after !== (fenOrNull(line.amount) ?? 0) &&
          t('rewards.visit.lineAfter', { amount: money(after) }),
      ]
        .filter(Boolean)
        .join(' · ') || null
    );
  };
  const cell = (row: number, line: VisitLineDraft, column: 'description' | 'amount' | 'list' | 'cost') => {
    const path = `lines.${row}.${column === 'description' ? 'description' : `${column}Fen`}`;
    const { error, warning } = fieldNotes(path, marks, refused, t);
    const noteId = `visit-line-${row}-${column}`;
    const note = error ?? warning ?? (column === 'amount' ? priceWords(row, line) : null);
    const tone = error ? 'error' : warning ? 'warning' : 'help';
    return (
      <td className={column === 'description' ? undefined : css['money']}>
        <TextInput
          data-cell={`${row}.${column}`}
          aria-label={t(`visit.line.${column}`, { n: row + 1 })}
          value={line[column]}
          {...(column === 'description' ? { maxLength: 100 } : { inputMode: 'decimal' as const })}
          status={error ? 'error' : warning ? 'warning' : ''}
          {...(error ? { 'aria-invalid': true } : {})}
          {...(note ? { 'aria-describedby': noteId } : {})}
          onChange={(value) => put(row, { [column]: value })}
          onKeyDown={onEnter(row, column)}
        />
        {note && (
          <div id={noteId} className={`form-field-${tone}`}>
            {note}
          </div>
        )}
      </td>
    );
  };

  const none = marks['lines'];
  return (
    <section className={css['lines']} aria-label={t('visit.lines')}>
      <table ref={table} className={css['table']}>
        <thead>
          <tr>
            <th scope="col" className={css['category']}>
              {t('visit.column.category')}
            </th>
            <th scope="col">{t('visit.column.description')}</th>
            <th scope="col" className={css['money']}>
              {t('visit.column.amount')}
            </th>
            <th scope="col" className={css['money']}>
              {t('visit.column.list')}
            </th>
            {withCost && (
              <th scope="col" className={css['money']}>
                {t('visit.column.cost')}
              </th>
            )}
            <th scope="col" className={css['tools']}>
              <span className="heard-only">{t('visit.column.tools')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and their boxes hold no state
            <tr key={row}>
              <td>
                <SelectInput
                  aria-label={t('visit.line.category', { n: row + 1 })}
                  value={line.category}
                  options={options}
                  onChange={(category) => put(row, { category })}
                />
              </td>
              {cell(row, line, 'description')}
              {cell(row, line, 'amount')}
              {cell(row, line, 'list')}
              {withCost && cell(row, line, 'cost')}
              <td>
                <button
                  type="button"
                  className={css['remove']}
                  aria-label={t('visit.line.remove', { n: row + 1 })}
                  disabled={lines.length === 1}
                  onClick={() => onChange(lines.filter((_, index) => index !== row))}
                >
                  <CloseIcon size={14} />
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {none && (
        <p role="alert" className="form-field-error">
          {fieldNotes('lines', marks, refused, t).error}
        </p>
      )}
      <p className={css['add']}>
        <Button size="small" onClick={() => addLine('amount')}>
          {t('visit.addLine')}
        </Button>
        <span className="quiet small">{t('visit.addLineHint')}</span>
      </p>
    </section>
  );
};

const noDiscounts: Discounts = {};

/** After labour mostly come parts: the first of the usual order that is not on the sheet yet. */
const nextCategory = (lines: readonly VisitLineDraft[]): Category => {
  const usual: readonly Category[] = ['maintenanceLabour', 'parts', 'repairLabour', 'accessories'];
  const used = new Set(lines.map((line) => line.category));
  return usual.find((category) => !used.has(category)) ?? 'parts';
};
