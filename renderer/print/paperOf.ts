import { type Answer, api } from '../lib/api.ts';
import { newRequestId } from '../lib/requestId.ts';
import type { PaperAsked } from './printAsked.ts';

export type PrintedPaper = Answer<typeof api.paper.print>;

const kindOf = { complaintForm: 'complaint', signInSheet: 'signIn', surveyForm: 'survey' } as const;

/** The sheet with its codes, made by being printed. @throws ORPCError as `paper.print` */
export const paperOf = ({
  document,
  sheetId,
  day,
  questionnaireId,
  customerIds,
  blanks,
}: PaperAsked): Promise<PrintedPaper> =>
  api.paper.print({
    sheetId,
    kind: kindOf[document],
    questionnaireId,
    customerIds: [...customerIds],
    blanks,
    ...(day === null ? {} : { day }),
    requestId: newRequestId(),
  });
