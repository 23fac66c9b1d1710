/** 1250 → 1.25, 300 → 0.3, −200 → −0.2 */
export const millimetres = (um: number): string =>
  `${um < 0 ? '−' : ''}${(Math.abs(um) / 1000).toFixed(2).replace(/0$/, '')}`;

/** What was typed as thousandths of a millimetre, whichever minus and point; null where it is no number. */
export const readMillimetres = (typed: string): number | null => {
  const text = typed.normalize('NFKC').trim().replace(/[−–]/g, '-').replace(',', '.');
  return /^[-+]?(\d+(\.\d*)?|\.\d+)$/.test(text) ? Math.round(Number(text) * 1000) : null;
};
