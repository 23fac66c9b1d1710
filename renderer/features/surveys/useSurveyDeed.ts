import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { useSave } from '../../lib/useSave.ts';
import { type KeptDraft, useKeptDraft } from '../customer/useKeptDraft.ts';

export interface SurveyDeed<Draft, Input, Output> {
  readonly kept: KeptDraft<Draft>;
  readonly draft: Draft;
  readonly change: KeptDraft<Draft>['change'];
  readonly save: UseMutationResult<Output, unknown, Input>;
  /** whether saving was tried: what is missing is said from then on */
  readonly asked: boolean;
  /** Ctrl S: sends it where nothing is wrong with it */
  readonly submit: (input: Input | null) => void;
}

/** What the forms of answers have in common: a draft that is kept, one change, and the bar that says it and can take it back. */
export const useSurveyDeed = <Draft extends object, Input, Output>(options: {
  /** under which the draft is kept */
  readonly form: string;
  readonly begin: Draft;
  readonly call: (input: Input & { readonly requestId: string }) => Promise<Output>;
  /** what the bar at the bottom says once it is done */
  readonly said: (output: Output, draft: Draft) => string;
  readonly onDone: (output: Output) => void;
}): SurveyDeed<Draft, Input, Output> => {
  const { t } = useTranslation();
  const kept = useKeptDraft(options.form, options.begin);
  const [asked, setAsked] = useState(false);
  const save = useSave(options.call, {
    stale: [orpc.surveys.key(), orpc.questionnaires.key()],
    onDone: (output) => {
      kept.done();
      void notifyUndoable(options.said(output, kept.draft), t);
      options.onDone(output);
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
