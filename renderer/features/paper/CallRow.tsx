import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { FoundRow } from '../tasks/FoundRow.tsx';
import type { Entered } from './useEnteredPapers.ts';

export interface CallRowProps {
  readonly code: string;
  readonly onEntered: (what: Omit<Entered, 'code'>, isUndoable: boolean) => void;
  /** it was entered before: another code is typed over this one */
  readonly onAgain: () => void;
}

/** A row of a call sheet (回访单): whom it names, and what came of the call. */
export const CallRow = ({ code, onEntered, onAgain }: CallRowProps) => {
  const { t } = useTranslation();
  const { data, error, isFetching, refetch } = useQuery(
    orpc.tasks.sheetRow.queryOptions({ input: { code }, staleTime: 0 }),
  );
  const again = useRef(onAgain);
  useEffect(() => {
    again.current = onAgain;
  });
  const isEntered = !isFetching && data?.entered != null;
  useEffect(() => {
    if (isEntered) again.current();
  }, [isEntered]);
  if (error && !isFetching) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data || isFetching) return null;
  return (
    <FoundRow
      row={data}
      onEntered={(outcome, isUndoable) =>
        onEntered({ name: data.name, words: t(`tasks.outcome.${outcome}`) }, isUndoable)
      }
    />
  );
};
