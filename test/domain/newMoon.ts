const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Planets' pull on the Moon: argument at k = 0, its growth per lunation (degrees), and amplitude (millionths of a day). */
const planets: readonly (readonly [number, number, number])[] = [
  [299.77, 0.107408, 325],
  [251.88, 0.016321, 165],
  [251.83, 26.651886, 164],
  [349.42, 36.412478, 126],
  [84.66, 18.206239, 110],
  [141.74, 53.303771, 62],
  [207.14, 2.453732, 60],
  [154.84, 7.30686, 56],
  [34.52, 27.261239, 47],
  [207.19, 0.121824, 42],
  [291.34, 1.844379, 40],
  [161.72, 24.198154, 37],
  [239.56, 25.513099, 35],
  [331.55, 3.592518, 23],
];

/** TT − UT of 2000–2050 in seconds, good to some ten: 64 in 2000, 70 in 2020, about 93 in 2050. */
const deltaTSeconds = (year: number): number => 62.92 + 0.32217 * (year - 2000) + 0.005589 * (year - 2000) ** 2;

/**
 * The new moon of a lunation (k = 0: January 2000) as UTC ms, by Meeus, Astronomical Algorithms, chapter 49: good to half a minute
 * in this century. Neither our calendar library nor ICU goes by it, so it can say which of two is right.
 */
export function newMoon(k: number): number {
  const T = k / 1236.85;
  const mean = 2451550.09766 + 29.530588861 * k + 0.00015437 * T ** 2 - 0.00000015 * T ** 3 + 0.00000000073 * T ** 4;
  const E = 1 - 0.002516 * T - 0.0000074 * T ** 2;
  const M = radians(2.5534 + 29.1053567 * k - 0.0000014 * T ** 2 - 0.00000011 * T ** 3);
  const L = radians(201.5643 + 385.81693528 * k + 0.0107582 * T ** 2 + 0.00001238 * T ** 3 - 0.000000058 * T ** 4);
  const F = radians(160.7108 + 390.67050284 * k - 0.0016118 * T ** 2 - 0.00000227 * T ** 3 + 0.000000011 * T ** 4);
  const node = radians(124.7746 - 1.56375588 * k + 0.0020672 * T ** 2 + 0.00000215 * T ** 3);
  const { sin } = Math;
  const periodic =
    -0.4072 * sin(L) +
    0.17241 * E * sin(M) +
    0.01608 * sin(2 * L) +
    0.01039 * sin(2 * F) +
    0.00739 * E * sin(L - M) -
    0.00514 * E * sin(L + M) +
    0.00208 * E ** 2 * sin(2 * M) -
    0.00111 * sin(L - 2 * F) -
    0.00057 * sin(L + 2 * F) +
    0.00056 * E * sin(2 * L + M) -
    0.00042 * sin(3 * L) +
    0.00042 * E * sin(M + 2 * F) +
    0.00038 * E * sin(M - 2 * F) -
    0.00024 * E * sin(2 * L - M) -
    0.00017 * sin(node) -
    0.00007 * sin(L + 2 * M) +
    0.00004 * sin(2 * L - 2 * F) +
    0.00004 * sin(3 * M) +
    0.00003 * sin(L + M - 2 * F) +
    0.00003 * sin(2 * L + 2 * F) -
    0.00003 * sin(L + M + 2 * F) +
    0.00003 * sin(L - M + 2 * F) -
    0.00002 * sin(L - M - 2 * F) -
    0.00002 * sin(3 * L + M) +
    0.00002 * sin(4 * L);
  const pulled = planets.reduce(
    (sum, [start, growth, amplitude], index) =>
      sum + amplitude * 1e-6 * sin(radians(start + growth * k - (index === 0 ? 0.009173 * T ** 2 : 0))),
    0,
  );
  const terrestrial = (mean + periodic + pulled - 2440587.5) * 86_400_000;
  return terrestrial - deltaTSeconds(2000 + T * 100) * 1000;
}
