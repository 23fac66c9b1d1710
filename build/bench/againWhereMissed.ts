import { percentile } from './row.ts';

const mostTries = 3;

/** Another program may have had the machine: what misses its bound is measured again before it counts. */
export const againWhereMissed = async (
  share: number,
  bound: number,
  measure: () => Promise<number[]>,
): Promise<number[]> => {
  for (let tries = 1; ; tries++) {
    const samples = await measure();
    if (tries === mostTries || percentile(samples, share) <= bound) return samples;
  }
};
