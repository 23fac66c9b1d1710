import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { takeBack } from '../../lib/undo.ts';

/** Takes a command back and says so. Everything on the screen is fetched again: a merge reaches far. */
export const useTakeBack = (): ((command: number, done: string) => Promise<void>) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  return useCallback(
    async (command, done) => {
      await takeBack(command, done, t);
      await client.invalidateQueries();
    },
    [client, t],
  );
};
