import { lazy, Suspense } from 'react';
import type { Birthday } from './shapes.ts';

/** The calendar of a hundred lunar years is large and only needed for these few words: it comes after the page. */
const Words = lazy(async () => {
  const { BirthdayPhrase } = await import('./BirthdayPhrase.tsx');
  return { default: BirthdayPhrase };
});

/** 农历十月十三: a birthday in words. */
export const BirthdayText = ({ birthday }: { readonly birthday: Birthday }) => (
  <Suspense>
    <Words birthday={birthday} />
  </Suspense>
);
