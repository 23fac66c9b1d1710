import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '../../db/domain/day.ts';
import { readPaperCode } from '../../db/domain/paper/paperCode.ts';
import { dayOf } from '../../db/domain/zonedTime.ts';
import { hashOf, type PaperAsked } from '../../renderer/print/printAsked.ts';
import { boss, type DeskPage, type Journey, openJourney } from './journey.ts';
import { type Pdf, printToPdf } from './pdf.ts';
import { scan } from './scannerKeys.ts';
import { zh } from './texts.ts';

let journey: Journey;
let page: DeskPage;

const today = dayOf(Date.now(), 'Asia/Shanghai');
/** the outage was yesterday: whatever the hour of the test, its times are over */
const outage = addDays(today, -1);
const questionnaireId = '00000000-0000-7000-8000-000000000401';

beforeAll(async () => {
  journey = await openJourney('setUp');
  page = await journey.newDesk();
  await page.enter(...boss);
  await page.call('customers.add', {
    name: '欧阳明',
    phones: [{ number: '13800138000' }],
    vehicle: { plate: '京A3K927', series: '天籁' },
  });
});
afterAll(() => journey.close());

/** The codes on the paper, as a scanner reads them, in the order of the store's rows. */
const printed = async (
  asked: Omit<PaperAsked, 'sheetId' | 'customerIds'>,
): Promise<{ readonly pdf: Pdf; readonly codes: readonly string[] }> => {
  const sheetId = crypto.randomUUID();
  const pdf = await printToPdf(page, hashOf({ ...asked, sheetId, customerIds: [] }));
  const scanned = [];
  for (const one of pdf.pages) scanned.push(...(await one.scan()));
  const read = new Set(scanned.flatMap(({ text }) => readPaperCode(text)?.code ?? []));
  const { rows } = await page.call<{ rows: { code: string }[] }>('paper.rows', { sheetId });
  return { pdf, codes: rows.map(({ code }) => code).filter((code) => read.has(code)) };
};

const textOf = (pdf: Pdf): string => pdf.pages.map(({ text }) => text.replace(/\s/g, '')).join('');

const codes = { complaint: '', signIn: '', survey: '' };

it('the papers of an outage are A4, each form and row with a code that a scanner reads', async () => {
  const plain = { day: null, questionnaireId: null, blanks: 2 } as const;
  const complaint = await printed({ ...plain, document: 'complaintForm' });
  expect(complaint.pdf.pages).toHaveLength(2);
  expect(Math.abs((complaint.pdf.pages[0]?.height ?? 0) - 297)).toBeLessThan(0.2);
  expect(textOf(complaint.pdf)).toContain('投诉登记单');
  const signIn = await printed({ ...plain, document: 'signInSheet', day: outage });
  expect(Math.abs((signIn.pdf.pages[0]?.width ?? 0) - 297)).toBeLessThan(0.2);
  expect(textOf(signIn.pdf)).toContain(`到店签到表${outage}`);
  const survey = await printed({ ...plain, document: 'surveyForm', questionnaireId });
  expect(survey.pdf.pages).toHaveLength(2);
  expect(textOf(survey.pdf)).toContain('您对这次服务总体满意吗');
  for (const { pdf, codes: read } of [complaint, signIn, survey]) {
    expect(read).toHaveLength(2);
    expect(pdf.fonts.filter((name) => !name.startsWith('NotoSansSC'))).toEqual([]);
    pdf.close();
  }
  codes.complaint = complaint.codes[0] ?? '';
  codes.signIn = signIn.codes[0] ?? '';
  codes.survey = survey.codes[0] ?? '';
});

const panel = () => page.getByRole('dialog', { name: zh('paper.entry.title') });
const field = () => panel().getByLabel(zh('paper.entry.code'));
const entered = (words: string) =>
  panel()
    .getByRole('region', { name: zh('paper.entered.title') })
    .getByText(words);

it('a scan on any screen opens what the code names; who came is found and signed in without the mouse', async () => {
  await page.goto('/#/complaints');
  await page.getByRole('heading', { name: zh('complaints.empty.title') }).waitFor();
  await scan(page, codes.signIn);
  const who = panel().getByLabel(zh('board.come.find'));
  await who.and(page.locator(':focus')).waitFor();
  await page.keyboard.type('3K927', { delay: 40 });
  await panel().getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  const time = panel().getByLabel(zh('paper.signIn.time'));
  await time.fill('940');
  await panel().getByLabel(zh('paper.signIn.day'), { exact: true }).fill(outage);
  await time.press('Enter');
  await entered('欧阳明').waitFor();
  const { rows } = await page.call<{ rows: { state: string }[] }>('paper.rows', {
    sheetId: (await page.call<{ sheet: { id: string } }>('paper.row', { code: codes.signIn })).sheet.id,
  });
  expect(rows.map(({ state }) => state)).toEqual(['entered', 'open']);
});

it('it is taken back by its key, and the code may be typed again', async () => {
  await page.keyboard.press('Alt+z');
  await panel().getByText(zh('paper.entered.undone'), { exact: true }).waitFor();
  const { row } = await page.call<{ row: { state: string } }>('paper.row', { code: codes.signIn });
  expect(row.state).toBe('open');
});

it('a questionnaire takes a digit per question, and a complaint form opens the complaint', async () => {
  await field().fill(codes.survey);
  await panel().locator('[data-question] input:focus').waitFor();
  await page.keyboard.type('5', { delay: 60 });
  // Esc loses nothing of it
  await page.keyboard.press('Escape');
  await panel().waitFor({ state: 'hidden' });
  await page.keyboard.press('u');
  await field().fill(codes.survey);
  await panel().getByRole('radio', { checked: true }).and(page.locator(':focus')).waitFor();
  await page.keyboard.type('59', { delay: 60 });
  await page.keyboard.press('Control+s');
  await entered(zh('paper.survey.done')).waitFor();

  await field().fill(codes.complaint);
  const complaint = page.getByRole('dialog', { name: zh('complaints.form.newTitle') });
  await complaint.waitFor();
  await page.keyboard.type('3K927', { delay: 40 });
  await complaint.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await complaint.getByLabel(zh('complaints.field.what')).fill('空调有异响');
  await complaint.getByRole('combobox', { name: zh('complaints.field.category') }).fill('1');
  await page.keyboard.press('Enter');
  await complaint.getByLabel(zh('complaints.form.day')).fill(outage);
  await complaint.getByLabel(zh('complaints.form.time')).fill('10:15');
  await page.keyboard.press('Control+s');
  await entered(zh('paper.kind.complaint')).waitFor();
  await page.keyboard.press('Escape');
  await panel().waitFor({ state: 'hidden' });
  const { counts } = await page.call<{ counts: { open: number } }>('complaints.list');
  expect(counts.open).toBe(1);
});

it('what nobody wrote on is marked by one key, and the sheet is off the list', async () => {
  const { rows: open } = await page.call<{ rows: { id: string; kind: string }[] }>('paper.sheets');
  const sheet = open.find(({ kind }) => kind === 'complaint')?.id ?? '';
  await page.goto(`/#/paper/${sheet}`);
  await page.getByRole('button', { name: zh('paper.detail.restUnused', { count: 1 }) }).waitFor();
  await page.keyboard.press('x');
  await page.getByText(zh('paper.detail.unusedSaid', { count: 1 })).waitFor();
  const { rows } = await page.call<{ rows: { id: string }[] }>('paper.sheets');
  expect(rows.some(({ id }) => id === sheet)).toBe(false);
});
