import { Button } from 'antd';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ControlGroup } from '../../ui/ControlGroup.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { AreaInput } from '../customer/AreaInput.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import { RuleCheck } from '../settings/RuleCheck.tsx';
import rules from '../taskRules/taskRules.module.css';
import { mostQuestions, moved, newQuestion, type QuestionDraft } from './questionnaireDraft.ts';
import css from './questionnaires.module.css';
import { type Question, type QuestionKind, questionKinds } from './shapes.ts';

export interface QuestionsEditorProps {
  readonly questions: readonly QuestionDraft[];
  /** those that may have been answered: they keep their kind */
  readonly answered: readonly Pick<Question, 'id'>[];
  /** what is wrong, by path */
  readonly say: (path: string) => string | undefined;
  /** the one that is being written */
  readonly onShow: (id: string) => void;
  readonly onChange: (questions: readonly QuestionDraft[]) => void;
}

/** The questions in their order; Alt ↑ and Alt ↓ move the one that has the focus. */
export const QuestionsEditor = ({ questions, answered, say, onShow, onChange }: QuestionsEditorProps) => {
  const { t } = useTranslation();
  const list = useRef<HTMLOListElement>(null);
  const change = (id: string, part: Partial<QuestionDraft>): void =>
    onChange(questions.map((question) => (question.id === id ? { ...question, ...part } : question)));
  const move = (at: number, by: 1 | -1): void => onChange(moved(questions, at, by));
  const add = (kind: QuestionKind): void => {
    const question = newQuestion(kind);
    onChange([...questions, question]);
    onShow(question.id);
    // once it stands there
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('li:last-child input')?.focus());
  };
  const onKeyDown = (event: KeyboardEvent, at: number): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(at, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <section className={rules['group']} aria-label={t('questionnaires.questions')}>
      <h3>{t('questionnaires.questions')}</h3>
      {say('questions') && (
        <p role="alert" className={rules['wrong']}>
          {say('questions')}
        </p>
      )}
      <ol ref={list} className={css['questions']}>
        {questions.map((question, at) => {
          const fixed = answered.some(({ id }) => id === question.id);
          const name = question.text.trim() || t('questionnaires.untitled');
          return (
            <li
              key={question.id}
              className={css['question']}
              onFocus={() => onShow(question.id)}
              onKeyDown={(event) => onKeyDown(event, at)}
            >
              <div className={css['line']}>
                <FormField
                  label={t('questionnaires.field.text', { n: at + 1 })}
                  required
                  error={say(`${question.id}.text`)}
                  className={css['text'] ?? ''}
                >
                  <TextInput
                    maxLength={200}
                    value={question.text}
                    placeholder={t(`questionnaires.hint.${question.kind}`)}
                    onChange={(text) => change(question.id, { text })}
                  />
                </FormField>
                <FormField
                  label={t('questionnaires.field.kind')}
                  {...(fixed ? { help: t('questionnaires.field.kindFixed') } : {})}
                >
                  <SelectInput
                    value={question.kind}
                    options={questionKinds
                      .filter((kind) => !fixed || kind === question.kind)
                      .map((kind) => [kind, t(`surveys.kind.${kind}`)] as const)}
                    onChange={(kind) => change(question.id, { kind })}
                  />
                </FormField>
              </div>
              {question.kind === 'choice' && (
                <FormField
                  label={t('questionnaires.field.options')}
                  required
                  help={t('questionnaires.field.optionsHelp')}
                  error={say(`${question.id}.options`)}
                >
                  <AreaInput
                    rows={3}
                    maxLength={600}
                    value={question.options}
                    onChange={(options) => change(question.id, { options })}
                  />
                </FormField>
              )}
              <div className={css['foot']}>
                <RuleCheck
                  label={t('questionnaires.field.required')}
                  checked={question.required}
                  onChange={(required) => change(question.id, { required })}
                />
                <span className={css['moves']}>
                  <Button
                    size="small"
                    aria-label={t('questionnaires.upOf', { name })}
                    aria-keyshortcuts="Alt+ArrowUp"
                    disabled={at === 0}
                    onClick={() => move(at, -1)}
                  >
                    {t('questionnaires.up')}
                  </Button>
                  <Button
                    size="small"
                    aria-label={t('questionnaires.downOf', { name })}
                    aria-keyshortcuts="Alt+ArrowDown"
                    disabled={at === questions.length - 1}
                    onClick={() => move(at, 1)}
                  >
                    {t('questionnaires.down')}
                  </Button>
                  <Button
                    size="small"
                    aria-label={t('questionnaires.dropOf', { name })}
                    onClick={() => onChange(questions.filter(({ id }) => id !== question.id))}
                  >
                    {t('common.remove')}
                  </Button>
                </span>
              </div>
            </li>
          );
        })}
      </ol>
      <ControlGroup label={t('questionnaires.addQuestion')} className={css['adds']}>
        <span className="quiet">{t('questionnaires.addQuestion')}</span>
        {questionKinds.map((kind) => (
          <Button
            key={kind}
            size="small"
            icon={<PlusIcon size={14} />}
            disabled={questions.length >= mostQuestions}
            onClick={() => add(kind)}
          >
            {t(`surveys.kind.${kind}`)}
          </Button>
        ))}
      </ControlGroup>
      <p className="quiet small">{t('questionnaires.orderKeys')}</p>
    </section>
  );
};
