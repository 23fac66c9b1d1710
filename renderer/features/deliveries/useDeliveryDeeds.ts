import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { careError, errorText } from '../../lib/errors.ts';
import { notify } from '../../lib/notices.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { underWay } from '../../lib/underWay.ts';
import type { Check, DeliveryPage, OpenStep } from './shapes.ts';
import { answeredMove } from './useDeliveries.ts';

export interface DeliveryDeeds {
  readonly check: (code: string, state: Check['state']) => void;
  readonly move: (to: OpenStep) => void;
}

/**
 * Ticks and moves of the delivery that is open, shown before the store has answered. One follows the other, each with the version that the
 * last one gave: three items are ticked faster than the first answer comes.
 */
export const useDeliveryDeeds = ({ id, version }: Pick<DeliveryPage, 'id' | 'version'>): DeliveryDeeds => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const known = useRef(version);
  const last = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => {
    known.current = Math.max(known.current, version);
  }, [version]);

  const send = useCallback(
    (ahead: (page: DeliveryPage) => DeliveryPage, call: (version: number) => Promise<{ readonly version: number }>) => {
      const key = orpc.deliveries.get.queryKey({ input: { id } });
      void client.cancelQueries({ queryKey: key });
      client.setQueryData<DeliveryPage>(key, (page) => page && ahead(page));
      const sent: Promise<void> = last.current.then(async () => {
        try {
          // opened while the board's own move was on its way
          known.current = Math.max(known.current, (await answeredMove(id)) ?? 0);
          known.current = (await call(known.current)).version;
        } catch (error) {
          const elsewhere = careError(error)?.data.reason === 'changed-meanwhile';
          notify(elsewhere ? t('deliveries.elsewhere') : errorText(error, t), { tone: 'amber' });
          await client.invalidateQueries({ queryKey: orpc.deliveries.key() });
        }
        if (last.current === sent) await client.invalidateQueries({ queryKey: orpc.deliveries.key() });
      });
      last.current = sent;
      underWay(sent);
    },
    [client, id, t],
  );
  return {
    check: (code, state) =>
      send(
        (page) => ({
          ...page,
          checklist: page.checklist.map((one) => (one.code === code ? { ...one, state } : one)),
        }),
        (now) => api.deliveries.check({ id, version: now, code, state, requestId: newRequestId() }),
      ),
    move: (to) =>
      send(
        (page) => ({ ...page, step: to }),
        (now) => api.deliveries.move({ id, version: now, to, requestId: newRequestId() }),
      ),
  };
};
