const deeds = new Set<Promise<unknown>>();

/** A deed that the screen shows before the store has answered: Ctrl Z must not take the one before it back instead. */
export const underWay = (deed: Promise<unknown>): void => {
  deeds.add(deed);
  const over = (): void => {
    deeds.delete(deed);
  };
  deed.then(over, over);
};

/** Once the store has answered all that were under way, well or not. */
export const allAnswered = async (): Promise<void> => {
  await Promise.allSettled(deeds);
};
