import { readPaperCode } from '../../../db/domain/paper/paperCode.ts';
import { readRowCode } from '../../../db/domain/tasks/rowCode.ts';

/** of the papers with seven digits */
const longest = 7;
const shortest = 6;

export type TypedCode =
  | { readonly state: 'code'; readonly code: string }
  /** not yet whole */
  | { readonly state: 'short' }
  | { readonly state: 'wrong' };

/**
 * A code while it is typed. Seven digits are whole; the first six of them may by chance be the code of a call sheet, so six count only once
 * nothing more came (`isWhole`).
 */
export const typedCode = (typed: string, isWhole: boolean): TypedCode => {
  const { length } = typed.replace(/[\s-]/g, '');
  const code = readPaperCode(typed)?.code ?? (isWhole ? readRowCode(typed) : null);
  if (code !== null) return { state: 'code', code };
  return length >= longest || (length === shortest && isWhole) ? { state: 'wrong' } : { state: 'short' };
};
