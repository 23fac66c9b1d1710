import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { careError } from './errors.ts';
import { newRequestId } from './requestId.ts';

/**
 * Sends a command. All attempts at one change carry one requestId, so a retry after a lost answer changes nothing twice;
 * after an answer (done, or refused) the next attempt is a change of its own. `stale` names the queries to fetch again at
 * once; other desks hear it by the change stream.
 */
export const useSave = <Input, Output>(
  call: (input: Input & { readonly requestId: string }) => Promise<Output>,
  options: {
    readonly stale?: readonly (readonly unknown[])[];
    readonly onDone?: (output: Output, input: Input) => void;
    readonly onFail?: (error: unknown) => void;
  } = {},
): UseMutationResult<Output, unknown, Input> => {
  const client = useQueryClient();
  const [requestId, setRequestId] = useState(newRequestId);
  const refresh = (): Promise<unknown> =>
    Promise.all((options.stale ?? []).map((queryKey) => client.invalidateQueries({ queryKey })));
  return useMutation<Output, unknown, Input>({
    mutationFn: (input) => call({ ...input, requestId }),
    onSuccess: async (output, input) => {
      setRequestId(newRequestId());
      await refresh();
      options.onDone?.(output, input);
    },
    onError: async (error) => {
      if (careError(error)) setRequestId(newRequestId());
      if (careError(error)?.code === 'CONFLICT') await refresh();
      options.onFail?.(error);
    },
  });
};
