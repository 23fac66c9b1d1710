import type { QuestionKind, SurveyQuestion } from '../../contract/surveyTerms.ts';
import type { AskedAnswer } from '../../domain/surveys/answers.ts';
import { type Random, weighted } from './random.ts';

/** How somebody feels who answers: most are glad, some have nothing to say, a few were let down. */
export type Mood = 'glad' | 'fine' | 'poor';

export const moods = weighted<Mood>([
  ['glad', 66],
  ['fine', 24],
  ['poor', 10],
]);

const npsScores = {
  glad: weighted([
    [10, 6],
    [9, 5],
    [8, 1],
  ]),
  fine: weighted([
    [8, 4],
    [7, 4],
    [9, 1],
  ]),
  poor: weighted([
    [6, 3],
    [5, 3],
    [4, 2],
    [2, 1],
    [0, 1],
  ]),
} as const;

const satisfactionScores = {
  glad: weighted([
    [5, 5],
    [4, 2],
  ]),
  fine: weighted([
    [4, 5],
    [3, 1],
  ]),
  poor: weighted([
    [3, 2],
    [2, 3],
    [1, 1],
  ]),
} as const;

/** What it was about: a service, or the purchase and the delivery. */
export type Matter = 'service' | 'purchase';

type Said = Readonly<Record<Mood, readonly [string, ...string[]]>>;

const saidOfPurchase: Said = {
  glad: [
    '交车讲解很仔细，还帮忙连好了手机。',
    '销售顾问很专业，没有催我们下单。',
    '上牌、保险一次办好，省心。',
    '交车仪式很用心，孩子特别高兴。',
  ],
  fine: ['手续有点多，等了一会儿。', '总体可以，就是提车那天人太多。', '讲解有点快，有些功能回家才弄明白。'],
  poor: [
    '提车时有一处划痕，说是原来就有。',
    '说好周五交车，拖到下周三，没人提前说。',
    '答应送的脚垫交车时没有。',
    '上牌费比签约时说的多了。',
  ],
};

const saidOfService: Said = {
  glad: [
    '接待很热情，等的时候还有茶水。',
    '李师傅讲得很清楚，换了什么都给我看了。',
    '速度快，提前半小时就好了。',
    '每次来都很放心。',
    '价格透明，没有乱推荐项目。',
  ],
  fine: ['周末人多，等得有点久。', '总体可以，就是停车不太方便。', '价格比外面贵一些。', '休息区的空调有点冷。'],
  poor: [
    '说好两小时，等了四个多小时，没人来说一声。',
    '异响没修好，开了两天又响了。',
    '结算比报价多了三百多，没提前说。',
    '洗完车内饰还是脏的。',
    '打了两次电话都说回电，一直没有回。',
    '接车时说的项目和单子上的对不上。',
  ],
};

const scoreOf = (kind: QuestionKind, options: readonly string[], mood: Mood, random: Random): number | null => {
  switch (kind) {
    case 'nps':
      return random.pick(npsScores[mood]);
    case 'satisfaction':
      return random.pick(satisfactionScores[mood]);
    case 'choice':
      // the first option is what a store hopes for, the last that nobody can tell
      if (mood === 'poor') return random.between(2, options.length);
      return random.chance(mood === 'glad' ? 0.92 : 0.7) ? 1 : options.length;
    case 'words':
      return null;
  }
};

/** What somebody in this mood answers; of what need not be answered some is passed over. */
export const demoAnswers = (
  questions: readonly SurveyQuestion[],
  { mood, matter }: { readonly mood: Mood; readonly matter: Matter },
  random: Random,
): AskedAnswer[] =>
  questions.flatMap(({ id, kind, text, options, required }, at) => {
    const isSaid = kind === 'words' ? mood === 'poor' || random.chance(0.35) : required || random.chance(0.85);
    if (!isSaid) return [];
    const score = scoreOf(kind, options, mood, random);
    const said = matter === 'purchase' ? saidOfPurchase : saidOfService;
    const words = kind === 'words' ? random.pick(said[mood]) : null;
    return [{ questionId: id, position: at + 1, kind, text, options, score, words }];
  });
