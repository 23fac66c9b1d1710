import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportKind, ImportSummary } from '../../db/contract/imports.ts';
import { money, number } from '../../renderer/lib/formats.ts';
import { boss, type DeskPage, type Journey, openJourney } from './journey.ts';
import { pattern, zh } from './texts.ts';

const samples = fileURLToPath(new URL('../fixtures/samples/', import.meta.url));
const expected = JSON.parse(readFileSync(`${samples}expected.json`, 'utf8')) as Record<
  ImportKind,
  Partial<ImportSummary> & Pick<ImportSummary, 'rows' | 'accepted' | 'errors'>
>;
const files: Readonly<Record<ImportKind, string>> = {
  customers: 'dms-customers-gb18030.csv',
  members: 'members-old-system.xlsx',
  'service-orders': 'service-orders.csv',
};

let journey: Journey;
let page: DeskPage;
beforeAll(async () => {
  journey = await openJourney('setUp');
  page = await journey.newDesk();
  await page.enter(...boss);
});
afterAll(() => journey.close());

type ChosenFile = string | { name: string; mimeType: string; buffer: Buffer };

const choose = async (kind: ImportKind, file: ChosenFile): Promise<void> => {
  await page.getByRole('link', { name: zh('imports.title') }).click();
  await page.getByRole('radio', { name: zh(`imports.kind.${kind}`) }).check();
  const chooser = page.waitForEvent('filechooser');
  await page.getByText(zh('imports.file.drop')).click();
  await (await chooser).setFiles(file);
  await page.getByRole('heading', { name: zh('imports.preview.title') }).waitFor({ timeout: 30_000 });
};
const apply = async (): Promise<void> => {
  await page.getByRole('button', { name: pattern(zh('imports.check.apply', { n: '{{n}}' })) }).click();
  await page
    .getByRole('status')
    .filter({ hasText: zh('imports.result.done') })
    .waitFor({ timeout: 60_000 });
};
/** The tabs of the preview: 新增 2,754 → {新增: 2754} */
const tabs = async (): Promise<Record<string, number>> => {
  const shown = await page
    .getByRole('group', { name: zh('imports.preview.tabs') })
    .getByRole('button')
    .allInnerTexts();
  return Object.fromEntries(
    shown.map((text) => [text.replace(/[\s\d,]+$/, ''), Number(text.replace(/\D/g, ''))] as const),
  );
};
const figures = async (): Promise<Record<string, string>> => {
  const terms = await page.getByRole('term').allInnerTexts();
  const values = await page.getByRole('definition').allInnerTexts();
  return Object.fromEntries(terms.map((term, index) => [term, values[index] ?? '']));
};
/** The row of a past import by its file's name. */
const past = (file: string) => page.getByRole('row').filter({ hasText: file });
const undo = async (file: string): Promise<void> => {
  await past(file)
    .first()
    .getByRole('button', { name: zh('imports.past.undo'), exact: true })
    .click();
  await page.getByRole('button', { name: zh('imports.past.undoYes') }).click();
};
const markedUndone = (file: string): Promise<void> =>
  past(file)
    .getByText(pattern(zh('imports.past.undoneAt', { time: '{{t}}' })))
    .waitFor();

describe('the three files of the old systems', () => {
  it('the page says what it takes, and that nothing was imported yet', async () => {
    await page.getByRole('button', { name: zh('today.import') }).click();
    await page.getByText(zh('imports.file.caps')).waitFor();
    await page.getByText(zh('imports.past.none')).waitFor();
  });

  it('customers: every row has its fate, then they are in', async () => {
    const { rows, created, updated, same, warnings, errors, skipped } = expected.customers;
    await choose('customers', samples + files.customers);
    expect(await tabs()).toEqual({
      [zh('imports.tab.all')]: rows,
      [zh('imports.tab.new')]: created,
      [zh('imports.tab.changed')]: updated,
      [zh('imports.tab.same')]: same,
      [zh('imports.tab.warning')]: warnings,
      [zh('imports.tab.error')]: errors,
      [zh('imports.tab.skipped')]: skipped,
    });
    await page.getByText(zh('imports.check.goLive')).waitFor();

    await page.getByRole('button', { name: new RegExp(`^${zh('imports.tab.error')}`) }).click();
    const shown = page.getByRole('region', { name: zh('imports.preview.table') }).getByRole('row');
    await expect.poll(() => shown.filter({ hasNotText: zh('imports.tab.error') }).count()).toBe(1);
    expect(await shown.getByText(zh('imports.problem.phone-invalid')).count()).toBeGreaterThan(0);

    await apply();
    expect(await figures()).toMatchObject({
      [zh('imports.result.created')]: number(created ?? 0),
      [zh('imports.result.updated')]: number(updated ?? 0),
      [zh('imports.result.same')]: number(same ?? 0),
      [zh('imports.result.warnings')]: number(warnings ?? 0),
      [zh('imports.result.errors')]: number(errors),
      [zh('imports.result.skipped')]: number(skipped ?? 0),
    });
  });

  it('a refused row is mended in the error file and fed again', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: zh('imports.check.download') }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('dms-customers-gb18030-错误行.csv');
    const text = readFileSync(await file.path(), 'utf8');
    const rows: string[][] = parse(text, { bom: true, relax_column_count: true });
    const [header = [], ...refused] = rows;
    expect(refused.length).toBe(expected.customers.errors);

    const phone = header.indexOf('手机号码');
    const wrong = refused.find((row) => row.some((cell) => cell.includes(zh('imports.problem.phone-invalid'))));
    if (!wrong) throw new Error('no row was refused for its phone');
    wrong[phone] = '13911112222';
    const mended = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
    await choose('customers', { name: 'mended.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${mended}`) });
    expect(await tabs()).toMatchObject({ [zh('imports.tab.new')]: 1, [zh('imports.tab.error')]: refused.length - 1 });
    await apply();
    const { hits } = await page.call<{ hits: unknown[] }>('customers.search', { q: '13911112222', limit: 5 });
    expect(hits.length).toBe(1);
  });

  it('members: points and tiers as the old system had them', async () => {
    const { accepted, errors, cumulative_points, redeemable_points, by_tier } = expected.members;
    await choose('members', samples + files.members);
    expect(await tabs()).toMatchObject({ [zh('imports.tab.all')]: 1200, [zh('imports.tab.error')]: errors });
    await apply();
    const shown = await figures();
    expect(shown).toMatchObject({
      [zh('imports.result.errors')]: number(errors),
      [zh('imports.result.cumulative')]: number(cumulative_points ?? 0),
      [zh('imports.result.redeemable')]: number(redeemable_points ?? 0),
      ...Object.fromEntries(Object.entries(by_tier ?? {}).map(([tier, count]) => [tier, number(count)])),
    });
    const taken = ['created', 'updated', 'same'] as const;
    const sum = taken.map((name) => Number(shown[zh(`imports.result.${name}`)]?.replaceAll(',', '')));
    expect(sum.reduce((a, b) => a + b)).toBe(accepted);
  });

  it('service orders: unknown vehicles and repeated numbers stay out', async () => {
    const { errors, unknown_vehicle, repeated_order, amount_fen } = expected['service-orders'];
    await choose('service-orders', samples + files['service-orders']);
    expect(await tabs()).toMatchObject({
      [zh('imports.tab.error')]: errors,
      [zh('imports.tab.unknownVehicle')]: unknown_vehicle,
      [zh('imports.tab.repeated')]: repeated_order,
    });
    await apply();
    expect(await figures()).toMatchObject({
      [zh('imports.result.errors')]: number(errors),
      [zh('imports.result.unknownVehicle')]: number(unknown_vehicle ?? 0),
      [zh('imports.result.repeated')]: number(repeated_order ?? 0),
      [zh('imports.result.amount')]: money(amount_fen ?? 0),
    });
  });

  it('the same file again changes nothing', async () => {
    await choose('customers', samples + files.customers);
    expect(await tabs()).toMatchObject({ [zh('imports.tab.same')]: expected.customers.accepted });
    await page.getByText(zh('imports.check.same')).waitFor();
    expect(await page.getByRole('button', { name: zh('imports.check.nothing') }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: zh('imports.startOver') }).click();
    await page.getByRole('heading', { name: zh('imports.heading') }).waitFor();
  });
});

describe('taken back', () => {
  it('not while something was built on it: the reason is said beside the row', async () => {
    await undo(files.customers);
    const said = past(files.customers).getByRole('alert');
    await said.waitFor();
    expect(await said.innerText()).toMatch(
      new RegExp(
        (['changes', 'visits', 'vehicles'] as const)
          .map((what) => pattern(zh(`imports.refused.import-has-later-${what}`, { count: '{{n}}' as never })).source)
          .join('|'),
      ),
    );
  });

  it('as a whole: the orders are gone and the list says so', async () => {
    await undo(files['service-orders']);
    await page.getByText(pattern(zh('imports.past.undone', { removed: '{{n}}', restored: '{{n}}' }))).waitFor();
    await markedUndone(files['service-orders']);
    const today = await page.call<{ counts: { customers: number } }>('home.today');
    expect(today.counts.customers).toBeGreaterThan(3_000);
  });

  it('and the customers go once nothing hangs on them', async () => {
    await undo('mended.csv');
    await markedUndone('mended.csv');
    await undo(files.customers);
    await markedUndone(files.customers);
    const { hits } = await page.call<{ hits: unknown[] }>('customers.search', { q: '薛远乐', limit: 5 });
    expect(hits).toEqual([]);
  });

  it('and nothing offers to take back once more what was taken back in the list', async () => {
    const offer = page.getByText(zh('imports.result.said', { file: 'small.csv', n: '1' }));
    await choose('customers', {
      name: 'small.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('姓名,手机\n陆游,13911113333\n'),
    });
    await apply();
    await offer.waitFor();
    await undo('small.csv');
    await markedUndone('small.csv');
    await expect.poll(() => offer.count()).toBe(0);
  });
});
