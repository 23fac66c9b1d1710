import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openConnection } from '../../db/store/connection.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import { staffPassword } from '../contract/desk.ts';
import { type DeskPage, type Journey, openJourney } from './journey.ts';
import { pattern, zh } from './texts.ts';

let journey: Journey;
let page: DeskPage;

const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** A booking for today whose time is over: entered for its last minute, then moved back in the store's file. */
const book = async (name: string, plate: string): Promise<void> => {
  const { vehicleId } = await page.call<{ vehicleId: string }>('customers.add', {
    name,
    phones: [{ number: `139${plate.slice(-5).replace(/\D/g, '0').padStart(8, '0')}` }],
    vehicle: { plate, series: '轩逸' },
  });
  const { id } = await page.call<{ id: string }>('appointments.add', { day, time: '23:59', vehicleId });
  const connection = openConnection(storeFileOf(journey.dataDir));
  const at = Date.parse(`${day}T00:00:00+08:00`);
  connection.prepare('UPDATE appointment SET time = ?, startsAt = ? WHERE id = ?').run('00:00', at, id);
  connection.close();
};

beforeAll(async () => {
  journey = await openJourney('setUp');
  page = await journey.newDesk();
  await page.enter('reception', staffPassword);
  await book('王伟', '京A12345');
  await book('李敏', '京B67890');
  await book('张春梅', '京C24680');
  await page.goto('about:blank');
  await page.goto('/#/?view=board');
});
afterAll(() => journey.close());

const column = (step: 'booked' | 'arrived'): Locator =>
  page.getByRole('region', {
    name: pattern(zh('board.columnOf', { step: zh(`board.step.${step}`), count: 99 }).replace('99', '{{n}}')),
  });
const card = (step: 'booked' | 'arrived', text: string): Locator =>
  column(step).locator('[data-card]').filter({ hasText: text });
const row = (name: string): Locator => page.getByRole('row').filter({ hasText: name });

describe('who does not come', () => {
  it('N: taken from the board; 预约 has it, and brings it back', async () => {
    await card('booked', '京A·12345').focus();
    await page.keyboard.press('n');
    await card('booked', '京A·12345').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: zh('appointments.title'), exact: true }).click();
    await row('王伟')
      .filter({ hasText: zh('appointments.state.noShow') })
      .waitFor();
    await row('王伟')
      .getByText(zh('board.noShows', { count: 1 }))
      .waitFor();
    await row('王伟')
      .getByRole('button', { name: zh('appointments.reopen') })
      .click();
    await row('王伟')
      .filter({ hasText: zh('appointments.state.booked') })
      .waitFor();
    await page.goto('/#/?view=board');
    await card('booked', '京A·12345').waitFor();
  });

  it('X: cancelled, not without a reason; taken back from the bar below', async () => {
    await card('booked', '京B·67890').focus();
    await page.keyboard.press('x');
    const panel = page.getByRole('dialog', { name: zh('appointments.cancelTitle'), exact: true });
    await panel.waitFor();
    await page.keyboard.press('Control+s');
    await panel.getByText(zh('errors.field.required')).waitFor();
    await page.keyboard.type('客户来电取消');
    await page.keyboard.press('Enter');
    await panel.waitFor({ state: 'detached' });
    await card('booked', '京B·67890').waitFor({ state: 'detached' });
    await page.getByText(zh('appointments.cancelled', { name: '李敏' })).waitFor();
    await page.keyboard.press('Control+z');
    await card('booked', '京B·67890').waitFor();
  });
});

describe('the wrong card was taken', () => {
  it('Shift Left withdraws the visit: the booking stands where it stood', async () => {
    await card('booked', '京C·24680').focus();
    await page.keyboard.press('m');
    await card('arrived', '京C·24680').waitFor();
    await card('arrived', '京C·24680').focus();
    await page.keyboard.press('Shift+ArrowLeft');
    await card('booked', '京C·24680').waitFor();
    await expect.poll(() => card('arrived', '京C·24680').count()).toBe(0);
    await expect.poll(() => page.locator(':focus').innerText()).toContain('京C·24680');
  });

  it('with lines entered it stays, and why is said', async () => {
    await card('booked', '京C·24680').focus();
    await page.keyboard.press('m');
    await card('arrived', '京C·24680').waitFor();
    await card('arrived', '京C·24680').focus();
    await page.keyboard.press('l');
    const panel = page.getByRole('dialog', { name: zh('board.linesPanel.title'), exact: true });
    await panel.getByLabel(zh('visit.line.amount', { n: 1 })).fill('480');
    await page.keyboard.press('Control+s');
    await panel.waitFor({ state: 'detached' });
    await card('arrived', '京C·24680').dragTo(column('booked'));
    await page.getByText(zh('board.whyNot.hasLines')).waitFor();
    await card('arrived', '京C·24680').waitFor();
  });
});
