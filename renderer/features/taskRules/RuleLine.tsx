import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { number } from '../../lib/formats.ts';
import { notify } from '../../lib/notices.ts';
import { useStoreSettings } from '../../lib/store.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { useSave } from '../../lib/useSave.ts';
import { howWords, whenWords, whoWords } from './ruleWords.ts';
import { endings, fieldsOf, type TaskRule } from './shapes.ts';
import css from './taskRules.module.css';

export interface RuleLineProps {
  readonly rule: TaskRule;
  readonly may: boolean;
  readonly onOpen: () => void;
}

/** One rule: when, for whom, how, what came of it within 30 days, and whether it is on. */
export const RuleLine = ({ rule, may, onOpen }: RuleLineProps) => {
  const { t } = useTranslation();
  const tiers = useStoreSettings()?.values.tiers ?? [];
  const { name, active } = rule;
  const save = useSave(api.taskRules.update, {
    stale: [orpc.taskRules.key()],
    onDone: (_done, { rule: saved }) =>
      void notifyUndoable(t(saved.active ? 'taskRules.switchedOn' : 'taskRules.switchedOff', { name }), t),
    onFail: (error) => notify(errorText(error, t), { tone: 'red' }),
  });
  const word = t(active ? 'taskRules.on' : 'taskRules.off');
  return (
    <li className={css['row']}>
      <div className={css['head']}>
        <button
          type="button"
          className={css['name']}
          aria-label={t('taskRules.open', { name })}
          aria-haspopup="dialog"
          onClick={onOpen}
        >
          {name}
        </button>
        <span className={css['how']}>{howWords(rule, t)}</span>
      </div>
      <div className={css['when']}>
        {whenWords(rule.trigger, t)}
        <span className="quiet"> · {whoWords(rule.audience, tiers, t)}</span>
      </div>
      <Figures counts={rule.counts} />
      {may ? (
        <button
          type="button"
          role="switch"
          className={css['switch']}
          aria-checked={active}
          aria-label={t('taskRules.switch', { name })}
          // not disabled meanwhile: that would lose the focus
          onClick={() => {
            if (save.isPending) return;
            save.mutate({ id: rule.id, version: rule.version, rule: { ...fieldsOf(rule), active: !active } });
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

const Figures = ({ counts }: Pick<TaskRule, 'counts'>) => {
  const { t } = useTranslation();
  const ended = endings.filter((state) => counts[state] > 0);
  if (counts.open === 0 && ended.length === 0) return null;
  return (
    <div className={css['figures']}>
      {counts.open > 0 && <span>{t('taskRules.counts.open', { n: number(counts.open) })}</span>}
      {ended.length > 0 && (
        <span>
          {t('taskRules.month')}{' '}
          {ended.map((state) => t(`taskRules.counts.${state}`, { n: number(counts[state]) })).join(' · ')}
        </span>
      )}
    </div>
  );
};
