import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashOf } from '../../renderer/print/printAsked.ts';
import { boss, type DeskPage, type Journey, openJourney } from './journey.ts';
import { type Pdf, printToPdf } from './pdf.ts';
import { zh } from './texts.ts';

let journey: Journey;
let page: DeskPage;

beforeAll(async () => {
  journey = await openJourney('setUp');
  page = await journey.newDesk();
  await page.enter(...boss);
});
afterAll(() => journey.close());

interface Shown {
  readonly complaint: { readonly number: string; readonly version: number };
}

const shown = (id: string): Promise<Shown> => page.call<Shown>('complaints.get', { id });

const what = '空调二档有“哒哒”声，九月、十一月各修过一次，还是响。';

/** Told an hour ago, with so many contacts on record. */
const complain = async (contacts: number): Promise<string> => {
  const { id } = await page.call<{ id: string }>('complaints.add', {
    channel: 'counter',
    category: 'product.aircon',
    severity: 'major',
    title: '空调异响返修两次未好',
    what,
    remedy: '换新件，并补偿误工',
    strangerName: '王先生',
    strangerPhone: '13800138000',
    receivedAt: Date.now() - 3_600_000,
  });
  for (let at = 1; at <= contacts; at++) {
    await page.call('complaints.contact', {
      id,
      kind: 'contact',
      channel: 'phone',
      text: `第 ${at} 次联系：${'说明进展，请客户放心。'.repeat(3)}`,
      at: Date.now() - 3_000_000 + at * 1000,
    });
  }
  return id;
};

/** A PDF's page is of whole pixels in Chromium. */
const expectA4 = (pdf: Pdf): void => {
  for (const { width, height } of pdf.pages) {
    expect(Math.abs(width - 210)).toBeLessThan(0.2);
    expect(Math.abs(height - 297)).toBeLessThan(0.2);
  }
};
const textOf = (pdf: Pdf): string => pdf.pages.map(({ text }) => text.replace(/\s/g, '')).join('');

it('a complaint’s record is A4, says who, what and how, and has lines to sign', async () => {
  const complaintId = await complain(2);
  const { complaint } = await shown(complaintId);
  await page.call('complaints.investigate', { id: complaintId, version: complaint.version, text: '鼓风机轴承异响' });
  const investigated = await shown(complaintId);
  await page.call('complaints.propose', {
    id: complaintId,
    version: investigated.complaint.version,
    text: '更换鼓风机总成，赠保养一次',
    channel: 'phone',
  });
  const pdf = await printToPdf(page, hashOf({ document: 'complaint', complaintId }));
  expect(pdf.pages.length).toBeGreaterThanOrEqual(1);
  expectA4(pdf);
  expect(pdf.fonts.filter((name) => !name.startsWith('NotoSansSC'))).toEqual([]);
  const text = textOf(pdf);
  for (const words of [complaint.number, '投诉处理记录', what, '王先生', '更换鼓风机总成,赠保养一次', '客户签字']) {
    expect(text).toContain(words.normalize('NFKC').replace(/\s/g, ''));
  }
  expect(text).not.toContain('13800138000');
  pdf.close();
});

it('goes on over as many pages as it needs, each with its number', async () => {
  const complaintId = await complain(60);
  const pdf = await printToPdf(page, hashOf({ document: 'complaint', complaintId }));
  expect(pdf.pages.length).toBeGreaterThan(1);
  expectA4(pdf);
  const [, second] = pdf.pages;
  expect(second?.text.replace(/\s/g, '')).toMatch(new RegExp(`2/${pdf.pages.length}`));
  expect(textOf(pdf)).toContain('第60次联系');
  pdf.close();
});

it('P on the complaint prints it, and puts it on record first', async () => {
  const complaintId = await complain(1);
  const { complaint } = await shown(complaintId);
  await page.goto(`/#/complaints/${complaintId}`);
  await page.getByRole('article').waitFor();
  await page.keyboard.press('p');
  await page.getByText(zh('complaintReports.record.handedOver')).waitFor();
  const { rows } = await page.call<{ rows: { document: string; what: string }[] }>('printing.log');
  expect(rows[0]).toMatchObject({ document: 'complaint', what: complaint.number });
});

it('one that is not there is said in words', async () => {
  await page.goto('about:blank');
  await page.goto(`/print.html${hashOf({ document: 'complaint', complaintId: crypto.randomUUID() })}`);
  await page.waitForFunction(() => document.documentElement.dataset['print'] === 'failed');
  expect(await page.getByRole('alert').textContent()).toBe(zh('errors.reason.complaint-not-found'));
});
