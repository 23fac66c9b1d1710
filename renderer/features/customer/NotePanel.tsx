import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { FormField } from '../../ui/FormField.tsx';
import { AreaInput } from './AreaInput.tsx';
import { RestoredNotice } from './RestoredNotice.tsx';
import { SaveFoot } from './SaveFoot.tsx';
import { SidePanel } from './SidePanel.tsx';
import { useKeptDraft } from './useKeptDraft.ts';

/** 写备注: one text, Ctrl S saves. */
export const NotePanel = ({
  customer: { id: customerId, name },
  onClose,
}: {
  readonly customer: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}) => {
  const { t } = useTranslation();
  const [requestId] = useState(newRequestId);
  const { draft, change, restoredAt, discard, done } = useKeptDraft(`note.${customerId}`, { text: '' });
  const [asked, setAsked] = useState(false);
  const add = useMutation(orpc.customers.addNote.mutationOptions());
  const empty = draft.text.trim() === '';

  const save = (): void => {
    setAsked(true);
    if (empty || add.isPending) return;
    add.mutate(
      { id: customerId, text: draft.text, requestId },
      {
        onSuccess: () => {
          done();
          void notifyUndoable(t('customer.note.saved'), t);
          onClose();
        },
      },
    );
  };
  useHotkeys({ 'Ctrl+S': save }, { inDialog: true });

  return (
    <SidePanel
      title={t('customer.note.title')}
      sub={name}
      onClose={onClose}
      foot={<SaveFoot label={t('customer.note.save')} busy={add.isPending} error={add.error} onSave={save} />}
    >
      <RestoredNotice at={restoredAt} onDiscard={discard} />
      <FormField label={t('customer.note.label')} error={asked && empty ? t('customer.note.empty') : undefined}>
        <AreaInput
          rows={8}
          maxLength={2000}
          value={draft.text}
          placeholder={t('customer.note.placeholder')}
          onChange={(text) => change({ text })}
        />
      </FormField>
    </SidePanel>
  );
};
