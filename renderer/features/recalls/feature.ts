import type { Feature } from '../../app/feature.ts';

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
  ],
};
