import type { Command, Feature } from '../../app/feature.ts';
import { doOnScreen } from '../../lib/screenDeeds.ts';

const pairs = '/duplicates';
const pair = '/duplicates/$keepId/$dropId';

const commands: readonly Command[] = [
  {
    id: 'duplicates.list',
    labelKey: 'duplicates.command',
    words: 'cc chachong hb hebing cfkh chongfu merge duplicates twins',
    key: 'Alt+M',
    where: 'everywhere',
    perform: ({ go }) => go(pairs),
  },
  {
    id: 'duplicates.compare',
    labelKey: 'duplicates.compare',
    words: 'db duibi compare',
    key: 'Enter',
    heardByScreen: true,
    where: pairs,
    perform: () => doOnScreen('duplicates.compare'),
  },
  {
    id: 'duplicates.notSame',
    labelKey: 'duplicates.notSame',
    words: 'bs bushi tongyiren not same two people',
    key: 'D',
    where: pairs,
    perform: () => doOnScreen('duplicates.notSame'),
  },
  {
    id: 'duplicates.merge',
    labelKey: 'duplicates.merge.button',
    words: 'hb hebing merge',
    key: 'Enter',
    heardByScreen: true,
    where: pair,
    perform: () => doOnScreen('duplicates.merge'),
  },
  {
    id: 'duplicates.swap',
    labelKey: 'duplicates.merge.swap',
    words: 'hh huhuan swap',
    key: 'X',
    where: pair,
    perform: () => doOnScreen('duplicates.swap'),
  },
  {
    id: 'duplicates.pairNotSame',
    labelKey: 'duplicates.notSame',
    words: 'bs bushi tongyiren not same two people',
    key: 'D',
    where: pair,
    perform: () => doOnScreen('duplicates.pairNotSame'),
  },
];

/** One customer once (查重与合并). */
export const feature: Feature = {
  id: 'duplicates',
  routes: [
    { path: pairs, load: () => import('./DuplicatesScreen.tsx') },
    { path: pair, load: () => import('./MergeScreen.tsx') },
  ],
  commands,
};
