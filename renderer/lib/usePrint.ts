import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from './errors.ts';
import { notify } from './notices.ts';
import { type PrintJob, printDocument } from './printing.ts';

export interface Printing {
  /** pages laid out so far; null while nothing is being printed */
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** Prints and says what failed; true once the printer or its dialog has it. */
  readonly print: (job: PrintJob, said?: { readonly handedOver?: string }) => Promise<boolean>;
  readonly cancel: () => void;
}

/** Printing from a screen: one thing at a time, with progress, cancelled where the screen is left. */
export const usePrint = (): Printing => {
  const { t } = useTranslation();
  const [progress, setProgress] = useState<Printing['progress']>(null);
  const running = useRef<AbortController | null>(null);
  const cancel = useCallback(() => running.current?.abort(), []);
  useEffect(() => cancel, [cancel]);

  const print = useCallback<Printing['print']>(
    async (job, said = {}) => {
      if (running.current) return false;
      const stop = new AbortController();
      running.current = stop;
      setProgress({ done: 0, total: 0 });
      try {
        const result = await printDocument(job, {
          signal: stop.signal,
          onProgress: (done, total) => setProgress({ done, total }),
        });
        if (result === 'cancelled') {
          notify(t('printing.cancelled'));
          return false;
        }
        if (said.handedOver) notify(said.handedOver, { tone: 'green' });
        return true;
      } catch (error) {
        notify(errorText(error, t), { tone: 'red' });
        return false;
      } finally {
        running.current = null;
        setProgress(null);
      }
    },
    [t],
  );
  return { progress, print, cancel };
};
