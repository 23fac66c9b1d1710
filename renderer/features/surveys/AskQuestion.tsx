import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { scoresOf } from '../../../db/domain/surveys/answers.ts';
import css from './ask.module.css';
import { Face } from './Face.tsx';
import type { GivenAnswer } from './responseDraft.ts';
import { satisfiedKey } from './satisfiedKey.ts';
import type { Question } from './shapes.ts';

export interface AskQuestionProps {
  readonly question: Question;
  readonly given: GivenAnswer;
  readonly onScore: (score: number) => void;
  readonly onWords: (words: string) => void;
}

/** One question as a customer sees it: large buttons for a finger, faces with words for 满意度, 0–10 in one row. */
export const AskQuestion = ({ question, given, onScore, onWords }: AskQuestionProps) => {
  const { t } = useTranslation();
  const textId = useId();
  const { kind, text, options } = question;
  return (
    <section className={css['question']} aria-labelledby={textId}>
      <h1 id={textId} className={css['text']}>
        {text}
      </h1>
      {kind === 'words' ? (
        <textarea
          className={css['words']}
          rows={4}
          maxLength={1000}
          aria-labelledby={textId}
          placeholder={t('surveys.ask.wordsHint')}
          value={given.words}
          onChange={(event) => onWords(event.target.value)}
        />
      ) : (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be read as a form */}
          <div role="group" aria-labelledby={textId} className={css[kind]}>
            {scoresOf(question).map((score) => (
              <button
                key={score}
                type="button"
                className={css['answer']}
                aria-pressed={given.score === score}
                onClick={() => onScore(score)}
              >
                {kind === 'satisfaction' && <Face score={score} />}
                {kind === 'nps' && <strong>{score}</strong>}
                {kind === 'satisfaction' && <span>{t(`surveys.satisfied.${satisfiedKey(score)}`)}</span>}
                {kind === 'choice' && <span>{options[score - 1]}</span>}
                {kind !== 'nps' && (
                  <span className={css['key']} aria-hidden="true">
                    {score}
                  </span>
                )}
              </button>
            ))}
          </div>
          {kind === 'nps' && (
            <p className={css['ends']}>
              <span>{t('surveys.ask.npsLeast')}</span>
              <span>{t('surveys.ask.npsMost')}</span>
            </p>
          )}
        </>
      )}
    </section>
  );
};
