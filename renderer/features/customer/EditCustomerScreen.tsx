import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { careError } from '../../lib/errors.ts';
import { notify } from '../../lib/notices.ts';
import { useBack, useGo, useParam } from '../../lib/place.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { ConflictNotice } from './ConflictNotice.tsx';
import { CustomerForm } from './CustomerForm.tsx';
import { type CustomerDraft, draftOf, profileOf } from './customerDraft.ts';
import { type DraftField, joinEdits, settle } from './joinEdits.ts';
import { saidWarnings } from './saidWarnings.ts';
import { useKeptDraft } from './useKeptDraft.ts';

/** A customer as the store has it: the form's values and the version that they were read at. */
interface Stored {
  readonly version: number;
  readonly draft: CustomerDraft;
}

/** Both halves of an edit: the whole phones are on record as looked at. */
const readStored = async (id: string): Promise<Stored> => {
  const [page, revealed] = await Promise.all([api.customers.get({ id }), api.customers.reveal({ id })]);
  return { version: page.customer.version, draft: draftOf(page.customer, revealed) };
};

/** 修改资料. */
const EditCustomerScreen = () => {
  const id = useParam('id');
  // Read anew each time the form opens and never behind its back: saving must notice what others changed meanwhile.
  const read = useQuery({
    queryKey: ['customer-edit', id],
    queryFn: () => readStored(id),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (read.error) return <ErrorState error={read.error} onRetry={() => void read.refetch()} />;
  return read.data ? <EditForm key={id} id={id} stored={read.data} /> : <Loading />;
};

export default EditCustomerScreen;

interface Edit {
  /** what the store had when this edit began */
  readonly base: Stored;
  readonly draft: CustomerDraft;
}

const EditForm = ({ id, stored }: { readonly id: string; readonly stored: Stored }) => {
  const { t } = useTranslation();
  const go = useGo();
  const back = useBack(`/customers/${id}`);
  const [requestId, setRequestId] = useState(newRequestId);
  const kept = useKeptDraft<Edit>(`customer.${id}`, { base: stored, draft: stored.draft });
  const { base, draft } = kept.draft;
  const { change } = kept;
  const [clash, setClash] = useState<{ readonly theirs: CustomerDraft; readonly fields: readonly DraftField[] } | null>(
    null,
  );
  const update = useMutation(orpc.customers.update.mutationOptions());

  /** Takes over what others changed; what both changed is put before the person. */
  const join = (theirs: Stored): void => {
    const joined = joinEdits(base.draft, theirs.draft, draft);
    change({ base: theirs, draft: joined.draft });
    setClash({ theirs: theirs.draft, fields: joined.clashes });
    setRequestId(newRequestId());
  };
  // A draft kept from before may be older than the store.
  const onOpen = useRef(() => {
    if (base.version !== stored.version) join(stored);
  });
  useEffect(() => onOpen.current(), []);

  const save = (): void => {
    update.mutate(
      { ...profileOf(draft), id, version: base.version, requestId },
      {
        onSuccess: ({ version, warnings }) => {
          kept.done();
          const said = t('customer.form.saved', { name: draft.name.trim() });
          if (version === base.version) notify(said, { tone: 'green' });
          else void notifyUndoable(said, t);
          saidWarnings(warnings, t);
          go(`/customers/${id}`, { replace: true });
        },
        onError: (error) => {
          if (careError(error)?.data.reason === 'changed-meanwhile') void readStored(id).then(join);
        },
      },
    );
  };

  return (
    <CustomerForm
      title={t('customer.form.editTitle')}
      sub={base.draft.name}
      customerId={id}
      kept={{
        ...kept,
        draft,
        change: (next) =>
          change((edit) => ({
            ...edit,
            draft: typeof next === 'function' ? next(edit.draft) : { ...edit.draft, ...next },
          })),
      }}
      withVehicle={false}
      busy={update.isPending}
      error={clash ? null : update.error}
      onSave={save}
      onLeave={back}
    >
      {clash && (
        <ConflictNotice
          mine={draft}
          theirs={clash.theirs}
          fields={clash.fields}
          onSettle={(field, from) => {
            change((edit) => ({ ...edit, draft: settle(edit.draft, field, from) }));
            setClash({ ...clash, fields: clash.fields.filter((other) => other !== field) });
          }}
        />
      )}
    </CustomerForm>
  );
};
