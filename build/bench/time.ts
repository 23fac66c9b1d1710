/** Milliseconds of each of these calls, one after another. */
export const timesOf = async <T>(inputs: readonly T[], call: (input: T) => unknown): Promise<number[]> => {
  const times: number[] = [];
  for (const input of inputs) {
    const from = performance.now();
    await call(input);
    times.push(performance.now() - from);
  }
  return times;
};

/** The same after a round that is not counted, so that caches are as warm as on any working day. */
export const warmTimesOf = async <T>(inputs: readonly T[], call: (input: T) => unknown): Promise<number[]> => {
  for (const input of inputs) await call(input);
  return timesOf(inputs, call);
};
