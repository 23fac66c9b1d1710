import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '../../db/domain/day.ts';
import { dayOf } from '../../db/domain/zonedTime.ts';
import { openConnection } from '../../db/store/connection.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import { hashOf } from '../../renderer/print/printAsked.ts';
import { boss, type DeskPage, type Journey, openJourney } from './journey.ts';
import { type Pdf, printToPdf } from './pdf.ts';
import { zh } from './texts.ts';
import { writeTask } from './writeTask.ts';

let journey: Journey;
let page: DeskPage;
let customerIds: readonly string[];

const yesterday = addDays(dayOf(Date.now(), 'Asia/Shanghai'), -1);
/** a batch takes more than one slice of sheets */
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
        address: `文三路 ${at + 1} 号`,
        vehicle: { plate: `京A3K9${String(at).padStart(2, '0')}`, series: '天籁' },
      }),
    ),
  );
  const connection = openConnection(storeFileOf(journey.dataDir));
  try {
    for (const { id, vehicleId } of added) {
      connection.prepare('UPDATE vehicle SET deliveryDay = ? WHERE id = ?').run(yesterday, vehicleId);
      writeTask(connection, { rule: 'letter', customerId: id, vehicleId, day: yesterday, dueAt: Date.now() });
    }
  } finally {
    connection.close();
  }
  customerIds = added.map(({ id }) => id);
});
afterAll(() => journey.close());

/** A PDF's page is of whole pixels in Chromium. */
const expectSize = (pdf: Pdf, wide: number, high: number): void => {
  for (const { width, height } of pdf.pages) {
    expect(Math.abs(width - wide)).toBeLessThan(0.2);
    expect(Math.abs(height - high)).toBeLessThan(0.2);
  }
};
const textOf = (pdf: Pdf, at: number): string => pdf.pages[at]?.text.replace(/\s/g, '') ?? '';

it('a letter to each, A4, with the store, the salutation and a signature', async () => {
  const pdf = await printToPdf(page, hashOf({ document: 'letter', customerIds }));
  expect(pdf.pages).toHaveLength(many);
  expectSize(pdf, 210, 297);
  expect(pdf.fonts.filter((name) => !name.startsWith('NotoSansSC'))).toEqual([]);
  const text = textOf(pdf, 0);
  expect(text).toContain('尊敬的');
  expect(text).toContain('天籁');
  expect(text).toMatch(/年\d{1,2}月\d{1,2}日$/);
  // a page of a letter has no number of the batch
  expect(text).not.toMatch(/1\/24/);
  pdf.close();
});

it('an envelope to each, DL, with the address', async () => {
  const pdf = await printToPdf(page, hashOf({ document: 'envelope', customerIds }));
  expect(pdf.pages).toHaveLength(many);
  expectSize(pdf, 220, 110);
  expect(textOf(pdf, 1)).toContain('文三路2号');
  pdf.close();
});

it('are printed by keys, go on record, and count as posted once somebody says so', async () => {
  await page.goto('/#/tasks?channel=letter');
  await page.getByRole('button', { name: zh('tasks.batch.letters', { count: many }) }).waitFor();
  await page.keyboard.press('p');
  await page.getByText(zh('tasks.batch.printed', { count: many })).waitFor();
  const { rows } = await page.call<{ rows: { document: string; pieces: number }[] }>('printing.log');
  expect(rows[0]).toMatchObject({ document: 'letter', pieces: many });
  await page.keyboard.press('j');
  await page.getByText(zh('tasks.batch.sentSaid', { count: many })).waitFor();
  await page.getByRole('heading', { name: zh('tasks.empty.letter'), exact: true }).waitFor();
  const [first = ''] = customerIds;
  const { history } = await page.call<{ history: { outcome: string; channel: string }[] }>('tasks.call', {
    customerId: first,
  });
  expect(history).toMatchObject([{ outcome: 'sent', channel: 'letter' }]);
});

it('one to whom nothing is due is said in words', async () => {
  await page.goto('about:blank');
  await page.goto(`/print.html${hashOf({ document: 'letter', customerIds })}`);
  await page.waitForFunction(() => document.documentElement.dataset['print'] === 'failed');
  expect(await page.getByRole('alert').textContent()).toBe(zh('errors.reason.task-not-found'));
});
