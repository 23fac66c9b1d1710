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
import { RestoredNotice } from '../customer/RestoredNotice.tsx';
import { SaveFoot } from '../customer/SaveFoot.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import { useKeptDraft } from '../customer/useKeptDraft.ts';
import { RuleCheck } from '../settings/RuleCheck.tsx';
import { AudienceFields } from './AudienceFields.tsx';
import { HowFields } from './HowFields.tsx';
import { PreviewPart } from './PreviewPart.tsx';
import { newRule, type RuleDraft, type RuleField, readRule, ruleDraftOf } from './ruleDraft.ts';
import { ScriptField } from './ScriptField.tsx';
import type { TaskRule } from './shapes.ts';
import { TriggerFields } from './TriggerFields.tsx';
import css from './taskRules.module.css';

export interface RulePanelProps {
  /** null: a new one */
  readonly rule: TaskRule | null;
  readonly onClose: () => void;
}

/** What the parts of the form share: the draft, and what to say beside a field. */
export interface RuleFormPart {
  readonly draft: RuleDraft;
  readonly change: (change: Partial<RuleDraft>) => void;
  readonly say: (field: RuleField) => string | undefined;
}

/** 添加 or 修改回访规则, with whom it would hit today beside it. */
export const RulePanel = ({ rule, onClose }: RulePanelProps) => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const kept = useKeptDraft(
    rule ? `taskRule.${rule.id}.${rule.version}` : 'taskRule',
    rule ? ruleDraftOf(rule) : newRule,
  );
  const { draft } = kept;
  const { value, problems } = readRule(draft);
  const stale = [orpc.taskRules.key()];
  const done = (said: string): void => {
    kept.done();
    void notifyUndoable(said, t);
    onClose();
  };
  const add = useSave(api.taskRules.add, {
    stale,
    onDone: (_done, { rule: { name } }) => done(t('taskRules.added', { name })),
  });
  const update = useSave(api.taskRules.update, {
    stale,
    onDone: (_done, { rule: { name } }) => done(t('taskRules.changed', { name })),
  });
  const remove = useSave(api.taskRules.remove, {
    stale,
    onDone: () => done(t('taskRules.removed', { name: rule?.name ?? '' })),
  });
  const busy = add.isPending || update.isPending || remove.isPending;
  const error = add.error ?? update.error ?? remove.error;
  const refused = fieldErrors(error, t);
  const submit = (): void => {
    setAsked(true);
    if (value === null || busy) return;
    if (rule) update.mutate({ id: rule.id, version: rule.version, rule: value });
    else add.mutate({ rule: value });
  };
  useHotkeys({ 'Ctrl+S': submit }, { inDialog: true });
  const change = (part: Partial<RuleDraft>): void => {
    // what the store said was about what stood there before
    for (const one of [add, update, remove]) if (one.error) one.reset();
    kept.change(part);
  };
  const say = (field: RuleField): string | undefined => {
    const problem = problems[field];
    if (problem && (asked || problem.reason !== 'required')) {
      return t(`taskRules.check.${problem.reason}`, { ...problem.values });
    }
    return refused[`rule.${field}`];
  };
  const part: RuleFormPart = { draft, change, say };
  return (
    <SidePanel
      wide
      title={t(rule ? 'taskRules.editTitle' : 'taskRules.newTitle')}
      sub={t(rule ? 'taskRules.sub' : 'taskRules.newSub')}
      onClose={onClose}
      foot={
        <>
          {rule && (
            <Button
              danger
              loading={remove.isPending}
              onClick={() => !busy && remove.mutate({ id: rule.id, version: rule.version })}
            >
              {t('taskRules.remove')}
            </Button>
          )}
          <SaveFoot
            label={t('taskRules.save')}
            busy={add.isPending || update.isPending}
            error={error}
            blocked={asked ? Object.keys(problems).length : 0}
            onSave={submit}
          />
        </>
      }
    >
      <RestoredNotice at={kept.restoredAt} onDiscard={kept.discard} />
      <div className={css['split']}>
        <div>
          <div className={css['group']} data-first>
            <FormField label={t('taskRules.field.name')} required error={say('name')}>
              <TextInput maxLength={30} value={draft.name} onChange={(name) => change({ name })} />
            </FormField>
          </div>
          <TriggerFields {...part} />
          <AudienceFields {...part} refused={refused['rule.audience']} />
          <HowFields {...part} />
          <ScriptField {...part} />
          <div className={css['active']}>
            <RuleCheck
              label={t('taskRules.field.active')}
              checked={draft.active}
              onChange={(active) => change({ active })}
            />
          </div>
        </div>
        <PreviewPart rule={value} />
      </div>
    </SidePanel>
  );
};
