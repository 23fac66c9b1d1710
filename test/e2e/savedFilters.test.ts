import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPassword } from '../../db/store/demo/accounts.ts';
import { type DeskPage, type Journey, openJourney } from './journey.ts';
import { literal, zh } from './texts.ts';

let journey: Journey;
let page: DeskPage;

beforeAll(async () => {
  journey = await openJourney({ demoCustomers: 200 });
  page = await journey.newDesk();
  await page.enter('jingli', demoPassword, '/customers?awayMonths=6');
  await listed(page).waitFor();
});
afterAll(() => journey.close());

const groups = () => page.getByRole('group', { name: zh('customers.groups.label') });
const group = (name: string) => groups().getByRole('button', { name: new RegExp(`^${literal(name)}`) });
/** the rows in sight stand in no table that a browser knows */
const listed = (desk: DeskPage) => desk.locator('.virtual-table a').first();
const hash = (): string => new URL(page.url()).hash;
const head = (column: string) =>
  page.getByRole('columnheader', { name: zh(`customers.column.${column}` as 'customers.title'), exact: true });

describe('客户群', () => {
  it('the filters shown are kept under a name, by keyboard', async () => {
    await groups()
      .getByRole('button', { name: zh('customers.groups.saveTitle') })
      .focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByText(zh('customers.groups.nameRequired')).waitFor();
    await page.keyboard.type('半年没来');
    await page.getByLabel(zh('customers.groups.shared')).check();
    await page.button(zh('customers.groups.confirm')).click();
    await page.getByText(zh('customers.groups.saved', { name: '半年没来' })).waitFor();
    expect(await group('半年没来').getAttribute('aria-pressed')).toBe('true');
  });

  it('is a click away for everybody', async () => {
    const other = await journey.newDesk();
    await other.enter('qiantai', demoPassword, '/customers');
    await other
      .getByRole('group', { name: zh('customers.groups.label') })
      .getByRole('button', { name: /^半年没来/ })
      .click();
    await expect.poll(() => new URL(other.url()).hash).toBe('#/customers?awayMonths=6');
    await other.context().close();
  });

  it('pressed again it shows everybody', async () => {
    await group('半年没来').click();
    await expect.poll(hash).toBe('#/customers');
    await group('半年没来').click();
    await expect.poll(hash).toBe('#/customers?awayMonths=6');
  });

  it('is removed, and brought back from the bar', async () => {
    await page.button(zh('customers.groups.remove', { name: '半年没来' })).click();
    await page.getByText(zh('customers.groups.removed', { name: '半年没来' })).waitFor();
    await expect.poll(() => group('半年没来').count()).toBe(0);
    await page
      .getByRole('button', { name: zh('common.undo') })
      .last()
      .click();
    await group('半年没来').waitFor();
  });
});

describe('columns', () => {
  it('can be left out, and stay so after a restart', async () => {
    await page.button(zh('customers.columns.label')).click();
    await page.getByRole('checkbox', { name: zh('customers.column.tags') }).uncheck();
    await page.getByRole('checkbox', { name: zh('customers.column.inspection') }).uncheck();
    await page.keyboard.press('Escape');
    await page.reload();
    await head('name').waitFor();
    expect(await head('tags').count()).toBe(0);
    expect(await head('inspection').count()).toBe(0);
    expect(await head('adviser').count()).toBe(1);
  });
});

describe('export', () => {
  it('holds what the list shows', async () => {
    await listed(page).waitFor();
    const download = page.waitForEvent('download');
    await page.button(zh('customers.export.label')).click();
    await page.getByRole('menuitem', { name: zh('customers.export.csv') }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^客户-\d{4}-\d\d-\d\d\.csv$/);
    const [titles = '', ...rows] = (await readFile(await file.path(), 'utf8'))
      .replace('\uFEFF', '')
      .trimEnd()
      .split('\r\n');
    expect(titles).toBe(
      ['name', 'phone', 'vehicle', 'tier', 'lastVisit', 'insurance', 'adviser']
        .map((column) => zh(`customers.column.${column}` as 'customers.title'))
        .join(','),
    );
    const { total } = await page.call<{ total: number }>('customers.list', { filter: { awayMonths: 6 } });
    expect(rows).toHaveLength(total);
    await page
      .getByText(zh('customers.export.done', { count: total, total, file: file.suggestedFilename() }))
      .waitFor();
  });

  it('is not offered to reception', async () => {
    const other = await journey.newDesk();
    await other.enter('qiantai', demoPassword, '/customers');
    await listed(other).waitFor();
    expect(await other.button(zh('customers.export.label')).count()).toBe(0);
    await other.context().close();
  });
});
