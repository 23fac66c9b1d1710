import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { useSave } from '../../lib/useSave.ts';
import { AskQuestion } from './AskQuestion.tsx';
import css from './ask.module.css';
import { answersOf, checkResponse, givenOf, isAnswered, type ResponseDraft, typedScore } from './responseDraft.ts';
import type { Questionnaire } from './shapes.ts';

export interface AskRoundProps {
  readonly questionnaire: Questionnaire;
  readonly store: string;
  /** whom it greets; null for anybody */
  readonly name: string | null;
  readonly about: {
    readonly customerId: string | null;
    readonly vehicleId: string | null;
    readonly visitId: string | null;
  };
  readonly onLeave: () => void;
}

/** an answer is seen for so long before the next question comes, ms */
const seen = 350;
/** a 1 may become a 10: so long it waits for the 0, ms */
const waitsForZero = 900;

type Stage = 'welcome' | 'asking' | 'thanks';

/** One round of questions with a customer, from the greeting to the thanks; only the staff get back to the desk. */
export const AskRound = ({ questionnaire, store, name, about, onLeave }: AskRoundProps) => {
  const { t } = useTranslation();
  const { questions } = questionnaire;
  const [stage, setStage] = useState<Stage>('welcome');
  const [at, setAt] = useState(0);
  const [draft, setDraft] = useState<ResponseDraft>({});
  const [leaving, setLeaving] = useState(false);
  const [missing, setMissing] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const goingOn = useRef<ReturnType<typeof setTimeout>>(undefined);
  const afterOne = useRef(false);
  const save = useSave(api.surveys.record, {
    stale: [orpc.surveys.key(), orpc.tasks.key(), orpc.customers.key()],
    onDone: () => setStage('thanks'),
  });
  const question = questions[at];
  const isLast = at === questions.length - 1;
  useEffect(() => () => clearTimeout(goingOn.current), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each question, and each stage, begins at its top
  useEffect(() => frame.current?.focus(), [at, stage]);

  const show = (next: number): void => {
    clearTimeout(goingOn.current);
    afterOne.current = false;
    setMissing(false);
    setAt(next);
  };
  const submit = (): void => {
    const problems = checkResponse(questions, draft);
    const first = questions.findIndex(({ id }) => problems[id] !== undefined);
    if (first >= 0) {
      show(first);
      setMissing(true);
    } else if (!save.isPending) {
      save.mutate({
        questionnaireId: questionnaire.id,
        answers: answersOf(questions, draft),
        channel: 'counter',
        ...about,
      });
    }
  };
  const next = (): void => {
    if (!question) return;
    if (question.required && !isAnswered(question, draft)) setMissing(true);
    else if (isLast) submit();
    else show(at + 1);
  };
  /** The answer is seen first, then the next question comes by itself; the last one is sent by its button. */
  const score = (value: number, wait = seen): void => {
    if (!question) return;
    clearTimeout(goingOn.current);
    setMissing(false);
    setDraft((before) => ({ ...before, [question.id]: { ...givenOf(before, question.id), score: value } }));
    if (!isLast) goingOn.current = setTimeout(() => show(at + 1), wait);
  };
  const digit = (key: number): void => {
    if (!question) return;
    const typed = typedScore(question, key, afterOne.current);
    afterOne.current = typed?.done === false;
    if (typed) score(typed.score, typed.done ? seen : waitsForZero);
  };
  useHotkeys(
    {
      ...Object.fromEntries(Array.from({ length: 10 }, (_, key) => [String(key), () => digit(key)])),
      // in words the arrows are the text's own
      ...(question?.kind === 'words'
        ? {}
        : { ArrowLeft: () => at > 0 && show(at - 1), ArrowRight: () => !isLast && next() }),
    },
    { enabled: stage === 'asking' && !leaving },
  );
  useHotkeys({ Escape: () => (stage === 'asking' && !leaving ? setLeaving(true) : onLeave()) });
  /** Where it presses nothing else and is no new line, Enter goes on. */
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.repeat) return;
    if (event.target instanceof Element && event.target.closest('button, textarea')) return;
    event.preventDefault();
    if (leaving) setLeaving(false);
    else if (stage === 'welcome') setStage('asking');
    // a customer who presses it once more than needed does not come to the desk: the staff have their button
    else if (stage === 'asking') next();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the keys of what is inside
    <div className={css['screen']} onKeyDown={onKeyDown}>
      <header className={css['head']}>
        <strong>{store}</strong>
        {stage === 'asking' && (
          <span className={css['progress']}>
            {t('surveys.ask.progress', { at: at + 1, of: questions.length })}
            <progress value={at + 1} max={questions.length} aria-label={t('surveys.ask.progressLabel')} />
          </span>
        )}
      </header>
      <div className={css['middle']} ref={frame} tabIndex={-1}>
        {stage === 'welcome' && (
          <>
            <h1 className={css['text']}>
              {name === null ? t('surveys.ask.hello') : t('surveys.ask.helloName', { name })}
            </h1>
            <p className={css['lead']}>{questionnaire.intro || t('surveys.ask.intro')}</p>
            <button type="button" className={css['onward']} onClick={() => setStage('asking')}>
              {t('surveys.ask.begin')}
            </button>
          </>
        )}
        {stage === 'asking' && question && (
          <>
            <AskQuestion
              key={question.id}
              question={question}
              given={givenOf(draft, question.id)}
              onScore={(value) => score(value)}
              onWords={(words) => {
                setMissing(false);
                setDraft({ ...draft, [question.id]: { ...givenOf(draft, question.id), words } });
              }}
            />
            <p className={css['note']} role="alert">
              {missing ? t('surveys.ask.missing') : save.error ? errorText(save.error, t) : ''}
            </p>
            <div className={css['moves']}>
              {at > 0 && (
                <button type="button" className={css['back']} onClick={() => show(at - 1)}>
                  {t('surveys.ask.back')}
                </button>
              )}
              <button type="button" className={css['onward']} disabled={save.isPending} onClick={next}>
                {t(
                  isLast
                    ? 'surveys.ask.send'
                    : isAnswered(question, draft)
                      ? 'surveys.ask.next'
                      : skipWord(question.required),
                )}
              </button>
            </div>
          </>
        )}
        {stage === 'thanks' && (
          <>
            <h1 className={css['text']}>{t('surveys.ask.thanks')}</h1>
            <p className={css['lead']}>{questionnaire.thanks || t('surveys.ask.thanksText')}</p>
          </>
        )}
      </div>
      <footer className={css['foot']}>
        {leaving ? (
          <span className={css['ask']} role="alert">
            {t('surveys.ask.leaveAsk')}
            <button type="button" className={css['staff']} onClick={() => setLeaving(false)}>
              {t('surveys.ask.stay')}
            </button>
            <button type="button" className={css['staff']} onClick={onLeave}>
              {t('surveys.ask.leave')}
            </button>
          </span>
        ) : (
          <button
            type="button"
            className={css['staff']}
            onClick={() => (stage === 'asking' ? setLeaving(true) : onLeave())}
          >
            {t(stage === 'thanks' ? 'surveys.ask.staffBack' : 'surveys.ask.staff')}
          </button>
        )}
      </footer>
    </div>
  );
};

const skipWord = (required: boolean): 'surveys.ask.next' | 'surveys.ask.skip' =>
  required ? 'surveys.ask.next' : 'surveys.ask.skip';
