import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { en } from '../../renderer/i18n/en/index.ts';
import { zhCN } from '../../renderer/i18n/zh-CN/index.ts';

const texts = (tree: object, path = ''): Map<string, string> => {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const at = path ? `${path}.${key}` : key;
    if (typeof value === 'string') found.set(at, value);
    else for (const [inner, text] of texts(value as object, at)) found.set(inner, text);
  }
  return found;
};

const source = texts(zhCN);
const english = texts(en);
const slots = (text: string): string[] => [...text.matchAll(/{{\s*(\w+)/g)].map((match) => match[1] ?? '').sort();

describe('text', () => {
  test('every Chinese text has an English one with the same values in it', () => {
    for (const [key, text] of source) {
      const translated = english.get(key);
      expect(translated, key).toBeTruthy();
      expect(slots(translated ?? ''), key).toEqual(slots(text));
    }
  });

  test('English has nothing that Chinese has not, but the singular of a count', () => {
    const extra = [...english.keys()].filter((key) => !source.has(key) && !source.has(key.replace(/_one$/, '')));
    expect(extra).toEqual([]);
  });

  test('no Chinese is left in the English text', () => {
    /** names of themselves, and examples of what a customer's slip of paper says */
    const allowed = new Set(['common.language.zh-CN', 'customer.form.paste', 'tour.line']);
    const left = [...english].filter(([key, text]) => !allowed.has(key) && /\p{Script=Han}{2,}/u.test(text));
    expect(left.map(([key]) => key)).toEqual([]);
  });

  test('screens hold no text of their own', () => {
    const root = fileURLToPath(new URL('../../renderer/', import.meta.url));
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
      (name) => /\.tsx$/.test(name) && !name.startsWith('i18n'),
    );
    const spoken = files.filter((name) =>
      readFileSync(root + name, 'utf8')
        .split('\n')
        .some((line) => /\p{Script=Han}/u.test(line.replace(/\/\/.*|\/?\*.*|{\/\*.*/, ''))),
    );
    expect(spoken).toEqual([]);
  });
});
