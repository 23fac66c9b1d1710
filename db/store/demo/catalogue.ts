import { type Random, weighted } from './random.ts';

export interface CarModel {
  readonly brand: string;
  readonly series: string;
  readonly model: string;
  readonly energy: 'fuel' | 'hybrid' | 'plugin' | 'electric';
  /** places 1 to 8 of its VIN */
  readonly vinHead: string;
  readonly priceYuan: number;
  /** the year in which it came on the market, where the store's years reach back beyond it */
  readonly since: number;
}

type Line = readonly [
  series: string,
  model: string,
  energy: CarModel['energy'],
  vinHead: string,
  price: number,
  weight: number,
  since?: number,
];
const of = (brand: string, lines: readonly Line[]): (readonly [CarModel, number])[] =>
  lines.map(([series, model, energy, vinHead, priceYuan, weight, since = 0]) => [
    { brand, series, model, energy, vinHead, priceYuan, since },
    weight,
  ]);

/** The brand that the store sells. */
const own = of('东风日产', [
  ['轩逸', '1.6XE', 'fuel', 'LGBH52E0', 108_600, 13],
  ['轩逸', '1.6XL CVT', 'fuel', 'LGBH52E1', 127_900, 17],
  ['轩逸', 'e-POWER 超混动版', 'hybrid', 'LGBH72E5', 145_900, 5, 2021],
  ['天籁', '2.0L XL', 'fuel', 'LGBF5AE0', 179_800, 7],
  ['天籁', '2.0T XL-TLS', 'fuel', 'LGBF5DE3', 219_800, 5],
  ['天籁', '2.5XL', 'fuel', 'LGBF1CE0', 199_800, 4],
  ['奇骏', '2.0L XV', 'fuel', 'LGBM4DE4', 192_900, 6],
  ['奇骏', '2.5L XT', 'fuel', 'LGBM2DE5', 215_900, 4],
  ['奇骏', 'e-POWER 超混双电机', 'hybrid', 'LGBM7DE8', 219_900, 3, 2023],
  ['逍客', '2.0L XV CVT', 'fuel', 'LGBL2AE0', 155_900, 11],
  ['劲客', '1.5L XL', 'fuel', 'LGBP12E2', 109_900, 5],
  ['骐达', '1.6L CVT 智行版', 'fuel', 'LGBG42E0', 112_900, 4],
  ['楼兰', '2.5 XV', 'fuel', 'LGBK31E1', 258_800, 2],
  ['途达', '2.5 四驱', 'fuel', 'LGBW51E6', 198_800, 1],
  ['探陆', '380 VC-TURBO', 'fuel', 'LGBR8AE2', 259_800, 2, 2023],
  ['ARIYA 艾睿雅', '500标准版', 'electric', 'LGBE8SL6', 184_800, 3, 2022],
  ['ARIYA 艾睿雅', '600长续航', 'electric', 'LGBE8SH8', 219_800, 3, 2022],
  ['N7', '625 Pro', 'electric', 'LGBN7SP2', 139_900, 5, 2025],
]);

/** What else comes to the workshop. */
const foreign = [
  ...of('一汽丰田', [
    ['卡罗拉', '1.2T 精英版', 'fuel', 'LFMAP86C', 129_800, 8],
    ['RAV4荣放', '2.0L 都市版', 'fuel', 'LFMJW3AF', 189_800, 5],
  ]),
  ...of('广汽丰田', [['凯美瑞', '2.0G 豪华版', 'fuel', 'LVGBH51K', 198_800, 5]]),
  ...of('东风本田', [['CR-V', '240TURBO 两驱', 'fuel', 'LVHRW182', 186_800, 6]]),
  ...of('广汽本田', [['雅阁', '260TURBO 豪华版', 'fuel', 'LHGCV166', 189_800, 5]]),
  ...of('上汽大众', [
    ['朗逸', '1.5L 舒适版', 'fuel', 'LSVAY60B', 121_900, 7],
    ['途观L', '330TSI 两驱', 'fuel', 'LSVXZ65N', 216_800, 4],
  ]),
  ...of('一汽-大众', [['速腾', '280TSI', 'fuel', 'LFV2B25G', 149_900, 5]]),
  ...of('上汽通用别克', [['英朗', '1.5L 进取型', 'fuel', 'LSGJB84J', 119_900, 5]]),
  ...of('比亚迪', [
    ['秦PLUS', 'DM-i 55KM', 'plugin', 'LGXC74C4', 109_800, 7, 2020],
    ['宋PLUS', 'DM-i 110KM', 'plugin', 'LGXC76C4', 159_800, 5, 2020],
    ['海豚', '420KM 时尚版', 'electric', 'LGXCE4CB', 112_800, 4, 2021],
  ]),
  ...of('吉利', [['帝豪', '1.5L CVT', 'fuel', 'LB37722S', 89_800, 4]]),
  ...of('长安', [['CS75 PLUS', '1.5T', 'fuel', 'LS4ASE2E', 124_900, 4]]),
];

const everything = [...own, ...foreign];
export const carModels: readonly CarModel[] = everything.map(([model]) => model);

const indexes = (lines: readonly (readonly [CarModel, number])[]) =>
  weighted(lines.map(([model, weight]) => [carModels.indexOf(model), weight] as const));
/** Indexes of `carModels`, as often as they sell. */
export const soldHere = indexes(own);
export const boughtElsewhere = indexes(foreign);
/** Fleets and taxis take the plain saloons. */
export const fleetCars = indexes(
  own.filter(([car]) => car.series === '轩逸' || car.series === '天籁' || car.series === 'N7'),
);

/** One that was on the market in that year. */
export const pickCar = (random: Random, among: readonly [number, ...number[]], year: number): number => {
  for (let tries = 0; tries < 8; tries++) {
    const index = random.pick(among);
    if ((carModels[index]?.since ?? 0) <= year) return index;
  }
  return among[0];
};
