import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CardDesign } from '../../db/contract/printing.ts';
import { hashOf } from '../../renderer/print/printAsked.ts';
import { boss, type DeskPage, type Journey, openJourney } from './journey.ts';
import { printToPdf } from './pdf.ts';
import { zh } from './texts.ts';

interface Joined {
  readonly cardId: string;
  readonly cardNumber: string;
  readonly membershipId: string;
}
interface Printed {
  readonly rows: readonly {
    readonly document: string;
    readonly what: string;
    readonly reason: string | null;
    readonly printer: string | null;
  }[];
}

let journey: Journey;
beforeAll(async () => {
  journey = await openJourney('setUp');
});
afterAll(() => journey.close());

/** A desk whose print dialog is counted instead of shown: by the address of the page that is printed. */
const openDesk = async (path?: string): Promise<DeskPage & { printed(): Promise<string[]> }> => {
  const page = await journey.newDesk();
  await page.addInitScript(() => {
    const top = window.top as unknown as { printed?: string[] };
    window.print = () => {
      top.printed = [...(top.printed ?? []), location.pathname + location.hash];
    };
  });
  await page.enter(...boss, path);
  return Object.assign(page, {
    printed: () => page.evaluate(() => (window as unknown as { printed?: string[] }).printed ?? []),
  });
};

let joined = 0;
const join = async (page: DeskPage, name: string, tier = 'gold'): Promise<Joined> => {
  joined += 1;
  const { id } = await page.call<{ id: string }>('customers.add', {
    name,
    kind: 'person',
    phones: [{ number: `1371${String(1_000_000 + joined)}` }],
  });
  return page.call<Joined>('members.join', {
    customerId: id,
    mode: 'fee',
    tier,
    feeFen: 10_000,
    receiptNo: `Q${joined}`,
  });
};
const logOf = async (page: DeskPage): Promise<Printed['rows']> => (await page.call<Printed>('printing.log', {})).rows;

describe('cards that wait', () => {
  it('are chosen, printed by key, on record, and gone from the queue; again only with a reason', async () => {
    const page = await openDesk();
    const one = await join(page, '王晓梅');
    const two = await join(page, '李雷');
    await page.goto('/#/printing/queue');
    await page.getByRole('row').nth(2).waitFor();
    await page.getByRole('checkbox', { name: zh('printing.queue.choose', { number: two.cardNumber }) }).uncheck();
    await page.keyboard.press('Control+p');
    await page.getByText(zh('printing.queue.done', { count: 1 })).waitFor();
    expect(await page.printed()).toEqual([
      `/print.html${hashOf({ document: 'card', cardIds: [one.cardId], printerId: null })}`,
    ]);
    expect(await logOf(page)).toMatchObject([{ document: 'card', what: one.cardNumber, reason: null }]);
    await page.getByText('李雷').waitFor();
    await page.getByText('王晓梅').waitFor({ state: 'detached' });

    await page.goto('/#/printing/log');
    await page.getByRole('button', { name: zh('printing.log.againLabel', { number: one.cardNumber }) }).click();
    const dialog = page.getByRole('dialog', { name: zh('printing.reprint.title') });
    await dialog.getByText(zh('printing.reprint.before', { count: 1 })).waitFor();
    await page.keyboard.press('Control+p');
    await dialog
      .getByRole('alert')
      .filter({ hasText: zh('printing.reprint.required') })
      .waitFor();
    expect(await page.printed()).toHaveLength(1);
    await dialog.getByRole('button', { name: zh('printing.reprint.usual.jam') }).click();
    await page.keyboard.press('Control+p');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.printed()).toHaveLength(2);
    expect((await logOf(page))[0]).toMatchObject({ what: one.cardNumber, reason: zh('printing.reprint.usual.jam') });
    await page.context().close();
  });

  it('cancelled while they are laid out were never printed', async () => {
    const page = await openDesk();
    const { cardNumber } = await join(page, '韩梅梅');
    const before = await logOf(page);
    await page.route('**/rpc/printing/cards*', () => {}, { times: 1 });
    await page.goto('/#/printing/queue');
    await page.getByRole('row').nth(1).waitFor();
    await page.keyboard.press('Control+p');
    await page.getByRole('progressbar').waitFor();
    await page.getByRole('button', { name: zh('printing.progress.cancel') }).click();
    await page.getByText(zh('printing.cancelled')).waitFor();
    expect(await page.printed()).toEqual([]);
    expect(await logOf(page)).toEqual(before);
    expect(await page.locator('iframe').count()).toBe(0);
    await page.getByRole('checkbox', { name: zh('printing.queue.choose', { number: cardNumber }) }).waitFor();
    await page.context().close();
  });

  it('that cannot be printed are said, and nothing is on record', async () => {
    const page = await openDesk();
    const { cardId } = await join(page, '周杰');
    const before = await logOf(page);
    await page.goto('/#/printing/queue');
    await page.getByRole('row').nth(1).waitFor();
    await page.route('**/rpc/printing/cards*', (route) =>
      route.fulfill({
        status: 404,
        json: {
          json: { defined: true, code: 'NOT_FOUND', status: 404, message: '', data: { reason: 'card-not-found' } },
        },
      }),
    );
    await page.keyboard.press('Control+p');
    await page.getByText(zh('errors.reason.card-not-found')).waitFor();
    expect(await logOf(page)).toEqual(before);
    expect(await page.printed()).toEqual([]);
    expect((await page.call<{ rows: { cardId: string }[] }>('printing.queue')).rows.map((row) => row.cardId)).toContain(
      cardId,
    );
    await page.context().close();
  });
});

describe('a printer', () => {
  it('is added, its test page printed, measured, and its offset worked out', async () => {
    const page = await openDesk('/printing/printers');
    await page.getByRole('button', { name: zh('printing.printers.add') }).click();
    await page.field(zh('printing.printers.form.name')).fill('前台 Evolis');
    await page.keyboard.press('Control+s');
    await page.getByText(zh('printing.printers.saved', { name: '前台 Evolis' })).waitFor();
    await page.getByRole('button', { name: zh('printing.printers.here') }).waitFor();

    await page.getByRole('button', { name: zh('printing.printers.test') }).click();
    await page.getByText(zh('printing.printers.testDone')).waitFor();
    expect((await page.printed())[0]).toMatch(/^\/print\.html#\/calibration\?printer=/);
    expect((await logOf(page))[0]).toMatchObject({ document: 'calibration', printer: '前台 Evolis' });

    await page.getByRole('button', { name: zh('printing.printers.edit'), exact: true }).click();
    await page.field(zh('printing.printers.form.measuredX')).fill('11.2');
    await page.field(zh('printing.printers.form.measuredY')).fill('9.6');
    await page.getByRole('button', { name: zh('printing.printers.form.apply') }).click();
    await page.keyboard.press('Control+s');
    await page.getByText('−1.2 mm').waitFor();
    expect(await page.call('printing.printers')).toMatchObject({
      rows: [{ name: '前台 Evolis', offsetXUm: -1200, offsetYUm: 400 }],
    });

    // cards of this desk go by it from now on
    const { cardId } = await join(page, '赵六');
    await page.goto(`/#/printing/queue?card=${cardId}`);
    const dialog = page.getByRole('dialog', { name: zh('printing.reprint.title') });
    await dialog.getByText(zh('printing.reprint.first')).waitFor();
    await page.keyboard.press('Control+p');
    await dialog.waitFor({ state: 'detached' });
    expect((await logOf(page))[0]).toMatchObject({ document: 'card', printer: '前台 Evolis' });
    await page.context().close();
  });
});

describe('a card face', () => {
  const designOf = async (page: DeskPage): Promise<{ version: number; design: CardDesign }> => {
    const { rows } = await page.call<{ rows: { tier: string; version: number; design: CardDesign }[] }>(
      'printing.templates',
    );
    const found = rows.find((row) => row.tier === 'gold');
    if (!found) throw new Error('no gold');
    return found;
  };
  const nameOn = async (page: DeskPage) =>
    (await designOf(page)).design.front.elements.find((element) => element.kind === 'name');

  it('is drawn by hand and by key, taken back, kept, saved and printed', async () => {
    const page = await openDesk('/printing/templates?tier=gold');
    const name = page.getByRole('button', { name: new RegExp(`^${zh('printing.templates.kind.name')}，`) });
    const labelled = (x: string, y: string) =>
      page.getByRole('button', {
        name: zh('printing.templates.element', { kind: zh('printing.templates.kind.name'), x, y }),
        exact: true,
      });
    const box = await name.boundingBox();
    if (!box) throw new Error('no name on the card');
    // 8 px a millimetre: 4 mm right; 1.1 mm down, where its foot takes hold of the number's head
    await page.mouse.move(box.x + 20, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + 20 + 12, box.y + 22);
    await page.mouse.move(box.x + 20 + 32, box.y + 20 + 9);
    await page.mouse.up();
    await labelled('9.0', '24.5').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    await labelled('9.2', '25.5').waitFor();

    await page.keyboard.press('Control+z');
    await labelled('9.0', '24.5').waitFor();
    await page.keyboard.press('Control+z');
    await labelled('5.0', '23.0').waitFor();
    await page.keyboard.press('Control+y');
    await labelled('9.0', '24.5').waitFor();

    // a phone on the back, as the shop has it; then away and back without saving
    await page.getByRole('button', { name: zh('printing.templates.side.back'), exact: true }).click();
    await page.getByTitle(zh('printing.templates.nothing')).first().click();
    await page.getByRole('textbox', { name: zh('printing.templates.properties.text') }).fill('服务热线 010-6655 8899');
    await page.goto('/#/printing/log');
    await page.getByRole('heading', { name: zh('printing.log.title') }).waitFor();
    await page.goto('/#/printing/templates?tier=gold');
    await labelled('9.0', '24.5').waitFor();
    expect((await designOf(page)).version).toBe(0);
    await page.keyboard.press('Control+s');
    await page.getByText(zh('printing.templates.saved', { tier: '金卡' })).waitFor();
    expect(await nameOn(page)).toMatchObject({ x: 9_000, y: 24_500 });

    const { cardId, cardNumber } = await join(page, '钱七');
    const pdf = await printToPdf(page, hashOf({ document: 'card', cardIds: [cardId], printerId: null }));
    expect(pdf.pages[1]?.text).toContain('010-6655 8899');
    expect((await pdf.pages[1]?.scan())?.map(({ text }) => text)).toEqual([cardNumber, cardNumber]);
    pdf.close();

    await page.goto('/#/printing/templates?tier=gold');
    await page.getByRole('button', { name: zh('printing.templates.reset') }).click();
    await page
      .getByRole('group', { name: zh('printing.templates.resetAsk') })
      .getByRole('button', { name: zh('printing.templates.reset') })
      .click();
    await page.getByText(zh('printing.templates.resetDone', { tier: '金卡' })).waitFor();
    await labelled('5.0', '23.0').waitFor();
    await page.context().close();
  });

  it('takes new things and a picture, and stays inside the card however far one drags', async () => {
    const page = await openDesk('/printing/templates?tier=silver');
    const add = async (kind: 'image' | 'qr') => {
      await page.getByRole('button', { name: zh('printing.templates.addWhat') }).click();
      await page.getByRole('menuitem', { name: zh(`printing.templates.kind.${kind}`) }).click();
    };
    await add('image');
    const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    await page.setInputFiles('input[type=file]', {
      name: 'logo.png',
      mimeType: 'image/png',
      buffer: Buffer.from(png, 'base64'),
    });
    await page.locator('img[src^="data:image/png"]').first().waitFor();
    await page.setInputFiles('input[type=file]', {
      name: 'a.gif',
      mimeType: 'image/gif',
      buffer: Buffer.from('GIF89a'),
    });
    await page
      .getByRole('alert')
      .filter({ hasText: zh('printing.templates.properties.imageWrong') })
      .waitFor();
    await add('qr');
    const qr = page.getByRole('button', { name: new RegExp(`^${zh('printing.templates.kind.qr')}，`) });
    const box = await qr.boundingBox();
    if (!box) throw new Error('no QR on the card');
    await page.mouse.move(box.x + 10, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x - 3000, box.y + 3000, { steps: 4 });
    await page.mouse.up();
    const corner = zh('printing.templates.element', { kind: zh('printing.templates.kind.qr'), x: '1.0', y: '35.48' });
    await page.getByRole('button', { name: corner, exact: true }).waitFor();
    await page.keyboard.press('Delete');
    await qr.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+s');
    await page.getByText(zh('printing.templates.saved', { tier: '银卡' })).waitFor();
    await page.context().close();
  });

  it('that somebody else saved meanwhile is not written over', async () => {
    const page = await openDesk('/printing/templates?tier=diamond');
    const name = page.getByRole('button', { name: new RegExp(`^${zh('printing.templates.kind.name')}，`) });
    await name.focus();
    await page.keyboard.press('ArrowRight');
    const other = await openDesk();
    const { rows } = await other.call<{ rows: { tier: string; design: CardDesign }[] }>('printing.templates');
    const design = rows.find((row) => row.tier === 'diamond')?.design;
    await other.call('printing.saveTemplate', { tier: 'diamond', version: 0, design });
    await page.getByText(zh('printing.templates.changedMeanwhile')).waitFor();
    await page.keyboard.press('Control+s');
    await page.getByText(zh('errors.reason.changed-meanwhile')).waitFor();
    await page.getByRole('button', { name: zh('printing.templates.keepMine') }).click();
    await page.keyboard.press('Control+s');
    await page.getByText(zh('printing.templates.saved', { tier: '钻石卡' })).waitFor();
    await page.context().close();
    await other.context().close();
  });
});
