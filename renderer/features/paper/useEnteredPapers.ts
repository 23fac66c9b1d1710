import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { takeBack } from '../../lib/undo.ts';

/** A row as it was entered in this sitting. */
export interface EnteredPaper {
  /** of this list: a row that was taken back may be entered again */
  readonly id: number;
  readonly code: string;
  readonly name: string;
  /** what came of it: 接通, 到店 09:40, T2611-0003 */
  readonly words: string;
  /** the command that takes it back undoes; null for what cannot be undone, and until it is known */
  readonly command: number | null;
  readonly state: 'entered' | 'undoing' | 'undone';
  /** why it was not taken back */
  readonly refused: string | null;
}

export type Entered = Pick<EnteredPaper, 'code' | 'name' | 'words'>;

export interface EnteredPapers {
  /** the latest first */
  readonly rows: readonly EnteredPaper[];
  readonly add: (entered: Entered, isUndoable: boolean) => void;
  readonly undo: (row: EnteredPaper) => void;
}

/** What was entered since the panel was opened. */
export const useEnteredPapers = (): EnteredPapers => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [rows, setRows] = useState<readonly EnteredPaper[]>([]);
  const last = useRef(0);
  const change = (id: number, next: Partial<EnteredPaper>): void =>
    setRows((before) => before.map((row) => (row.id === id ? { ...row, ...next } : row)));

  const add: EnteredPapers['add'] = (entered, isUndoable) => {
    last.current += 1;
    const id = last.current;
    setRows((before) => [{ ...entered, id, command: null, state: 'entered', refused: null }, ...before]);
    if (!isUndoable) return;
    // without its number it is taken back from the undo bar
    void api.changes.recent({ limit: 1 }).then(
      ({ rows: [newest] }) => newest && change(id, { command: newest.command }),
      () => undefined,
    );
  };
  const undo: EnteredPapers['undo'] = ({ id, command, state, name, code }) => {
    if (command === null || state !== 'entered') return;
    change(id, { state: 'undoing', refused: null });
    void takeBack(command, t('paper.entered.undoneSaid', { name, code }), t).then(
      async () => {
        change(id, { state: 'undone' });
        await Promise.all([orpc.tasks, orpc.paper].map((part) => client.invalidateQueries({ queryKey: part.key() })));
      },
      (error: unknown) => change(id, { state: 'entered', refused: errorText(error, t) }),
    );
  };
  return { rows, add, undo };
};
