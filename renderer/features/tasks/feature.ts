import type { Command, Feature } from '../../app/feature.ts';
import type { TextKey } from '../../i18n/index.ts';
import { doOnScreen } from '../../lib/screenDeeds.ts';
import { PhoneIcon } from '../../ui/icons.tsx';
import { outcomeKeys, outcomes } from './outcomes.ts';
import type { Outcome } from './shapes.ts';
import { TasksBadge } from './TasksBadge.tsx';

const list = '/tasks';
const page = '/tasks/$id';

/** words that find an outcome in the one box, in pinyin and English */
const outcomeWords: Readonly<Record<Outcome, string>> = {
  connected: 'jt jietong spoke connected',
  noAnswer: 'wj weijie no answer',
  busy: 'zx zhanxian busy',
  off: 'gj guanji tingji off',
  callBack: 'gy gaiyue call back later',
  refused: 'jj jujue not now refused',
  never: 'bzlx buzailianxi never',
  emptyNumber: 'kh konghao dead number',
  wrongPerson: 'fbr feibenren wrong person',
  elsewhere: 'yztcbl tachu elsewhere',
  sold: 'cysc yishou maile sold',
  booked: 'yyydd yuyue daodian booked',
};

/** What one does on the call screen besides. */
const deeds: readonly (readonly [id: string, labelKey: TextKey, key: string, words: string])[] = [
  ['questionnaire', 'tasks.command.questionnaire', 'Q', 'wj wenjuan questionnaire survey'],
  ['complaint', 'tasks.command.complaint', 'T', 'bm buman ts tousu complaint'],
  ['promise', 'tasks.command.promise', 'W', 'cn chengnuo dy daying promise'],
  ['booking', 'tasks.commandBooking', 'B', 'yy yuyue booking'],
  ['note', 'tasks.command.note', 'N', 'bz beizhu note'],
  ['reveal', 'tasks.command.reveal', 'H', 'hm haoma dianhua number phone'],
  ['open', 'tasks.commandOpen', 'O', 'dk dakai kehu open customer'],
];

/** What one does with messages and letters. */
const batchDeeds: readonly (readonly [id: string, labelKey: TextKey, key: string, words: string])[] = [
  ['export', 'tasks.commandExport', 'E', 'dc daochu qunfa duanxin export messages sms'],
  ['letters', 'tasks.commandLetters', 'P', 'dy dayin xinhan letters print'],
  ['envelopes', 'tasks.commandEnvelopes', 'F', 'dy dayin xinfeng envelopes print'],
  ['sent', 'tasks.commandSent', 'J', 'jc yijichu posted sent'],
];

const commands: readonly Command[] = [
  {
    id: 'tasks.list',
    labelKey: 'tasks.title',
    words: 'hf huifang dh dadianhua rw renwu calls tasks list',
    where: 'everywhere',
    perform: ({ go }) => go(list),
  },
  ...([list, page] as const).flatMap((where): readonly Command[] => {
    const suffix = where === list ? 'InList' : '';
    return [
      {
        id: `tasks.mine${suffix}`,
        labelKey: 'tasks.commandMine',
        words: 'zkwd wode mine',
        key: 'M',
        where,
        perform: () => doOnScreen('tasks.mine'),
      },
      {
        id: `tasks.leftOut${suffix}`,
        labelKey: 'tasks.commandLeftOut',
        words: 'wlr weilieru left out',
        key: 'L',
        where,
        perform: () => doOnScreen('tasks.leftOut'),
      },
      {
        id: `tasks.printSheet${suffix}`,
        labelKey: 'callSheets.print',
        words: 'dy dayin hfd huifangdan print call sheet',
        key: 'D',
        where,
        perform: () => doOnScreen('tasks.printSheet'),
      },
      {
        id: `tasks.enterSheet${suffix}`,
        labelKey: 'callSheets.enter',
        words: 'bl bulu luru hfd huifangdan enter call sheet',
        key: 'U',
        where,
        perform: () => doOnScreen('tasks.enterSheet'),
      },
    ];
  }),
  ...batchDeeds.map(
    ([id, labelKey, key, words]): Command => ({
      id: `tasks.${id}`,
      labelKey,
      words,
      key,
      where: list,
      perform: () => doOnScreen(`tasks.${id}`),
    }),
  ),
  {
    id: 'tasks.record',
    labelKey: 'tasks.command.record',
    words: 'jx jixia record',
    key: 'Enter',
    heardByScreen: true,
    where: page,
    perform: () => doOnScreen('tasks.record'),
  },
  ...outcomes.map(
    (outcome): Command => ({
      id: `tasks.outcome.${outcome}`,
      labelKey: `tasks.outcome.${outcome}`,
      words: outcomeWords[outcome],
      key: outcomeKeys[outcome],
      where: page,
      perform: () => doOnScreen(`tasks.outcome.${outcome}`),
    }),
  ),
  ...deeds.map(
    ([id, labelKey, key, words]): Command => ({
      id: `tasks.${id}`,
      labelKey,
      words,
      key,
      where: page,
      perform: () => doOnScreen(`tasks.${id}`),
    }),
  ),
  {
    id: 'tasks.ofCustomer',
    labelKey: 'tasks.ofCustomer',
    words: 'ddh dadianhua hf huifang call phone',
    key: 'C',
    where: '/customers/$id',
    forDue: true,
    onHit: { labelKey: 'tasks.ofCustomer' },
    perform: ({ go, path }) => go(`${list}/${path.split('/').at(-1) ?? ''}`),
  },
];

/** 回访: whom to call today and why, what to say, and what came of it. */
export const feature: Feature = {
  id: 'tasks',
  nav: { order: 21, icon: PhoneIcon, labelKey: 'tasks.title', path: list, badge: TasksBadge },
  routes: [
    { path: list, load: () => import('./TasksScreen.tsx') },
    { path: page, load: () => import('./TasksScreen.tsx') },
  ],
  commands,
};
