import { type Day, dayParts, daysBetween } from '../day.ts';
import { fillScript, type ScriptField } from './scriptFields.ts';

/** What is known of a customer and of what is due; null where nobody knows it. */
export interface ScriptFacts {
  readonly name: string;
  /** 王先生 */
  readonly salutation: string;
  readonly plate: string | null;
  readonly model: string | null;
  /** the day it is about */
  readonly day: Day;
  readonly today: Day;
  readonly store: string;
  readonly adviser: string | null;
  readonly tier: string | null;
  readonly points: number | null;
  /** whose birthday it is */
  readonly family: string | null;
  /** km */
  readonly mileage: number | null;
}

/** What is said where a fact is missing: 您的爱车 reads well, 您的{车牌} does not. */
const instead = {
  plate: '爱车',
  model: '爱车',
  store: '本店',
  adviser: '专属顾问',
  tier: '会员卡',
  points: '部分',
  family: '您家人',
  mileage: '一定',
} as const satisfies Partial<Record<ScriptField, string>>;

const dayText = (day: Day): string => {
  const { year, month, date } = dayParts(day);
  return `${year}年${month}月${date}日`;
};

/** A script or text with the facts in place; every field becomes words, known or not. */
export const scriptText = (script: string, facts: ScriptFacts): string =>
  fillScript(script, {
    name: facts.name,
    salutation: facts.salutation,
    plate: facts.plate ?? facts.model ?? instead.plate,
    model: facts.model ?? instead.model,
    day: dayText(facts.day),
    days: String(Math.max(0, daysBetween(facts.today, facts.day))),
    store: facts.store === '' ? instead.store : facts.store,
    adviser: facts.adviser ?? instead.adviser,
    tier: facts.tier ?? instead.tier,
    points: facts.points === null ? instead.points : String(facts.points),
    family: facts.family ?? instead.family,
    mileage: facts.mileage === null ? instead.mileage : String(facts.mileage),
  });

/** The sentence that opens a script, with its stop: 王先生您好，我是一汽大众。 */
const opening = (text: string): string => /^[^。！？!?\n]*[。！？!?\n]/.exec(text)?.[0] ?? '';

/** Scripts of one call, one after the other: who one is is said once, and what two rules say alike as well. */
export const oneAfterTheOther = <T extends { readonly text: string }>(said: readonly T[]): T[] => {
  const first = opening(said[0]?.text ?? '');
  return said.flatMap((each, index) => {
    if (said.slice(0, index).some((before) => before.text === each.text)) return [];
    const rest = each.text.slice(first.length).trim();
    const repeats = index > 0 && first !== '' && each.text.startsWith(first) && rest !== '';
    return [repeats ? { ...each, text: rest } : each];
  });
};
