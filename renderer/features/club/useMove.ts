import { useTranslation } from 'react-i18next';
import { errorText } from '../../lib/errors.ts';
import { notify } from '../../lib/notices.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { useSave } from '../../lib/useSave.ts';
import { clubQueries } from './useClubDeed.ts';

/** A step that needs no form: done at once, said at the bottom, and to be taken back there. */
export const useMove = <Input, Output>(
  call: (input: Input & { readonly requestId: string }) => Promise<Output>,
  said: (input: Input) => string,
): ((input: Input) => void) => {
  const { t } = useTranslation();
  const save = useSave(call, {
    stale: clubQueries(),
    onDone: (_output, input) => void notifyUndoable(said(input), t),
    onFail: (error) => notify(errorText(error, t), { tone: 'red' }),
  });
  return (input) => {
    if (!save.isPending) save.mutate(input);
  };
};
