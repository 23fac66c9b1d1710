import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CFB } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inlineRow, xlsxOf } from '../files/xlsxFixture.ts';
import { boss, type DeskPage, type Journey, openJourney } from './journey.ts';
import { zh } from './texts.ts';

const folder = mkdtempSync(join(tmpdir(), 'caredesk-bad-'));
let journey: Journey;
let page: DeskPage;
beforeAll(async () => {
  journey = await openJourney('setUp');
  page = await journey.newDesk();
  await page.enter(...boss);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await journey.close();
});

const file = (name: string, bytes: string | Buffer, size?: number): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  if (size !== undefined) truncateSync(path, size);
  return path;
};
const encrypted = (): Buffer => {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(5000, 7));
  return CFB.write(container, { type: 'buffer' });
};
const choose = async (path: string): Promise<void> => {
  await page.getByRole('link', { name: zh('imports.title') }).click();
  await page.getByLabel(zh('imports.file.label')).setInputFiles(path);
};
const nothingWritten = async (): Promise<void> => {
  const { counts } = await page.call<{ counts: { customers: number } }>('home.today');
  expect(counts.customers).toBe(0);
};

describe('said before anything is sent', () => {
  it.each([
    ['a picture', () => file('photo.png', '\x89PNG'), 'file-wrong-kind'],
    ['nothing', () => file('empty.csv', ''), 'file-empty'],
    ['more than 100 MB', () => file('large.xlsx', 'PK', 101 * 1024 * 1024), 'file-too-large'],
  ] as const)('%s', async (_what, path, reason) => {
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url()));
    await choose(path());
    await page
      .getByRole('alert')
      .filter({ hasText: zh(`imports.refused.${reason}`) })
      .waitFor();
    expect(sent.filter((url) => url.includes('/api/files'))).toEqual([]);
    page.removeAllListeners('request');
    await nothingWritten();
  });
});

describe('said once it was read', () => {
  it.each([
    [
      'a picture that calls itself .csv',
      () => file('a.csv', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')),
      'file-wrong-kind',
    ],
    ['behind a password', () => file('b.xlsx', encrypted()), 'file-password'],
    ['cut off', () => file('c.xlsx', xlsxOf(inlineRow('姓名', '手机')).subarray(0, -99)), 'file-truncated'],
    ['with NUL', () => file('d.csv', '姓名,手机\n王\0伟,13900139000\n'), 'file-not-text'],
  ] as const)('%s', async (_what, path, reason) => {
    await choose(path());
    await page
      .getByRole('alert')
      .filter({ hasText: zh(`imports.refused.${reason}`) })
      .waitFor();
    await page.getByText(zh('imports.keepGoing')).waitFor();
    await page.getByRole('button', { name: zh('imports.startOver') }).click();
    await page.getByRole('heading', { name: zh('imports.heading') }).waitFor();
    await nothingWritten();
  });

  it('cells that would be run stay out, row by row', async () => {
    await choose(file('formulas.csv', `姓名,手机,备注\n王伟,13900139000,"=cmd|' /C calc'!A0"\n李娜,13900139001,好\n`));
    await page
      .getByRole('row')
      .filter({ hasText: zh('imports.problem.cell-formula') })
      .waitFor();
    await page.getByRole('button', { name: zh('imports.check.apply', { n: 1 }) }).click();
    await page
      .getByRole('status')
      .filter({ hasText: zh('imports.result.done') })
      .waitFor();
    const { hits } = await page.call<{ hits: { name: string }[] }>('customers.search', { q: '139001390', limit: 9 });
    expect(hits.map((hit) => hit.name)).toEqual(['李娜']);
  });
});
