import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { useBack, useGo, useQueryValue } from '../../lib/place.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { CustomerForm } from './CustomerForm.tsx';
import { emptyDraft, firstVehicleOf, profileOf } from './customerDraft.ts';
import { fillFromText } from './pasteIntoDraft.ts';
import { saidWarnings } from './saidWarnings.ts';
import { useKeptDraft } from './useKeptDraft.ts';

/** 新建客户: a customer and their first vehicle in one go. `?paste=` brings what was typed in the one box. */
const NewCustomerScreen = () => {
  const { t } = useTranslation();
  const go = useGo();
  const back = useBack('/customers');
  const pasted = useQueryValue('paste');
  const [requestId] = useState(newRequestId);
  const kept = useKeptDraft('customer.new', emptyDraft);
  const add = useMutation(orpc.customers.add.mutationOptions());

  const { change } = kept;
  const filled = useRef(false);
  useEffect(() => {
    if (pasted === null || filled.current) return;
    filled.current = true;
    change((draft) => fillFromText(pasted, draft));
  }, [pasted, change]);

  const save = (): void => {
    const { draft } = kept;
    add.mutate(
      { ...profileOf(draft), vehicle: firstVehicleOf(draft), requestId },
      {
        onSuccess: ({ id, warnings }) => {
          kept.done();
          void notifyUndoable(t('customer.form.added', { name: draft.name.trim() }), t);
          saidWarnings(warnings, t);
          go(`/customers/${id}`, { replace: true });
        },
      },
    );
  };

  return (
    <CustomerForm
      title={t('customer.form.newTitle')}
      kept={kept}
      withVehicle
      busy={add.isPending}
      error={add.error}
      onSave={save}
      onLeave={back}
    />
  );
};

export default NewCustomerScreen;
