import type { Feature } from '../../app/feature.ts';
import { doOnScreen } from '../../lib/screenDeeds.ts';
import { CarIcon } from '../../ui/icons.tsx';
import { DeliveriesBadge } from './DeliveriesBadge.tsx';

const board = '/deliveries';
const past = '/deliveries/past';
const customerPage = '/customers/$id';
const newWords = 'apjc anpai jiaoche new delivery handover';

/** 交车: from the car's inspection to the keys in the customer's hand. */
export const feature: Feature = {
  id: 'deliveries',
  nav: { order: 26, icon: CarIcon, labelKey: 'deliveries.title', path: board, badge: DeliveriesBadge },
  routes: [
    { path: board, load: () => import('./DeliveriesScreen.tsx') },
    { path: past, load: () => import('./PastScreen.tsx') },
  ],
  commands: [
    {
      id: 'deliveries.board',
      labelKey: 'deliveries.board',
      words: 'jc jiaoche jckb kanban delivery board',
      where: 'everywhere',
      perform: ({ go }) => go(board),
    },
    {
      id: 'deliveries.past',
      labelKey: 'deliveries.past',
      words: 'lsjc lishi jiaoche past deliveries',
      where: 'everywhere',
      notOn: [board, past],
      perform: ({ go }) => go(past),
    },
    {
      id: 'deliveries.newAnywhere',
      labelKey: 'deliveries.new',
      words: newWords,
      where: 'everywhere',
      notOn: [board, customerPage],
      perform: ({ go }) => go(`${board}?do=new`),
    },
    {
      id: 'deliveries.new',
      labelKey: 'deliveries.new',
      words: newWords,
      key: 'Alt+N',
      where: board,
      perform: () => doOnScreen('deliveries.new'),
    },
    {
      id: 'deliveries.toPast',
      labelKey: 'deliveries.past',
      words: 'lsjc lishi jiaoche past deliveries',
      key: 'H',
      where: board,
      perform: () => doOnScreen('deliveries.toPast'),
    },
    {
      id: 'deliveries.on',
      labelKey: 'deliveries.goOn',
      words: 'xyb xiayibu next step',
      key: 'M',
      heardByScreen: true,
      where: board,
      perform: () => doOnScreen('deliveries.on'),
    },
    {
      id: 'deliveries.open',
      labelKey: 'deliveries.openCard',
      words: 'dk dakai open',
      key: 'Enter',
      heardByScreen: true,
      where: board,
      perform: () => doOnScreen('deliveries.open'),
    },
    {
      id: 'deliveries.find',
      labelKey: 'deliveries.find',
      words: 'cz chazhao jiaoche find delivery',
      key: '/',
      where: past,
      perform: () => doOnScreen('deliveries.find'),
    },
    {
      id: 'deliveries.of',
      labelKey: 'deliveries.new',
      words: newWords,
      key: 'O',
      where: customerPage,
      onHit: { labelKey: 'deliveries.new' },
      perform: ({ go, path, here }) => go(`${path}?do=delivery`, { replace: here }),
    },
  ],
};
