import type { Day } from '../day.ts';
import { weekday } from '../day.ts';
import { plainText } from '../plainText.ts';

/** On these days from one minute of the day until before another. */
interface Window {
  /** numbers: 1 is Monday, 7 is Sunday */
  readonly days: 'any' | 'workdays' | 'restDays' | readonly number[];
  readonly from: number;
  readonly to: number;
}

/** When a customer likes to be called: in one of the first (empty: whenever), and in none of the second. */
export interface HoursWish {
  readonly at: readonly Window[];
  readonly notAt: readonly Window[];
}

type Days = Window['days'];
interface Span {
  readonly from: number;
  readonly to: number;
}

const endOfDay = 24 * 60;
const noon = 12 * 60;
const span = (from: number, to: number): Span => ({ from: from * 60, to: to * 60 });

/** What the words for parts of a day mean, in hours; the store's own hours for calls narrow them further. */
const parts: Readonly<Record<string, Span>> = {
  ...{ 清早: span(6, 9), 早上: span(6, 10), 早晨: span(6, 10), 上午: span(6, 12) },
  ...{ 中午: span(11.5, 14), 午休: span(11.5, 14), 午间: span(11.5, 14), 下午: span(12, 18) },
  ...{ 傍晚: span(17, 19), 晚上: span(18, 24), 晚间: span(18, 24), 夜里: span(18, 24), 晚饭后: span(19, 24) },
  ...{ 下班后: span(18, 24), 下班: span(18, 24), 白天: span(8, 18) },
  ...{ 上班时间: span(9, 18), 工作时间: span(9, 18), 上班前: span(6, 9) },
  ...{ 全天: span(0, 24), 整天: span(0, 24), 随时: span(0, 24) },
};
/** An hour after one of these is after noon. */
const afterNoon = new Set(['下午', '傍晚', '晚上', '晚间', '夜里', '晚饭后', '下班后', '下班', '中午', '午休', '午间']);

const dayWords: Readonly<Record<string, Days>> = {
  ...{ 工作日: 'workdays', 平日: 'workdays', 平时: 'workdays', 上班日: 'workdays' },
  ...{ 周末: 'restDays', 双休日: 'restDays', 休息日: 'restDays', 节假日: 'restDays', 假日: 'restDays' },
  ...{ 每天: 'any', 每日: 'any', 天天: 'any' },
};

const weekNumbers = '一二三四五六日';
const weekNumber = (sign: string): number => {
  const at = weekNumbers.indexOf(sign === '天' ? '日' : sign);
  return at < 0 ? Number(sign) : at + 1;
};

const digits = '零一二三四五六七八九';
/** 七 → 7, 十二 → 12, 二十 → 20 */
const hourText = (written: string): string => {
  const [tens = '', ones = ''] = written.includes('十') ? written.split('十') : ['零', written];
  const value = (sign: string): number => Math.max(0, digits.indexOf(sign.replace('两', '二')));
  return String((written.includes('十') ? (tens === '' ? 1 : value(tens)) * 10 : 0) + value(ones));
};

const anyOf = (words: Readonly<Record<string, unknown>>): string =>
  Object.keys(words)
    .toSorted((a, b) => b.length - a.length)
    .join('|');
const week = '(?:周|星期|礼拜)';
const sign = '[一二三四五六日天1-7]';
const clock = '(\\d{1,2})(?:[:点时](?:(\\d{1,2})分?|(半)|(一刻)|(三刻))?)';
const until = '[-~—–到至]+';
const tokens = new RegExp(
  [
    `(?<restWeek>${week}末)`,
    `${week}(?<fromDay>${sign})${until}${week}?(?<toDay>${sign})(?![:点时\\d])`,
    `${week}(?<days>${sign}(?:[、和及/]?${week}?[一二三四五六日天](?![:点时\\d]))*)`,
    `(?<word>${anyOf(dayWords)})`,
    `(?<part>${anyOf(parts)})`,
    `(?<from>(?<![\\d:])${clock}|(?<![\\d:])\\d{1,2}(?=${until}\\d))(?:${until}(?<toPart>${anyOf(parts)})?(?<to>${clock}))?(?<mark>以后|之后|过后|后|以前|之前|前(?!后)|左右|前后)?`,
  ].join('|'),
  'g',
);

const minuteOf = (written: string, isAfterNoon: boolean): number => {
  const found = new RegExp(`^${clock}$`).exec(written);
  const hour = Number(found?.[1] ?? written);
  const minutes = found?.[3] ? 30 : found?.[4] ? 15 : found?.[5] ? 45 : Number(found?.[2] ?? 0);
  // nobody wants to be called at three in the night: an hour that nobody says more of is after noon
  const isLater = hour < 12 && (isAfterNoon || (hour >= 1 && hour < 6 && !written.includes(':')));
  return (isLater ? hour + 12 : hour) * 60 + minutes;
};

/** What a time of day says, with the word before it: 下午 3 点以后, 12 点到 1 点. */
const spanOf = (groups: Readonly<Record<string, string | undefined>>, part: string | null): Span | null => {
  const isAfterNoon = part !== null && afterNoon.has(part);
  // 中午 11:30 is before noon
  const isNoonHour = part !== null && /午休|午间|中午/.test(part) && Number.parseInt(groups['from'] ?? '', 10) >= 10;
  const from = minuteOf(groups['from'] ?? '', isAfterNoon && !isNoonHour);
  const mark = groups['mark'] ?? '';
  if (groups['to'] !== undefined) {
    const toPart = groups['toPart'];
    const plain = minuteOf(groups['to'], toPart === undefined ? isAfterNoon && !isNoonHour : afterNoon.has(toPart));
    const to = plain <= from && plain + noon > from ? plain + noon : plain;
    return from < to && to <= endOfDay ? { from, to } : null;
  }
  if (from >= endOfDay) return null;
  if (mark.endsWith('前')) return { from: 0, to: from };
  if (mark === '左右' || mark === '前后' || mark === '') return { from: Math.max(0, from - 60), to: from + 60 };
  return { from, to: endOfDay };
};

/** The windows that one clause names: days, then their times; another day begins anew. */
const windowsOf = (clause: string): Window[] => {
  const found: Window[] = [];
  let days: Days[] = [];
  let spans: Span[] = [];
  let part: string | null = null;
  const close = (): void => {
    if (part !== null && parts[part]) spans.push(parts[part] ?? span(0, 24));
    part = null;
    if (days.length === 0 && spans.length === 0) return;
    for (const on of days.length > 0 ? days : (['any'] as const)) {
      for (const { from, to } of spans.length > 0 ? spans : [span(0, 24)]) found.push({ days: on, from, to });
    }
    days = [];
    spans = [];
  };
  const beginDay = (on: Days): void => {
    if (spans.length > 0 || part !== null) close();
    days.push(on);
  };
  for (const { groups = {} } of clause.matchAll(tokens)) {
    if (groups['restWeek'] !== undefined) beginDay('restDays');
    else if (groups['word'] !== undefined) beginDay(dayWords[groups['word']] ?? 'any');
    else if (groups['days'] !== undefined) {
      beginDay([...groups['days'].matchAll(/[一二三四五六日天1-7]/g)].map(([each]) => weekNumber(each)));
    } else if (groups['fromDay'] !== undefined && groups['toDay'] !== undefined) {
      const [from, to] = [weekNumber(groups['fromDay']), weekNumber(groups['toDay'])];
      beginDay(
        [1, 2, 3, 4, 5, 6, 7].filter((day) => (from <= to ? day >= from && day <= to : day >= from || day <= to)),
      );
    } else if (groups['part'] !== undefined) {
      if (part !== null) spans.push(parts[part] ?? span(0, 24));
      part = groups['part'];
    } else if (groups['from'] !== undefined) {
      const time = spanOf(groups, part);
      // a time says more than the word before it
      if (time) {
        spans.push(time);
        part = null;
      }
    }
  }
  close();
  return found;
};

const refusing = /[不勿别没除忌]|非工作/;

/**
 * Reads a customer's own words for convenient hours (方便联系的时间): 工作日晚上 7 点后, 周末, 午休 12 点到 1 点, 周六 9:00-11:30, 上午不方便.
 * Null where nothing can be read, for then every time suits.
 */
export const readContactHours = (text: string | null): HoursWish | null => {
  if (text === null) return null;
  const plain = plainText(text)
    .replace(/\s/g, '')
    .replace(/非工作日|非上班日/g, '休息日')
    .replace(/[零一二两三四五六七八九十]{1,3}(?=点|时)/g, (written, at: number, whole: string) =>
      /(?:周|星期|礼拜)$/.test(whole.slice(0, at)) ? written : hourText(written),
    );
  const at: Window[] = [];
  const notAt: Window[] = [];
  for (const clause of plain.split(/[,，;；。!！|]/)) {
    const windows = windowsOf(clause);
    if (refusing.test(clause)) notAt.push(...windows);
    else at.push(...windows);
  }
  return at.length + notAt.length > 0 ? { at, notAt } : null;
};

const isOn = (days: Days, day: Day, isWorkday: (day: Day) => boolean): boolean => {
  switch (days) {
    case 'any':
      return true;
    case 'workdays':
      return isWorkday(day);
    case 'restDays':
      return !isWorkday(day);
    default:
      return days.includes(weekday(day));
  }
};

/**
 * Whether a customer likes to be called then.
 *
 * @param minute of the store's day
 * @param isWorkday by the store's table of holidays and 调休
 */
export const suitsAt = (
  wish: HoursWish | null,
  day: Day,
  minute: number,
  isWorkday: (day: Day) => boolean,
): boolean => {
  if (wish === null) return true;
  const holds = ({ days, from, to }: Window): boolean => minute >= from && minute < to && isOn(days, day, isWorkday);
  return (wish.at.length === 0 || wish.at.some(holds)) && !wish.notAt.some(holds);
};

/** Whether there is any such time on a day. */
export const suitsOn = (wish: HoursWish | null, day: Day, isWorkday: (day: Day) => boolean): boolean => {
  if (wish === null) return true;
  // what suits begins where a window begins, or where one that does not suit ends
  const starts = [0, ...wish.at.map(({ from }) => from), ...wish.notAt.map(({ to }) => to)];
  return starts.some((minute) => minute < endOfDay && suitsAt(wish, day, minute, isWorkday));
};
