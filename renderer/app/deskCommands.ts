import { undoLast } from '../lib/undo.ts';
import { focusBox } from './boxFocus.ts';
import type { Command } from './feature.ts';
import { toggleSheet } from './sheets.ts';
import { startTour } from './tourSteps.ts';

/** What can be done on every screen because it is the desk's own. */
export const deskCommands: readonly Command[] = [
  {
    id: 'desk.find',
    labelKey: 'common.keys.box',
    words: 'cz chazhao find search',
    key: 'Ctrl+K',
    where: 'everywhere',
    perform: () => focusBox(),
  },
  {
    id: 'desk.undo',
    labelKey: 'undo.command',
    words: 'cx chexiao undo',
    key: 'Ctrl+Z',
    where: 'everywhere',
    perform: ({ t }) => undoLast(t),
  },
  {
    id: 'desk.help',
    labelKey: 'help.command',
    words: 'bz bangzhu help f1',
    key: 'F1',
    where: 'everywhere',
    overForms: true,
    perform: () => toggleSheet('help'),
  },
  {
    id: 'desk.tour',
    labelKey: 'tour.command',
    words: 'xs xsqb xinshou qibu tour first day',
    where: 'everywhere',
    perform: () => startTour(),
  },
  {
    id: 'desk.keys',
    labelKey: 'common.keys.list',
    words: 'kjj kuaijiejian keys shortcuts',
    key: '?',
    where: 'everywhere',
    perform: () => toggleSheet('keys'),
  },
];
