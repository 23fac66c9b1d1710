import type { Feature } from '../../app/feature.ts';
import { managers } from '../../lib/roles.ts';
import { doOnScreen } from '../../lib/screenDeeds.ts';

const here = '/approvals';

/** 待审批: what is above a limit and waits for a manager. Reached from 今日, the one box and 会员. */
export const feature: Feature = {
  id: 'approvals',
  routes: [{ path: here, load: () => import('./ApprovalsScreen.tsx') }],
  commands: [
    {
      id: 'approvals.list',
      labelKey: 'rewards.approvals.title',
      words: 'dsp daishenpi sp shenpi pz pizhun approvals inbox',
      where: 'everywhere',
      perform: ({ go }) => go(here),
    },
    {
      id: 'approvals.grant',
      labelKey: 'rewards.approvals.grant',
      words: 'pz pizhun ty tongyi approve grant',
      key: 'G',
      where: here,
      roles: managers,
      perform: () => doOnScreen('approvals.grant'),
    },
    {
      id: 'approvals.refuse',
      labelKey: 'rewards.approvals.refuse',
      words: 'jj jujue bh bohui refuse reject',
      key: 'X',
      where: here,
      roles: managers,
      perform: () => doOnScreen('approvals.refuse'),
    },
    {
      id: 'approvals.withdraw',
      labelKey: 'rewards.approvals.withdraw',
      words: 'ch chehui withdraw',
      key: 'W',
      where: here,
      perform: () => doOnScreen('approvals.withdraw'),
    },
  ],
};
