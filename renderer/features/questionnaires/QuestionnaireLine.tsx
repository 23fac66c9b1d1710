import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { number } from '../../lib/formats.ts';
import { notify } from '../../lib/notices.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { useSave } from '../../lib/useSave.ts';
import css from '../taskRules/taskRules.module.css';
import { fieldsOf, type Questionnaire, questionKinds } from './shapes.ts';

export interface QuestionnaireLineProps {
  readonly row: Questionnaire;
  readonly may: boolean;
  readonly onOpen: () => void;
}

/** One questionnaire: what it asks, how often it was answered, which rules ask it, and whether it may be asked. */
export const QuestionnaireLine = ({ row, may, onOpen }: QuestionnaireLineProps) => {
  const { t } = useTranslation();
  const { name, active, questions, rules } = row;
  const save = useSave(api.questionnaires.update, {
    stale: [orpc.questionnaires.key()],
    onDone: (_done, { questionnaire: saved }) =>
      void notifyUndoable(t(saved.active ? 'questionnaires.switchedOn' : 'questionnaires.switchedOff', { name }), t),
    onFail: (error) => notify(errorText(error, t), { tone: 'red' }),
  });
  const word = t(active ? 'questionnaires.on' : 'questionnaires.off');
  const kinds = questionKinds
    .map((kind) => ({ kind, count: questions.filter((question) => question.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => t('questionnaires.kindCount', { kind: t(`surveys.kind.${kind}`), count }));
  return (
    <li className={css['row']}>
      <div className={css['head']}>
        {may ? (
          <button
            type="button"
            className={css['name']}
            aria-label={t('questionnaires.open', { name })}
            aria-haspopup="dialog"
            onClick={onOpen}
          >
            {name}
          </button>
        ) : (
          <strong>{name}</strong>
        )}
        <span className={css['how']}>{kinds.join(t('customer.listSeparator'))}</span>
      </div>
      <div className={css['when']}>
        <span className="quiet">
          {rules.length === 0
            ? t('questionnaires.noRule')
            : t('questionnaires.inRules', { names: rules.join(t('customer.listSeparator')) })}
        </span>
      </div>
      <div className={css['figures']}>
        <span>{t('questionnaires.responses', { n: number(row.responses) })}</span>
      </div>
      {may ? (
        <button
          type="button"
          role="switch"
          className={css['switch']}
          aria-checked={active}
          aria-label={t('questionnaires.switch', { name })}
          // not disabled meanwhile: that would lose the focus
          onClick={() => {
            if (save.isPending) return;
            save.mutate({ id: row.id, version: row.version, questionnaire: { ...fieldsOf(row), active: !active } });
          }}
        >
          {word}
          <span className={css['track']} />
        </button>
      ) : (
        <span className={css['switch']}>{word}</span>
      )}
    </li>
  );
};
