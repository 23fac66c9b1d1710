import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '../../db/domain/zonedTime.ts';
import { hashOf } from '../../renderer/print/printAsked.ts';
import { boss, type DeskPage, type Journey, openJourney } from './journey.ts';
import { openPdf, type Pdf, type PdfPage, printToPdf } from './pdf.ts';
import { zh } from './texts.ts';

interface Joined {
  readonly customerId: string;
  readonly membershipId: string;
  readonly cardId: string;
  readonly cardNumber: string;
  readonly name: string;
}

let journey: Journey;
let page: DeskPage;
let members: readonly Joined[];
let printerId: string;

const names = ['王晓梅', '阿卜杜拉·买买提·吐尔逊江', '北京华诚瑞达汽车租赁服务有限公司朝阳分公司', '欧阳娜娜'];
const tiers = ['gold', 'silver', 'diamond', 'gold'];

const join = async (desk: DeskPage, name: string, tier: string, at: number): Promise<Joined> => {
  const { id: customerId } = await desk.call<{ id: string }>('customers.add', {
    name,
    kind: 'person',
    phones: [{ number: `1386${String(1_000_000 + at).padStart(7, '0')}` }],
  });
  const made = await desk.call<Omit<Joined, 'customerId' | 'name'>>('members.join', {
    customerId,
    mode: 'fee',
    tier,
    feeFen: 10_000,
    receiptNo: `R${at}`,
  });
  return { ...made, customerId, name };
};

const openDesk = async (path?: string): Promise<DeskPage> => {
  const desk = await journey.newDesk();
  await desk.enter(...boss, path);
  return desk;
};

beforeAll(async () => {
  journey = await openJourney('setUp');
  page = await openDesk();
  const made: Joined[] = [];
  for (const [at, name] of names.entries()) made.push(await join(page, name, tiers[at] ?? 'gold', at));
  members = made;
  ({ id: printerId } = await page.call<{ id: string }>('printing.savePrinter', {
    version: 0,
    name: '前台 Evolis',
    offsetXUm: 1200,
    offsetYUm: -400,
  }));
});
afterAll(() => journey.close());

const member = (at: number): Joined => {
  const found = members[at];
  if (!found) throw new Error(`no member ${at}`);
  return found;
};
const pageOf = (pdf: Pdf, at: number): PdfPage => {
  const found = pdf.pages[at];
  if (!found) throw new Error(`no page ${at}`);
  return found;
};
const spaced = (number: string): string => number.replace(/(\d{4})(?=\d)/g, '$1 ');
/** CR80 within a tenth of a millimetre. */
const expectCard = ({ width, height }: PdfPage): void => {
  expect(Math.abs(width - 85.6)).toBeLessThan(0.1);
  expect(Math.abs(height - 53.98)).toBeLessThan(0.1);
};
/** Of a gradient, which is drawn in steps. */
const expectNear = (colour: string, wanted: string): void => {
  for (const from of [1, 3, 5]) {
    const [a, b] = [colour, wanted].map((one) => Number.parseInt(one.slice(from, from + 2), 16));
    expect(Math.abs((a ?? 0) - (b ?? 0)), `${colour} for ${wanted}`).toBeLessThanOrEqual(3);
  }
};
/** Every letter is drawn with the font that we bring, none with whatever the computer has. */
const expectOwnFont = (pdf: Pdf): void => {
  expect(pdf.fonts.length).toBeGreaterThan(0);
  expect(pdf.fonts.filter((name) => !name.startsWith('NotoSansSC'))).toEqual([]);
};

describe('a member card', () => {
  it('is two pages of CR80 with the name in a real Chinese font, its number, and codes that scan', async () => {
    const { cardId, cardNumber, name } = member(0);
    const pdf = await printToPdf(page, hashOf({ document: 'card', cardIds: [cardId], printerId: null }));
    expect(pdf.pages).toHaveLength(2);
    pdf.pages.forEach(expectCard);
    expectOwnFont(pdf);
    const [front, back] = [pageOf(pdf, 0), pageOf(pdf, 1)];
    for (const words of [name, spaced(cardNumber), '金卡', '有效期至']) expect(front.text).toContain(words);
    expect(back.text).toContain('挂失');
    expect([...(await back.scan())].sort((a, b) => a.format.localeCompare(b.format))).toEqual([
      { format: 'Code128', text: cardNumber },
      { format: 'QRCode', text: cardNumber },
    ]);
    pdf.close();
  });

  it('looks gold to its edge; its codes are black on white whatever is around them', async () => {
    const { cardId } = member(0);
    const pdf = await printToPdf(page, hashOf({ document: 'card', cardIds: [cardId], printerId: null }));
    const front = await pageOf(pdf, 0).raster();
    expectNear(front.at(0.3, 0.3), '#f6e7b4');
    expectNear(front.at(85.2, 53.6), '#e7cd79');
    const back = await pageOf(pdf, 1).raster();
    // Code 128 from 5 to 60 mm with its quiet zones
    for (const x of [5.2, 6, 7, 58, 59, 59.8]) expect(back.at(x, 12), `at ${x} mm`).toBe('#ffffff');
    const middle = new Set(Array.from({ length: 400 }, (_, at) => back.at(12 + at * 0.1, 12)));
    expect([...middle].filter((colour) => colour !== '#ffffff' && colour !== '#000000').length).toBeLessThan(
      middle.size,
    );
    expect(back.at(61.5, 12)).not.toBe('#ffffff');
    pdf.close();
  });

  it('holds a long name whole', async () => {
    const cardIds = [member(1).cardId, member(2).cardId];
    const pdf = await printToPdf(page, hashOf({ document: 'card', cardIds, printerId: null }));
    expect(pdf.pages).toHaveLength(4);
    expectOwnFont(pdf);
    expect(pageOf(pdf, 0).text).toContain(member(1).name);
    expect(pageOf(pdf, 2).text.replace(/\s/g, '')).toContain(member(2).name);
    // nothing of it beyond the box in which it is, 5 to 65 mm
    const fits = await page.evaluate(() =>
      [...document.querySelectorAll('[data-fit]')].every((box) => {
        const words = box.firstElementChild?.getBoundingClientRect();
        const around = box.getBoundingClientRect();
        return !words || (words.left >= around.left - 0.5 && words.right <= around.right + 0.5);
      }),
    );
    expect(fits).toBe(true);
    pdf.close();
  });

  it('is shifted by its printer’s offsets, and its ground is not', async () => {
    const { cardId, cardNumber } = member(3);
    const there = await printToPdf(page, hashOf({ document: 'card', cardIds: [cardId], printerId: null }));
    const shifted = await printToPdf(page, hashOf({ document: 'card', cardIds: [cardId], printerId }));
    const place = () =>
      page.evaluate(() => document.querySelector('[data-fit]')?.getBoundingClientRect().toJSON() as DOMRect);
    const moved = await place();
    await printToPdf(page, hashOf({ document: 'card', cardIds: [cardId], printerId: null })).then((pdf) => pdf.close());
    const still = await place();
    expect(((moved.x - still.x) * 25.4) / 96).toBeCloseTo(1.2, 2);
    expect(((moved.y - still.y) * 25.4) / 96).toBeCloseTo(-0.4, 2);
    expectNear((await pageOf(shifted, 0).raster()).at(0.3, 53.5), (await pageOf(there, 0).raster()).at(0.3, 53.5));
    expect((await pageOf(shifted, 1).scan()).map(({ text }) => text)).toEqual([cardNumber, cardNumber]);
    there.close();
    shifted.close();
  });

  it('that is not there is said in words', async () => {
    await page.goto('about:blank');
    await page.goto(`/print.html${hashOf({ document: 'card', cardIds: [crypto.randomUUID()], printerId: null })}`);
    await page.waitForFunction(() => document.documentElement.dataset['print'] === 'failed');
    expect(await page.getByRole('alert').textContent()).toBe(zh('errors.reason.card-not-found'));
  });
});

describe('paper', () => {
  it('the calibration page is two cards of rulers', async () => {
    const pdf = await printToPdf(page, hashOf({ document: 'calibration', printerId }));
    expect(pdf.pages).toHaveLength(2);
    pdf.pages.forEach(expectCard);
    expectOwnFont(pdf);
    expect(pageOf(pdf, 0).text).toContain('前台 Evolis');
    expect(pageOf(pdf, 0).text).toContain('1.20 mm');
    // line A: at 10 mm, shifted by 1.2 as this printer's cards are
    const front = await pageOf(pdf, 0).raster();
    const dark = Array.from({ length: 300 }, (_, at) => 8 + at * 0.02).filter(
      (x) => Number.parseInt(front.at(x, 30).slice(1, 3), 16) < 128,
    );
    const middle = ((dark[0] ?? 0) + (dark.at(-1) ?? 0)) / 2;
    expect(Math.abs(middle - 11.2)).toBeLessThan(0.1);
    pdf.close();
  });

  it('a voucher’s slip is 80 mm wide, its code scans', async () => {
    const { customerId, name } = member(0);
    const { voucher } = await page.call<{ voucher: { id: string; code: string; lastDay: string } }>('vouchers.grant', {
      customerId,
      kind: 'cash',
      name: '保养代金券',
      valueFen: 10_000,
      validDays: 90,
      reason: '等候过久致歉',
    });
    const other = await page.call<{ voucher: { code: string } }>('vouchers.grant', {
      customerId,
      kind: 'gift',
      name: '车载吸尘器',
      validDays: 30,
      reason: '生日',
    });
    const pdf = await printToPdf(page, hashOf({ document: 'slip', codes: [voucher.code, other.voucher.code] }));
    expect(pdf.pages).toHaveLength(2);
    for (const { width, height } of pdf.pages) {
      expect(Math.abs(width - 80)).toBeLessThan(0.1);
      expect(height).toBeLessThan(200);
    }
    expectOwnFont(pdf);
    for (const words of ['代金券', '保养代金券', '¥100.00', name, voucher.lastDay, voucher.code]) {
      expect(pageOf(pdf, 0).text).toContain(words);
    }
    expect(new Set((await pageOf(pdf, 0).scan()).map(({ text }) => text))).toEqual(new Set([voucher.code]));
    expect((await pageOf(pdf, 0).scan()).map(({ format }) => format).sort()).toEqual(['Code128', 'QRCode']);
    expect(pageOf(pdf, 1).text).toContain('车载吸尘器');
    pdf.close();
  });

  describe('a statement', () => {
    const span = () => {
      const today = dayOf(Date.now(), 'Asia/Shanghai');
      return { membershipId: member(0).membershipId, fromDay: `${Number(today.slice(0, 4)) - 1}-01-01`, toDay: today };
    };
    beforeAll(async () => {
      for (let at = 1; at <= 60; at++) {
        await page.call('points.adjust', {
          membershipId: member(0).membershipId,
          cumulative: 0,
          redeemable: 10 * at,
          reason: `补录第 ${at} 次`,
        });
      }
    });

    it('is A5, over as many pages as it needs, with a proof that the desk takes for its own', async () => {
      const { name, cardNumber } = member(0);
      const pdf = await printToPdf(page, hashOf({ document: 'statementA5', ...span() }));
      expect(pdf.pages.length).toBeGreaterThan(1);
      for (const { width, height } of pdf.pages) {
        // Chromium makes a PDF's page of whole points (0.35 mm): 148 mm, 419.53 of them, come out as 420, 0.17 mm more; 419 are as much less
        expect(Math.abs(width - 148)).toBeLessThan(0.18);
        expect(Math.abs(height - 210)).toBeLessThan(0.18);
      }
      expectOwnFont(pdf);
      const text = pdf.pages.map((one) => one.text).join('\n');
      for (const words of [name, spaced(cardNumber), '期初', '期末', '18,300', '+600', '调整']) {
        expect(text).toContain(words);
      }
      expect(pageOf(pdf, 1).text.replace(/\s/g, '')).toMatch(new RegExp(`^2/${pdf.pages.length}`));
      const [proof, ...others] = await (pdf.pages.at(-1)?.scan() ?? []);
      expect(others).toEqual([]);
      expect(proof?.format).toBe('QRCode');
      const checked = await page.call<{ verdict: string; closing: number }>('points.checkStatement', {
        proof: proof?.text ?? '',
      });
      expect(checked).toMatchObject({ verdict: 'genuine', closing: 18_300 });
      pdf.close();
    });

    it('is one strip of 80 mm, with the same proof', async () => {
      const pdf = await printToPdf(page, hashOf({ document: 'statement80', ...span() }));
      expect(pdf.pages).toHaveLength(1);
      expect(Math.abs(pageOf(pdf, 0).width - 80)).toBeLessThan(0.1);
      expect(pageOf(pdf, 0).height).toBeGreaterThan(200);
      expectOwnFont(pdf);
      expect(pageOf(pdf, 0).text).toContain('18,300');
      const [proof] = await pageOf(pdf, 0).scan();
      expect(await page.call('points.checkStatement', { proof: proof?.text ?? '' })).toMatchObject({
        verdict: 'genuine',
      });
      pdf.close();
    });
  });
});

describe('two hundred cards', () => {
  it('are one document of four hundred pages, each with its own number', async () => {
    const made: Joined[] = [];
    for (let at = 0; at < 200; at++) made.push(await join(page, `客户${at + 1}`, 'silver', 1000 + at));
    const cardIds = made.map((one) => one.cardId);
    await page.goto('about:blank');
    await page.goto(`/print.html${hashOf({ document: 'card', cardIds, printerId: null })}`);
    await page.waitForFunction(() => document.documentElement.dataset['print'] === 'ready');
    const pdf = await openPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    expect(pdf.pages).toHaveLength(400);
    for (const at of [0, 99, 199]) {
      expect(pageOf(pdf, 2 * at).text).toContain(made[at]?.name);
      expect((await pageOf(pdf, 2 * at + 1).scan()).map(({ text }) => text)).toEqual([
        made[at]?.cardNumber,
        made[at]?.cardNumber,
      ]);
    }
    pdf.close();
  });
});
