import type { CardDesign, CardElement, CardFace } from '../../contract/printing.ts';

interface Look {
  readonly from: string;
  readonly to: string;
  readonly ink: string;
  readonly quietInk: string;
}

/** 金卡, 银卡, 钻石卡, and the house's own green for a tier of another name. Ink on its ground keeps AA contrast. */
const looks = {
  gold: { from: '#f6e7b4', to: '#e7cd79', ink: '#4a3600', quietInk: '#5c4508' },
  silver: { from: '#f4f6f8', to: '#c9d0d7', ink: '#1f2930', quietInk: '#37444e' },
  diamond: { from: '#27436b', to: '#101d36', ink: '#f1f6ff', quietInk: '#cbd9f0' },
  plain: { from: '#0f7a74', to: '#0a4f4b', ink: '#f3fbfa', quietInk: '#d3ecea' },
} as const satisfies Readonly<Record<string, Look>>;

/** By code and name, for a store calls its tiers as it likes. */
const lookOf = (tier: { readonly code: string; readonly name: string }): Look => {
  const words = `${tier.code} ${tier.name}`;
  if (/diamond|platinum|black|钻|铂|黑/i.test(words)) return looks.diamond;
  if (/gold|金/i.test(words)) return looks.gold;
  if (/silver|银/i.test(words)) return looks.silver;
  return looks.plain;
};

const element = (
  id: string,
  kind: CardElement['kind'],
  [x, y, width, height]: readonly [number, number, number, number],
  more: Partial<CardElement> = {},
): CardElement => ({
  id,
  kind,
  x,
  y,
  width,
  height,
  size: 3_500,
  align: 'left',
  bold: false,
  colour: '#1d2125',
  text: null,
  image: null,
  ...more,
});

const frontOf = ({ from, to, ink, quietInk }: Look): CardFace => ({
  background: from,
  backgroundTo: to,
  elements: [
    element('store', 'store', [5_000, 4_500, 48_000, 6_500], { size: 4_400, bold: true, colour: ink }),
    element('tier', 'tier', [54_000, 4_500, 26_600, 6_500], { size: 4_400, bold: true, align: 'right', colour: ink }),
    element('name', 'name', [5_000, 23_000, 60_000, 8_000], { size: 5_400, bold: true, colour: ink }),
    element('number', 'number', [5_000, 32_500, 60_000, 7_500], { size: 5_400, colour: ink }),
    element('valid', 'validThrough', [5_000, 43_500, 60_000, 5_500], {
      size: 3_200,
      colour: quietInk,
      text: '有效期至',
    }),
  ],
});

const backOf = ({ from, to, ink, quietInk }: Look): CardFace => ({
  background: from,
  backgroundTo: to,
  elements: [
    element('bars', 'code128', [5_000, 5_000, 55_000, 14_000]),
    element('digits', 'number', [5_000, 19_500, 55_000, 5_000], { size: 3_200, align: 'center', colour: ink }),
    element('square', 'qr', [63_100, 5_000, 17_500, 17_500]),
    element('terms', 'text', [5_000, 27_500, 75_600, 4_500], {
      size: 2_700,
      colour: quietInk,
      text: '凭本卡享受会员价、积分和会员服务，到店时请出示。',
    }),
    element('lost', 'text', [5_000, 32_500, 75_600, 4_500], {
      size: 2_700,
      colour: quietInk,
      text: '本卡遗失请尽快挂失补卡，等级和积分都会保留。',
    }),
    // nobody knows the store's phone but the store; what is not filled in is not printed
    element('phone', 'text', [5_000, 44_000, 40_000, 5_000], { size: 3_200, colour: ink }),
    element('storeBack', 'store', [46_000, 44_000, 34_600, 5_000], { size: 3_200, align: 'right', colour: ink }),
  ],
});

/** The card (卡面) that CareDesk ships for a tier; a store's own takes its place. */
export const defaultDesign = (tier: { readonly code: string; readonly name: string }): CardDesign => {
  const look = lookOf(tier);
  return { front: frontOf(look), back: backOf(look) };
};
