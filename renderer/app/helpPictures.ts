import type { HelpTopic } from './helpTopics.ts';

/**
 * The help's pictures, taken from the sample store by `npm run pictures -- --help-sheet`: one for each topic, Chinese desk, light. A
 * browser fetches one when the sheet shows it.
 */
const files = import.meta.glob<string>('./helpPictures/*.png', { eager: true, query: '?url', import: 'default' });

/** Topics that have nothing to show: a form of a few fields that explain themselves, a table of sums, and no place at all. */
export const unpictured = [
  'password',
  'liability',
  'statement',
  'settlement',
  'complaintStatistics',
  'complaintRules',
  'taskRules',
  'taskRuleForm',
  'surveyFigures',
  'surveyEntry',
  'rewardForm',
  'grantForm',
  'adjustForm',
  'transferForm',
  'enquiryForm',
  'keptAnswers',
  'clubForm',
  'general',
] as const satisfies readonly HelpTopic[];
export type PicturedTopic = Exclude<HelpTopic, (typeof unpictured)[number]>;

const plain: readonly HelpTopic[] = unpictured;

export const isPictured = (topic: HelpTopic): topic is PicturedTopic => !plain.includes(topic);

/** Its address; undefined before the pictures were taken. */
export const helpPicture = (topic: PicturedTopic): string | undefined => files[`./helpPictures/${topic}.png`];
