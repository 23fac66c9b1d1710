import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { atRest } from '../../test/e2e/stage.ts';
import { inTheme, walkScreens } from '../../test/e2e/walkScreens.ts';
import { root } from '../scripts/root.mjs';

/** The usual desk PC, and the large one. */
const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;
const language = process.env['PICTURES_LANGUAGE'] === 'en' ? 'en' : 'zh-CN';
const folder = join(root, 'build', 'out', 'pictures', language);

/** `today, empty` → `today-empty` */
const fileName = (name: string): string => name.replace(/[^a-zA-Z0-9]+/g, '-').toLowerCase();

mkdirSync(folder, { recursive: true });

walkScreens([language], {
  look: async ({ page }, { name }, group) => {
    for (const size of sizes) {
      await page.setViewportSize(size);
      for (const theme of ['light', 'dark'] as const) {
        await inTheme(page, theme);
        await atRest(page);
        const file = `${group.name}-${fileName(name)}-${size.width}-${theme}.png`;
        await page.screenshot({ path: join(folder, file) });
      }
    }
    await page.setViewportSize(sizes[0]);
  },
});
