import type { Answer, Asked, api } from '../../lib/api.ts';

export type Questionnaire = Answer<typeof api.questionnaires.list>['rows'][number];
export type QuestionnaireFields = Asked<typeof api.questionnaires.add>['questionnaire'];
export type Question = QuestionnaireFields['questions'][number];
export type QuestionKind = Question['kind'];

/** As the contract's list of these names, in the order in which they are shown. */
export const questionKinds = ['nps', 'satisfaction', 'choice', 'words'] as const satisfies readonly QuestionKind[];

/** The fields of a questionnaire alone: what is sent back when only one of them changes. */
export const fieldsOf = ({ name, intro, thanks, questions, active }: Questionnaire): QuestionnaireFields => ({
  name,
  intro,
  thanks,
  questions,
  active,
});
