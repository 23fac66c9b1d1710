import type { Feature } from '../../app/feature.ts';
import { doOnScreen } from '../../lib/screenDeeds.ts';
import { TagIcon } from '../../ui/icons.tsx';

/** 潜客: whoever looks for a car, from the first look to purchase or loss. */
export const feature: Feature = {
  id: 'prospects',
  nav: { order: 25, icon: TagIcon, labelKey: 'prospects.title', path: '/prospects' },
  routes: [{ path: '/prospects', load: () => import('./ProspectsScreen.tsx') }],
  commands: [
    {
      id: 'prospects.list',
      labelKey: 'prospects.list',
      words: 'qk qianke yx yixiang prospects leads',
      where: 'everywhere',
      perform: ({ go }) => go('/prospects'),
    },
    {
      id: 'prospects.new',
      labelKey: 'prospects.new',
      words: 'xjqk xinjianqianke new prospect lead',
      where: 'everywhere',
      perform: ({ go }) => go('/prospects?do=new'),
    },
    {
      id: 'prospects.begin',
      labelKey: 'prospects.new',
      key: 'B',
      where: '/prospects',
      perform: () => doOnScreen('prospects.begin'),
    },
    {
      id: 'prospects.of',
      labelKey: 'prospects.of',
      words: 'yx yixiang gcyx gouche prospect',
      key: 'Q',
      where: '/customers/$id',
      perform: ({ go, path, here }) => go(`${path}?do=prospect`, { replace: here }),
    },
  ],
};
