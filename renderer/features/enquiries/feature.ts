import type { Command, Feature } from '../../app/feature.ts';
import { doOnScreen } from '../../lib/screenDeeds.ts';
import { QuestionIcon } from '../../ui/icons.tsx';
import { type Deed, deedKeys, deedLabel, deeds } from './deeds.ts';
import { EnquiriesBadge } from './EnquiriesBadge.tsx';

const list = '/enquiries';
const page = '/enquiries/$id';
const answers = '/enquiries/answers';
const customerPage = '/customers/$id';

/** words that find a deed in the one box, in pinyin and English */
const words: Readonly<Record<Deed, string>> = {
  answer: 'df dafu huifu answer reply',
  handOver: 'zzj zhuanzhuanjia expert hand over',
  close: 'gd guidang close archive',
  reopen: 'ck chongkai reopen',
  keep: 'cwcydf changyong dafu keep answer',
  edit: 'xg xiugai edit',
};

const newWords = 'djzx dengji zixun zx new enquiry question';

const commands: readonly Command[] = [
  {
    id: 'enquiries.list',
    labelKey: 'enquiries.title',
    words: 'zx zixun enquiries questions list',
    where: 'everywhere',
    perform: ({ go }) => go(list),
  },
  {
    id: 'enquiries.answers',
    labelKey: 'enquiries.answers',
    words: 'cydf changyong dafu zsk zhishiku kept answers knowledge',
    where: 'everywhere',
    notOn: [list, page],
    perform: ({ go }) => go(answers),
  },
  {
    id: 'enquiries.newAnywhere',
    labelKey: 'enquiries.new',
    words: newWords,
    where: 'everywhere',
    notOn: [list, page, customerPage],
    perform: ({ go }) => go(`${list}?do=new`),
  },
  ...([list, page] as const).flatMap((where): readonly Command[] => {
    const suffix = where === list ? 'InList' : '';
    return [
      {
        id: `enquiries.new${suffix}`,
        labelKey: 'enquiries.new',
        words: newWords,
        key: 'Alt+N',
        where,
        perform: () => doOnScreen('enquiries.new'),
      },
      {
        id: `enquiries.find${suffix}`,
        labelKey: 'enquiries.find',
        words: 'cz chazhao zixun find enquiry',
        key: '/',
        where,
        perform: () => doOnScreen('enquiries.find'),
      },
      {
        id: `enquiries.toAnswers${suffix}`,
        labelKey: 'enquiries.answers',
        words: 'cydf changyong dafu kept answers',
        key: 'K',
        where,
        perform: ({ go }) => go(answers),
      },
    ];
  }),
  {
    id: 'enquiries.findAnswer',
    labelKey: 'enquiries.kept.search',
    words: 'cz chazhao dafu find answer',
    key: '/',
    where: answers,
    perform: () => doOnScreen('enquiries.findAnswer'),
  },
  {
    id: 'enquiries.next',
    labelKey: 'enquiries.next',
    words: 'xyb xiayibu next',
    key: 'Enter',
    heardByScreen: true,
    where: page,
    perform: () => doOnScreen('enquiries.next'),
  },
  ...deeds.map(
    (deed): Command => ({
      id: `enquiries.${deed}`,
      labelKey: deedLabel(deed),
      words: words[deed],
      key: deedKeys[deed],
      where: page,
      perform: () => doOnScreen(`enquiries.${deed}`),
    }),
  ),
  {
    id: 'enquiries.ofCustomer',
    labelKey: 'enquiries.new',
    words: newWords,
    key: 'Z',
    where: customerPage,
    onHit: { labelKey: 'enquiries.new' },
    perform: ({ go, path, here }) => go(`${path}?do=enquiry`, { replace: here }),
  },
];

/** 咨询: a question that is no complaint, from who asks to an answer that others find again. */
export const feature: Feature = {
  id: 'enquiries',
  nav: { order: 24, icon: QuestionIcon, labelKey: 'enquiries.title', path: list, badge: EnquiriesBadge },
  routes: [
    { path: list, load: () => import('./EnquiriesScreen.tsx') },
    { path: answers, load: () => import('./KeptAnswersScreen.tsx') },
    { path: page, load: () => import('./EnquiriesScreen.tsx') },
  ],
  commands,
};
