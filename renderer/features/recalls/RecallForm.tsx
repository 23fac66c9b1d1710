import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { errorText, fieldErrors } from '../../lib/errors.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { managers } from '../../lib/roles.ts';
import { useMay } from '../../lib/session.ts';
import { useToday } from '../../lib/store.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { AreaInput } from '../customer/AreaInput.tsx';
import { DayInput } from '../customer/DayInput.tsx';
import { ReasonLine } from '../customer/ReasonLine.tsx';
import { RestoredNotice } from '../customer/RestoredNotice.tsx';
import { SaveFoot } from '../customer/SaveFoot.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import css from '../customer/sidePanel.module.css';
import { useKeptDraft } from '../customer/useKeptDraft.ts';
import { ListedResult } from './ListedResult.tsx';
import { checkRecall, type Listed, newRecall, type Recall, recallDraftOf, recallInputOf } from './recallDraft.ts';

export interface RecallFormProps {
  /** null: a new one */
  readonly recall: Recall | null;
  readonly onClose: () => void;
  readonly onDone?: (id: string) => void;
}

/** A campaign's facts and its VIN list, pasted as it came: what is no VIN is shown and does no harm. */
export const RecallForm = ({ recall, onClose, onDone }: RecallFormProps) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const today = useToday();
  const mayRemove = useMay()(managers);
  const [requestId, setRequestId] = useState(newRequestId);
  const [asked, setAsked] = useState(false);
  const [listed, setListed] = useState<Listed | null>(null);
  const kept = useKeptDraft(
    recall ? `recall.${recall.id}` : 'recall',
    recall ? recallDraftOf(recall) : newRecall(today),
  );
  const { draft, change } = kept;
  const problems = checkRecall(draft);
  const blocked = Object.keys(problems).length;
  const refresh = (): void => {
    void client.invalidateQueries({ queryKey: orpc.recalls.key() });
    void client.invalidateQueries({ queryKey: orpc.customers.get.key() });
  };
  const save = useMutation({
    mutationFn: async (): Promise<{ readonly id: string; readonly listed: Listed | null }> => {
      const facts = recallInputOf(draft);
      if (!recall) {
        const { id, ...made } = await api.recalls.add({ ...facts, vins: draft.vins, requestId });
        return { id, listed: draft.vins.trim() === '' ? null : made };
      }
      const { id, version } = recall;
      const saved = await api.recalls.update({ id, version, ...facts, vins: draft.vins, requestId });
      return { id, listed: draft.vins.trim() === '' ? null : saved };
    },
    onSuccess: ({ id, listed: result }) => {
      kept.done();
      refresh();
      void notifyUndoable(t('recalls.saved', { title: draft.title }), t);
      onDone?.(id);
      if (result) setListed(result);
      else onClose();
    },
    onError: () => {
      setRequestId(newRequestId());
      refresh();
    },
  });
  const remove = useMutation({
    mutationFn: (reason: string) =>
      api.recalls.remove({ id: recall?.id ?? '', version: recall?.version ?? 0, reason, requestId: newRequestId() }),
    onSuccess: () => {
      kept.done();
      refresh();
      void notifyUndoable(t('recalls.removed', { title: draft.title }), t);
      onClose();
    },
  });
  const refused = fieldErrors(save.error, t);
  const badVins = Object.keys(refused).filter((path) => path.startsWith('vins')).length;
  const said = (path: 'number' | 'title' | 'fromDay' | 'toDay') => {
    const problem = problems[path];
    if (problem && (asked || problem !== 'required')) return { error: t(`errors.field.${problem}`) };
    return refused[path] ? { error: refused[path] } : {};
  };
  const submit = (): void => {
    setAsked(true);
    if (blocked === 0 && !save.isPending && !listed) save.mutate();
  };
  useHotkeys({ 'Ctrl+S': submit }, { inDialog: true });

  if (listed) {
    return (
      <SidePanel title={t('recalls.listedTitle')} sub={draft.title} onClose={onClose}>
        <ListedResult listed={listed} onClose={onClose} />
      </SidePanel>
    );
  }
  return (
    <SidePanel
      title={t(recall ? 'recalls.editTitle' : 'recalls.newTitle')}
      {...(recall ? { sub: recall.number } : {})}
      onClose={onClose}
      foot={
        <>
          {recall && mayRemove && (
            <ReasonLine
              open={t('recalls.remove')}
              label={t('recalls.removeReason')}
              confirm={t('recalls.remove')}
              busy={remove.isPending}
              error={remove.error ? errorText(remove.error, t) : undefined}
              onConfirm={(reason) => remove.mutate(reason)}
            />
          )}
          <SaveFoot
            label={t('recalls.save')}
            busy={save.isPending}
            error={badVins > 0 ? null : save.error}
            blocked={asked ? blocked : 0}
            onSave={submit}
          />
        </>
      }
    >
      <RestoredNotice at={kept.restoredAt} onDiscard={kept.discard} />
      <div className={css['grid']}>
        <FormField label={t('recalls.number')} required {...said('number')}>
          <TextInput value={draft.number} maxLength={60} onChange={(number) => change({ number })} />
        </FormField>
        <FormField label={t('recalls.issuer')}>
          <TextInput value={draft.issuer} maxLength={80} onChange={(issuer) => change({ issuer })} />
        </FormField>
        <FormField label={t('recalls.name')} required className={css['whole'] ?? ''} {...said('title')}>
          <TextInput value={draft.title} maxLength={120} onChange={(title) => change({ title })} />
        </FormField>
        <FormField label={t('recalls.fromDay')} required {...said('fromDay')}>
          <DayInput value={draft.fromDay} onChange={(fromDay) => change({ fromDay })} />
        </FormField>
        <FormField label={t('recalls.toDay')} {...said('toDay')}>
          <DayInput value={draft.toDay} onChange={(toDay) => change({ toDay })} />
        </FormField>
        <FormField label={t('recalls.description')} className={css['whole'] ?? ''}>
          <AreaInput
            value={draft.description}
            rows={3}
            maxLength={4000}
            onChange={(description) => change({ description })}
          />
        </FormField>
        <FormField
          label={t(recall ? 'recalls.moreVins' : 'recalls.vins')}
          help={t('recalls.vinsHelp')}
          className={css['whole'] ?? ''}
          {...(badVins > 0 ? { error: t('recalls.vinsNone', { count: badVins }) } : {})}
        >
          <AreaInput
            value={draft.vins}
            rows={8}
            maxLength={900_000}
            placeholder={t('recalls.vinsHint')}
            onChange={(vins) => change({ vins })}
          />
        </FormField>
      </div>
    </SidePanel>
  );
};
