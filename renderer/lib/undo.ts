import type { TFunction } from 'i18next';
import type { Answer } from './api.ts';
import { api } from './api.ts';
import { errorText } from './errors.ts';
import { timeOf } from './formats.ts';
import { type Notice, notify } from './notices.ts';
import { newRequestId } from './requestId.ts';

type Done = Answer<typeof api.changes.recent>['rows'][number];
type Undone = Answer<typeof api.changes.undo>;

/** Ctrl Z takes back without asking what is so new; an older deed is named first. 10 minutes in ms. */
const fresh = 10 * 60_000;

/** 作废到店记录（王伟） · 导入（a.csv，共 300 条） */
export const doneWords = ({ kind, name, count }: Pick<Done, 'kind' | 'name' | 'count'>, t: TFunction): string => {
  const what = t(`undo.kind.${kind}`);
  if (count > 1) return name ? t('undo.manyOf', { what, name, count }) : t('undo.many', { what, count });
  return name ? t('undo.of', { what, name }) : what;
};

const newest = async (): Promise<Done | null> => (await api.changes.recent({ limit: 1 })).rows[0] ?? null;

/** What was left as it is because it changed since. */
const stayedWords = (stayed: Undone['stayed'], t: TFunction): string =>
  t('undo.stayed', { count: stayed.reduce((sum, one) => sum + one.count, 0) });

const undo = async (done: Done, t: TFunction): Promise<void> => {
  try {
    const { stayed } = await api.changes.undo({ command: done.command, requestId: newRequestId() });
    const said = t('undo.done', { what: doneWords(done, t) });
    if (stayed.length === 0) notify(said, { tone: 'green' });
    else notify(`${said} ${stayedWords(stayed, t)}`, { tone: 'amber' });
  } catch (error) {
    notify(t('undo.refused', { what: doneWords(done, t), why: errorText(error, t) }), { tone: 'red' });
  }
};

const undoAction = (done: Done, t: TFunction): NonNullable<Notice['action']> => ({
  label: t('common.undo'),
  key: 'Ctrl+Z',
  perform: () => undo(done, t),
});

/**
 * The undo bar (撤销栏): says what a command has just done, with 撤销 beside it. Call it once the command has answered. What cannot be
 * undone is said all the same.
 */
export const notifyUndoable = async (text: string, t: TFunction): Promise<void> => {
  const done = await newest().catch(() => null);
  notify(text, { tone: 'green', ...(done ? { action: undoAction(done, t) } : {}) });
};

/** Ctrl Z: takes the person's last deed back; an old one, or none, is said. */
export const undoLast = async (t: TFunction): Promise<void> => {
  try {
    const done = await newest();
    if (!done) notify(t('undo.nothing'));
    else if (Date.now() - done.at < fresh) await undo(done, t);
    else {
      const at = timeOf(done.at, Intl.DateTimeFormat().resolvedOptions().timeZone);
      notify(t('undo.older', { what: doneWords(done, t), time: at }), { action: undoAction(done, t) });
    }
  } catch (error) {
    notify(errorText(error, t), { tone: 'red' });
  }
};
