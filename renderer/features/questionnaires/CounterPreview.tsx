import { useTranslation } from 'react-i18next';
import { AskQuestion } from '../surveys/AskQuestion.tsx';
import rules from '../taskRules/taskRules.module.css';
import css from './questionnaires.module.css';
import type { Question } from './shapes.ts';

const unanswered = { score: null, words: '' };
const nothing = (): void => undefined;

/** The question that is being written, as a customer sees it at the counter, made small. */
export const CounterPreview = ({ question }: { readonly question: Question }) => {
  const { t } = useTranslation();
  return (
    <section className={rules['preview']} aria-label={t('questionnaires.preview')}>
      <h3>{t('questionnaires.preview')}</h3>
      <div className={css['counter']} inert>
        <div className={css['small']}>
          <AskQuestion
            question={{ ...question, text: question.text || t('questionnaires.untitled') }}
            given={unanswered}
            onScore={nothing}
            onWords={nothing}
          />
        </div>
      </div>
      <p className="quiet small">{t('questionnaires.previewText')}</p>
    </section>
  );
};
