import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '../../lib/formats.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import type { ImportState } from './shapes.ts';

/** Says that a file is in, with 撤销 beside it, once it was seen to go in; not where an old import is looked at. */
export const useImportSaid = (state: ImportState | undefined): void => {
  const { t } = useTranslation();
  const before = useRef(state?.state);
  useEffect(() => {
    const was = before.current;
    before.current = state?.state;
    if (state?.state !== 'applied' || (was !== 'applying' && was !== 'staged')) return;
    const { created = 0, updated = 0 } = state.summary ?? {};
    void notifyUndoable(t('imports.result.said', { file: state.fileName, n: number(created + updated) }), t);
  }, [state, t]);
};
