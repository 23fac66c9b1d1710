import { addDays } from '../../db/domain/day.ts';
import { birthdayOf, residentIdOf } from '../../db/store/demo/birthdays.ts';
import { carModels, soldHere } from '../../db/store/demo/catalogue.ts';
import { personName } from '../../db/store/demo/names.ts';
import { mobile } from '../../db/store/demo/phones.ts';
import { plateOf } from '../../db/store/demo/plates.ts';
import { seededRandom, streams } from '../../db/store/demo/random.ts';
import { vinOf } from '../../db/store/demo/vins.ts';

/** The columns of a dealer management system's export of customers and vehicles. */
export const importHeader = [
  ...['客户姓名', '性别', '手机号码', '身份证号', '车牌号', '车架号', '品牌', '车系', '车型', '颜色'],
  ...['购车日期', '交车日期', '保险到期日', '年检到期日', '最近进厂日期', '最近进厂里程', '累计消费(元)', '备注'],
];

/** Far behind whatever a demo store holds, so that every row is a new customer with a new vehicle. */
const firstIndex = 5_000_000;

/** Row `index` of such an export. */
export const importRow = (index: number): (string | number)[] => {
  const random = seededRandom(20_261);
  const at = firstIndex + index;
  random.begin(streams.customer, at);
  const gender = random.chance(0.65) ? 'male' : 'female';
  const birthYear = random.between(1955, 2004);
  const car = carModels[random.pick(soldHere)] ?? carModels[0];
  if (!car) throw new Error('no car models');
  const bought = addDays('2018-01-01', random.below(3000));
  const seen = addDays(bought, random.between(60, 200));
  const day = (text: string): string => (index % 3 === 0 ? text.replaceAll('-', '/') : text);
  return [
    personName(random, gender, birthYear),
    gender === 'male' ? '男' : '女',
    mobile(at * 2, random),
    (random.chance(0.6) && residentIdOf(random, birthdayOf(random, birthYear), gender)) || '',
    plateOf(at, car.energy, random),
    vinOf(at, car.vinHead, Number(bought.slice(0, 4))),
    car.brand,
    car.series,
    car.model,
    random.pick(['珠光白', '墨玉黑', '钛金灰', '宝石蓝']),
    day(bought),
    day(addDays(bought, random.between(0, 9))),
    day(addDays('2026-12-01', random.below(360))),
    day(addDays('2026-12-01', random.below(700))),
    day(seen),
    random.between(800, 160_000),
    Math.round(random.unit() * 3_000_000) / 100,
    random.chance(0.1) ? '喜欢自驾' : '',
  ];
};
