import { money } from '../lib/formats.ts';

/** Fen as ¥1,234.50. */
export const Money = ({ fen }: { readonly fen: number }) => <span className="number-cell">{money(fen)}</span>;
