import type { PrintJob } from '../../lib/printing.ts';
import { dayOrNull } from '../customer/typedDay.ts';
import type { PrintKind } from './shapes.ts';

/** What the cards ask for, as typed. */
export interface PrintDraft {
  /** complaint forms */
  readonly complaints: string;
  /** of the sign-in sheet */
  readonly day: string;
  /** empty rows of the sign-in sheet */
  readonly rows: string;
  /** '' where there is none */
  readonly questionnaireId: string;
  /** empty questionnaires */
  readonly forms: string;
  /** whose name stands on one more of them */
  readonly customerId: string | null;
}

export const printDraft = (today: string, questionnaireId: string, customerId: string | null): PrintDraft => ({
  complaints: '5',
  day: today,
  rows: '12',
  questionnaireId,
  // for one customer it is theirs alone
  forms: customerId === null ? '10' : '0',
  customerId,
});

/** One sheet has at most so many empty rows. */
const most = 100;

const countOf = (typed: string, least: number): number | null => {
  const count = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  return count >= least && count <= most ? count : null;
};

export type PrintProblem = 'count' | 'day' | 'questionnaire';

/** Why a card cannot be printed as it stands. */
export const checkPrint = (draft: PrintDraft): Readonly<Partial<Record<PrintKind, PrintProblem>>> => ({
  ...(countOf(draft.complaints, 1) === null ? { complaint: 'count' as const } : {}),
  ...(countOf(draft.rows, 0) === null ? { signIn: 'count' as const } : {}),
  ...(dayOrNull(draft.day) === null ? { signIn: 'day' as const } : {}),
  ...(countOf(draft.forms, draft.customerId === null ? 1 : 0) === null ? { survey: 'count' as const } : {}),
  ...(draft.questionnaireId === '' ? { survey: 'questionnaire' as const } : {}),
});

/** Call it once `checkPrint` finds nothing against that card. */
export const jobOf = (kind: PrintKind, draft: PrintDraft, sheetId: string): PrintJob => {
  const plain = { sheetId, day: null, questionnaireId: null, customerIds: [] } as const;
  switch (kind) {
    case 'call':
      return { document: 'callSheet', sheetId, mine: false, ruleId: null };
    case 'complaint':
      return { ...plain, document: 'complaintForm', blanks: Number(draft.complaints) };
    case 'signIn':
      return { ...plain, document: 'signInSheet', day: dayOrNull(draft.day), blanks: Number(draft.rows) };
    case 'survey':
      return {
        ...plain,
        document: 'surveyForm',
        questionnaireId: draft.questionnaireId,
        customerIds: draft.customerId === null ? [] : [draft.customerId],
        blanks: Number(draft.forms),
      };
  }
};
