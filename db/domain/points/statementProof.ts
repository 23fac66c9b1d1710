import { type Day, isDay } from '../day.ts';

/** The figures of a statement for which its code stands (对账单防伪码). */
export interface StatementFigures {
  /** of the store that made it, see `storeMark` */
  readonly store: string;
  readonly card: string;
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly madeDay: Day;
  /** 可兑换积分 */
  readonly opening: number;
  /** 可兑换积分 */
  readonly closing: number;
}

const version = 'CDS1';
/** 128 bits of the signature: nobody guesses them, and the code stays small enough for a receipt. */
const signatureLength = 32;

/** Which store it is, in twelve characters: the random end of its id. */
export const storeMark = (storeId: string): string => storeId.replaceAll('-', '').slice(-12).toUpperCase();

/**
 * Only what a QR code holds in its densest text mode and any scanner types: digits, capitals, `-`, `%`; whatever else stands as its
 * bytes. The dot is the separator.
 */
const plain = (text: string): string =>
  encodeURIComponent(text).replaceAll(/%[0-9A-F]{2}|[^0-9A-Z-]/g, (found) =>
    found.length === 3 ? found : `%${found.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );

const readPlain = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};

const compact = (day: Day): string => day.replaceAll('-', '');
const readDay = (text: string): Day | null => {
  const day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  return isDay(day) ? day : null;
};
const readPoints = (text: string): number | null => {
  if (!/^(0|-?[1-9]\d{0,15})$/.test(text)) return null;
  return Number.isSafeInteger(Number(text)) ? Number(text) : null;
};

/** What is signed: every figure, in one spelling. */
export const signedText = (figures: StatementFigures): string =>
  [
    version,
    figures.store,
    plain(figures.card),
    compact(figures.fromDay),
    compact(figures.toDay),
    compact(figures.madeDay),
    figures.opening,
    figures.closing,
  ].join('.');

const shortened = (signature: string): string => signature.slice(0, signatureLength).toUpperCase();

/** @param signature hex, of `signedText` */
export const statementProof = (figures: StatementFigures, signature: string): string =>
  `${signedText(figures)}.${shortened(signature)}`;

/**
 * What a scanned code says of itself.
 *
 * @returns null for what is no statement's code at all
 */
export const readProof = (
  scanned: string,
): { readonly figures: StatementFigures; readonly signature: string } | null => {
  const [
    mark,
    store = '',
    card = '',
    from = '',
    to = '',
    made = '',
    opening = '',
    closing = '',
    signature = '',
    ...more
  ] = scanned.trim().toUpperCase().split('.');
  const number = readPlain(card);
  const [fromDay, toDay, madeDay] = [readDay(from), readDay(to), readDay(made)];
  const [opened, closed] = [readPoints(opening), readPoints(closing)];
  if (mark !== version || more.length > 0 || number === null || number === '') return null;
  if (fromDay === null || toDay === null || madeDay === null || opened === null || closed === null) return null;
  if (!/^[0-9A-F]{12}$/.test(store) || !/^[0-9A-F]+$/.test(signature)) return null;
  return {
    figures: { store, card: number, fromDay, toDay, madeDay, opening: opened, closing: closed },
    signature,
  };
};

/** @param signature hex, of the `signedText` of what was read */
export const proofHolds = (read: { readonly signature: string }, signature: string): boolean =>
  read.signature === shortened(signature);
