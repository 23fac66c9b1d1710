import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '../../db/domain/day.ts';
import { readRowCode } from '../../db/domain/tasks/rowCode.ts';
import { dayOf } from '../../db/domain/zonedTime.ts';
import { openConnection } from '../../db/store/connection.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import { hashOf } from '../../renderer/print/printAsked.ts';
import { boss, type DeskPage, type Journey, openJourney } from './journey.ts';
import { type Pdf, printToPdf } from './pdf.ts';
import { scan } from './scannerKeys.ts';
import { zh } from './texts.ts';
import { writeTask } from './writeTask.ts';

let journey: Journey;
let page: DeskPage;
let customerIds: readonly string[];

const today = dayOf(Date.now(), 'Asia/Shanghai');
const yesterday = addDays(today, -1);
/** more rows than a page holds */
const many = 24;

beforeAll(async () => {
  journey = await openJourney('setUp');
  page = await journey.newDesk();
  await page.enter(...boss);
  const added = await Promise.all(
    Array.from({ length: many }, (_, at) =>
      page.call<{ id: string; vehicleId: string }>('customers.add', {
        name: `欧阳${at + 1}`,
        gender: 'female',
        phones: [{ number: `138001380${String(at).padStart(2, '0')}` }],
        vehicle: { plate: `京A3K9${String(at).padStart(2, '0')}`, series: '天籁' },
      }),
    ),
  );
  const connection = openConnection(storeFileOf(journey.dataDir));
  try {
    for (const [at, { id, vehicleId }] of added.entries()) {
      connection.prepare('UPDATE vehicle SET deliveryDay = ? WHERE id = ?').run(yesterday, vehicleId);
      const due = { day: yesterday, dueAt: Date.now() + (at + 1) * 60_000 };
      writeTask(connection, { rule: 'firstCall', customerId: id, vehicleId, ...due });
    }
  } finally {
    connection.close();
  }
  customerIds = added.map(({ id }) => id);
});
afterAll(() => journey.close());

const textOf = (pdf: Pdf, at: number): string => pdf.pages[at]?.text.replace(/\s/g, '') ?? '';

/** The codes of all rows, in their order, as a scanner reads them from the paper. */
const codesOn = async (pdf: Pdf): Promise<readonly string[]> => {
  const scanned = [];
  for (const one of pdf.pages) scanned.push(...(await one.scan()));
  const codes = new Set(scanned.filter(({ format }) => format.startsWith('Code')).map(({ text }) => text));
  const connection = openConnection(storeFileOf(journey.dataDir));
  try {
    const rows = connection
      .prepare('SELECT code FROM callSheetRow ORDER BY seq DESC LIMIT ?')
      .pluck()
      .all(many) as string[];
    return rows.reverse().filter((code) => codes.has(code));
  } finally {
    connection.close();
  }
};

let codes: readonly string[] = [];

it('a sheet is A4 across, with names, whole numbers and a code in each row that a scanner reads', async () => {
  const sheetId = crypto.randomUUID();
  const pdf = await printToPdf(page, hashOf({ document: 'callSheet', sheetId, mine: false, ruleId: null }));
  for (const { width, height } of pdf.pages) {
    expect(Math.abs(width - 297)).toBeLessThan(0.2);
    expect(Math.abs(height - 210)).toBeLessThan(0.2);
  }
  expect(pdf.pages.length).toBeGreaterThan(1);
  expect(pdf.fonts.filter((name) => !name.startsWith('NotoSansSC'))).toEqual([]);
  const text = textOf(pdf, 0);
  for (const words of [
    '今日回访单',
    today,
    '共24行',
    '用毕请交回或销毁',
    '欧阳1',
    '138 0013 8000',
    '交车',
    '接通',
    '未接',
    '改约',
  ]) {
    expect(text).toContain(words.normalize('NFKC').replace(/\s/g, ''));
  }
  // the head of the table is on every page
  expect(textOf(pdf, 1)).toContain('行码');
  codes = await codesOn(pdf);
  pdf.close();
  expect(codes).toHaveLength(many);
  expect(codes.every((code) => readRowCode(code) === code)).toBe(true);
});

const code = (at: number): string => codes[at] ?? '';
const panel = () => page.getByRole('dialog', { name: zh('paper.entry.title') });
const said = (at: number, outcome: `tasks.outcome.${'connected' | 'noAnswer' | 'callBack'}`) =>
  panel().getByText(zh('paper.entered.said', { name: `欧阳${at + 1}`, words: zh(outcome) }));
const found = (at: number) => panel().getByRole('region', { name: `欧阳${at + 1}`, exact: true });

const focused = (control: Locator): Locator => control.and(page.locator(':focus'));

const history = async (at: number): Promise<readonly { outcome: string; note: string | null }[]> =>
  (
    await page.call<{ history: { outcome: string; note: string | null }[] }>('tasks.call', {
      customerId: customerIds[at],
    })
  ).history;

it('three rows are entered without the mouse: typed, scanned, and one that calls back', async () => {
  await page.goto('/#/tasks');
  await page.getByRole('button', { name: zh('callSheets.enter') }).waitFor();
  await page.keyboard.press('u');
  const field = panel().getByLabel(zh('paper.entry.code'));
  await field.waitFor();

  await page.keyboard.type(code(0), { delay: 60 });
  await found(0).waitFor();
  await page.keyboard.press('1');
  await found(0)
    .getByRole('button', { name: zh('tasks.outcome.connected'), pressed: true })
    .waitFor();
  await page.keyboard.press('n');
  await focused(found(0).getByLabel(zh('callSheets.panel.note'))).waitFor();
  await page.keyboard.type('下周来', { delay: 60 });
  await page.keyboard.press('Enter');
  await said(0, 'tasks.outcome.connected').waitFor();
  await focused(field).waitFor();

  await scan(page, code(1));
  await found(1).waitFor();
  await page.keyboard.press('2');
  await found(1)
    .getByRole('button', { name: zh('tasks.outcome.noAnswer'), pressed: true })
    .waitFor();
  await page.keyboard.press('Enter');
  await said(1, 'tasks.outcome.noAnswer').waitFor();

  await page.keyboard.type(code(2), { delay: 60 });
  await found(2).waitFor();
  await page.keyboard.press('5');
  await found(2).getByLabel(zh('callSheets.panel.nextDay')).waitFor();
  await page.keyboard.press('Enter');
  await said(2, 'tasks.outcome.callBack').waitFor();

  expect(await history(0)).toMatchObject([{ outcome: 'connected', note: '下周来' }]);
  expect(await history(1)).toMatchObject([{ outcome: 'noAnswer' }]);
  expect(await history(2)).toMatchObject([{ outcome: 'callBack' }]);
});

it('a wrong digit and a row that was entered are said; the last is taken back by its key', async () => {
  const field = panel().getByLabel(zh('paper.entry.code'));
  const wrong = `${code(3).slice(0, 5)}${(Number(code(3)[5]) + 1) % 10}`;
  await field.fill(wrong);
  await panel().getByText(zh('errors.field.row-code-wrong')).waitFor();
  await field.fill(code(2));
  await found(2).getByRole('alert').waitFor();
  await page.keyboard.press('Alt+z');
  await panel().getByText(zh('paper.entered.undone'), { exact: true }).waitFor();
  expect(await history(2)).toEqual([]);
  await found(2)
    .getByRole('button', { name: zh('tasks.outcome.refused') })
    .waitFor();
  await page.keyboard.press('Escape');
  await panel().waitFor({ state: 'hidden' });
});

it('D prints what the list shows, and puts it on record first', async () => {
  const { count } = await page.call<{ count: number }>('tasks.day');
  await page.keyboard.press('d');
  await page.getByText(zh('callSheets.handedOver')).waitFor();
  const { rows } = await page.call<{ rows: { document: string; pieces: number }[] }>('printing.log');
  expect(rows[0]).toMatchObject({ document: 'callSheet', pieces: count });
});

it('a sheet is made once: its page opened again says so', async () => {
  const sheetId = crypto.randomUUID();
  const asked = hashOf({ document: 'callSheet', sheetId, mine: false, ruleId: null });
  (await printToPdf(page, asked)).close();
  await page.goto('about:blank');
  await page.goto(`/print.html${asked}`);
  await page.waitForFunction(() => document.documentElement.dataset['print'] === 'failed');
  expect(await page.getByRole('alert').textContent()).toBe(zh('errors.reason.sheet-printed'));
});
