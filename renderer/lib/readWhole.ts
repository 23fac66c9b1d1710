/** `１，２００` → 1200: a whole number as typed, with full-width digits and separators; null where it is none between `least` and `most`. */
export const readWhole = (text: string, least: number, most: number): number | null => {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/(\d),(?=\d{3}(\D|$))/g, '$1');
  // a stuck key is no number
  if (!/^\d+$/.test(plain) || plain.length > String(most).length + 2) return null;
  const value = Number(plain);
  return value >= least && value <= most ? value : null;
};
