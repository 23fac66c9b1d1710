import { useKeptDraft } from '../customer/useKeptDraft.ts';
import { type CallDraft, emptyCall, nextCall } from './callDraft.ts';
import type { ContactRow } from './shapes.ts';

export interface KeptCall {
  readonly draft: CallDraft;
  readonly change: (change: Partial<CallDraft>) => void;
  /** UTC ms at which what was restored had been typed; null where nothing was */
  readonly restoredAt: number | null;
  readonly discard: () => void;
  /** The store has it as this contact. */
  readonly recorded: (contactId: string) => void;
}

/**
 * What is typed of a call is kept until its contact stands among the customer's; where that was taken back (撤销), the words are there
 * again.
 */
export const useCallDraft = (customerId: string, history: readonly ContactRow[]): KeptCall => {
  const kept = useKeptDraft<CallDraft>(`call.${customerId}`, emptyCall);
  const isOnRecord = kept.draft.recorded !== '' && history.some(({ id }) => id === kept.draft.recorded);
  return {
    draft: isOnRecord ? nextCall(kept.draft) : kept.draft,
    change: (change) =>
      kept.change((before) => ({ ...(isOnRecord ? nextCall(before) : before), ...change, recorded: '' })),
    restoredAt: isOnRecord ? null : kept.restoredAt,
    discard: kept.discard,
    recorded: (contactId) => kept.change({ recorded: contactId }),
  };
};
