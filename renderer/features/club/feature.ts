import type { Command, Feature } from '../../app/feature.ts';
import { doOnScreen } from '../../lib/screenDeeds.ts';
import { ShieldIcon } from '../../ui/icons.tsx';
import { ClubBadge } from './ClubBadge.tsx';
import { type Deed, deedKeys, deedLabel, deedsOf } from './deeds.ts';
import { type Service, services } from './shapes.ts';

const home = '/club';
const lists = { agency: '/club/agency', rescues: '/club/rescues', claims: '/club/claims' } as const;
const pages = { agency: '/club/agency/$id', rescues: '/club/rescues/$id', claims: '/club/claims/$id' } as const;
const own: readonly `/${string}`[] = [home, ...Object.values(lists), ...Object.values(pages)];
const customerPage = '/customers/$id';

/** words that find a service's form in the one box, in pinyin and English */
const newWords: Readonly<Record<Service, string>> = {
  agency: 'sldb shouli daiban db nianshen guohu shangpai agency licence plates tax new',
  rescues: 'djjy dengji jiuyuan jy tuoche songyou rescue tow fuel roadside new',
  claims: 'sllp shouli lipei lp baoxian shigu claim insurance accident new',
};

const deedWords: Readonly<Record<Deed, string>> = {
  begin: 'ksbl kaishi banli begin',
  ready: 'bt bantuo ready',
  handBack: 'jh jiaohuan zhengjian hand back documents',
  dispatch: 'pc paichu send crew',
  arrive: 'dd daoda arrived',
  close: 'wc wancheng done',
  surveyed: 'ds chakan dingsun surveyed',
  repairing: 'wx weixiu repair',
  submitted: 'jd jiaodan handed in papers',
  settle: 'ja jiean peifu close paid',
  back: 'th tuihui step back',
  edit: 'xg xiugai edit',
  print: 'dy dayin shoulidan print slip',
  cancel: 'qx quxiao cancel',
};

const onService = (service: Service): readonly Command[] => {
  const list = lists[service];
  const page = pages[service];
  return [
    ...([list, page] as const).flatMap((where): readonly Command[] => {
      const at = `${service}${where === list ? 'List' : ''}`;
      return [
        {
          id: `club.new.${at}`,
          labelKey: `club.new.${service}`,
          words: newWords[service],
          key: 'Alt+N',
          where,
          perform: () => doOnScreen('club.new'),
        },
        {
          id: `club.find.${at}`,
          labelKey: 'club.find',
          words: 'cz chazhao find',
          key: '/',
          where,
          perform: () => doOnScreen('club.find'),
        },
        ...services.map(
          (other, place): Command => ({
            id: `club.to.${other}.${at}`,
            labelKey: `club.service.${other}`,
            key: String(place + 1),
            where,
            perform: ({ go }) => go(lists[other], { replace: true }),
          }),
        ),
      ];
    }),
    {
      id: `club.next.${service}`,
      labelKey: 'club.next',
      words: 'xyb xiayibu next',
      key: 'Enter',
      heardByScreen: true,
      where: page,
      perform: () => doOnScreen('club.next'),
    },
    ...deedsOf[service].map(
      (deed): Command => ({
        id: `club.${deed}.${service}`,
        labelKey: deedLabel(deed),
        words: deedWords[deed],
        key: deedKeys[deed],
        where: page,
        perform: () => doOnScreen(`club.${deed}`),
      }),
    ),
  ];
};

const commands: readonly Command[] = [
  {
    id: 'club.list',
    labelKey: 'club.commandList',
    words: 'jlb julebu db daiban jy jiuyuan lp lipei club agency rescue claims',
    where: 'everywhere',
    perform: ({ go }) => go(home),
  },
  ...services.map(
    (service): Command => ({
      id: `club.newAnywhere.${service}`,
      labelKey: `club.new.${service}`,
      words: newWords[service],
      where: 'everywhere',
      notOn: [...own, customerPage],
      perform: ({ go }) => go(`${lists[service]}?do=new`),
    }),
  ),
  ...services.flatMap(onService),
  {
    id: 'club.ofCustomer',
    labelKey: 'club.ofCustomer.command',
    words: 'jlb julebu db daiban jy jiuyuan lp lipei club',
    key: 'Y',
    where: customerPage,
    onHit: { labelKey: 'club.title' },
    perform: ({ go, path, here }) => go(`${path}?do=club`, { replace: here }),
  },
  ...services.map(
    (service): Command => ({
      id: `club.ofCustomer.${service}`,
      labelKey: `club.new.${service}`,
      words: newWords[service],
      where: customerPage,
      perform: ({ go, path, here }) => go(`${path}?do=${service}`, { replace: here }),
    }),
  ),
];

/** 俱乐部: what the club does for its members and anybody else: agency jobs, rescues, claims. */
export const feature: Feature = {
  id: 'club',
  nav: { order: 27, icon: ShieldIcon, labelKey: 'club.title', path: home, badge: ClubBadge },
  routes: [
    { path: home, load: () => import('./ClubScreen.tsx') },
    { path: lists.agency, load: () => import('./AgencyScreen.tsx') },
    { path: pages.agency, load: () => import('./AgencyScreen.tsx') },
    { path: lists.rescues, load: () => import('./RescuesScreen.tsx') },
    { path: pages.rescues, load: () => import('./RescuesScreen.tsx') },
    { path: lists.claims, load: () => import('./ClaimsScreen.tsx') },
    { path: pages.claims, load: () => import('./ClaimsScreen.tsx') },
  ],
  commands,
};
