import type { FieldProblem } from '../../db/contract/errors.ts';

interface Issue {
  readonly code?: unknown;
  readonly message: string;
  readonly keys?: unknown;
  /** what was too big or too small: 'string', 'number', 'array' */
  readonly origin?: unknown;
  readonly minimum?: unknown;
  readonly path?: readonly unknown[] | undefined;
}

const most = 50;

const keyOf = (segment: unknown): PropertyKey =>
  typeof segment === 'object' && segment !== null && 'key' in segment
    ? (segment.key as PropertyKey)
    : (segment as PropertyKey);

const isMissing = (input: unknown, path: readonly PropertyKey[]): boolean => {
  let at = input;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return true;
    at = (at as Record<PropertyKey, unknown>)[key];
  }
  return at === undefined;
};

/** A field's path is shown to people and kept short, whatever a stranger named it. */
const pathText = (path: readonly PropertyKey[]): string => path.map(String).join('.').slice(0, 200);

const codeReason = ({ code, origin, minimum }: Issue): string => {
  if (origin === 'string' && code === 'too_small') return minimum === 1 ? 'required' : 'too-short';
  if (origin === 'string' && code === 'too_big') return 'too-long';
  return typeof code === 'string' ? code.replaceAll('_', '-') : 'invalid';
};

/**
 * The schema's issues as fields with a reason: our own kebab-case message where the schema gave one (`day-invalid`),
 * `required` where nothing was sent, `unknown-field` where too much was, `too-long` of text, else zod's code in kebab-case.
 */
export const fieldProblems = (issues: readonly Issue[], input: unknown): FieldProblem[] =>
  issues
    .flatMap((issue): FieldProblem[] => {
      const path = (issue.path ?? []).map(keyOf);
      if (issue.code === 'unrecognized_keys' && Array.isArray(issue.keys)) {
        return issue.keys
          .slice(0, most)
          .map((key) => ({ path: pathText([...path, String(key)]), reason: 'unknown-field' }));
      }
      if (/^[a-z]+(-[a-z]+)+$/.test(issue.message)) return [{ path: pathText(path), reason: issue.message }];
      if (isMissing(input, path)) return [{ path: pathText(path), reason: 'required' }];
      return [{ path: pathText(path), reason: codeReason(issue) }];
    })
    .slice(0, most);
