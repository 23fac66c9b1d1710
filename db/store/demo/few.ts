/** So many whole numbers below `limit`, evenly apart, each once; as many as there are where there are fewer. */
export const few = (count: number, limit: number): number[] => {
  const some = Math.min(count, limit);
  return Array.from({ length: some }, (_, index) => Math.floor(((index + 0.5) * limit) / some));
};

/** The first so many of 0 … limit - 1 that fit, looked for from `from` on and no further than `most` of them. */
export const firstFew = (
  count: number,
  limit: number,
  fits: (index: number) => boolean,
  { from = 0, most = 5000 }: { readonly from?: number; readonly most?: number } = {},
): number[] => {
  const found: number[] = [];
  const end = Math.min(limit, from + most);
  for (let index = from; index < end && found.length < count; index++) if (fits(index)) found.push(index);
  return found;
};
