import i18next, { type TFunction } from 'i18next';
import { satisfiedKey } from '../features/surveys/satisfiedKey.ts';
import type { Question } from '../features/surveys/shapes.ts';
import { plate } from '../lib/formats.ts';
import { FormHead } from './FormHead.tsx';
import css from './form.module.css';
import { type PrintedPaper, paperOf } from './paperOf.ts';
import type { PaperAsked } from './printAsked.ts';
import type { Printable } from './printable.ts';
import sheet from './sheet.module.css';

type Row = PrintedPaper['rows'][number];
type Questionnaire = NonNullable<PrintedPaper['questionnaire']>;

interface FormProps {
  /** always Chinese: customers read it */
  readonly t: TFunction;
  readonly store: string;
  readonly questionnaire: Questionnaire;
  readonly row: Row;
}

/** What to ring: the digit stands in the ring, as it is typed afterwards. */
const choicesOf = ({ kind, options }: Question, t: TFunction): readonly (readonly [score: number, words: string])[] => {
  switch (kind) {
    case 'nps':
      return Array.from({ length: 11 }, (_, score) => [score, ''] as const);
    case 'satisfaction':
      return [1, 2, 3, 4, 5].map((score) => [score, t(`surveys.satisfied.${satisfiedKey(score)}`)] as const);
    case 'choice':
      return options.map((option, at) => [at + 1, option] as const);
    case 'words':
      return [];
  }
};

const Asked = ({ question, at, t }: { readonly question: Question; readonly at: number; readonly t: TFunction }) => (
  <li className={css['question']}>
    <strong>{at + 1}</strong>
    <div>
      <p className={css['asked']}>{question.text}</p>
      {question.kind === 'words' ? (
        <div className={css['words']} />
      ) : (
        <ul className={css['scale']}>
          {choicesOf(question, t).map(([score, words]) => (
            <li key={score}>
              <i className={css['score']}>{score}</i>
              {words}
            </li>
          ))}
        </ul>
      )}
      {question.kind === 'nps' && <p className={css['ends']}>{t('paper.sheet.survey.ends')}</p>}
    </div>
  </li>
);

const Form = ({ t, store, questionnaire, row }: FormProps) => (
  <article className={css['form']} lang="zh-CN">
    <FormHead store={store} title={questionnaire.name} code={row.code} />
    <p className={css['intro']}>{questionnaire.intro}</p>
    <div className={css['lines']}>
      <div className={css['field']}>
        <span className={css['name']}>{t('paper.sheet.customer')}</span>
        <span className={css['known']}>{row.name}</span>
      </div>
      <div className={css['field']}>
        <span className={css['name']}>{t('paper.sheet.plate')}</span>
        <span className={css['known']}>{row.plate === null ? null : plate(row.plate)}</span>
      </div>
    </div>
    <p className={css['after']}>{t('paper.sheet.survey.how')}</p>
    <ol className={css['questions']}>
      {questionnaire.questions.map((question, at) => (
        <Asked key={question.id} question={question} at={at} t={t} />
      ))}
    </ol>
    <footer className={css['signatures']}>
      <span className={sheet['line']}>{t('paper.sheet.survey.day')}</span>
      <span className={sheet['line']}>{t('paper.sheet.survey.sign')}</span>
    </footer>
    <p className={css['thanks']}>{questionnaire.thanks}</p>
  </article>
);

/** 问卷, A4, a form for each customer and empty ones, each with a code of its own. @throws ORPCError as `paper.print` */
export const surveyFormSheets = async (asked: PaperAsked): Promise<Printable> => {
  const { store, questionnaire, rows } = await paperOf(asked);
  const t = i18next.getFixedT('zh-CN');
  return {
    width: 210,
    height: 297,
    flowMargin: 15,
    numbered: false,
    sheets: questionnaire
      ? rows.map((row) => <Form key={row.code} t={t} store={store} questionnaire={questionnaire} row={row} />)
      : [],
  };
};
