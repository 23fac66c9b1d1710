import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ComplaintPage } from '../../db/contract/complaintViews.ts';
import type { Settings } from '../../db/contract/settings.ts';
import type { TextKey } from '../../renderer/i18n/index.ts';
import { staffPassword } from '../contract/desk.ts';
import { type DeskPage, type Journey, openJourney } from './journey.ts';
import { openPdf } from './pdf.ts';
import { zh } from './texts.ts';

const hour = 3_600_000;

let journey: Journey;
/** who sets the rules */
let page: DeskPage;

beforeAll(async () => {
  journey = await openJourney('setUp');
  page = await journey.newDesk();
  await page.enter('manager', staffPassword);
});
afterAll(() => journey.close());

const complain = async (category: string): Promise<ComplaintPage> => {
  const { id } = await page.call<{ id: string }>('complaints.add', {
    channel: 'phone',
    category,
    department: 'service',
    title: '空调异响',
    what: '空调二档有“哒哒”声。',
    strangerName: '王先生',
  });
  return page.call<ComplaintPage>('complaints.get', { id });
};
const values = async (day?: string): Promise<Settings> =>
  (await page.call<{ values: Settings }>('settings.get', day ? { day } : {})).values;
const open = async (part: keyof Settings): Promise<void> => {
  await page.goto(`/#/settings/complaintRules?part=${part}`);
  await page.getByRole('heading', { name: zh('rules.versions.title') }).waitFor();
};
/** The notice of the save before may still stand there: what counts is the store's answer. */
const save = async (): Promise<void> => {
  const answered = page.waitForResponse((response) => response.url().endsWith('/rpc/settings/update'));
  await page.keyboard.press('Control+s');
  expect((await answered).status()).toBe(200);
  await page.getByText(zh('rules.savedToday')).last().waitFor();
};
/** A year was published, or not yet. */
const either = (...labels: readonly TextKey[]) =>
  page.getByRole('button', { name: new RegExp(`^(${labels.map((label) => zh(label)).join('|')})$`) });
const preview = () => page.getByRole('region', { name: zh('rules.preview'), exact: true });

describe('投诉规则', () => {
  it('a term says in words what it will be, holds from now on, and a complaint goes by it', async () => {
    await open('complaintTerms');
    const solve = page.getByLabel(
      zh('complaintRules.terms.of', {
        severity: zh('complaints.severity.minor'),
        clock: zh('complaintRules.terms.solve'),
        face: zh('complaints.face.natural'),
      }),
    );
    await solve.fill('6');
    await page.getByText(zh('rules.check.working-longer')).waitFor();
    await solve.fill('48');
    await preview().getByText('一般：自然时间 2 小时内响应、48 小时内解决（营业时间 2 小时、8 小时）').waitFor();
    await save();
    const { clocks } = await complain('product.aircon');
    expect(clocks.find(({ clock }) => clock === 'solve')?.natural.limitMs).toBe(48 * hour);
  });

  it('what complaints name cannot be removed, and is called by another name', async () => {
    await open('complaintCategories');
    const aircon = page.getByRole('button', { name: zh('complaintRules.list.remove', { name: '空调' }), exact: true });
    await aircon.click();
    await page.keyboard.press('Control+s');
    await page.getByText(zh('errors.reason.category-in-use', { name: '产品 · 空调', count: 1 })).waitFor();
    await page.button(zh('common.undo')).click();
    const name = page.getByLabel(zh('complaintRules.categories.childOf', { name: '产品', n: 4 }), { exact: true });
    await name.fill('空调与暖风');
    await page.getByRole('button', { name: zh('complaintRules.categories.addChildOf', { name: '产品' }) }).click();
    await page
      .getByLabel(zh('complaintRules.categories.childOf', { name: '产品', n: 9 }), { exact: true })
      .fill('充电桩');
    await save();
    const [product] = (await values()).complaintCategories;
    expect(product?.children[3]).toEqual({ code: 'aircon', name: '空调与暖风' });
    expect(product?.children[8]).toEqual({ code: expect.stringMatching(/^c[0-9a-f]{10}$/), name: '充电桩' });
    const { complaint } = await complain('product.aircon');
    expect(complaint.categoryName).toBe('产品 · 空调与暖风');
  });

  it('a year is entered, kept in order, and goes back to what came with CareDesk', async () => {
    await open('holidayYears');
    const year = Number((await page.evaluate(() => new Date().toISOString())).slice(0, 4));
    await either('complaintRules.holidays.copy', 'complaintRules.holidays.begin').click();
    await page.button(zh('complaintRules.holidays.add')).click();
    const count = await page.getByRole('row').count();
    await page.getByLabel(zh('complaintRules.holidays.dayOf', { n: count - 1 }), { exact: true }).fill(`${year}0307`);
    await page.getByLabel(zh('complaintRules.holidays.nameOf', { n: count - 1 }), { exact: true }).fill('店庆');
    await save();
    const [own] = (await values()).holidayYears;
    expect(own?.year).toBe(year);
    expect(own?.days).toContainEqual({ day: `${year}-03-07`, off: true, name: '店庆' });
    expect(own?.days.map(({ day }) => day)).toEqual(own?.days.map(({ day }) => day).toSorted());
    await either('complaintRules.holidays.back', 'complaintRules.holidays.backPlain').click();
    await page.keyboard.press('Control+s');
    await expect.poll(async () => (await values()).holidayYears).toEqual([]);
  });
});

describe('投诉统计', () => {
  it('counts, draws, and says how each figure comes about', async () => {
    await page.goto('/#/complaints/statistics');
    await page.getByText(zh('complaintReports.how.solved')).waitFor();
    await page.locator('[data-drawn] svg').nth(1).waitFor();
    const drawn = page.getByRole('img', { name: zh('complaintReports.departments.chart') });
    expect(await drawn.locator('text', { hasText: '售后服务部' }).count()).toBe(1);
    // and as a table for those who hear it
    const heard = page.getByRole('table', { name: zh('complaintReports.departments.title') });
    expect(await heard.getByRole('row', { name: '售后服务部 2 0 100% 100%' }).count()).toBe(1);
  });

  it('is taken along as CSV, part under part', async () => {
    const coming = page.waitForEvent('download');
    await page.keyboard.press('e');
    const file = readFileSync(await (await coming).path(), 'utf8');
    expect(file).toContain('受理,2,,');
    expect(file).toContain('售后服务部,2,0,100,100');
  });

  it('prints on A4 as it looks, its charts within the sheet', async () => {
    const pdf = await openPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    for (const { width, height } of pdf.pages) {
      expect(Math.abs(width - 297)).toBeLessThan(0.2);
      expect(Math.abs(height - 210)).toBeLessThan(0.2);
    }
    const text = pdf.pages.map((one) => one.text).join('\n');
    for (const words of [zh('complaintReports.causes.title'), '售后服务部', zh('complaintReports.how.received')]) {
      expect(text.replace(/\s/g, '')).toContain(words.normalize('NFKC').replace(/\s/g, ''));
    }
    pdf.close();
  });
});
