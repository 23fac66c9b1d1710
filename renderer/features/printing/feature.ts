import type { Feature } from '../../app/feature.ts';
import { managers } from '../../lib/roles.ts';
import { doOnScreen } from '../../lib/screenDeeds.ts';

/** 打印: cards that wait for the printer, who printed what, the printers, the card faces. Reached from 会员 and the one box. */
export const feature: Feature = {
  id: 'printing',
  routes: [
    { path: '/printing/queue', load: () => import('./QueueScreen.tsx') },
    { path: '/printing/log', load: () => import('./LogScreen.tsx') },
    { path: '/printing/printers', load: () => import('./PrintersScreen.tsx') },
    { path: '/printing/templates', load: () => import('./TemplatesScreen.tsx'), roles: managers },
  ],
  commands: [
    {
      id: 'printing.queue',
      labelKey: 'printing.command.queue',
      words: 'dy dyhyk dayin huiyuanka daka print cards queue',
      where: 'everywhere',
      perform: ({ go }) => go('/printing/queue'),
    },
    {
      id: 'printing.log',
      labelKey: 'printing.command.log',
      words: 'dyjl dayinjilu chongyin print log reprint',
      where: 'everywhere',
      perform: ({ go }) => go('/printing/log'),
    },
    {
      id: 'printing.printers',
      labelKey: 'printing.command.printers',
      words: 'dyj dayinji jiaozhun pianyi printer calibration offset',
      where: 'everywhere',
      perform: ({ go }) => go('/printing/printers'),
    },
    {
      id: 'printing.templates',
      labelKey: 'printing.command.templates',
      words: 'km kamian sjkm sheji moban card face template design',
      where: 'everywhere',
      roles: managers,
      perform: ({ go }) => go('/printing/templates'),
    },
    {
      id: 'printing.print',
      labelKey: 'printing.command.print',
      key: 'Ctrl+P',
      where: '/printing/queue',
      primary: true,
      perform: () => doOnScreen('printing.print'),
    },
    {
      id: 'printing.saveTemplate',
      labelKey: 'printing.command.save',
      key: 'Ctrl+S',
      where: '/printing/templates',
      roles: managers,
      perform: () => doOnScreen('printing.saveTemplate'),
    },
    {
      id: 'printing.redo',
      labelKey: 'printing.command.redo',
      key: 'Ctrl+Y',
      where: '/printing/templates',
      roles: managers,
      perform: () => doOnScreen('printing.redo'),
    },
  ],
};
