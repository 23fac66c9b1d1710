import { describe, expect, test } from 'vitest';
import { type Palette, palettes } from '../../renderer/app/theme.ts';

const channel = (value: number): number => {
  const part = value / 255;
  return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};

const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => channel(Number.parseInt(colour.slice(at, at + 2), 16)));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};

/** Text role and the grounds that it stands on. */
const pairs: readonly (readonly [keyof Palette, readonly (keyof Palette)[]])[] = [
  ['ink', ['page', 'panel', 'sunken', 'chip', 'brandSoft']],
  ['ink2', ['page', 'panel', 'sunken', 'chip', 'brandSoft']],
  ['brand', ['page', 'panel', 'sunken', 'brandSoft']],
  ['brandInk', ['brand', 'brandHover']],
  ['sideInk', ['side', 'sideOn']],
  ['red', ['page', 'panel', 'redSoft']],
  ['amber', ['page', 'panel', 'amberSoft']],
  ['green', ['page', 'panel', 'greenSoft']],
  ['goldInk', ['goldFrom', 'goldTo']],
];

describe.each(['light', 'dark'] as const)('contrast of the %s theme', (name) => {
  const palette = palettes[name];
  test.each(pairs.flatMap(([text, grounds]) => grounds.map((ground) => [text, ground] as const)))(
    '%s on %s is at least 4.5:1',
    (text, ground) => expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(4.5),
  );
});
