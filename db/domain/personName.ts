import { pinyin as toPinyin } from 'pinyin-pro';
import { plainText } from './plainText.ts';

/** Chinese characters of every block, rare ones beyond the first plane (𬭎) included. */
export const han = /\p{Script=Han}/u;
const hanRuns = /\p{Script=Han}+|[^\p{Script=Han}]+/gu;

/** How a name is kept: one width, no stray spaces (王　伟 → 王伟, JOHN  SMITH → JOHN SMITH), one dot (买买提·艾力). */
export function normaliseName(raw: string): string {
  return plainText(raw)
    .replace(/\s*[·•∙⋅・‧・]\s*/g, '·')
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .replace(/^(?:[·\-—_/]+)|(?:[·\-—_/]+)$/g, '')
    .trim();
}

/** Two spellings with the same key are the same name. */
export function nameKey(name: string): string {
  return normaliseName(name).toLowerCase();
}

export type CustomerKind = 'person' | 'company';

/** 单位 or 个人, by the words that only organisations carry. */
export function kindOfName(name: string): CustomerKind {
  if (Array.from(name).length < 4) return 'person';
  return /公司|集团|有限|合作社|事务所|委员会|居委会|村委会|研究[所院]|工作室|经营部|营业部|门市部|商行|超市|酒店|饭店|宾馆|学校|大学|学院|中学|小学|幼儿园|医院|银行|政府|车队|大队|支队|协会|中心|派出所|分局|企业|工厂|[厂局]$|\b(?:co|ltd|inc|llc|corp|company|group)\b/i.test(
    name,
  )
    ? 'company'
    : 'person';
}

export interface Pinyin {
  /** wangwei */
  full: string;
  /** wang wei */
  spaced: string;
  /** ww */
  initials: string;
}

/**
 * Lower case without tones, ü as v (吕布 → lv bu). A person's first characters are read as a surname: 单 shan, 曾 zeng,
 * 仇 qiu, 解 xie, 查 zha, 尉迟 yu chi. Latin words stay as they are; other signs are dropped. About 3 µs a name.
 */
export function pinyin(name: string, kind: CustomerKind = 'person'): Pinyin {
  const syllables: string[] = [];
  for (const [run] of name.matchAll(hanRuns)) {
    if (!han.test(run))
      syllables.push(
        ...(run
          .normalize('NFD')
          .toLowerCase()
          .match(/[a-z0-9]+/g) ?? []),
      );
    else for (const syllable of readHan(run, kind)) if (/^[a-z]+$/.test(syllable)) syllables.push(syllable);
  }
  return {
    full: syllables.join(''),
    spaced: syllables.join(' '),
    initials: syllables.map((syllable) => syllable[0]).join(''),
  };
}

function readHan(run: string, kind: CustomerKind): string[] {
  const surname = kind === 'person' ? 'head' : 'off';
  return toPinyin(run, { surname, toneType: 'none', type: 'array', v: true });
}
