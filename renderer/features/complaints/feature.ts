import type { Command, CommandContext, Feature } from '../../app/feature.ts';
import { doOnScreen } from '../../lib/screenDeeds.ts';
import { ChatIcon } from '../../ui/icons.tsx';
import { BreachedLink } from './BreachedLink.tsx';
import { ComplaintsBadge } from './ComplaintsBadge.tsx';
import { type Deed, deedKeys, deedLabel, deeds } from './deeds.ts';

const list = '/complaints';
const page = '/complaints/$id';
const customerPage = '/customers/$id';

/** words that find a deed in the one box, in pinyin and English */
const words: Readonly<Record<Deed, string>> = {
  contact: 'lx lianxi zq zhiqian contact apology call',
  investigate: 'dc diaocha investigate inquiry',
  propose: 'fa fangan tcfa propose solution',
  accept: 'rk renke khrk agree accept',
  refuse: 'brk burenke refuse',
  finish: 'wc wancheng done finish',
  askBack: 'hf huifang ask back',
  close: 'gd guidang archive close',
  reopen: 'ck chongkai reopen',
  pause: 'dkh dengkehu wait pause',
  resume: 'hf huifu khyhf resume answered',
  promise: 'cn chengnuo promise',
  compensate: 'bc buchang compensate redress',
  action: 'cs cuoshi measure action',
  attach: 'fj fujian attach file photo',
  edit: 'xg xiugai edit',
  print: 'dy dayin print',
  explain: 'cssm chaoshi shuoming late explain breach',
};

const onPage: readonly Command[] = deeds.map((deed) => ({
  id: `complaints.${deed}`,
  labelKey: deedLabel(deed),
  words: words[deed],
  key: deedKeys[deed],
  where: page,
  perform: () => doOnScreen(`complaints.${deed}`),
}));

/** Opens a form over the customer's page. */
const opens =
  (what: string) =>
  ({ go, path, here }: CommandContext): void =>
    go(`${path}?do=${what}`, { replace: here });

const commands: readonly Command[] = [
  {
    id: 'complaints.list',
    labelKey: 'complaints.title',
    words: 'ts tousu complaints list',
    where: 'everywhere',
    perform: ({ go }) => go(list),
  },
  {
    id: 'complaints.newAnywhere',
    labelKey: 'complaints.new',
    words: 'xjts xinjian tousu sl shouli new complaint',
    where: 'everywhere',
    notOn: [list, page, customerPage],
    perform: ({ go }) => go(`${list}?do=new`),
  },
  ...[list, page].map(
    (where): Command => ({
      id: where === list ? 'complaints.newInList' : 'complaints.new',
      labelKey: 'complaints.new',
      words: 'xjts xinjian tousu sl shouli new complaint',
      key: 'Alt+N',
      where: where === list ? list : page,
      perform: () => doOnScreen('complaints.new'),
    }),
  ),
  ...[list, page].map(
    (where): Command => ({
      id: where === list ? 'complaints.findInList' : 'complaints.find',
      labelKey: 'complaints.find',
      words: 'cz chazhao tousu find complaint',
      key: '/',
      where: where === list ? list : page,
      perform: () => doOnScreen('complaints.find'),
    }),
  ),
  {
    id: 'complaints.next',
    labelKey: 'complaints.next',
    words: 'xyb xiayibu next',
    key: 'Enter',
    heardByScreen: true,
    where: page,
    perform: () => doOnScreen('complaints.next'),
  },
  ...onPage,
  {
    id: 'complaints.ofCustomer',
    labelKey: 'complaints.new',
    words: 'xjts xinjian tousu sl shouli new complaint',
    key: 'T',
    where: customerPage,
    onHit: { labelKey: 'complaints.new' },
    perform: opens('complaint'),
  },
  {
    id: 'promises.toCustomer',
    labelKey: 'complaints.promise.forCustomer',
    words: 'cn chengnuo dy daying promise',
    key: 'W',
    where: customerPage,
    perform: opens('promise'),
  },
];

/** 投诉: from the first word to a customer who says that it is truly solved. */
export const feature: Feature = {
  id: 'complaints',
  nav: { order: 23, icon: ChatIcon, labelKey: 'complaints.title', path: list, badge: ComplaintsBadge },
  topBar: BreachedLink,
  routes: [
    { path: list, load: () => import('./ComplaintsScreen.tsx') },
    { path: page, load: () => import('./ComplaintsScreen.tsx') },
  ],
  commands,
};
