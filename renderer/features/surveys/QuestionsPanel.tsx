import { useTranslation } from 'react-i18next';
import { number } from '../../lib/formats.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Panel } from '../../ui/Panel.tsx';
import reports from '../complaintReports/complaintReports.module.css';
import css from './figures.module.css';
import { satisfiedKey } from './satisfiedKey.ts';
import type { SurveyFigures } from './shapes.ts';
import { useQuestionnaires } from './useQuestionnaires.ts';

type Asked = SurveyFigures['questions'][number];

/** Every question with how often each answer was given, questionnaire by questionnaire. */
export const QuestionsPanel = ({ questions }: Pick<SurveyFigures, 'questions'>) => {
  const { t } = useTranslation();
  const names = useQuestionnaires(false) ?? [];
  const ids = [...new Set(questions.map(({ questionnaireId }) => questionnaireId))];
  return (
    <Panel flush title={t('surveys.figures.byQuestion')}>
      {questions.length === 0 ? (
        <p className={reports['none']}>{t('surveys.figures.noQuestion')}</p>
      ) : (
        ids.map((id) => (
          <section key={id} aria-label={names.find((one) => one.id === id)?.name}>
            <h3 className={css['whose']}>{names.find((one) => one.id === id)?.name}</h3>
            <ul className={css['questions']}>
              {questions
                .filter(({ questionnaireId }) => questionnaireId === id)
                .map((question) => (
                  <li key={question.questionId} className={css['question']}>
                    <p className={css['asked']}>
                      <strong>{question.text}</strong>
                      <Chip>{t(`surveys.kind.${question.kind}`)}</Chip>
                      <span className="quiet small">{t('surveys.figures.n', { n: number(question.n) })}</span>
                    </p>
                    {question.kind !== 'words' && <Scores question={question} />}
                  </li>
                ))}
            </ul>
          </section>
        ))
      )}
    </Panel>
  );
};

const Scores = ({ question: { kind, scores, n } }: { readonly question: Asked }) => {
  const { t } = useTranslation();
  return (
    <dl className={css['scores']}>
      {scores.map(({ score, label, count }) => {
        const share = n === 0 ? 0 : Math.round((count * 100) / n);
        return (
          <div key={score}>
            <dt>{kind === 'satisfaction' ? `${score} ${t(`surveys.satisfied.${satisfiedKey(score)}`)}` : label}</dt>
            <dd>
              <span className={css['bar']} style={{ width: `${share}%` }} data-kind={kind} data-score={score} />
              <span className={css['count']}>
                {number(count)} <span className="quiet">{t('surveys.figures.percent', { n: share })}</span>
              </span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
};
