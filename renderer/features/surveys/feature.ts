import type { Command, Feature } from '../../app/feature.ts';
import { managers } from '../../lib/roles.ts';
import { doOnScreen } from '../../lib/screenDeeds.ts';
import { FaceIcon } from '../../ui/icons.tsx';
import { type Deed, deedKeys, deedLabel, deeds } from './deeds.ts';
import { SurveysBadge } from './SurveysBadge.tsx';

const list = '/surveys';
const page = '/surveys/$id';
const figures = '/surveys/figures';
const ask = '/surveys/ask';
const customerPage = '/customers/$id';

/** words that find a deed in the one box, in pinyin and English */
const words: Readonly<Record<Deed, string>> = {
  call: 'ddh dadianhua call phone',
  complaint: 'zts zhuantousu tousu complaint',
  follow: 'gj genjin yigenjin followed up',
  remove: 'sc shanchu remove delete',
};

const askWords = 'pj pingjia gt guitai pingfen manyidu wenjuan survey rate counter';

const commands: readonly Command[] = [
  {
    id: 'surveys.list',
    labelKey: 'surveys.title',
    words: 'myd manyidu dj dajuan wj wenjuan nps surveys answers satisfaction',
    where: 'everywhere',
    perform: ({ go }) => go(list),
  },
  {
    id: 'surveys.figures',
    labelKey: 'surveys.figures.title',
    words: 'myd manyidu tj tongji nps tuijian surveys figures report',
    where: 'everywhere',
    notOn: [list, page],
    perform: ({ go }) => go(figures),
  },
  {
    id: 'surveys.ask',
    labelKey: 'surveys.ask.command',
    words: askWords,
    where: 'everywhere',
    notOn: [customerPage],
    perform: ({ go }) => go(ask),
  },
  {
    id: 'surveys.newAnywhere',
    labelKey: 'surveys.new',
    words: 'lr luru dajuan wenjuan zhizhi shenfang new answers paper interview',
    where: 'everywhere',
    notOn: [list, page],
    perform: ({ go }) => go(`${list}?do=new`),
  },
  ...([list, page] as const).flatMap((where): readonly Command[] => {
    const suffix = where === list ? 'InList' : '';
    return [
      {
        id: `surveys.new${suffix}`,
        labelKey: 'surveys.new',
        words: 'lr luru dajuan wenjuan zhizhi shenfang new answers paper interview',
        key: 'Alt+N',
        where,
        perform: () => doOnScreen('surveys.new'),
      },
      {
        id: `surveys.find${suffix}`,
        labelKey: 'surveys.find',
        words: 'cz chazhao find answers',
        key: '/',
        where,
        perform: () => doOnScreen('surveys.find'),
      },
      {
        id: `surveys.toFigures${suffix}`,
        labelKey: 'surveys.figures.title',
        words: 'tj tongji nps figures',
        key: 'S',
        where,
        perform: ({ go }) => go(figures),
      },
    ];
  }),
  {
    id: 'surveys.next',
    labelKey: 'surveys.next',
    words: 'xyb xiayibu next',
    key: 'Enter',
    heardByScreen: true,
    where: page,
    perform: () => doOnScreen('surveys.next'),
  },
  ...deeds.map(
    (deed): Command => ({
      id: `surveys.${deed}`,
      labelKey: deedLabel(deed),
      words: words[deed],
      key: deedKeys[deed],
      where: page,
      ...(deed === 'remove' ? { roles: managers } : {}),
      perform: () => doOnScreen(`surveys.${deed}`),
    }),
  ),
  {
    id: 'surveys.print',
    labelKey: 'surveys.figures.print',
    key: 'Ctrl+P',
    where: figures,
    perform: () => doOnScreen('surveys.print'),
  },
  {
    id: 'surveys.csv',
    labelKey: 'surveys.figures.csv',
    key: 'E',
    where: figures,
    perform: () => doOnScreen('surveys.csv'),
  },
  {
    id: 'surveys.ofCustomer',
    labelKey: 'surveys.ask.command',
    words: askWords,
    key: 'I',
    where: customerPage,
    onHit: { labelKey: 'surveys.ask.hit' },
    perform: ({ go, path }) => go(`${ask}?customer=${path.split('/').at(-1) ?? ''}`),
  },
];

/** 满意度: what customers answer, at the counter, by phone or on paper; who has to be spoken with; what it sums up to. */
export const feature: Feature = {
  id: 'surveys',
  nav: { order: 28, icon: FaceIcon, labelKey: 'surveys.title', path: list, badge: SurveysBadge },
  routes: [
    { path: list, load: () => import('./SurveysScreen.tsx') },
    { path: figures, load: () => import('./FiguresScreen.tsx') },
    { path: ask, load: () => import('./AskScreen.tsx'), bare: true },
    { path: page, load: () => import('./SurveysScreen.tsx') },
  ],
  commands,
};
