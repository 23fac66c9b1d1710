import type { Translated } from '../translated.ts';
import type { imports as source } from '../zh-CN/imports.ts';

export const imports = {
  title: 'Import',
} satisfies Translated<typeof source>;
