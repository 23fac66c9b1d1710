import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffPassword } from '../contract/desk.ts';
import { type DeskPage, type Journey, openJourney } from './journey.ts';
import { pattern, zh } from './texts.ts';

let journey: Journey;
let page: DeskPage;
/** the desk beside it, with the same board */
let other: DeskPage;

const people = [
  ['王伟', '13800138000', '京A12345', '轩逸'],
  ['李敏', '13900139001', '京B67890', '奇骏'],
  ['张春梅', '13700137002', '京C24680', '逍客'],
] as const;

beforeAll(async () => {
  journey = await openJourney('setUp');
  page = await journey.newDesk();
  await page.enter('reception', staffPassword);
  for (const [name, number, plate, series] of people) {
    await page.call('customers.add', { name, phones: [{ number }], vehicle: { plate, series } });
  }
  await page.reload();
  await board(page).waitFor();
  other = await journey.newDesk();
  await other.enter('reception', staffPassword);
  await board(other).waitFor();
});
afterAll(() => journey.close());

type Step = 'booked' | 'arrived' | 'inWork' | 'ready' | 'left';

const board = (desk: DeskPage) => desk.getByRole('group', { name: zh('board.label') });
const column = (desk: DeskPage, step: Step) =>
  desk.getByRole('region', {
    name: pattern(zh('board.columnOf', { step: zh(`board.step.${step}`), count: 99 }).replace('99', '{{n}}')),
  });
const card = (desk: DeskPage, step: Step, text: string) =>
  column(desk, step).locator('[data-card]').filter({ hasText: text });
const dialog = (desk: DeskPage, name: string) => desk.getByRole('dialog', { name, exact: true });
const focusedText = (desk: DeskPage): Promise<string> => desk.locator(':focus').innerText();

/** HH:mm of the store so many minutes from now */
const later = (minutes: number): string => {
  const shifted = new Date(Date.now() + 8 * 3_600_000 + minutes * 60_000);
  return shifted.toISOString().slice(11, 16);
};
/** In two minutes; at the end of the day its last minute, which may be booked until it is over. */
const soon = (): string => (later(2) < later(0) ? '23:59' : later(2));
const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const daysOff = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

describe('a day at the desk by keyboard alone', () => {
  it('a booking: Alt B, the last four of the phone, Enter, the time, Ctrl S', async () => {
    await page.keyboard.press('Alt+b');
    const panel = dialog(page, zh('appointments.newTitle'));
    await panel.waitFor();
    await page.keyboard.type('8000');
    await panel.getByRole('option').filter({ hasText: '王伟' }).waitFor();
    await page.keyboard.press('Enter');
    await panel.getByText('王伟').waitFor();
    await page.field(zh('appointments.day')).fill(today());
    await page.field(zh('appointments.time')).fill(soon());
    await page.keyboard.press('Control+s');
    await panel.waitFor({ state: 'detached' });
    await card(page, 'booked', '京A·12345').waitFor();
    await card(other, 'booked', '京A·12345').waitFor();
  });

  it('a booking in the past is refused in words, and nothing typed is lost', async () => {
    await page.keyboard.press('Alt+b');
    const panel = dialog(page, zh('appointments.newTitle'));
    await panel.waitFor();
    await page.keyboard.type('9001');
    await panel.getByRole('option').filter({ hasText: '李敏' }).waitFor();
    await page.keyboard.press('Enter');
    await panel.getByRole('option').filter({ hasText: '李敏' }).waitFor({ state: 'detached' });
    await page.field(zh('appointments.day')).fill(daysOff(-1));
    await panel.getByText(zh('errors.field.booking-past')).waitFor();
    await page.keyboard.press('Control+s');
    await panel.getByText(zh('customer.form.errorsLeft', { n: 1 })).waitFor();
    expect(await panel.innerText()).toContain('李敏');
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await page.keyboard.press('Alt+b');
    await panel.getByText('李敏').waitFor();
    await panel.getByRole('button', { name: zh('customer.form.draftDrop') }).click();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
  });

  it('an arrow takes the first card, M lets it arrive', async () => {
    await page.getByRole('main').focus();
    await page.keyboard.press('ArrowDown');
    expect(await focusedText(page)).toContain('京A·12345');
    await page.keyboard.press('m');
    await card(page, 'arrived', '京A·12345').waitFor();
    await card(other, 'arrived', '京A·12345').waitFor();
    await expect.poll(() => column(page, 'booked').locator('[data-card]').count()).toBe(0);
  });

  it('a walk-in: W on a card, the plate, Enter, Ctrl S', async () => {
    await card(page, 'arrived', '京A·12345').focus();
    await page.keyboard.press('w');
    const panel = dialog(page, zh('board.come.walkInTitle'));
    await panel.waitFor();
    await page.keyboard.type('24680');
    await panel.getByRole('option').filter({ hasText: '张春梅' }).waitFor();
    await page.keyboard.press('Enter');
    await panel.getByRole('option').filter({ hasText: '张春梅' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+s');
    await panel.waitFor({ state: 'detached' });
    await card(page, 'arrived', '京C·24680').waitFor();
  });

  it('somebody unknown walks in and is on file by it', async () => {
    await page.keyboard.press('Alt+w');
    const panel = dialog(page, zh('board.come.walkInTitle'));
    await panel.waitFor();
    await page.keyboard.type('京D13579 13600136003 赵新来');
    await panel.getByText(zh('board.come.none')).waitFor();
    await page.keyboard.press('Enter');
    await panel.getByText(zh('board.come.newText')).waitFor();
    expect(await page.field(zh('board.come.name')).inputValue()).toBe('赵新来');
    await page.keyboard.press('Control+s');
    await panel.waitFor({ state: 'detached' });
    await card(page, 'arrived', '京D·13579').waitFor();
  });

  it('M, M: in work and ready; the focus stays with the card', async () => {
    await card(page, 'arrived', '京A·12345').focus();
    await page.keyboard.press('m');
    await card(page, 'inWork', '京A·12345').waitFor();
    await expect.poll(() => focusedText(page)).toContain('京A·12345');
    await page.keyboard.press('m');
    await card(page, 'ready', '京A·12345').waitFor();
    await card(other, 'ready', '京A·12345').waitFor();
    await expect.poll(() => focusedText(page)).toContain('京A·12345');
  });

  it('Shift Left takes it back by one, and what makes no sense is said', async () => {
    await page.keyboard.press('Shift+ArrowLeft');
    await card(page, 'inWork', '京A·12345').waitFor();
    await page.keyboard.press('m');
    await card(page, 'ready', '京A·12345').waitFor();
    await card(page, 'ready', '京A·12345').dragTo(column(page, 'booked'));
    await page.getByText(zh('board.whyNot.oneBack')).waitFor();
    await card(page, 'ready', '京A·12345').waitFor();
  });

  it('Ctrl Z in the instant after M takes that move back, not the deed before it', async () => {
    await card(page, 'arrived', '京D·13579').focus();
    await page.evaluate(() => {
      const held = document.activeElement;
      const press = (init: KeyboardEventInit) =>
        (document.activeElement ?? held)?.dispatchEvent(
          new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }),
        );
      press({ key: 'm', code: 'KeyM' });
      press({ key: 'z', code: 'KeyZ', ctrlKey: true });
    });
    await page.getByText(pattern(zh('undo.done', { what: '{{t}}' }))).waitFor();
    await card(page, 'arrived', '京D·13579').waitFor();
    expect(await card(page, 'ready', '京A·12345').count()).toBe(1);
  });

  it('L: the lines, entered when it is ready', async () => {
    await card(page, 'ready', '京A·12345').focus();
    await page.keyboard.press('l');
    const panel = dialog(page, zh('board.linesPanel.title'));
    await panel.getByLabel(zh('visit.line.amount', { n: 1 })).fill('480');
    await page.keyboard.press('Enter');
    await page.keyboard.type('612');
    await page.keyboard.press('Control+s');
    await panel.waitFor({ state: 'detached' });
    await card(page, 'ready', zh('board.received', { amount: '¥1,092.00' })).waitFor();
    await card(other, 'ready', zh('board.received', { amount: '¥1,092.00' })).waitFor();
  });

  it('M: left; there is no next step', async () => {
    await card(page, 'ready', '京A·12345').focus();
    await page.keyboard.press('m');
    await card(page, 'left', '京A·12345').waitFor();
    await expect.poll(() => focusedText(page)).toContain('京A·12345');
    await page.keyboard.press('m');
    await page.getByText(zh('board.atEnd')).waitFor();
  });

  it('X: void, not without a reason', async () => {
    await card(page, 'arrived', '京D·13579').focus();
    await page.keyboard.press('x');
    const panel = dialog(page, zh('board.voidPanel.title'));
    await panel.waitFor();
    await page.keyboard.press('Control+s');
    await panel.getByText(zh('board.voidPanel.required')).waitFor();
    await page.keyboard.type('录错了');
    await page.keyboard.press('Enter');
    await panel.waitFor({ state: 'detached' });
    await expect.poll(() => card(page, 'arrived', '京D·13579').count()).toBe(0);
    await expect.poll(() => card(other, 'arrived', '京D·13579').count()).toBe(0);
  });

  it('Enter opens the customer', async () => {
    await card(page, 'arrived', '京C·24680').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: zh('customer.strip.label') }).waitFor();
    await page.getByRole('link', { name: zh('today.title') }).click();
    await board(page).waitFor();
  });
});

describe('two desks', () => {
  it('the one that comes second hears where the card is now', async () => {
    await card(other, 'arrived', '京C·24680').waitFor();
    // what the other desk is told by the change stream comes too late for it
    await other.route('**/rpc/board/day*', () => undefined);
    await card(page, 'arrived', '京C·24680').focus();
    await page.keyboard.press('m');
    await card(page, 'inWork', '京C·24680').waitFor();
    await page.keyboard.press('m');
    await card(page, 'ready', '京C·24680').waitFor();
    await expect.poll(async () => (await columnsOf(page)).ready.length).toBe(1);
    await card(other, 'arrived', '京C·24680').focus();
    await other.keyboard.press('m');
    const why = { name: '京C·24680', by: 'reception', step: zh('board.step.ready') };
    await other.getByText(zh('board.meanwhile.movedBy', why)).waitFor();
    await card(other, 'ready', '京C·24680').waitFor();
    await other.unroute('**/rpc/board/day*');
  });

  it('dragging moves a card as a key does', async () => {
    await card(page, 'ready', '京C·24680').dragTo(column(page, 'left'));
    await card(page, 'left', '京C·24680').waitFor();
  });

  it('a car that is here is not taken in twice', async () => {
    const { arrived } = await columnsOf(page);
    expect(arrived).toEqual([]);
    await page.call('board.walkIn', {
      requestId: crypto.randomUUID(),
      vehicleId: await vehicleOf('京B67890'),
    });
    await card(page, 'arrived', '京B·67890').waitFor();
    await page.keyboard.press('Alt+w');
    const panel = dialog(page, zh('board.come.walkInTitle'));
    await panel.waitFor();
    await page.keyboard.type('67890');
    await panel.getByRole('option').filter({ hasText: '李敏' }).waitFor();
    await page.keyboard.press('Enter');
    await panel.getByRole('option').filter({ hasText: '李敏' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+s');
    await page.getByText(zh('board.hereAlready', { name: '京B·67890', step: zh('board.step.arrived') })).waitFor();
    expect((await columnsOf(page)).arrived.length).toBe(1);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
  });

  it('a board fetched while a card is on its way does not take it back', async () => {
    let go = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    await page.route('**/rpc/board/move*', async (route) => {
      await held;
      await route.continue();
    });
    await card(page, 'arrived', '京B·67890').focus();
    await page.keyboard.press('m');
    await card(page, 'inWork', '京B·67890').waitFor();
    const fetched = page.waitForResponse('**/rpc/board/day*');
    await other.call('board.walkIn', { requestId: crypto.randomUUID(), vehicleId: await vehicleOf('京D13579') });
    await fetched;
    await card(page, 'arrived', '京D·13579').waitFor();
    await card(page, 'inWork', '京B·67890').waitFor();
    await page.keyboard.press('m');
    await card(page, 'ready', '京B·67890').waitFor();
    go();
    await card(other, 'ready', '京B·67890').waitFor();
    await page.unroute('**/rpc/board/move*');
  });
});

const columnsOf = async (desk: DeskPage) =>
  (await desk.call<{ columns: Record<Step, readonly { id: string }[]> }>('board.day')).columns;

const vehicleOf = async (q: string): Promise<string> => {
  const { hits } = await page.call<{ hits: { vehicles: { id: string }[] }[] }>('customers.search', { q });
  return hits[0]?.vehicles[0]?.id ?? '';
};
