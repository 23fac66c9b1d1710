import type { Command, Feature } from '../../app/feature.ts';
import type { TextKey } from '../../i18n/index.ts';
import { doOnScreen } from '../../lib/screenDeeds.ts';
import { addressOf, home, noFilter } from './listFilter.ts';
import { type PrintKind, printables } from './shapes.ts';

const page = '/paper/$id';
const enter = addressOf(null, noFilter, { do: 'enter' });

/** words that find each paper in the one box, in pinyin and English */
const printWords: Readonly<Record<PrintKind, string>> = {
  call: 'dy dayin hfd huifangdan print call sheet',
  complaint: 'dy dayin tsdjd tousu dengjidan print complaint form',
  signIn: 'dy dayin qdb qiandao daodian print sign-in sheet',
  survey: 'dy dayin wj wenjuan print questionnaire survey',
};

const printLabels: Readonly<Record<PrintKind, TextKey>> = {
  call: 'paper.command.call',
  complaint: 'paper.command.complaint',
  signIn: 'paper.command.signIn',
  survey: 'paper.command.survey',
};

const enterWords = 'bl bulu luru zzd zhizhidan tingdian enter paper sheet code';

/** Lists whose own things come back on paper. */
const beside = ['/complaints', '/complaints/$id'] as const;

const commands: readonly Command[] = [
  {
    id: 'paper.open',
    labelKey: 'paper.title',
    words: 'zzd zhizhidan td tingdian duandian paper outage sheets',
    where: 'everywhere',
    notOn: [home, page],
    perform: ({ go }) => go(home),
  },
  {
    id: 'paper.enterAnywhere',
    labelKey: 'paper.command.enter',
    words: enterWords,
    where: 'everywhere',
    notOn: [home, page, ...beside],
    perform: ({ go }) => go(enter),
  },
  ...beside.map(
    (where, at): Command => ({
      id: at === 0 ? 'paper.enterInComplaints' : 'paper.enterAtComplaint',
      labelKey: 'paper.command.enter',
      words: enterWords,
      key: 'U',
      where,
      perform: ({ go }) => go(enter),
    }),
  ),
  ...([home, page] as const).flatMap((where): readonly Command[] => {
    const suffix = where === home ? 'InList' : '';
    return [
      {
        id: `paper.enter${suffix}`,
        labelKey: 'paper.command.enter',
        words: enterWords,
        key: 'U',
        where,
        perform: () => doOnScreen('paper.enter'),
      },
      ...printables.map(
        (kind, at): Command => ({
          id: `paper.print.${kind}${suffix}`,
          labelKey: printLabels[kind],
          words: printWords[kind],
          key: String(at + 1),
          where,
          perform: () => doOnScreen(`paper.print.${kind}`),
        }),
      ),
    ];
  }),
  {
    id: 'paper.surveyFor',
    labelKey: 'paper.command.survey',
    words: printWords.survey,
    where: '/customers/$id',
    perform: ({ go, path }) => go(addressOf(null, { ...noFilter, customerId: path.split('/').at(-1) ?? '' })),
  },
  {
    id: 'paper.restUnused',
    labelKey: 'paper.command.restUnused',
    words: 'wsy weishiyong unused',
    key: 'X',
    where: page,
    perform: () => doOnScreen('paper.restUnused'),
  },
];

/** 纸质单: paper for when the desk is out of order, and entering what was written on it. */
export const feature: Feature = {
  id: 'paper',
  routes: [
    { path: home, load: () => import('./PaperScreen.tsx') },
    { path: page, load: () => import('./PaperScreen.tsx') },
  ],
  commands,
};
