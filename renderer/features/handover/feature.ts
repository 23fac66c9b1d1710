import type { Feature } from '../../app/feature.ts';
import { managers } from '../../lib/roles.ts';

/** 客户交接; its dialog stands over 设置 · 员工. */
export const feature: Feature = {
  id: 'handover',
  routes: [],
  commands: [
    {
      id: 'handover.open',
      labelKey: 'handover.command',
      words: 'yj yjkh yijiao jiaojie jj handover adviser leaves',
      where: 'everywhere',
      roles: managers,
      perform: ({ go }) => go('/settings/staff?do=handover'),
    },
  ],
};
