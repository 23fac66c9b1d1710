import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { number } from '../../lib/formats.ts';
import { Panel } from '../../ui/Panel.tsx';
import css from './imports.module.css';
import { ProgressBar } from './ProgressBar.tsx';
import { refusalText } from './refusal.ts';
import type { ImportState } from './shapes.ts';

export interface RunningImportProps {
  readonly state: ImportState;
  readonly onStartOver: () => void;
}

/** A file being checked or written: what is done, what is left, and a way out with nothing half done. */
export const RunningImport = ({ state, onStartOver }: RunningImportProps) => {
  const { t } = useTranslation();
  const { phase, done, total } = state;
  const seconds = useSecondsLeft(`${state.state} ${phase}`, done, total);
  const words = t(`imports.phase.${phase}`);
  const applying = state.state === 'applying';
  // of the mutation, not of the call: the host's event may take this screen away before the answer comes
  const cancel = useMutation(
    orpc.imports.cancel.mutationOptions({ onSuccess: () => (applying ? undefined : onStartOver()) }),
  );
  return (
    <Panel title={t('imports.check.title', { kind: t(`imports.kind.${state.kind}`), file: state.fileName })}>
      <div className={css['running']}>
        <strong role="status">{words}</strong>
        <ProgressBar label={words} done={done} total={total} />
        <span>
          {total > 0
            ? t('imports.progress', { done: number(done), total: number(total) })
            : done > 0 && t('imports.progressUnknown', { done: number(done) })}
          {seconds !== null && <span className="quiet"> · {t('imports.left', { n: seconds })}</span>}
        </span>
        {applying && <span className="quiet small">{t('imports.applyingHint')}</span>}
        <Button loading={cancel.isPending} onClick={() => cancel.mutate({ importId: state.id })}>
          {t(applying ? 'imports.cancelApply' : 'imports.cancel')}
        </Button>
        {cancel.error && (
          <span role="alert" className={css['failed']}>
            {refusalText(cancel.error, t)}
          </span>
        )}
      </div>
    </Panel>
  );
};

/** Worked out from the pace of this phase so far; null while there is nothing to go by. */
const useSecondsLeft = (phase: string, done: number, total: number): number | null => {
  const began = useRef({ phase: '', at: 0, done: 0 });
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    const now = performance.now();
    if (began.current.phase !== phase) {
      began.current = { phase, at: now, done };
      setLeft(null);
      return;
    }
    const moved = done - began.current.done;
    const took = now - began.current.at;
    if (total <= 0 || moved <= 0 || took < 1500) return;
    setLeft(Math.max(1, Math.ceil(((total - done) * took) / moved / 1000)));
  }, [phase, done, total]);
  return left;
};
