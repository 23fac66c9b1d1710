import type { Answer, Asked, api } from '../../lib/api.ts';

export type ResponseList = Answer<typeof api.surveys.list>;
export type ResponseRow = ResponseList['rows'][number];
export type Response = Answer<typeof api.surveys.get>;
export type SurveyFigures = Answer<typeof api.surveys.figures>;
export type Questionnaire = Answer<typeof api.questionnaires.list>['rows'][number];
export type Question = Questionnaire['questions'][number];
export type Channel = ResponseRow['channel'];

export type ListInput = Asked<typeof api.surveys.list>;
export type Tab = NonNullable<ListInput['tab']>;
export type RecordInput = Asked<typeof api.surveys.record>;
export type GivenAnswers = RecordInput['answers'];

/** As the contract's lists of these names, in the order in which they are shown; the contract's own files bring zod with them. */
export const tabs = ['waits', 'bad', 'all'] as const satisfies readonly Tab[];
export const channels = ['phone', 'counter', 'paper', 'visit'] as const satisfies readonly Channel[];
