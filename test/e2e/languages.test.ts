import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultDesign } from '../../db/domain/printing/defaultDesign.ts';
import { defaultSettings } from '../../db/features/settings/defaults.ts';
import { openConnection } from '../../db/store/connection.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import { type DeskPage, type Journey, openJourney } from './journey.ts';
import { doorScreens, firstRunScreens } from './screens/door.ts';
import { deskScreens } from './screens.ts';
import { noSubjects, prepareSubjects, type Stage, type Subjects, takeStage } from './stage.ts';

/** Words of other languages that belong into a Chinese interface: names, formats, keys, units, what is typed. */
const takenOver = new Set(
  'caredesk english vin dms openapi mit ctrl alt enter esc tab shift km mb gb ms csv xlsx xls txt utf npm start demo data'
    .split(' ')
    .concat('caredesk', 'sqlite', 'api', 'json'),
);
/** A language's name stands in that language. */
const ownNames = new Set(['简体中文']);
/** What the forms give as examples of Chinese data. */
const examples = ['京A·12345', '王伟'];
/** What a card says is the store's, in whatever language the desk is. */
const shippedCard = Object.values(defaultDesign({ code: 'gold', name: '' })).flatMap((face) =>
  face.elements.flatMap((element) => element.text ?? []),
);

/** A statement's code is for scanners, not words. */
const statementCode = /CDS1\.[0-9A-Z.]+/g;

const hanRuns = (text: string): string[] => text.match(/\p{Script=Han}+/gu) ?? [];
const latinWords = (text: string): string[] => text.match(/[A-Za-z]{2,}/g) ?? [];

/** All that a person reads or hears on the page, with what only shows when one points at it. */
const textsOn = (page: DeskPage): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const shown = (element: Element | null): boolean => element?.checkVisibility({ visibilityProperty: true }) ?? false;
    // the picture on a button that says itself what it does is not read
    const heard = (element: Element): boolean =>
      !element.closest('[aria-hidden="true"]') &&
      !element.parentElement?.closest('button[aria-label], [role="button"][aria-label]');
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (shown(node.parentElement) && node.textContent?.trim()) found.push(node.textContent.trim());
    }
    for (const element of document.querySelectorAll('*')) {
      if (!shown(element)) continue;
      for (const name of ['title', 'placeholder', 'alt', 'aria-label', 'aria-description']) {
        const value = element.getAttribute(name)?.trim();
        if (value && (!name.startsWith('aria-') || heard(element))) found.push(value);
      }
    }
    found.push(document.title);
    return [...new Set(found)];
  });

/** Whatever stands in the store, and in the files that were fed to it. */
const dataOf = (journey: Journey): string[] => {
  const connection = openConnection(storeFileOf(journey.dataDir), { readonly: true });
  try {
    const tables = connection
      .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%'`)
      .pluck(true)
      .all();
    return tables.flatMap((table) =>
      connection
        .prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}"`)
        .all()
        .flatMap((row) => Object.values(row).filter((value) => typeof value === 'string')),
    );
  } finally {
    connection.close();
  }
};

let journey: Journey;
let subjects: Subjects;
let data: {
  readonly han: ReadonlySet<string>;
  readonly latin: ReadonlySet<string>;
  /** plates, VINs and the like, of which a page may show a part */
  readonly codes: string;
};
beforeAll(async () => {
  journey = await openJourney({ demoCustomers: 300 });
  const { page } = await takeStage(journey, 'zh-CN', 'admin');
  subjects = await prepareSubjects(page, journey.dataDir);
  const fed: string[] = [];
  for (const importId of [subjects.staged, subjects.applied]) {
    const { header } = await page.call<{ header: string[] }>('imports.state', { importId });
    const { rows } = await page.call<{ rows: { cells: string[] }[] }>('imports.preview', { importId, limit: 200 });
    fed.push(...header, ...rows.flatMap((row) => row.cells));
  }
  const all = [
    ...dataOf(journey),
    ...examples,
    ...shippedCard,
    ...fed,
    // the store's own words from the first day on
    ...defaultSettings.tierBenefits.services.map(({ name }) => name),
    journey.dataDir,
    '陆游',
    'one',
    'empty',
    'qqqqqq',
    'wang',
    'short',
    'nobody',
    'OK',
  ];
  data = {
    han: new Set(all.flatMap(hanRuns)),
    latin: new Set(all.flatMap(latinWords).map((word) => word.toLowerCase())),
    codes: all.filter((value) => /[A-Z]{2}/.test(value) && value.length < 40).join(' '),
  };
  await page.context().close();
});
afterAll(() => journey.close());

const foreign = {
  en: (text: string): string[] => hanRuns(text).filter((run) => !data.han.has(run) && !ownNames.has(run)),
  'zh-CN': (text: string): string[] =>
    latinWords(text.replaceAll('·', '').replaceAll(statementCode, '')).filter((word) => {
      const known = takenOver.has(word.toLowerCase()) || data.latin.has(word.toLowerCase());
      return !known && !(/^[A-Z]+$/.test(word) && data.codes.includes(word));
    }),
};

const parts = [
  ['nobody', doorScreens],
  ['admin', deskScreens],
] as const;

describe.each(['en', 'zh-CN'] as const)('%s', (language) => {
  describe.each(parts)('%s', (who, screens) => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await takeStage(journey, language, who, subjects);
    });
    afterAll(() => stage.page.context().close());

    it.each(screens)('$name', async ({ open }) => {
      await open(stage);
      const texts = await textsOn(stage.page);
      expect(texts.length).toBeGreaterThan(3);
      expect(texts.filter((text) => foreign[language](text).length > 0)).toEqual([]);
      expect(await stage.page.evaluate(() => document.documentElement.lang)).toBe(language);
    });
  });
});

it('the first run speaks both as well, and switches on the spot', async () => {
  const empty = await openJourney('empty');
  const stage = await takeStage(empty, 'zh-CN', 'nobody', noSubjects);
  for (const { open } of firstRunScreens) {
    await open(stage);
    expect((await textsOn(stage.page)).filter((text) => foreign['zh-CN'](text).length > 0)).toEqual([]);
  }
  await stage.page.getByRole('button', { name: 'English' }).click();
  await stage.page.locator('html[lang=en]').waitFor();
  expect((await textsOn(stage.page)).filter((text) => foreign.en(text).length > 0)).toEqual([]);
  await empty.close();
});
