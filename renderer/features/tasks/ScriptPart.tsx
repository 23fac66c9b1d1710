import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { useToday } from '../../lib/store.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { useSave } from '../../lib/useSave.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ControlGroup } from '../../ui/ControlGroup.tsx';
import { CheckIcon } from '../../ui/icons.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { CheckBoxes } from '../customer/CheckBoxes.tsx';
import { ReasonLine } from '../customer/ReasonLine.tsx';
import { QuestionnairePart } from './QuestionnairePart.tsx';
import { labelOf, occasionWords } from './reasonWords.ts';
import { type AskedInCall, type CallInfo, type CallRow, firstCallPurposes, type TaskReason } from './shapes.ts';
import css from './tasks.module.css';
import type { KeptCall } from './useCallDraft.ts';

export interface ScriptPartProps {
  readonly info: CallInfo;
  readonly call: CallRow;
  readonly kept: KeptCall;
  /** whether what comes of it can be recorded */
  readonly answers: boolean;
}

/** 话术: one block for each thing that is due, with the customer's facts filled in; several are said in one call. */
export const ScriptPart = ({ info, call, kept, answers }: ScriptPartProps) => {
  const { t } = useTranslation();
  const several = call.reasons.length > 1;
  return (
    <Panel
      flush
      title={several ? t('tasks.script.titleMany', { count: call.reasons.length }) : t('tasks.script.title')}
    >
      {call.reasons.length === 0 && <p className={css['block']}>{t('tasks.script.meanwhile')}</p>}
      {call.reasons.map((reason, at) => (
        <Block
          key={reason.taskId}
          reason={reason}
          text={info.script.find(({ taskId }) => taskId === reason.taskId)?.text ?? ''}
          several={several}
          kept={kept}
          answers={answers}
          form={at === 0 && info.firstCall}
          asked={info.questionnaire?.taskId === reason.taskId ? info.questionnaire : null}
        />
      ))}
    </Panel>
  );
};

interface BlockProps extends Pick<ScriptPartProps, 'kept' | 'answers'> {
  readonly reason: TaskReason;
  readonly text: string;
  readonly several: boolean;
  /** the six purposes of the first call stand below it */
  readonly form: boolean;
  /** what it asks, question by question */
  readonly asked: AskedInCall | null;
}

const Block = ({ reason, text, several, kept: { draft, change }, answers, form, asked }: BlockProps) => {
  const { t } = useTranslation();
  const today = useToday();
  const said = !draft.unsaid.includes(reason.taskId);
  const facts = [labelOf(reason), occasionWords(reason, today, t)].filter(Boolean).join(' · ');
  return (
    <section className={css['block']} data-said={said} aria-label={reason.ruleName}>
      <div className={css['blockHead']}>
        <strong>{reason.ruleName}</strong>
        <Chip tone={reason.purpose === 'duty' ? 'brand' : 'plain'}>{t(`tasks.purpose.${reason.purpose}`)}</Chip>
        <span>{facts}</span>
        {several && answers && (
          <label className={css['talked']}>
            <input
              type="checkbox"
              checked={said}
              aria-label={t('tasks.script.talkedLabel', { name: reason.ruleName })}
              onChange={() =>
                change({
                  unsaid: said ? [...draft.unsaid, reason.taskId] : draft.unsaid.filter((one) => one !== reason.taskId),
                })
              }
            />
            {t('tasks.script.talked')}
          </label>
        )}
      </div>
      <p className={css['words']} lang="zh-CN">
        {text}
      </p>
      {form && <SixPurposes kept={{ draft, change }} />}
      {asked && answers && <QuestionnairePart asked={asked} kept={{ draft, change }} />}
      {answers && (
        <div className={css['blockFoot']}>
          <GiveUp reason={reason} />
        </div>
      )}
    </section>
  );
};

const SixPurposes = ({ kept: { draft, change } }: { readonly kept: Pick<KeptCall, 'draft' | 'change'> }) => {
  const { t } = useTranslation();
  const left = firstCallPurposes.length - draft.purposes.length;
  return (
    <ControlGroup label={t('tasks.script.firstCall')} className={css['six']}>
      <p>
        <strong>{t('tasks.script.firstCall')}</strong>{' '}
        <span className="quiet small">
          {left > 0 ? (
            t('tasks.script.left', { count: left })
          ) : (
            <>
              <CheckIcon size={13} /> {t('tasks.script.all')}
            </>
          )}
        </span>
      </p>
      <CheckBoxes
        value={draft.purposes}
        options={firstCallPurposes.map((one) => [one, t(`tasks.purposes.${one}`)] as const)}
        onChange={(purposes) => change({ purposes })}
      />
    </ControlGroup>
  );
};

/** 不再跟进: this one alone, with why. */
const GiveUp = ({ reason }: { readonly reason: TaskReason }) => {
  const { t } = useTranslation();
  const drop = useSave(api.tasks.drop, {
    stale: [orpc.tasks.key()],
    onDone: () => void notifyUndoable(t('tasks.script.dropped', { name: reason.ruleName }), t),
  });
  return (
    <ReasonLine
      quiet
      open={t('tasks.script.drop')}
      label={t('tasks.script.dropWhy')}
      text={t('tasks.script.dropText')}
      confirm={t('tasks.script.drop')}
      busy={drop.isPending}
      error={drop.error ? errorText(drop.error, t) : undefined}
      onConfirm={(note) => drop.mutate({ taskId: reason.taskId, version: reason.version, note })}
    />
  );
};
