import type { TFunction } from 'i18next';
import type { zhCN } from '../../i18n/zh-CN/index.ts';

type Thing = keyof (typeof zhCN)['duplicates']['things'];

const things: readonly Thing[] = [
  'vehicle',
  'visit',
  'memberCard',
  'membership',
  'appointment',
  'prospect',
  'accountPlan',
  'complaint',
  'promise',
  'enquiry',
  'surveyResponse',
  'delivery',
  'agencyJob',
  'rescue',
  'claim',
  'customerNote',
  'relation',
  'consent',
  'vehicleOwner',
  'customer',
  'customerPhone',
  'customerTag',
];

export interface Counted {
  readonly word: string;
  readonly count: number;
}

/** What belongs to a file, by the tables that hold it, in words: what weighs most first, each word once. */
export const countWords = (
  counts: readonly { readonly what: string; readonly count: number }[],
  t: TFunction,
): readonly Counted[] => {
  const sums = new Map<Thing, number>();
  for (const { what, count } of counts) {
    const thing = things.find((one) => one === what) ?? 'other';
    sums.set(thing, (sums.get(thing) ?? 0) + count);
  }
  return [...things, 'other' as const].flatMap((thing) => {
    const count = sums.get(thing) ?? 0;
    return count > 0 ? [{ word: t(`duplicates.things.${thing}`), count }] : [];
  });
};
