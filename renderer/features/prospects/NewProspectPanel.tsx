import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { fieldErrors } from '../../lib/errors.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { problemText } from '../board/problemText.ts';
import { WhoFields } from '../board/WhoFields.tsx';
import { checkBooker, nobody, type WhoDraft } from '../board/whoDraft.ts';
import { RestoredNotice } from '../customer/RestoredNotice.tsx';
import { SaveFoot } from '../customer/SaveFoot.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import { saidWarnings } from '../customer/saidWarnings.ts';
import css from '../customer/sidePanel.module.css';
import { useKeptDraft } from '../customer/useKeptDraft.ts';
import { FactsFields, NextFields } from './FactsFields.tsx';
import { checkFacts, checkNext, factsInputOf, noFacts } from './prospectDraft.ts';

export interface NewProspectPanelProps {
  /** on that customer's page: nobody else it can be */
  readonly customer?: { readonly id: string; readonly name: string } | undefined;
  readonly onClose: () => void;
  readonly onDone?: (id: string) => void;
}

/** 新建意向: somebody on file, or somebody new, and what they look for. */
export const NewProspectPanel = ({ customer, onClose, onDone }: NewProspectPanelProps) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [requestId, setRequestId] = useState(newRequestId);
  const [asked, setAsked] = useState(false);
  const who: WhoDraft = customer ? { ...nobody, customer: { ...customer, vehicles: [] } } : nobody;
  const kept = useKeptDraft(customer ? `prospect.of.${customer.id}` : 'prospect', {
    who,
    facts: noFacts,
    next: { what: '', day: '', ownerId: '' },
  });
  const { draft, change } = kept;
  const whoProblems = checkBooker(draft.who);
  const blocked =
    Object.keys(whoProblems).length +
    Object.keys(checkFacts(draft.facts)).length +
    Object.keys(checkNext(draft.next)).length;

  const add = useMutation({
    mutationFn: () =>
      api.prospects.add({
        customerId: draft.who.customer?.id ?? null,
        name: draft.who.customer ? null : draft.who.name,
        phones: draft.who.customer || draft.who.phone.trim() === '' ? [] : [{ number: draft.who.phone }],
        ...factsInputOf(draft.facts, draft.next),
        requestId,
      }),
    onSuccess: ({ id, warnings }) => {
      kept.done();
      void client.invalidateQueries({ queryKey: orpc.prospects.key() });
      void notifyUndoable(t('prospects.saved', { name: draft.who.customer?.name ?? draft.who.name }), t);
      saidWarnings(warnings, t);
      onClose();
      onDone?.(id);
    },
    onError: () => setRequestId(newRequestId()),
  });
  const refused = fieldErrors(add.error, t);
  const said = (path: 'who' | 'name' | 'phone'): string | undefined => {
    const problem = whoProblems[path];
    return problem && asked ? problemText(problem, t) : refused[path === 'phone' ? 'phones.0.number' : path];
  };
  const save = (): void => {
    setAsked(true);
    if (blocked === 0 && !add.isPending) add.mutate();
  };
  useHotkeys({ 'Ctrl+S': save }, { inDialog: true });

  return (
    <SidePanel
      title={t('prospects.newTitle')}
      {...(customer ? { sub: customer.name } : {})}
      onClose={onClose}
      foot={
        <SaveFoot
          label={t('prospects.save')}
          busy={add.isPending}
          error={add.error}
          blocked={asked ? blocked : 0}
          onSave={save}
        />
      }
    >
      <RestoredNotice at={kept.restoredAt} onDiscard={kept.discard} />
      {!customer && (
        <WhoFields
          who={draft.who}
          wantsVehicle={false}
          errors={{ who: said('who'), name: said('name'), phone: said('phone') }}
          onChange={(next) => change({ who: next })}
        />
      )}
      <div className={customer ? '' : css['part']}>
        <FactsFields
          facts={draft.facts}
          onChange={(facts) => change((now) => ({ ...now, facts: { ...now.facts, ...facts } }))}
        />
      </div>
      <div className={css['part']}>
        <h3>{t('prospects.next')}</h3>
        <NextFields next={draft.next} asked={asked} onChange={(next) => change({ next })} />
      </div>
    </SidePanel>
  );
};
