import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { takeBack } from '../../lib/undo.ts';
import type { SheetRow } from './rowDraft.ts';
import type { Outcome } from './shapes.ts';

/** A row as it was entered in this sitting. */
export interface EnteredRow {
  /** of this list: a row that was taken back may be entered again */
  readonly id: number;
  readonly code: string;
  readonly position: number;
  readonly name: string;
  readonly outcome: Outcome;
  /** the command that takes it back undoes; null for what cannot be undone, and until it is known */
  readonly command: number | null;
  readonly state: 'entered' | 'undoing' | 'undone';
  /** why it was not taken back */
  readonly refused: string | null;
}

export interface EnteredRows {
  /** the latest first */
  readonly rows: readonly EnteredRow[];
  readonly add: (row: SheetRow, outcome: Outcome, isUndoable: boolean) => void;
  readonly undo: (row: EnteredRow) => void;
}

/** What was entered since the panel was opened. */
export const useEnteredRows = (): EnteredRows => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [rows, setRows] = useState<readonly EnteredRow[]>([]);
  const last = useRef(0);
  const change = (id: number, next: Partial<EnteredRow>): void =>
    setRows((before) => before.map((row) => (row.id === id ? { ...row, ...next } : row)));

  const add: EnteredRows['add'] = ({ code, position, name }, outcome, isUndoable) => {
    last.current += 1;
    const id = last.current;
    setRows((before) => [
      { id, code, position, name, outcome, command: null, state: 'entered', refused: null },
      ...before,
    ]);
    if (!isUndoable) return;
    // without its number it is taken back from the undo bar
    void api.changes.recent({ limit: 1 }).then(
      ({ rows: [newest] }) => newest && change(id, { command: newest.command }),
      () => undefined,
    );
  };
  const undo: EnteredRows['undo'] = ({ id, command, state, name, code }) => {
    if (command === null || state !== 'entered') return;
    change(id, { state: 'undoing', refused: null });
    void takeBack(command, t('callSheets.list.undoneSaid', { name, code }), t).then(
      async () => {
        change(id, { state: 'undone' });
        await client.invalidateQueries({ queryKey: orpc.tasks.key() });
      },
      (error: unknown) => change(id, { state: 'entered', refused: errorText(error, t) }),
    );
  };
  return { rows, add, undo };
};
