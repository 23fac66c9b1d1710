import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PicturedTopic, unpictured } from '../../renderer/app/helpPictures.ts';
import type { HelpTopic } from '../../renderer/app/helpTopics.ts';
import { zhCN } from '../../renderer/i18n/zh-CN/index.ts';
import { type Journey, openJourney } from '../../test/e2e/journey.ts';
import { atRest, noSubjects, prepareSubjects, type Stage, takeStage } from '../../test/e2e/stage.ts';
import { palettePng } from '../scripts/palettePng.mjs';
import { root } from '../scripts/root.mjs';
import { helpScenes } from './helpScenes.ts';
import { type HelpSubjects, helpSubjects } from './helpSubjects.ts';

/**
 * `npm run pictures -- --help-sheet`: the pictures that F1 shows, of the sample store with a day at work in it, into
 * renderer/app/helpPictures. They are kept in git, so they are taken when a screen has changed, not with the others.
 */
const folder = join(root, 'renderer', 'app', 'helpPictures');
const most = 60_000;
/** px of what is around it */
const margin = 8;

let journey: Journey;
let stage: Stage;
let desk: HelpSubjects;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  journey = await openJourney({ demoCustomers: 300 });
  stage = await takeStage(journey, 'zh-CN', 'admin', noSubjects);
  const subjects = await prepareSubjects(stage.page, journey.dataDir);
  stage = { ...stage, subjects };
  desk = await helpSubjects(stage.page);
});
afterAll(() => journey.close());

/** The part that matters: one thing that is shown, or the box from the first to the last of several, no higher than `height`. */
const boxOf = async (things: readonly Locator[], height: number, wide: number) => {
  const boxes = (await Promise.all(things.map((one) => one.first().boundingBox()))).filter((box) => box !== null);
  const x = Math.max(0, Math.min(...boxes.map((box) => box.x)) - margin);
  const y = Math.max(0, Math.min(...boxes.map((box) => box.y)) - margin);
  const right = Math.max(...boxes.map((box) => box.x + box.width)) + margin;
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + margin;
  return { x, y, width: Math.min(right - x, wide), height: Math.min(bottom - y, height) };
};

const topics = (Object.keys(zhCN.help.topics) as HelpTopic[]).filter(
  (topic): topic is PicturedTopic => !(unpictured as readonly HelpTopic[]).includes(topic),
);

describe('the help', () => {
  it.each(topics)('%s', async (topic) => {
    const { page } = stage;
    const { open, height = 380, wide = 820, across = 1040 } = helpScenes[topic];
    await page.setViewportSize({ width: across, height: 700 });
    await page.goto('about:blank');
    const shown = await open(stage, desk);
    await atRest(page);
    const clip = await boxOf([shown].flat(), height, wide);
    const png = palettePng(await page.screenshot({ clip, animations: 'disabled' }));
    expect(png.length, `${topic}: ${png.length} bytes`).toBeLessThanOrEqual(most);
    writeFileSync(join(folder, `${topic}.png`), png);
  });
});
