/** What a question is looked for by. */
export interface QuestionTerms {
  /** as they stand between spaces and signs */
  readonly words: readonly string[];
  /** Chinese in pairs of characters, which stand in for words; Latin words and numbers whole */
  readonly pairs: readonly string[];
}

/** More narrow nothing further and only cost. */
const mostWords = 8;
const mostPairs = 24;

/** 请问、多少、怎么 …: in every question, so that they say nothing of it. */
const commonPairs: ReadonlySet<string> = new Set([
  ...[
    '请问',
    '你好',
    '您好',
    '一下',
    '想问',
    '问一',
    '咨询',
    '想知',
    '知道',
    '我的',
    '我想',
    '这个',
    '那个',
    '是不',
    '不是',
  ],
  ...[
    '多少',
    '怎么',
    '什么',
    '怎样',
    '可以',
    '可不',
    '能不',
    '不能',
    '哪些',
    '哪里',
    '需要',
    '要不',
    '不要',
    '是否',
    '有没',
    '没有',
  ],
]);

const isHan = (letter: string): boolean => /\p{Script=Han}/u.test(letter);

const pairsOf = (word: string): string[] => {
  const found: string[] = [];
  for (const run of word.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []) {
    const letters = [...run];
    if (!isHan(run)) {
      if (letters.length > 1) found.push(run);
      continue;
    }
    for (let at = 0; at + 1 < letters.length; at++) found.push(`${letters[at]}${letters[at + 1]}`);
  }
  return found;
};

/** Lower case, one width; a word of one sign alone counts only where nothing else was typed. */
export const questionTerms = (typed: string): QuestionTerms => {
  const words = [
    ...new Set(
      typed
        .normalize('NFKC')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u),
    ),
  ].filter(Boolean);
  const all = [...new Set(words.flatMap(pairsOf))];
  const telling = all.filter((pair) => !commonPairs.has(pair));
  return {
    words: words.slice(0, mostWords),
    pairs: (telling.length > 0 ? telling : all).slice(0, mostPairs),
  };
};
