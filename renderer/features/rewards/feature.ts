import type { Command, CommandContext, Feature } from '../../app/feature.ts';
import { managers } from '../../lib/roles.ts';
import { doOnScreen } from '../../lib/screenDeeds.ts';

const customerPage = '/customers/$id';

/** Opens a form over the customer's page. */
const opens =
  (what: string) =>
  ({ go, path, here }: CommandContext): void =>
    go(`${path}?do=${what}`, { replace: here });

/** What is done with a customer's points and vouchers. */
const onCustomer: readonly Command[] = [
  {
    id: 'rewards.redeemFor',
    labelKey: 'rewards.counter.command',
    words: 'dh duihuan dhjf redeem',
    key: 'D',
    where: customerPage,
    forMember: true,
    onHit: { labelKey: 'rewards.counter.command' },
    perform: ({ go, path }) => go(`/redeem?customer=${path.split('/')[2] ?? ''}`),
  },
  {
    id: 'vouchers.ofCustomer',
    labelKey: 'rewards.voucher.ofCustomer',
    words: 'q quan kq kaquan dkq vouchers coupons',
    key: 'L',
    where: customerPage,
    perform: opens('vouchers'),
  },
  // without a key they are no buttons of the page: the points panel has them, and the one box
  {
    id: 'vouchers.grantTo',
    labelKey: 'rewards.grant.open',
    words: 'fq faquan zsq give voucher coupon',
    where: customerPage,
    perform: opens('voucher'),
  },
  {
    id: 'points.adjust',
    labelKey: 'rewards.adjust.open',
    words: 'jftz jifentiaozheng jjf jiajifen bf bufen adjust points',
    where: customerPage,
    forMember: true,
    onHit: { labelKey: 'rewards.adjust.open' },
    perform: opens('adjust'),
  },
  {
    id: 'points.transfer',
    labelKey: 'rewards.transfer.open',
    words: 'jfzz jifenzhuanzeng zs zhuanzeng transfer points family',
    where: customerPage,
    forMember: true,
    perform: opens('transfer'),
  },
];

/** 兑换台 · 积分商城 · 券: what points are spent on. Reached from 会员, the one box and their keys. */
export const feature: Feature = {
  id: 'rewards',
  routes: [
    { path: '/redeem', load: () => import('./RedeemScreen.tsx') },
    { path: '/rewards', load: () => import('./RewardsScreen.tsx') },
    { path: '/rewards/donations', load: () => import('./DonationsScreen.tsx') },
    { path: '/rewards/settlement', load: () => import('./SettlementScreen.tsx'), roles: managers },
    { path: '/vouchers', load: () => import('./VouchersScreen.tsx') },
  ],
  commands: [
    {
      id: 'rewards.counter',
      labelKey: 'rewards.counter.title',
      words: 'dht duihuantai dh duihuan hx hexiao redeem counter use voucher',
      key: 'Alt+R',
      where: 'everywhere',
      perform: ({ go }) => go('/redeem'),
    },
    {
      id: 'rewards.list',
      labelKey: 'rewards.catalogue.title',
      words: 'jfsc jifenshangcheng jp jiangpin lp lipin rewards catalogue gifts',
      where: 'everywhere',
      perform: ({ go }) => go('/rewards'),
    },
    {
      id: 'rewards.new',
      labelKey: 'rewards.catalogue.new',
      words: 'tjjp tianjiajiangpin new reward',
      key: 'B',
      where: '/rewards',
      roles: managers,
      perform: () => doOnScreen('rewards.new'),
    },
    {
      id: 'rewards.donations',
      labelKey: 'rewards.catalogue.view.donations',
      words: 'gyjz gongyi juanzeng donations causes',
      where: 'everywhere',
      perform: ({ go }) => go('/rewards/donations'),
    },
    {
      id: 'rewards.settlement',
      labelKey: 'rewards.catalogue.view.settlement',
      words: 'hzsj hezuoshangjia js jiesuan partner settlement',
      where: 'everywhere',
      roles: managers,
      perform: ({ go }) => go('/rewards/settlement'),
    },
    {
      id: 'vouchers.list',
      labelKey: 'rewards.voucher.command',
      words: 'q quan kq kaquan djq gsq vouchers coupons',
      where: 'everywhere',
      perform: ({ go }) => go('/vouchers'),
    },
    {
      id: 'vouchers.grant',
      labelKey: 'rewards.grant.open',
      words: 'fq faquan give voucher group',
      key: 'B',
      where: '/vouchers',
      perform: () => doOnScreen('vouchers.grant'),
    },
    ...onCustomer,
  ],
};
