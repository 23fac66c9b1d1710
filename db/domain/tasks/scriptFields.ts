/**
 * What a script (话术) may name of the customer, as it stands between braces: `{称呼}您好，您的{车牌}…`. The words are kept in the store's
 * rules, so they are the same in every language of the desk.
 */
export const scriptTokens = {
  name: '姓名',
  /** 王先生 · 李女士 */
  salutation: '称呼',
  plate: '车牌',
  model: '车型',
  /** the day it is about: the end of the insurance */
  day: '日期',
  /** how many days until then */
  days: '天数',
  store: '门店',
  adviser: '顾问',
  tier: '卡级',
  /** the points that lapse */
  points: '积分',
  /** whose birthday it is */
  family: '家人',
  mileage: '里程',
} as const;

export type ScriptField = keyof typeof scriptTokens;
export const scriptFields = Object.keys(scriptTokens) as readonly ScriptField[];

const byToken: ReadonlyMap<string, ScriptField> = new Map(scriptFields.map((field) => [scriptTokens[field], field]));

/** `{称呼}` as it is typed into a script. */
export const tokenOf = (field: ScriptField): string => `{${scriptTokens[field]}}`;

const braced = /\{([^{}\n]{0,30})\}/g;

/** What stands between braces and is no field, each once, in the order in which it stands. */
export const unknownFields = (script: string): readonly string[] => [
  ...new Set([...script.matchAll(braced)].map(([, word = '']) => word.trim()).filter((word) => !byToken.has(word))),
];

/** A script in pieces: what is said as it stands, and the fields between. What is no field is said as it stands. */
export const scriptParts = (script: string): readonly (string | { readonly field: ScriptField })[] => {
  const parts: (string | { readonly field: ScriptField })[] = [];
  let from = 0;
  for (const found of script.matchAll(braced)) {
    const field = byToken.get((found[1] ?? '').trim());
    if (!field) continue;
    if (found.index > from) parts.push(script.slice(from, found.index));
    parts.push({ field });
    from = found.index + found[0].length;
  }
  return from < script.length ? [...parts, script.slice(from)] : parts;
};

/** Puts a text in the place of every field; what has no text, or is no field, stays as it stands. */
export const fillScript = (script: string, facts: Readonly<Partial<Record<ScriptField, string>>>): string =>
  scriptParts(script)
    .map((part) => (typeof part === 'string' ? part : (facts[part.field] ?? tokenOf(part.field))))
    .join('');
