import { plainText } from './plainText.ts';

/** An amount in fen: integer, ≥ 0. */
export type AmountCheck = { ok: true; fen: number } | { ok: false; reason: 'amount-missing' | 'amount-invalid' };

/** No single amount of a dealership is above a hundred million yuan (as the contract has it); beyond it the file is wrong. */
const largestFen = 10_000_000_000;

/**
 * Yuan as files and people write them → fen: `¥1,234.50`, `1234.5元`, full-width digits, numbers from a spreadsheet.
 * Words, signs, misplaced commas and parts of a fen are refused, never guessed. Blank and `-` are missing.
 */
export function parseYuan(raw: string | number): AmountCheck {
  if (typeof raw === 'number') return fromNumber(raw);
  const text = plainText(raw).replace(/\s/g, '');
  if (text === '' || /^[-—–/]+$/.test(text)) return { ok: false, reason: 'amount-missing' };
  const bare = text.replace(/^(?:¥|RMB|CNY|人民币)/i, '').replace(/(?:元整?|圆整?|RMB|CNY)$/i, '');
  // Databases write four decimals (1234.5000): zeros beyond the second change nothing.
  const match = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{0,2})0*)?$/.exec(bare);
  if (!match?.[1]) return { ok: false, reason: 'amount-invalid' };
  const fen = Number(match[1].replaceAll(',', '')) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return fen <= largestFen ? { ok: true, fen } : { ok: false, reason: 'amount-invalid' };
}

function fromNumber(yuan: number): AmountCheck {
  // + 0: what rounds to -0 is 0.
  const fen = Math.round(yuan * 100) + 0;
  // A spreadsheet's 1234.56 is not exactly that in binary: the tolerance is a thousandth of a fen.
  const exact = Math.abs(yuan * 100 - fen) < 0.001;
  return exact && fen >= 0 && fen <= largestFen ? { ok: true, fen } : { ok: false, reason: 'amount-invalid' };
}

/** 1234550 → `12,345.50`. */
export function formatFen(fen: number): string {
  const [whole = '0', decimals = '00'] = plainYuan(Math.abs(fen)).split('.');
  return `${fen < 0 ? '-' : ''}${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}.${decimals}`;
}

/** 1234550 → `12345.50`: for files, which other programs read. */
export function plainYuan(fen: number): string {
  const whole = Math.trunc(Math.abs(fen) / 100);
  return `${fen < 0 ? '-' : ''}${whole}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;
}
