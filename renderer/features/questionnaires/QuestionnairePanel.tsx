import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { fieldErrors } from '../../lib/errors.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { useSave } from '../../lib/useSave.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { AreaInput } from '../customer/AreaInput.tsx';
import { RestoredNotice } from '../customer/RestoredNotice.tsx';
import { SaveFoot } from '../customer/SaveFoot.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import { useKeptDraft } from '../customer/useKeptDraft.ts';
import { RuleCheck } from '../settings/RuleCheck.tsx';
import rules from '../taskRules/taskRules.module.css';
import { CounterPreview } from './CounterPreview.tsx';
import { QuestionsEditor } from './QuestionsEditor.tsx';
import { newQuestionnaire, questionnaireDraftOf, questionOf, readQuestionnaire } from './questionnaireDraft.ts';
import css from './questionnaires.module.css';
import type { Questionnaire } from './shapes.ts';

export interface QuestionnairePanelProps {
  /** null: a new one */
  readonly questionnaire: Questionnaire | null;
  readonly onClose: () => void;
}

/** 编写问卷: its words, its questions in their order, and what a customer sees of them at the counter. */
const QuestionnairePanel = ({ questionnaire, onClose }: QuestionnairePanelProps) => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const [shownId, setShownId] = useState<string | null>(null);
  const [begin] = useState(() =>
    questionnaire ? questionnaireDraftOf(questionnaire) : newQuestionnaire(t('questionnaires.recommend')),
  );
  const kept = useKeptDraft(
    questionnaire ? `questionnaire.${questionnaire.id}.${questionnaire.version}` : 'questionnaire',
    begin,
  );
  const { draft } = kept;
  const { value, problems } = readQuestionnaire(draft);
  const stale = [orpc.questionnaires.key(), orpc.surveys.key()];
  const done = (said: string): void => {
    kept.done();
    void notifyUndoable(said, t);
    onClose();
  };
  const add = useSave(api.questionnaires.add, {
    stale,
    onDone: (_done, { questionnaire: { name } }) => done(t('questionnaires.added', { name })),
  });
  const update = useSave(api.questionnaires.update, {
    stale,
    onDone: (_done, { questionnaire: { name } }) => done(t('questionnaires.changed', { name })),
  });
  const remove = useSave(api.questionnaires.remove, {
    stale,
    onDone: () => done(t('questionnaires.removed', { name: questionnaire?.name ?? '' })),
  });
  const busy = add.isPending || update.isPending || remove.isPending;
  const error = add.error ?? update.error ?? remove.error;
  const refused = fieldErrors(error, t);
  const submit = (): void => {
    setAsked(true);
    if (value === null || busy) return;
    if (questionnaire) update.mutate({ id: questionnaire.id, version: questionnaire.version, questionnaire: value });
    else add.mutate({ questionnaire: value });
  };
  useHotkeys({ 'Ctrl+S': submit }, { inDialog: true });
  const change: typeof kept.change = (part) => {
    // what the store said was about what stood there before
    for (const one of [add, update, remove]) if (one.error) one.reset();
    kept.change(part);
  };
  const say = (path: string): string | undefined => {
    const problem = problems[path];
    if (!problem || !(asked || problem.reason !== 'required')) return refused[`questionnaire.${path}`];
    return t(`questionnaires.check.${problem.reason}`, { ...('values' in problem ? problem.values : {}) });
  };
  const shown = draft.questions.find(({ id }) => id === shownId) ?? draft.questions[0];
  return (
    <SidePanel
      wide
      title={t(questionnaire ? 'questionnaires.editTitle' : 'questionnaires.newTitle')}
      sub={t(questionnaire ? 'questionnaires.sub' : 'questionnaires.newSub')}
      onClose={onClose}
      foot={
        <>
          {questionnaire && questionnaire.responses === 0 && (
            <Button
              danger
              loading={remove.isPending}
              onClick={() => !busy && remove.mutate({ id: questionnaire.id, version: questionnaire.version })}
            >
              {t('questionnaires.remove')}
            </Button>
          )}
          <SaveFoot
            label={t('questionnaires.save')}
            busy={add.isPending || update.isPending}
            error={error}
            blocked={asked ? Object.keys(problems).length : 0}
            onSave={submit}
          />
        </>
      }
    >
      <RestoredNotice at={kept.restoredAt} onDiscard={kept.discard} />
      <div className={rules['split']}>
        <div className={css['fields']}>
          <div data-first>
            <FormField label={t('questionnaires.field.name')} required error={say('name')}>
              <TextInput maxLength={40} value={draft.name} onChange={(name) => change({ name })} />
            </FormField>
          </div>
          <FormField label={t('questionnaires.field.intro')} help={t('questionnaires.field.introHelp')}>
            <AreaInput
              rows={2}
              maxLength={500}
              value={draft.intro}
              placeholder={t('surveys.ask.intro')}
              onChange={(intro) => change({ intro })}
            />
          </FormField>
          <QuestionsEditor
            questions={draft.questions}
            answered={questionnaire !== null && questionnaire.responses > 0 ? questionnaire.questions : []}
            say={say}
            onShow={setShownId}
            onChange={(questions) => change({ questions })}
          />
          <FormField label={t('questionnaires.field.thanks')}>
            <AreaInput
              rows={2}
              maxLength={300}
              value={draft.thanks}
              placeholder={t('surveys.ask.thanksText')}
              onChange={(thanks) => change({ thanks })}
            />
          </FormField>
          <RuleCheck
            label={t('questionnaires.field.active')}
            checked={draft.active}
            onChange={(active) => change({ active })}
          />
          {refused['questionnaire.active'] && (
            <p role="alert" className={rules['wrong']}>
              {refused['questionnaire.active']}
            </p>
          )}
        </div>
        {shown && <CounterPreview question={questionOf(shown)} />}
      </div>
    </SidePanel>
  );
};

export default QuestionnairePanel;
