import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { expect } from 'vitest';
import { adminPassword } from '../contract/desk.ts';
import { literal, pattern, zh } from '../e2e/texts.ts';

/** What a day in the shell needs of it, told by what one sees: the same steps in the shell itself and in Chromium with its bridge. */

const field = (page: Page, label: string) => page.getByLabel(new RegExp(`^${literal(label)}( \\*)?$`));
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** An empty folder's first page, to 今日. */
export const setUpStore = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { name: zh('session.setup.title') }).waitFor();
  await field(page, zh('session.setup.store')).fill('东风日产 城西店');
  await field(page, zh('session.setup.city')).fill('杭州');
  await field(page, zh('session.setup.admin')).fill('王经理');
  await field(page, zh('session.setup.password')).fill(adminPassword);
  await field(page, zh('session.setup.again')).fill(adminPassword);
  await button(page, zh('session.setup.start')).click();
  await atDesk(page);
};

export const atDesk = (page: Page): Promise<void> =>
  page.getByRole('navigation', { name: /主导航|Main navigation/ }).waitFor();

/** By key to the form, and from it to the new customer's page. */
export const addCustomer = async (page: Page, name: string, mobile: string): Promise<void> => {
  await page.keyboard.press('Alt+n');
  await page.getByRole('heading', { name: zh('customer.form.newTitle') }).waitFor();
  await field(page, zh('customer.form.name')).fill(name);
  await field(page, zh('customer.form.mobile')).fill(mobile);
  await page.keyboard.press('Control+s');
  await page.getByRole('heading', { name, exact: true }).first().waitFor();
};

/** A file with one good row and one bad: checked, and the bad row given back as a file. */
export const importWithErrors = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: zh('imports.title') }).click();
  await page.getByRole('heading', { name: zh('imports.heading') }).waitFor();
  const csv = '姓名,手机\r\n张三,13800000001\r\n李四,不是号码\r\n';
  await page
    .getByLabel(zh('imports.file.label'))
    .setInputFiles({ name: '旧客户.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('heading', { name: zh('imports.preview.title') }).waitFor({ timeout: 30_000 });
};

/** Chromium's download of the refused rows. */
export const saveErrorFile = async (page: Page): Promise<void> => {
  const saving = page.waitForEvent('download');
  await page
    .getByRole('link', { name: zh('imports.check.download') })
    .first()
    .click();
  const download: Download = await saving;
  expect(download.suggestedFilename()).toBe('旧客户-错误行.csv');
  expect(readFileSync(await download.path(), 'utf8')).toContain('李四');
};

export const applyImport = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: pattern(zh('imports.check.apply', { n: '{{n}}' })) }).click();
  await page
    .getByRole('status')
    .filter({ hasText: zh('imports.result.done') })
    .waitFor({ timeout: 60_000 });
};

/** 王经理 goes, and is back. */
export const logOutAndIn = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: zh('common.account.menu', { name: '王经理' }) }).click();
  await page.getByRole('menuitem', { name: zh('common.account.logout') }).click();
  await field(page, zh('session.name')).fill('王经理');
  await field(page, zh('session.password')).fill(adminPassword);
  await button(page, zh('session.login')).click();
  await atDesk(page);
};
