import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { orpc } from '../../lib/api.ts';
import { onDeskEvent } from '../../lib/changes.ts';
import type { ImportState } from './shapes.ts';

export interface LiveImport {
  readonly state: ImportState | undefined;
  readonly error: unknown;
  readonly refetch: () => void;
}

const running = (state: ImportState['state'] | undefined): boolean => state === 'staging' || state === 'applying';

/** One import as it goes on: progress comes with the host's events; asking now and then covers a stream that broke. */
export const useLiveImport = (importId: string): LiveImport => {
  const [progress, setProgress] = useState<Pick<ImportState, 'phase' | 'done' | 'total'> | null>(null);
  const read = useQuery(
    orpc.imports.state.queryOptions({
      input: { importId },
      staleTime: 0,
      refetchInterval: (query) => (running(query.state.data?.state) ? 1000 : false),
    }),
  );
  const { refetch, data } = read;
  const shownState = data?.state;

  useEffect(
    () =>
      onDeskEvent((event) => {
        if (event.type !== 'import' || event.importId !== importId) return;
        if (event.state !== shownState) {
          setProgress(null);
          void refetch();
        } else if (isPhase(event.phase)) setProgress({ phase: event.phase, done: event.done, total: event.total });
      }),
    [importId, refetch, shownState],
  );

  return {
    state: data && progress && running(data.state) ? { ...data, ...progress } : data,
    error: read.error,
    refetch: () => void refetch(),
  };
};

const phases: readonly string[] = [
  'read',
  'check',
  'match',
  'write',
  'search',
  'done',
] satisfies ImportState['phase'][];
const isPhase = (phase: string): phase is ImportState['phase'] => phases.includes(phase);
