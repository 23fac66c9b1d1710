import { type Day, dayParts, dayText } from '../day.ts';

/**
 * The first day of the span of so many months (月度 · 季度 · 半年 · 年度) in which a day lies; spans begin with the year.
 *
 * @param everyMonths 1, 3, 6 or 12
 */
export const spanBegin = (day: Day, everyMonths: number): Day => {
  const { year, month } = dayParts(day);
  return dayText(year, Math.floor((month - 1) / everyMonths) * everyMonths + 1, 1);
};

/** Fifty-three bits of a text, spread evenly (cyrb53): the same text gives the same number on every machine. */
const spread = (text: string): number => {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return 4_294_967_296 * (low & 0x1fffff) + (high >>> 0);
};

/**
 * So many of these customers by lot (抽签), in the order in which they were drawn. Whoever asks again for the same rule and span draws the
 * same lots: nobody picks, and nothing has to be remembered.
 */
export const drawn = <Row extends { readonly customerId: string }>(
  rows: readonly Row[],
  count: number,
  { ruleId, begin }: { readonly ruleId: string; readonly begin: Day },
): readonly Row[] =>
  rows
    .map((row) => ({ row, lot: spread(`${ruleId} ${begin} ${row.customerId}`) }))
    .sort((a, b) => a.lot - b.lot || (a.row.customerId < b.row.customerId ? -1 : 1))
    .slice(0, Math.max(0, count))
    .map(({ row }) => row);
