import type { TFunction } from 'i18next';
import type { zhCN } from '../../i18n/zh-CN/index.ts';

/** Why a field is marked: a key of `customer.check`. */
export type CheckReason = keyof (typeof zhCN)['customer']['check'];

/** What is said beside one field. Errors block saving, warnings do not. */
export interface CheckMark {
  readonly level: 'error' | 'warning';
  readonly reason: CheckReason;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Field path (`name`, `phones.0.number`) → what is said beside it. */
export type CheckMarks = Readonly<Record<string, CheckMark>>;

export const markText = (mark: CheckMark, t: TFunction): string =>
  t(`customer.check.${mark.reason}`, { ...mark.values });

export const errorPaths = (marks: CheckMarks): readonly string[] =>
  Object.entries(marks)
    .filter(([, mark]) => mark.level === 'error')
    .map(([path]) => path);

/** The two props of a form field; what the store said of it beats our own check. */
export const fieldNotes = (
  path: string,
  marks: CheckMarks,
  refused: Readonly<Record<string, string>>,
  t: TFunction,
): { readonly error?: string; readonly warning?: string } => {
  const said = refused[path];
  if (said) return { error: said };
  const mark = marks[path];
  if (!mark) return {};
  return mark.level === 'error' ? { error: markText(mark, t) } : { warning: markText(mark, t) };
};
