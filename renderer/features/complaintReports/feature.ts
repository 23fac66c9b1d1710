import type { Feature } from '../../app/feature.ts';
import { doOnScreen } from '../../lib/screenDeeds.ts';

const path = '/complaints/statistics';

/** 投诉统计, and a complaint's record on paper. */
export const feature: Feature = {
  id: 'complaintReports',
  routes: [{ path, load: () => import('./StatisticsScreen.tsx') }],
  commands: [
    {
      id: 'complaintReports.open',
      labelKey: 'complaintReports.command',
      words: 'tstj tousutongji tongji baobiao palatuo complaint statistics report pareto',
      where: 'everywhere',
      perform: ({ go }) => go(path),
    },
    {
      id: 'complaintReports.print',
      labelKey: 'complaintReports.print',
      key: 'Ctrl+P',
      where: path,
      perform: () => doOnScreen('complaintReports.print'),
    },
    {
      id: 'complaintReports.csv',
      labelKey: 'complaintReports.csv',
      key: 'E',
      where: path,
      perform: () => doOnScreen('complaintReports.csv'),
    },
  ],
};
