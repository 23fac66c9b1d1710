import type { TFunction } from 'i18next';
import type { ComplaintReport } from './reportFigures.ts';

export type Measure = ComplaintReport['actions'][number];

/** 有效 · 部分有效 · 无效, as somebody judged it. */
export const helpedWords = ({ helped }: Measure, t: TFunction): string =>
  helped === null ? t('complaintReports.unchecked') : t(`complaints.action.helped.${helped}`);

/** Before, after, and in how many days each; blank where it is too early to tell. */
export const aroundWords = ({ before, after, days }: Measure): readonly (number | string)[] =>
  before === null || after === null || days === null ? ['', '', ''] : [before, after, days];
