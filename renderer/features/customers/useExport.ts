import type { TFunction } from 'i18next';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answer, type Asked, api } from '../../lib/api.ts';
import { saveFile } from '../../lib/download.ts';
import { errorText } from '../../lib/errors.ts';
import { number } from '../../lib/formats.ts';
import { notify } from '../../lib/notices.ts';
import { newRequestId } from '../../lib/requestId.ts';

type Wanted = Asked<typeof api.exports.customers>;
type ExportState = Answer<typeof api.exports.state>;

/** how often its state is asked for, ms */
const pause = 250;

export interface RunningExport {
  readonly done: number;
  readonly total: number | null;
}

/** Starts an export, follows it, and hands its file to the browser or the system's save dialog. */
export const useExport = () => {
  const { t } = useTranslation();
  const [running, setRunning] = useState<RunningExport | null>(null);
  const current = useRef<{ id: string | null; over: boolean } | null>(null);

  const follow = useCallback(async (exportId: string, over: () => boolean): Promise<ExportState | null> => {
    for (;;) {
      const state = await api.exports.state({ exportId });
      if (over()) return null;
      if (state.state !== 'writing') return state;
      setRunning({ done: state.done, total: state.total });
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (over()) return null;
    }
  }, []);

  const start = useCallback(
    (wanted: Wanted): void => {
      const mine: { id: string | null; over: boolean } = { id: null, over: false };
      current.current = mine;
      setRunning({ done: 0, total: null });
      const run = async (): Promise<void> => {
        const { exportId } = await api.exports.customers({ ...wanted, requestId: newRequestId() });
        mine.id = exportId;
        // cancelled before its number was known
        if (mine.over) return void (await api.exports.cancel({ exportId, requestId: newRequestId() }));
        const state = await follow(exportId, () => mine.over);
        if (state?.state === 'failed') notify(reasonText(state.reason, t), { tone: 'red' });
        if (state?.state !== 'ready') return;
        await saveFile(`/exports/${exportId}/file`);
        notify(t('customers.export.done', { count: state.done, total: number(state.done), file: state.fileName }), {
          tone: 'green',
        });
      };
      run()
        .catch((error: unknown) => notify(errorText(error, t), { tone: 'red' }))
        .finally(() => {
          if (current.current === mine) setRunning(null);
        });
    },
    [follow, t],
  );

  const cancel = useCallback((): void => {
    const mine = current.current;
    if (!mine) return;
    mine.over = true;
    current.current = null;
    setRunning(null);
    const stop = mine.id === null ? null : api.exports.cancel({ exportId: mine.id, requestId: newRequestId() });
    Promise.resolve(stop).then(
      () => notify(t('customers.export.cancelled')),
      (error: unknown) => notify(errorText(error, t), { tone: 'red' }),
    );
  }, [t]);

  // leaving the screen ends an export that nobody would see the end of
  useEffect(
    () => () => {
      const mine = current.current;
      if (!mine) return;
      mine.over = true;
      if (mine.id !== null) api.exports.cancel({ exportId: mine.id, requestId: newRequestId() }).catch(() => undefined);
    },
    [],
  );

  return { running, start, cancel };
};

const reasonText = (reason: string | null, t: TFunction): string =>
  t(reason === 'export-too-large' ? 'errors.reason.export-too-large' : 'errors.reason.export-failed');
