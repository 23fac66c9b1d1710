/** `１２０` → 120: a whole number as typed, full-width digits too; null where it is none between `least` and `most`. */
export const readWhole = (text: string, least: number, most: number): number | null => {
  const plain = text.normalize('NFKC').trim();
  if (!/^\d{1,6}$/.test(plain)) return null;
  const value = Number(plain);
  return value >= least && value <= most ? value : null;
};
