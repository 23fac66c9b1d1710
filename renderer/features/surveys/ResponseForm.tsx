import { type KeyboardEvent, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { scoresOf } from '../../../db/domain/surveys/answers.ts';
import { useStoreSettings } from '../../lib/store.ts';
import { TextInput } from '../../ui/TextInput.tsx';
import { givenOf, isBadAnswer, type ResponseDraft, type ResponseProblems, typedScore } from './responseDraft.ts';
import css from './responseForm.module.css';
import { satisfiedKey } from './satisfiedKey.ts';
import type { Question, Questionnaire } from './shapes.ts';

export interface ResponseFormProps {
  readonly questionnaire: Pick<Questionnaire, 'questions'>;
  readonly value: ResponseDraft;
  readonly onChange: (value: ResponseDraft) => void;
  /** what is said beside a question: of `checkResponse`, once saving was tried */
  readonly problems: ResponseProblems;
  /** closer together, as beside a call */
  readonly compact?: boolean;
  /** after the last question was answered by key */
  readonly onEnd?: () => void;
  /** Esc, where the screen below has keys of its own; left out, it closes the form around */
  readonly onLeave?: () => void;
}

/**
 * Answers to a questionnaire, typed as fast as they are said or read: a digit answers a question and goes on to the next, Enter passes
 * one over, Backspace takes an answer back. The digits are the questions' own: what else they mean on the screen is not heard.
 */
export const ResponseForm = ({
  questionnaire,
  value,
  onChange,
  problems,
  compact,
  onEnd,
  onLeave,
}: ResponseFormProps) => {
  const form = useRef<HTMLOListElement>(null);
  const goOn = (at: number): void => {
    const next = form.current?.querySelectorAll<HTMLElement>('[data-question]')[at + 1];
    if (next) focusQuestion(next);
    else onEnd?.();
  };
  return (
    <ol ref={form} className={css['form']} data-compact={compact ?? false}>
      {questionnaire.questions.map((question, at) => (
        <QuestionField
          key={question.id}
          at={at}
          question={question}
          value={value}
          problem={problems[question.id]}
          onChange={onChange}
          onNext={() => goOn(at)}
          onLeave={onLeave}
        />
      ))}
    </ol>
  );
};

/** Puts the focus on the first question of a form that is inside `frame`. */
export const focusFirstQuestion = (frame: HTMLElement | null): void => {
  const first = frame?.querySelector<HTMLElement>('[data-question]');
  if (first) focusQuestion(first);
};

const focusQuestion = (question: HTMLElement): void => {
  const target = question.querySelector<HTMLElement>('input:checked') ?? question.querySelector<HTMLElement>('input');
  target?.focus({ preventScroll: true });
  // once a field beside the answer before has its place
  requestAnimationFrame(() => question.scrollIntoView({ block: 'center' }));
};

interface QuestionFieldProps {
  readonly at: number;
  readonly question: Question;
  readonly value: ResponseDraft;
  readonly problem: ResponseProblems[string] | undefined;
  readonly onChange: (value: ResponseDraft) => void;
  readonly onNext: () => void;
  readonly onLeave: (() => void) | undefined;
}

const QuestionField = ({ at, question, value, problem, onChange, onNext, onLeave }: QuestionFieldProps) => {
  const { t } = useTranslation();
  const name = useId();
  const problemId = `${name}-problem`;
  const badThrough = useStoreSettings()?.values.surveyTerms.badThrough ?? 0;
  /** whether the key before was a 1, typed on this question */
  const afterOne = useRef(false);
  const { id, kind, options, required, text } = question;
  const given = givenOf(value, id);
  const bad = isBadAnswer(question, value, badThrough);
  const set = (change: Partial<typeof given>): void => onChange({ ...value, [id]: { ...given, ...change } });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') onNext();
    else if (event.key === 'Escape' && onLeave) onLeave();
    else if (/^\d$/.test(event.key)) {
      const typed = typedScore(question, Number(event.key), afterOne.current);
      afterOne.current = typed?.done === false;
      if (typed) set({ score: typed.score });
      if (typed?.done) onNext();
    } else if (event.key === 'Backspace' || event.key === 'Delete') {
      afterOne.current = false;
      set({ score: null });
    } else return;
    event.preventDefault();
  };
  const inWords = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') onNext();
    else if (event.key === 'Escape' && onLeave) onLeave();
    else return;
    event.preventDefault();
  };
  return (
    <li className={css['question']} data-question data-kind={kind} data-bad={bad}>
      <fieldset
        className={css['field']}
        {...(problem ? { 'aria-describedby': problemId, 'aria-invalid': true as const } : {})}
      >
        <legend className={css['text']}>
          <span className={css['number']}>{at + 1}</span>
          {text}
          {required && (
            <span className={css['must']} aria-hidden="true">
              {' '}
              *
            </span>
          )}
        </legend>
        {kind === 'words' ? (
          <TextInput
            aria-label={text}
            value={given.words}
            maxLength={1000}
            placeholder={t('surveys.form.wordsHint')}
            onKeyDown={inWords}
            onChange={(words) => set({ words })}
          />
        ) : (
          <div className={css['scale']}>
            {scoresOf(question).map((score) => (
              <label key={score} className={css['score']}>
                <input
                  type="radio"
                  name={name}
                  className="heard-only"
                  checked={given.score === score}
                  onChange={() => set({ score })}
                  onKeyDown={onKeyDown}
                />
                <strong>{score}</strong>
                {kind === 'satisfaction' && <span>{t(`surveys.satisfied.${satisfiedKey(score)}`)}</span>}
                {kind === 'choice' && <span>{options[score - 1]}</span>}
              </label>
            ))}
            {kind === 'nps' && <span className={css['ends']}>{t('surveys.form.npsEnds')}</span>}
          </div>
        )}
        {(bad || (kind !== 'words' && given.words !== '')) && (
          <div className={css['beside']}>
            <TextInput
              aria-label={t('surveys.form.besideLabel', { question: text })}
              value={given.words}
              maxLength={1000}
              placeholder={t('surveys.form.besideHint')}
              onKeyDown={inWords}
              onChange={(words) => set({ words })}
            />
          </div>
        )}
      </fieldset>
      {problem && (
        <p id={problemId} role="alert" className={css['problem']}>
          {t(`surveys.check.${problem}`)}
        </p>
      )}
    </li>
  );
};
