import type { TFunction } from 'i18next';
import { knownText } from '../../lib/knownText.ts';
import type { RowProblem } from './shapes.ts';

/** The name of a field of an import, as the mapping and the preview show it. */
export const fieldWords = (field: string, t: TFunction): string => knownText(`imports.field.${field}`, t) ?? field;

/** 手机：电话号码不正确：1380013800 */
export const problemWords = (problem: RowProblem, t: TFunction): string => {
  const sentence = knownText(`imports.problem.${problem.code}`, t);
  // The message is Chinese and ends with what stood in the cell.
  const value = /：(.+)$/.exec(problem.message)?.[1];
  const text =
    sentence === null ? problem.message : value ? t('imports.preview.value', { text: sentence, value }) : sentence;
  return problem.column === null ? text : t('imports.preview.problem', { column: fieldWords(problem.column, t), text });
};
