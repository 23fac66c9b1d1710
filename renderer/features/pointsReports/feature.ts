import type { Feature } from '../../app/feature.ts';
import { managers } from '../../lib/roles.ts';
import { doOnScreen } from '../../lib/screenDeeds.ts';

/** 积分负债, 对账单 with its proof, and 规则沙盘: what is reported about points, and what a rule would do. */
export const feature: Feature = {
  id: 'pointsReports',
  routes: [
    { path: '/reports/liability', load: () => import('./LiabilityScreen.tsx'), roles: managers },
    { path: '/statements', load: () => import('./StatementScreen.tsx') },
    { path: '/sandbox', load: () => import('./SandboxScreen.tsx'), roles: managers },
  ],
  commands: [
    {
      id: 'liability.open',
      labelKey: 'pointsReports.liability.command',
      words: 'jffz jifenfuzhai fuzhai baobiao points liability report',
      where: 'everywhere',
      roles: managers,
      perform: ({ go }) => go('/reports/liability'),
    },
    {
      id: 'liability.print',
      labelKey: 'pointsReports.liability.print',
      key: 'Ctrl+P',
      where: '/reports/liability',
      roles: managers,
      perform: () => doOnScreen('liability.print'),
    },
    {
      id: 'liability.csv',
      labelKey: 'pointsReports.liability.csv',
      key: 'E',
      where: '/reports/liability',
      roles: managers,
      perform: () => doOnScreen('liability.csv'),
    },
    {
      id: 'statements.open',
      labelKey: 'pointsReports.statement.command',
      words: 'dzd duizhangdan yz yanzhen jifen points statement verify proof',
      where: 'everywhere',
      perform: ({ go }) => go('/statements'),
    },
    {
      id: 'statements.printA5',
      labelKey: 'pointsReports.statement.printA5',
      key: 'Ctrl+P',
      where: '/statements',
      perform: () => doOnScreen('statements.printA5'),
    },
    {
      id: 'statements.print80',
      labelKey: 'pointsReports.statement.print80',
      key: 'M',
      where: '/statements',
      perform: () => doOnScreen('statements.print80'),
    },
    {
      id: 'statements.check',
      labelKey: 'pointsReports.statement.check',
      key: 'Y',
      where: '/statements',
      perform: () => doOnScreen('statements.check'),
    },
    {
      id: 'sandbox.open',
      labelKey: 'pointsReports.sandbox.command',
      words: 'gzsp guizeshapan shisuan shapan points rule sandbox trial',
      where: 'everywhere',
      roles: managers,
      perform: ({ go }) => go('/sandbox'),
    },
    {
      id: 'sandbox.run',
      labelKey: 'pointsReports.sandbox.run',
      key: 'R',
      where: '/sandbox',
      roles: managers,
      perform: () => doOnScreen('sandbox.run'),
    },
    {
      id: 'sandbox.adopt',
      labelKey: 'pointsReports.sandbox.adopt',
      key: 'A',
      where: '/sandbox',
      roles: managers,
      perform: () => doOnScreen('sandbox.adopt'),
    },
  ],
};
