import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { doOnScreen, useScreenDeeds } from '../../lib/screenDeeds.ts';
import { ControlGroup } from '../../ui/ControlGroup.tsx';
import { CheckIcon } from '../../ui/icons.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { focusFirstQuestion, ResponseForm } from '../surveys/ResponseForm.tsx';
import { isAnswered } from '../surveys/responseDraft.ts';
import { answerProblems, answersTo } from './callDraft.ts';
import type { AskedInCall } from './shapes.ts';
import css from './tasks.module.css';
import type { KeptCall } from './useCallDraft.ts';

export interface QuestionnairePartProps {
  readonly asked: AskedInCall;
  readonly kept: Pick<KeptCall, 'draft' | 'change'>;
}

/**
 * What is asked while one speaks. Q leads into it: from there the digits are answers; after the last one, or Esc, they are outcomes again.
 * Whoever answers was reached, so the outcome says so by itself.
 */
export const QuestionnairePart = ({ asked, kept: { draft, change } }: QuestionnairePartProps) => {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const { questionnaire } = asked;
  const given = answersTo(asked, draft);
  const left = questionnaire.questions.filter((question) => !isAnswered(question, given)).length;
  useScreenDeeds({ 'tasks.questionnaire': () => focusFirstQuestion(frame.current) });
  return (
    <ControlGroup ref={frame} label={questionnaire.name} className={css['survey']}>
      <p>
        <strong>{t('tasks.survey.title', { name: questionnaire.name })}</strong> <KeyHint keys="Q" />{' '}
        <span className="quiet small" aria-live="polite">
          {left > 0 ? (
            t('tasks.survey.left', { count: left })
          ) : (
            <>
              <CheckIcon size={13} /> {t('tasks.survey.all')}
            </>
          )}
        </span>
      </p>
      {questionnaire.intro && <p className={css['words']}>{questionnaire.intro}</p>}
      <ResponseForm
        compact
        questionnaire={questionnaire}
        value={given}
        problems={answerProblems(draft, asked)}
        onChange={(answers) =>
          change({
            questionnaireId: questionnaire.id,
            answers,
            ...(draft.outcome === '' ? { outcome: 'connected' } : {}),
          })
        }
        onEnd={() => doOnScreen('tasks.note')}
        onLeave={() => document.getElementById('content')?.focus()}
      />
    </ControlGroup>
  );
};
