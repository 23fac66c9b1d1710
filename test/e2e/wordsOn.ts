import { shippedHolidays } from '../../db/domain/holidays.ts';
import { defaultDesign } from '../../db/domain/printing/defaultDesign.ts';
import { scriptFields, tokenOf } from '../../db/domain/tasks/scriptFields.ts';
import { defaultSettings } from '../../db/features/settings/defaults.ts';
import { openConnection } from '../../db/store/connection.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import type { Language } from '../../renderer/lib/preferences.ts';
import type { DeskPage, Journey } from './journey.ts';
import type { Subjects } from './stage.ts';

const hanRuns = (text: string): string[] => text.match(/\p{Script=Han}+/gu) ?? [];

/** Words of other languages that belong into a Chinese interface: names, formats, keys, units, what is typed. */
const takenOver = new Set(
  'caredesk english vin pdi dms openapi mit ctrl alt enter esc tab shift km mb gb ms csv xlsx xls txt utf npm start demo data'
    .split(' ')
    .concat('caredesk', 'sqlite', 'api', 'json'),
);
/** A language's name stands in that language. */
const ownNames = new Set(['简体中文']);
/** What the forms give as examples of Chinese data. */
const examples = ['京A·12345', '王伟'];
/** What the screens' own journeys type. */
const typed = ['陆游', 'one', 'empty', 'qqqqqq', 'wang', 'short', 'nobody', 'OK'];
/** What a card says is the store's, in whatever language the desk is. */
const shippedCard = Object.values(defaultDesign({ code: 'gold', name: '' })).flatMap((face) =>
  face.elements.flatMap((element) => element.text ?? []),
);
/** What the store may call otherwise from the first day on: tiers, services and the like. */
const shippedNames = hanRuns(JSON.stringify(defaultSettings));
/** Festivals, as the State Council publishes their days. */
const festivals = hanRuns(
  JSON.stringify([-1, 0, 1].map((from) => shippedHolidays(new Date().getUTCFullYear() + from))),
);

/** A statement's code is for scanners, not words. */
const statementCode = /CDS1\.[0-9A-Z.]+/g;

const latinWords = (text: string): string[] => text.match(/[A-Za-z]{2,}/g) ?? [];

/** All that a person reads or hears on the page, with what only shows when one points at it. */
export const textsOn = (page: DeskPage): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const shown = (element: Element | null): boolean => element?.checkVisibility({ visibilityProperty: true }) ?? false;
    // the picture on a button that says itself what it does is not read
    const heard = (element: Element): boolean =>
      !element.closest('[aria-hidden="true"]') &&
      !element.parentElement?.closest('button[aria-label], [role="button"][aria-label]');
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      // what is said or written to customers is in their language, whatever the desk's is, and says so
      if (node.parentElement?.closest('[lang]') !== document.documentElement) continue;
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

/** What a store holds: its words are nobody's language. */
export interface KnownWords {
  readonly han: ReadonlySet<string>;
  readonly latin: ReadonlySet<string>;
  /** plates, VINs and the like, of which a page may show a part */
  readonly codes: string;
}

export const noWords: KnownWords = { han: new Set(), latin: new Set(), codes: '' };

/** Whatever stands in the store. */
const dataOf = (dataDir: string): string[] => {
  const connection = openConnection(storeFileOf(dataDir), { readonly: true });
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

/** What stands in the store, and in the files that were fed to it. `page`: the administrator's, of a store with `subjects`. */
export const wordsOf = async (journey: Journey, page: DeskPage, subjects: Subjects): Promise<KnownWords> => {
  const fed: string[] = [];
  for (const importId of [subjects.staged, subjects.applied].filter((id) => id !== '')) {
    const { header } = await page.call<{ header: string[] }>('imports.state', { importId });
    const { rows } = await page.call<{ rows: { cells: string[] }[] }>('imports.preview', { importId, limit: 200 });
    fed.push(...header, ...rows.flatMap((row) => row.cells));
  }
  const all = [
    ...dataOf(journey.dataDir),
    ...examples,
    ...typed,
    ...shippedCard,
    ...shippedNames,
    // the words between braces are the store's, in whatever language the desk is
    ...scriptFields.map(tokenOf),
    ...festivals,
    ...fed,
  ];
  all.push(journey.dataDir);
  return {
    han: new Set(all.flatMap(hanRuns)),
    latin: new Set(all.flatMap(latinWords).map((word) => word.toLowerCase())),
    codes: all.filter((value) => /[A-Z]{2}/.test(value) && value.length < 40).join(' '),
  };
};

/** The words of a text that are neither in the interface's language nor the store's own. */
export const foreignIn = (text: string, language: Language, known: KnownWords): readonly string[] => {
  switch (language) {
    case 'en':
      return hanRuns(text).filter((run) => !known.han.has(run) && !ownNames.has(run));
    case 'zh-CN':
      return latinWords(text.replaceAll('·', '').replaceAll(statementCode, '')).filter((word) => {
        const said = takenOver.has(word.toLowerCase()) || known.latin.has(word.toLowerCase());
        return !said && !(/^[A-Z]+$/.test(word) && known.codes.includes(word));
      });
  }
};
