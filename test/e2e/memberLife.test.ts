import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { luhnOk } from '../../db/domain/luhn.ts';
import { dayOf } from '../../db/domain/zonedTime.ts';
import { staffPassword } from '../contract/desk.ts';
import { boss, type DeskPage, type Journey, openJourney } from './journey.ts';
import { memberScreens, quickRules, reasonIn } from './memberScreens.ts';
import { scan } from './scannerKeys.ts';
import { zh } from './texts.ts';

/** One member from joining to a new card, by keys and scanner alone, each step from where the one before ended. */

interface Member {
  readonly membershipId: string;
  readonly cardNumber: string;
}
interface Statement {
  readonly opening: number;
  readonly earned: number;
  readonly used: number;
  readonly closing: number;
  readonly proof: string;
}

let journey: Journey;
let page: DeskPage;
let customerId: string;
let member: Member;

beforeAll(async () => {
  journey = await openJourney('setUp');
  const manager = await journey.newDesk();
  await manager.enter(...boss);
  await quickRules(manager);
  await manager.call('rewards.add', { kind: 'cash', name: '代金券 ¥10', points: 300, valueFen: 1_000, validDays: 90 });
  page = await journey.newDesk();
  await page.enter('reception', staffPassword, '/members');
  ({ id: customerId } = await page.call<{ id: string }>('customers.add', {
    name: '王伟',
    phones: [{ number: '13800138000' }],
    vehicle: { plate: '京A12345', series: '轩逸' },
  }));
});
afterAll(() => journey.close());

const { dialog, heading, strip, stripSays, hash } = memberScreens(() => page);
const printed = async (document: string): Promise<number> =>
  (await page.call<{ rows: { document: string }[] }>('printing.log')).rows.filter((row) => row.document === document)
    .length;
/** The scanner is used with an input method on, as it is at a Chinese desk. */
const scanned = (text: string): Promise<void> => scan(page, text, { composing: true });

describe('a member’s life', () => {
  it('joins', async () => {
    await heading(zh('members.empty.title')).waitFor();
    await page.keyboard.press('b');
    await dialog(zh('members.join.title')).waitFor();
    await page.keyboard.type('8000');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await dialog(zh('members.join.title'))
      .getByRole('radio', { name: zh('members.mode.vehicle') })
      .waitFor();
    await page.keyboard.press('Control+s');
    await dialog(zh('members.join.doneTitle')).waitFor();
    const { rows } = await page.call<{ rows: Member[] }>('members.list');
    expect(rows).toHaveLength(1);
    [member] = rows as [Member];
    expect(luhnOk(member.cardNumber)).toBe(true);
  });

  it('has the card printed', async () => {
    await page.keyboard.press('p');
    await expect.poll(() => printed('card')).toBe(1);
    await page.keyboard.press('Escape');
    await dialog(zh('members.join.doneTitle')).waitFor({ state: 'detached' });
  });

  it('comes by, shows the card, and the visit earns', async () => {
    await scanned(member.cardNumber);
    await expect.poll(hash).toBe(`#/customers/${customerId}`);
    await stripSays('银卡');
    await page.keyboard.press('v');
    const form = dialog(zh('visit.title'));
    await form.getByLabel(zh('visit.line.amount', { n: 1 })).fill('1340');
    await page.keyboard.press('Control+s');
    await form.waitFor({ state: 'detached' });
    await stripSays('1,340');
  });

  it('redeems at the counter', async () => {
    await page.keyboard.press('Alt+r');
    await heading(zh('rewards.counter.begin')).waitFor();
    await scanned(member.cardNumber);
    await heading('王伟').waitFor();
    // what there is comes after who it is
    await page.getByRole('radio', { disabled: false }).first().waitFor();
    await page.keyboard.press('1');
    await expect.poll(() => page.getByRole('radio', { checked: true }).count()).toBe(1);
    await page.keyboard.press('Enter');
    await heading(zh('rewards.counter.done')).waitFor();
    await page.keyboard.press('p');
    await expect.poll(() => printed('slip')).toBe(1);
  });

  it('has a statement, which proves itself', async () => {
    await page.goto(`/#/statements?membership=${member.membershipId}`);
    await page.getByText('王伟', { exact: true }).first().waitFor();
    await page.getByText('1,040').first().waitFor();
    await page.keyboard.press('Control+p');
    await expect.poll(() => printed('statementA5')).toBe(1);
    const today = dayOf(Date.now(), 'Asia/Shanghai');
    const statement = await page.call<Statement>('points.statement', {
      membershipId: member.membershipId,
      fromDay: `${today.slice(0, 4)}-01-01`,
      toDay: today,
    });
    expect(statement).toMatchObject({ opening: 0, earned: 1340, used: 300, closing: 1040 });
    await scanned(statement.proof);
    await dialog(zh('pointsReports.proof.title'))
      .getByRole('heading', { name: zh('pointsReports.proof.genuine') })
      .waitFor();
    await page.keyboard.press('Escape');
  });

  it('renews by points', async () => {
    await page.goto('/#/members');
    await heading(zh('members.home.title')).waitFor();
    await scanned(member.cardNumber);
    await strip().waitFor();
    await page.keyboard.press('r');
    const form = dialog(zh('members.renew.title'));
    await form.getByText(zh('members.pointsGo')).waitFor();
    await page.keyboard.press('Control+s');
    await form.waitFor({ state: 'detached' });
    await stripSays(/可兑换积分\s+540/);
  });

  it('rises', async () => {
    await page.keyboard.press('u');
    const form = dialog(zh('members.upgrade.title'));
    await form.getByRole('radio', { name: zh('members.path.cumulative', { points: '500' }) }).waitFor();
    await page.keyboard.press('Control+s');
    await form.waitFor({ state: 'detached' });
    await stripSays('金卡');
  });

  it('loses the card: it redeems nothing', async () => {
    await page.keyboard.press('k');
    await heading(zh('members.paths.title')).waitFor();
    await page.keyboard.press('l');
    const form = dialog(zh('members.turn.lost.title'));
    await reasonIn(form).fill('电话挂失');
    await page.keyboard.press('Control+s');
    await form.waitFor({ state: 'detached' });
    await page.keyboard.press('Alt+r');
    await heading(zh('rewards.counter.begin')).waitFor();
    await scanned(member.cardNumber);
    await page.getByText(zh('rewards.counter.refused.card-lost')).waitFor();
  });

  it('gets another one, with everything on it', async () => {
    await page.goto(`/#/members/${member.membershipId}`);
    await heading(zh('members.paths.title')).waitFor();
    await page.keyboard.press('h');
    const form = dialog(zh('members.replace.title'));
    await reasonIn(form).fill('遗失补办');
    await page.keyboard.press('Control+s');
    await form.waitFor({ state: 'detached' });
    const { rows } = await page.call<{ rows: Member[] }>('members.list');
    const number = rows[0]?.cardNumber ?? '';
    expect(number).not.toBe(member.cardNumber);
    await page.keyboard.press('Alt+r');
    await heading(zh('rewards.counter.begin')).waitFor();
    await scanned(number);
    await heading('王伟').waitFor();
    await page.getByText('540').first().waitFor();
    const { proof } = await page.call<{ proof: { holds: boolean } }>('points.explain', { card: number });
    expect(proof.holds).toBe(true);
  });
});
