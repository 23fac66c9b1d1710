import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { orpc } from '../../lib/api.ts';
import { notify } from '../../lib/notices.ts';
import { useSave } from '../../lib/useSave.ts';
import { type KeptDraft, useKeptDraft } from '../customer/useKeptDraft.ts';

export interface DeedForm<Draft, Input, Output> {
  readonly kept: KeptDraft<Draft>;
  readonly draft: Draft;
  readonly change: KeptDraft<Draft>['change'];
  readonly save: UseMutationResult<Output, unknown, Input>;
  /** whether saving was tried: what is missing is said from then on */
  readonly asked: boolean;
  /** Ctrl S: sends it where nothing is wrong with it */
  readonly submit: (input: Input | null) => void;
}

export interface DeedOptions<Draft, Input, Output> {
  /** under which the draft is kept */
  readonly form: string;
  readonly begin: Draft;
  readonly call: (input: Input & { readonly requestId: string }) => Promise<Output>;
  /** what the bar at the bottom says once it is done */
  readonly said: (output: Output, draft: Draft) => string;
  readonly onClose: () => void;
}

/** What the forms of a complaint have in common: a draft that is kept, one change, and what is said of it. */
export const useDeed = <Draft extends object, Input, Output>({
  form,
  begin,
  call,
  said,
  onClose,
}: DeedOptions<Draft, Input, Output>): DeedForm<Draft, Input, Output> => {
  const kept = useKeptDraft(form, begin);
  const [asked, setAsked] = useState(false);
  const save = useSave(call, {
    stale: [orpc.complaints.key(), orpc.promises.key()],
    onDone: (output) => {
      kept.done();
      notify(said(output, kept.draft), { tone: 'green' });
      onClose();
    },
  });
  return {
    kept,
    draft: kept.draft,
    change: kept.change,
    save,
    asked,
    submit: (input) => {
      setAsked(true);
      if (input !== null && !save.isPending) save.mutate(input);
    },
  };
};
