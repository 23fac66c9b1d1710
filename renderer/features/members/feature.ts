import type { Command, CommandContext, Feature } from '../../app/feature.ts';
import { managers } from '../../lib/roles.ts';
import { doOnScreen } from '../../lib/screenDeeds.ts';
import { CardIcon } from '../../ui/icons.tsx';

const customerPage = '/customers/$id';
const cardPage = '/members/$id';

/** Opens a form over the page that the path names: the address says which, so that a link, a key and the one box do it alike. */
const opens =
  (what: string) =>
  ({ go, path, here }: CommandContext): void =>
    go(`${path}?do=${what}`, { replace: here });

/** What can be done with the membership on its own page. */
const onCardPage: readonly Command[] = [
  {
    id: 'members.renew',
    labelKey: 'members.actions.renew',
    words: 'xk xuka renew',
    key: 'R',
    where: cardPage,
    primary: true,
    perform: opens('renew'),
  },
  {
    id: 'members.upgrade',
    labelKey: 'members.actions.upgrade',
    words: 'sj shengji upgrade',
    key: 'U',
    where: cardPage,
    perform: opens('upgrade'),
  },
  {
    id: 'members.points',
    labelKey: 'members.actions.points',
    words: 'jf jifen rhsc points explain',
    key: 'J',
    where: cardPage,
    perform: opens('points'),
  },
  {
    id: 'members.why',
    labelKey: 'members.actions.tierWhy',
    words: 'kj kaji weishenme tier why',
    key: 'Y',
    where: cardPage,
    perform: opens('why'),
  },
  {
    id: 'members.benefit',
    labelKey: 'members.actions.benefit',
    words: 'fwb fuwubao sy benefit package',
    key: 'W',
    where: cardPage,
    perform: opens('benefit'),
  },
  {
    id: 'members.lost',
    labelKey: 'members.actions.lost',
    words: 'gs guashi djk dongjie lost freeze',
    key: 'L',
    where: cardPage,
    perform: () => doOnScreen('members.lost'),
  },
  {
    id: 'members.replace',
    labelKey: 'members.actions.replace',
    words: 'bk buka replace card',
    key: 'H',
    where: cardPage,
    perform: () => doOnScreen('members.replace'),
  },
  {
    id: 'members.redeem',
    labelKey: 'members.actions.redeem',
    words: 'dh duihuan redeem',
    key: 'D',
    where: cardPage,
    perform: () => doOnScreen('members.redeem'),
  },
  {
    id: 'members.statement',
    labelKey: 'members.actions.statement',
    words: 'dzd duizhangdan statement',
    key: 'S',
    where: cardPage,
    perform: ({ go, path }) => go(`/statements?membership=${path.split('/')[2] ?? ''}`),
  },
  {
    id: 'members.print',
    labelKey: 'members.actions.print',
    words: 'dy dayin print card',
    key: 'P',
    where: cardPage,
    perform: () => doOnScreen('members.print'),
  },
  {
    id: 'members.addCard',
    labelKey: 'members.actions.addCard',
    words: 'fsk fushuka jiaren supplementary family card',
    key: 'F',
    where: cardPage,
    perform: opens('addCard'),
  },
  {
    id: 'members.participation',
    labelKey: 'members.actions.participation',
    words: 'cy canyu huodong participation event',
    key: 'N',
    where: cardPage,
    perform: opens('participation'),
  },
  {
    id: 'members.setTier',
    labelKey: 'members.actions.setTier',
    words: 'tz tiaozheng kaji tier by hand',
    key: 'T',
    where: cardPage,
    roles: managers,
    perform: opens('tier'),
  },
  {
    id: 'members.customer',
    labelKey: 'members.actions.customer',
    words: 'kh kehu customer',
    key: 'K',
    where: cardPage,
    perform: () => doOnScreen('members.customer'),
  },
];

/** What the customer's page offers: joining to who is no member, the rest to who is one. */
const onCustomerPage: readonly Command[] = [
  {
    id: 'members.joinHere',
    labelKey: 'members.actions.join',
    words: 'rh ruhui join member',
    key: 'M',
    where: customerPage,
    forMember: false,
    perform: opens('join'),
  },
  {
    id: 'members.card',
    labelKey: 'members.actions.card',
    words: 'hyk huiyuanka card',
    key: 'K',
    where: customerPage,
    forMember: true,
    onHit: { labelKey: 'members.actions.card' },
    perform: opens('card'),
  },
  {
    id: 'members.renewHere',
    labelKey: 'members.actions.renew',
    words: 'xk xuka renew',
    key: 'R',
    where: customerPage,
    forMember: true,
    perform: opens('renew'),
  },
  {
    id: 'members.upgradeHere',
    labelKey: 'members.actions.upgrade',
    words: 'sj shengji upgrade',
    key: 'U',
    where: customerPage,
    forMember: true,
    perform: opens('upgrade'),
  },
];

/** 会员: what wants doing, all members, and the page of each card. */
export const feature: Feature = {
  id: 'members',
  nav: { order: 22, icon: CardIcon, labelKey: 'members.title', path: '/members' },
  routes: [
    { path: '/members', load: () => import('./MembersHomeScreen.tsx') },
    { path: '/members/list', load: () => import('./MembersListScreen.tsx') },
    { path: '/members/$id', load: () => import('./MemberScreen.tsx') },
  ],
  commands: [
    {
      id: 'members.home',
      labelKey: 'members.home.title',
      words: 'hy huiyuan members loyalty',
      where: 'everywhere',
      perform: ({ go }) => go('/members'),
    },
    {
      id: 'members.list',
      labelKey: 'members.list.title',
      words: 'hylb huiyuanliebiao member list',
      where: 'everywhere',
      perform: ({ go }) => go('/members/list'),
    },
    {
      id: 'members.join',
      labelKey: 'members.join.title',
      words: 'rh ruhui bk banka join member new card',
      where: 'everywhere',
      perform: ({ go }) => go('/members?do=join'),
    },
    {
      id: 'members.begin',
      labelKey: 'members.join.title',
      key: 'B',
      where: '/members',
      perform: ({ go }) => go('/members?do=join', { replace: true }),
    },
    {
      id: 'members.beginFromList',
      labelKey: 'members.join.title',
      key: 'B',
      where: '/members/list',
      perform: ({ go }) => go('/members?do=join'),
    },
    {
      id: 'members.renewRow',
      labelKey: 'members.home.renewRow',
      key: 'R',
      where: '/members',
      perform: () => doOnScreen('members.renewRow'),
    },
    {
      id: 'members.toList',
      labelKey: 'members.list.title',
      key: 'L',
      where: '/members',
      perform: ({ go }) => go('/members/list'),
    },
    {
      id: 'members.toRedeem',
      labelKey: 'members.home.redeem',
      key: 'D',
      where: '/members',
      perform: ({ go }) => go('/redeem'),
    },
    {
      id: 'members.toPrint',
      labelKey: 'members.home.print',
      key: 'P',
      where: '/members',
      perform: ({ go }) => go('/printing/queue'),
    },
    ...onCustomerPage,
    ...onCardPage,
  ],
};
