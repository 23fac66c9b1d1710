import type { TFunction } from 'i18next';
import type { Answer } from './api.ts';
import { api } from './api.ts';
import { clockNow } from './clock.ts';
import { errorText } from './errors.ts';
import { timeOf } from './formats.ts';
import { dropNoticesOf, type Notice, notify } from './notices.ts';
import { newRequestId } from './requestId.ts';
import { stayedWords } from './stayedWords.ts';
import { allAnswered } from './underWay.ts';

type Done = Answer<typeof api.changes.recent>['rows'][number];

/** Ctrl Z takes back without asking what is so new; an older deed is named first. 10 minutes in ms. */
const fresh = 10 * 60_000;

/** 作废到店记录（王伟） · 导入（a.csv，共 300 条） */
const doneWords = ({ kind, name, count }: Pick<Done, 'kind' | 'name' | 'count'>, t: TFunction): string => {
  const what = t(`undo.kind.${kind}`);
  if (count > 1) return name ? t('undo.manyOf', { what, name, count }) : t('undo.many', { what, count });
  return name ? t('undo.of', { what, name }) : what;
};

const newest = async (): Promise<Done | null> => (await api.changes.recent({ limit: 1 })).rows[0] ?? null;

/**
 * Takes a command back and says `said` with what stayed as it is because somebody changed it since. Whatever still offers to take
 * the same command back goes away.
 *
 * @throws what the store refuses it with
 */
export const takeBack = async (command: number, said: string, t: TFunction): Promise<void> => {
  const { stayed } = await api.changes.undo({ command, requestId: newRequestId() });
  dropNoticesOf(command);
  if (stayed.length === 0) notify(said, { tone: 'green' });
  else notify(t('undo.stayed', { done: said, kept: stayedWords(stayed, t) }), { tone: 'amber' });
};

const undo = async (done: Done, t: TFunction): Promise<void> => {
  const what = doneWords(done, t);
  try {
    await takeBack(done.command, t('undo.done', { what }), t);
  } catch (error) {
    notify(t('undo.refused', { what, why: errorText(error, t) }), { tone: 'red' });
  }
};

const undoAction = (done: Done, t: TFunction): NonNullable<Notice['action']> => ({
  label: t('common.undo'),
  key: 'Ctrl+Z',
  takesBack: done.command,
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
    await allAnswered();
    const done = await newest();
    if (!done) notify(t('undo.nothing'));
    // the host wrote the time of it, by the same machine's clock
    else if (clockNow() - done.at < fresh) await undo(done, t);
    else {
      const at = timeOf(done.at, Intl.DateTimeFormat().resolvedOptions().timeZone);
      notify(t('undo.older', { what: doneWords(done, t), time: at }), { action: undoAction(done, t) });
    }
  } catch (error) {
    notify(errorText(error, t), { tone: 'red' });
  }
};
