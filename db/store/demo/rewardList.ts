import type { RewardKind } from '../../contract/rewards.ts';

export interface DemoReward {
  readonly kind: RewardKind;
  readonly name: string;
  readonly points: number;
  readonly valueFen: number | null;
  readonly stock: number | null;
  /** codes; empty: every tier */
  readonly tiers: readonly string[];
  readonly mostPerPerson: number | null;
  readonly mostPerPeriod: 'ever' | 'year' | 'month';
  readonly validDays: number;
  readonly partner: string | null;
  readonly settleFen: number | null;
  readonly cause: string | null;
  readonly note: string | null;
}

const reward = (kind: RewardKind, name: string, points: number, part: Partial<DemoReward> = {}): DemoReward => ({
  kind,
  name,
  points,
  valueFen: null,
  stock: null,
  tiers: [],
  mostPerPerson: null,
  mostPerPeriod: 'ever',
  validDays: 180,
  partner: null,
  settleFen: null,
  cause: null,
  note: null,
  ...part,
});

/** The catalogue (积分商城) of the demo store, a point being worth ¥0.01. */
export const demoRewards: readonly DemoReward[] = [
  reward('labour', '精洗一次', 500, { valueFen: 5000, mostPerPerson: 2, mostPerPeriod: 'month' }),
  reward('labour', '四轮定位工时券', 1800, { valueFen: 18_000 }),
  reward('cash', '50 元代金券', 1500, { valueFen: 5000 }),
  reward('cash', '200 元代金券', 5000, {
    valueFen: 20_000,
    tiers: ['gold', 'diamond'],
    mostPerPerson: 4,
    mostPerPeriod: 'year',
  }),
  reward('gift', '品牌雨伞', 800, { valueFen: 6000, stock: 60, validDays: 30 }),
  reward('gift', '车载香薰', 1200, { valueFen: 9800, stock: 40, validDays: 30, mostPerPerson: 1 }),
  reward('gift', '儿童安全座椅', 30_000, {
    ...{ valueFen: 128_000, stock: 4, validDays: 60, tiers: ['diamond'], mostPerPerson: 1, note: '需提前两天备货' },
  }),
  reward('partner', '街角咖啡饮品券', 700, { valueFen: 2800, partner: '街角咖啡', settleFen: 1800, validDays: 90 }),
  reward('partner', '健身房周卡', 2600, { valueFen: 19_800, partner: '动力健身', settleFen: 9000, validDays: 90 }),
  reward('donation', '山区图书角捐赠', 300, { cause: '山区图书角', validDays: 1 }),
];
