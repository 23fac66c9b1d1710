/** A round number at or above `value` to which an axis goes, with the steps up to it: 1, 2 or 5 times a power of ten each. */
export const axisOf = (value: number): { readonly top: number; readonly steps: readonly number[] } => {
  if (value <= 0) return { top: 1, steps: [0] };
  const rough = value / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10) * power);
  const count = Math.ceil(value / step);
  return { top: step * count, steps: Array.from({ length: count + 1 }, (_, at) => at * step) };
};
