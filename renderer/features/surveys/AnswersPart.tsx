import { useTranslation } from 'react-i18next';
import { useStoreSettings } from '../../lib/store.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import { answerWords, besideOf, scoresWords, toneOf } from './scoreWords.ts';
import type { Response } from './shapes.ts';
import css from './surveys.module.css';

export interface AnswersPartProps {
  readonly response: Pick<Response, 'answers' | 'nps' | 'satisfactionCenti'>;
}

/** Every question as it was asked, with what was answered; what is bad stands out. */
export const AnswersPart = ({ response }: AnswersPartProps) => {
  const { t } = useTranslation();
  return (
    <Panel flush title={t('surveys.answers')} aside={<span className="quiet">{scoresWords(response, t)}</span>}>
      <AnswerList answers={response.answers} />
    </Panel>
  );
};

/** The answers alone, for a place that has a frame of its own. */
export const AnswerList = ({ answers }: Pick<Response, 'answers'>) => {
  const { t } = useTranslation();
  const terms = useStoreSettings()?.values.surveyTerms ?? { badThrough: 0, satisfiedFrom: 6 };
  return (
    <ol className={css['answers']}>
      {answers.map((answer) => {
        const words = answerWords(answer, t);
        const beside = besideOf(answer);
        const tone = toneOf(answer, terms);
        return (
          <li key={answer.questionId} className={css['answer']}>
            <span className={css['asked']}>{answer.text}</span>
            {words === null ? (
              <span className="quiet">{t('surveys.passed')}</span>
            ) : answer.kind === 'words' ? (
              <span className={css['quote']}>{words}</span>
            ) : (
              <span className={css['given']}>
                <Chip tone={tone} icon={<ToneIcon tone={tone} />}>
                  {words}
                </Chip>
              </span>
            )}
            {beside && <span className={css['quote']}>{beside}</span>}
          </li>
        );
      })}
    </ol>
  );
};
