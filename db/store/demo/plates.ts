import { plateProvinces } from '../../domain/plate.ts';
import { type Random, weighted } from './random.ts';
import { scatter } from './scatter.ts';

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const lettersAndDigits = `${letters}0123456789`;
const pureElectric = 'DABCE';
const plugin = 'FGHJK';

/** Where the customers' cars are registered: the town itself, its neighbours, and some from afar. */
const places = weighted([
  ['浙A', 780],
  ['浙F', 45],
  ['浙D', 40],
  ['浙E', 30],
  ['浙B', 25],
  ['浙G', 15],
  ['沪C', 15],
  ['沪A', 10],
  ['苏E', 10],
  ['皖J', 8],
  ['赣E', 6],
  ['豫A', 5],
  ['京N', 4],
  ['粤B', 4],
  ['鄂A', 3],
]);

/** Which of the five places hold letters: none, one or two, as the rule for ordinary plates has it. */
const shapes: readonly (readonly number[])[] = [
  [],
  ...[0, 1, 2, 3, 4].map((place) => [place]),
  ...[0, 1, 2, 3].flatMap((a) => [0, 1, 2, 3, 4].filter((b) => b > a).map((b) => [a, b])),
];
const sizeOf = (shape: readonly number[]): number => 24 ** shape.length * 10 ** (5 - shape.length);
/** 7,060,000 = 2,824 × 2,500 */
const ordinaryHigh = 2824;
const ordinaryLow = 2500;

const ordinaryTail = (number: number): string => {
  let rest = number;
  const shape = shapes.find((candidate) => {
    if (rest < sizeOf(candidate)) return true;
    rest -= sizeOf(candidate);
    return false;
  });
  let tail = '';
  for (let place = 0; place < 5; place++) {
    const base = shape?.includes(place) ? 24 : 10;
    tail += base === 24 ? letters.charAt(rest % 24) : String(rest % 10);
    rest = Math.floor(rest / base);
  }
  return tail;
};

const newEnergyTail = (number: number, kinds: string): string => {
  const head = Math.floor(number / 10_000);
  return (
    kinds.charAt(head % 5) + lettersAndDigits.charAt(Math.floor(head / 5)) + String(number % 10_000).padStart(4, '0')
  );
};

/** Beyond the plates that one place has, the next places of the country, one after another. */
const furtherPlace = (round: number): string =>
  Array.from(plateProvinces)[(round - 1) % 31] + letters.charAt(Math.floor((round - 1) / 31) % 24);

/** A plate that no other vehicle gets; green ones for cars that plug in. */
export const plateOf = (index: number, energy: string, random: Random): string => {
  const electric = energy === 'electric' || energy === 'plugin';
  const size = electric ? 170 * 10_000 : ordinaryHigh * ordinaryLow;
  const round = Math.floor(index / size);
  const place = round === 0 ? random.pick(places) : furtherPlace(round);
  if (!electric) return place + ordinaryTail(scatter(index % size, ordinaryHigh, ordinaryLow, 23));
  return place + newEnergyTail(scatter(index % size, 170, 10_000, 29), energy === 'electric' ? pureElectric : plugin);
};
