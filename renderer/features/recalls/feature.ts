import type { Feature } from '../../app/feature.ts';
import { doOnScreen } from '../../lib/screenDeeds.ts';
import { filers } from './filers.ts';

/** 召回: campaigns by VIN list, shown on the vehicles until done. Reached from 客户 and the one box. */
export const feature: Feature = {
  id: 'recalls',
  routes: [{ path: '/recalls', load: () => import('./RecallsScreen.tsx') }],
  commands: [
    {
      id: 'recalls.list',
      labelKey: 'recalls.title',
      words: 'zh zhaohui jssj jishushengji recalls campaigns vin',
      where: 'everywhere',
      perform: ({ go }) => go('/recalls'),
    },
    {
      id: 'recalls.new',
      labelKey: 'recalls.new',
      words: 'xjzh xinjianzhaohui new recall campaign',
      key: 'B',
      where: '/recalls',
      roles: filers,
      perform: () => doOnScreen('recalls.new'),
    },
  ],
};
