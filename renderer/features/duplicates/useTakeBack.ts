import { useQueryClient } from '@tanstack/react-query';
import i18next, { type TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { notify } from '../../lib/notices.ts';
import { newRequestId } from '../../lib/requestId.ts';
import type { Undone } from './shapes.ts';

/**
 * Takes a command back and says so, with what stayed as it is because somebody changed it since. Everything on the screen is
 * fetched again: a merge reaches far.
 */
export const useTakeBack = (): ((command: number, done: string) => Promise<void>) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  return useCallback(
    async (command, done) => {
      const { stayed } = await api.changes.undo({ command, requestId: newRequestId() });
      await client.invalidateQueries();
      const kept = stayedWords(stayed, t);
      if (kept === '') notify(done, { tone: 'green' });
      else notify(t('duplicates.undo.stayed', { done, kept }), { tone: 'amber' });
    },
    [client, t],
  );
};

/** 地址、到店 2 条: what was changed since and therefore stays where it is. */
export const stayedWords = (stayed: Undone['stayed'], t: TFunction): string =>
  stayed
    .map(({ reason, what, count }) => {
      const name = nameOf(what, t);
      return t(`duplicates.undo.${reason}`, { what: name, n: count });
    })
    .join(t('customer.listSeparator'));

/** A field of the customer or a table, by the first of the texts that knows it. */
const nameOf = (what: string, t: TFunction): string => {
  const keys = [`duplicates.things.${what}`, `customer.form.${what.replace(/Id$/, '')}`];
  const key = keys.find((one) => i18next.exists(one)) ?? 'duplicates.things.other';
  return (t as unknown as (key: string) => string)(key);
};
