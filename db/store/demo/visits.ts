import { type Category, workshopCategories } from '../../domain/category.ts';
import type { CarModel } from './catalogue.ts';
import type { Random } from './random.ts';

export interface DemoLine {
  readonly category: Category;
  readonly description: string;
  readonly amountFen: number;
  readonly listFen: number;
  readonly costFen: number | null;
}

type Words = readonly [string, ...string[]];

const labour: Words = [
  '常规保养工时',
  '更换机油机滤工时',
  '大保养工时',
  '空调系统清洗',
  '变速箱油更换工时',
  '刹车油更换工时',
];
const electricLabour: Words = ['三电系统检测', '常规保养工时', '空调系统清洗', '冷却液更换工时', '底盘检查'];
const parts: Words = [
  ...(['机油 4L 5W-30、机油滤清器', '空气滤清器、空调滤芯', '火花塞 4 只', '变速箱油 4L', '刹车油 1L'] as const),
  ...(['前刹车片', '后刹车片', '雨刮片一对', '蓄电池 60Ah', '冷却液 4L'] as const),
];
const electricParts: Words = ['空调滤芯', '冷却液 4L', '雨刮片一对', '前刹车片', '减速器油', '小电瓶 12V'];
const repairs: Words = [
  ...(['底盘异响检修', '更换刹车片工时', '空调不制冷检修', '更换蓄电池工时', '发动机故障灯检修'] as const),
  ...(['更换轮胎、动平衡', '四轮定位', '更换减震器工时', '电路检修', '车窗升降器检修'] as const),
];
const electricRepairs: Words = ['充电故障检修', '更换轮胎、动平衡', '四轮定位', '底盘异响检修', '车机系统升级'];
const repairParts: Words = [
  '轮胎 215/60R16',
  '减震器一对',
  '前刹车盘',
  '发电机皮带',
  '下摆臂',
  '半轴防尘套',
  '车窗升降器',
];
const body: Words = ['前保险杠喷漆', '后保险杠喷漆', '左前门钣金喷漆', '右后翼子板钣金喷漆', '全车抛光', '左后门喷漆'];
const accidents: Words = ['追尾事故维修', '剐蹭事故维修', '停车场碰撞维修', '前部碰撞维修', '玻璃破碎更换'];
const accessories: Words = ['全包围脚垫', '行车记录仪', '车窗膜', '底盘装甲', '真皮座套', '后备箱垫', '车身镀晶'];

/** A received amount with its list price and cost: whole yuan, a discount now and then. */
const line = (
  random: Random,
  category: Category,
  description: string,
  yuan: readonly [number, number],
  margin: number,
): DemoLine => {
  const list = random.between(Math.round(yuan[0]), Math.round(yuan[1]));
  const share = random.unit();
  const discount = share < 0.6 ? 1 : share < 0.8 ? 0.95 : share < 0.93 ? 0.9 : 0.85;
  return {
    category,
    description,
    amountFen: Math.round(list * discount) * 100,
    listFen: list * 100,
    costFen: random.chance(0.6) ? Math.round(list * (1 - margin) * (0.9 + random.unit() * 0.2)) * 100 : null,
  };
};

/** What the first service is: the maker pays the labour (首保免费). */
const firstService = (random: Random, car: CarModel): DemoLine[] => {
  const free: DemoLine = {
    category: 'maintenanceLabour',
    description: '首次保养（免费）',
    amountFen: 0,
    listFen: 18_000,
    costFen: 6000,
  };
  const oil = line(
    random,
    'parts',
    car.energy === 'electric' ? '空调滤芯' : '机油 4L 5W-30、机油滤清器',
    [90, 320],
    0.35,
  );
  return random.chance(0.3) ? [free, { ...oil, amountFen: 0 }] : [free, oil];
};

const service = (random: Random, car: CarModel, factor: number): DemoLine[] => {
  const electric = car.energy === 'electric';
  const lines = [
    line(
      random,
      'maintenanceLabour',
      random.pick(electric ? electricLabour : labour),
      [120 * factor, 480 * factor],
      0.65,
    ),
    line(random, 'parts', random.pick(electric ? electricParts : parts), [180 * factor, 780 * factor], 0.35),
  ];
  if (random.chance(0.22)) {
    const more = random.pick(electric ? electricRepairs : repairs);
    lines.push(line(random, 'repairLabour', more, [100, 420 * factor], 0.6));
  }
  return lines;
};

const repair = (random: Random, car: CarModel, factor: number): DemoLine[] => {
  const lines = [
    line(
      random,
      'repairLabour',
      random.pick(car.energy === 'electric' ? electricRepairs : repairs),
      [120, 980 * factor],
      0.6,
    ),
  ];
  if (random.chance(0.7)) lines.push(line(random, 'parts', random.pick(repairParts), [150, 2600 * factor], 0.3));
  return lines;
};

const accident = (random: Random, factor: number): DemoLine[] => {
  const lines = [line(random, 'accident', random.pick(accidents), [900, 12_800 * factor], 0.38)];
  if (random.chance(0.5)) lines.push(line(random, 'bodyPaint', random.pick(body), [350, 1600], 0.45));
  if (random.chance(0.25)) lines.push(line(random, 'parts', random.pick(repairParts), [260, 3200 * factor], 0.3));
  return lines;
};

const insurance = (random: Random, factor: number): DemoLine[] => {
  const lines = [line(random, 'insurance', '商业险续保', [1900, 5200 * factor], 0.12)];
  if (random.chance(0.6)) lines.push(line(random, 'insurance', '交强险续保', [665, 950], 0.04));
  return lines;
};

const purchase = (random: Random, car: CarModel): DemoLine[] => {
  const price = line(
    random,
    'carPurchase',
    `新车 ${car.series} ${car.model}`,
    [car.priceYuan * 0.97, car.priceYuan],
    0.04,
  );
  return random.chance(0.6)
    ? [price, line(random, 'accessories', random.pick(accessories), [380, 3800], 0.45)]
    : [price];
};

/** The one to three lines of a workshop order (业务类别). `occasion`: what the day itself says it was. */
export const linesOf = (random: Random, car: CarModel, occasion: 'purchase' | 'first' | 'later'): DemoLine[] => {
  const factor = Math.max(1, Math.round((car.priceYuan / 160_000) * 10) / 10);
  if (occasion === 'purchase') return purchase(random, car);
  if (occasion === 'first') return firstService(random, car);
  const roll = random.unit();
  if (roll < 0.6) return service(random, car, factor);
  if (roll < 0.76) return repair(random, car, factor);
  if (roll < 0.83) return [line(random, 'bodyPaint', random.pick(body), [350, 2800], 0.45)];
  if (roll < 0.89) return accident(random, factor);
  if (roll < 0.95) return insurance(random, factor);
  return [line(random, 'accessories', random.pick(accessories), [120, 2800], 0.45)];
};

/** Whether it is a 回店 (domain.md §4): one workshop line makes it one. */
export const isWorkshopVisit = (lines: readonly DemoLine[]): boolean =>
  lines.some((each) => workshopCategories.has(each.category));

export const voidReasons: Words = ['录入重复', '车辆选错，已重新开单', '客户临时取消', '金额录入有误，已重新开单'];
export const visitNotes: Words = [
  ...([
    '客户在店等候',
    '客户要求保留旧件',
    '下次建议更换前刹车片',
    '轮胎花纹偏低，已提醒',
    '客户赶时间，优先安排',
  ] as const),
  ...(['已送洗车', '建议两个月后复查蓄电池', '客户自带机油', '代步车一天'] as const),
];
