/** What can go wrong in answers beyond what their columns forbid. */
export type SurveyFindingCode = 'survey-summary' | 'survey-followed';

/** Each gives the ids of responses that contradict their answers or themselves. */
export const surveyChecks: readonly (readonly [code: SurveyFindingCode, sql: string])[] = [
  [
    // the first NPS answer, the mean of the satisfaction answers, and a detractor is never content
    'survey-summary',
    `SELECT w.id FROM surveyResponse w WHERE
       w.nps IS NOT (SELECT score FROM surveyAnswer a WHERE a.responseId = w.id AND a.kind = 'nps' AND a.score IS NOT NULL
         ORDER BY position LIMIT 1)
       OR w.satisfactionCenti IS NOT (SELECT cast(round(sum(score) * 100.0 / count(*)) AS INTEGER) FROM surveyAnswer a
         WHERE a.responseId = w.id AND a.kind = 'satisfaction' AND a.score IS NOT NULL)
       OR (w.bad = 0 AND EXISTS (SELECT 1 FROM surveyAnswer a WHERE a.responseId = w.id AND a.kind = 'nps' AND a.score <= 6))
       OR NOT EXISTS (SELECT 1 FROM surveyAnswer a WHERE a.responseId = w.id)`,
  ],
  [
    // who spoke with them is on record
    'survey-followed',
    'SELECT id FROM surveyResponse WHERE (followedAt IS NULL) <> (followedBy IS NULL)',
  ],
];
