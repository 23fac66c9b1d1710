import type { TFunction } from 'i18next';
import { givenOf } from '../surveys/responseDraft.ts';
import { complaintText, toneOf } from '../surveys/scoreWords.ts';
import { answersTo, type CallDraft } from './callDraft.ts';
import type { CallInfo } from './shapes.ts';

/**
 * What a complaint that comes out of a call begins with: what was noted, what was answered badly just now, and before.
 *
 * @param terms the setting's; undefined while it is not known
 */
export const unhappyText = (
  draft: Pick<CallDraft, 'note' | 'questionnaireId' | 'answers'>,
  { questionnaire: asked, bad }: Pick<CallInfo, 'questionnaire' | 'bad'>,
  terms: { readonly badThrough: number; readonly satisfiedFrom: number } | undefined,
  t: TFunction,
): string => {
  const { note } = draft;
  if (!terms) return note;
  const answers = asked ? answersTo(asked, draft) : {};
  const now = (asked?.questionnaire.questions ?? [])
    .map(({ id, ...question }) => ({
      ...question,
      questionId: id,
      score: givenOf(answers, id).score,
      words: givenOf(answers, id).words.trim() || null,
    }))
    .filter((answer) => answer.score !== null || answer.words !== null);
  const isUnhappy = now.some((answer) => toneOf(answer, terms) === 'red');
  return [
    note.trim(),
    ...(asked && isUnhappy ? [complaintText({ questionnaire: asked.questionnaire.name, answers: now }, terms, t)] : []),
    ...bad.map((response) => complaintText(response, terms, t)),
  ]
    .filter((part) => part !== '')
    .join('\n');
};
