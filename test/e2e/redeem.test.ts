import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffPassword } from '../contract/desk.ts';
import { boss, type DeskPage, type Journey, openJourney } from './journey.ts';
import { scan } from './scannerKeys.ts';
import { pattern, zh } from './texts.ts';

interface Member {
  readonly id: string;
  readonly vehicleId: string;
  readonly membershipId: string;
  readonly cardId: string;
  readonly cardNumber: string;
}
interface Voucher {
  readonly id: string;
  readonly code: string;
  readonly state: string;
  readonly name: string;
}

let journey: Journey;
/** reception, at the counter */
let desk: DeskPage;
/** decides what is above a limit */
let manager: DeskPage;
let wang: Member;
let li: Member;

const join = async (name: string, phone: string, plate: string, tier: string, points: number): Promise<Member> => {
  const added = await manager.call<{ id: string; vehicleId: string }>('customers.add', {
    name,
    phones: [{ number: phone }],
    vehicle: { plate, series: '轩逸' },
  });
  const member = await manager.call<Omit<Member, 'id' | 'vehicleId'>>('members.join', {
    customerId: added.id,
    mode: 'fee',
    tier,
    feeFen: 10_000,
    receiptNo: `R${phone}`,
  });
  await manager.call('points.adjust', {
    membershipId: member.membershipId,
    cumulative: 0,
    redeemable: points,
    reason: '开业赠送',
  });
  return { ...added, ...member };
};

beforeAll(async () => {
  journey = await openJourney('setUp');
  manager = await journey.newDesk();
  await manager.enter(...boss);
  wang = await join('王伟', '13800138000', '京A12345', 'gold', 3_000);
  li = await join('李娜', '13900139000', '京B67890', 'silver', 1_500);
  for (const reward of [
    { kind: 'labour', name: '工时券 ¥50', points: 500, valueFen: 5_000, validDays: 180 },
    { kind: 'gift', name: '雨伞', points: 300, stock: 2, validDays: 30 },
    { kind: 'cash', name: '代金券 ¥100', points: 1_000, valueFen: 10_000, validDays: 180, tiers: ['diamond'] },
  ]) {
    await manager.call('rewards.add', reward);
  }
  desk = await journey.newDesk();
  await desk.enter('reception', staffPassword, '/');
});
afterAll(() => journey.close());

const heading = (page: DeskPage, name: string): Locator => page.getByRole('heading', { name, exact: true });
const dialog = (page: DeskPage, name: string): Locator => page.getByRole('dialog', { name, exact: true });
const done = (): Locator => heading(desk, zh('rewards.counter.done'));
const tile = (name: string): Locator => desk.getByRole('radio', { name: new RegExp(name) });
const balanceOf = async ({ membershipId }: Member): Promise<number> =>
  (await manager.call<{ balance: { redeemable: number } }>('members.get', { id: membershipId })).balance.redeemable;
const vouchersOf = async ({ id }: Member): Promise<readonly Voucher[]> =>
  (await manager.call<{ rows: Voucher[] }>('vouchers.ofCustomer', { customerId: id })).rows;

describe('兑换台, by scanner and keys alone', () => {
  // the cheapest is number 1
  it('Alt R, a scan, a digit, how many, Enter', async () => {
    await desk.keyboard.press('Alt+r');
    await heading(desk, zh('rewards.counter.begin')).waitFor();
    await scan(desk, wang.cardNumber, { composing: true });
    await heading(desk, '王伟').waitFor();
    await tile('工时券').waitFor();
    expect(new URL(desk.url()).hash).toBe('#/redeem');
    // Enter before a choice redeems nothing
    await desk.keyboard.press('Enter');
    await desk.keyboard.press('2');
    await expect.poll(() => tile('工时券').isChecked()).toBe(true);
    await desk.keyboard.press('+');
    await desk
      .getByText(zh('rewards.counter.sum', { name: '工时券 ¥50', count: 2, points: '1,000', left: '2,000' }))
      .waitFor();
    expect(await tile('代金券').isDisabled()).toBe(true);
    await desk.keyboard.press('Enter');
    await done().waitFor();
    expect(await balanceOf(wang)).toBe(2_000);
    const codes = await desk
      .getByRole('list', { name: zh('rewards.counter.codes') })
      .getByRole('listitem')
      .count();
    expect(codes).toBe(2);
  });

  it('P prints the slip, which is on record', async () => {
    await desk.keyboard.press('p');
    const printed = async (): Promise<readonly string[]> =>
      (await manager.call<{ rows: { document: string; what: string }[] }>('printing.log')).rows
        .filter(({ document }) => document === 'slip')
        .map(({ what }) => what);
    await expect.poll(async () => (await printed()).length, { timeout: 10_000 }).toBeGreaterThan(0);
    await done().waitFor();
  });

  it('the next card begins anew, while the result still shows', async () => {
    await scan(desk, li.cardNumber);
    await heading(desk, '李娜').waitFor();
    expect(await done().count()).toBe(0);
    await desk.keyboard.press('1');
    await expect.poll(() => tile('雨伞').isChecked()).toBe(true);
    await desk.keyboard.press('Enter');
    await done().waitFor();
    await desk.getByText(zh('rewards.counter.handed')).waitFor();
    expect(await balanceOf(li)).toBe(1_200);
    expect((await vouchersOf(li)).map(({ state }) => state)).toEqual(['used']);
    // Enter goes on to nobody, the field ready
    await desk.keyboard.press('Enter');
    await heading(desk, zh('rewards.counter.begin')).waitFor();
  });

  it('without the card: the last four of the phone, Enter', async () => {
    await desk.keyboard.type('9000');
    await desk.getByRole('option').filter({ hasText: '李娜' }).waitFor();
    await desk.keyboard.press('Enter');
    await heading(desk, '李娜').waitFor();
    await desk.keyboard.press('Escape');
  });

  it('a frozen card says why and what to do, and nothing is taken', async () => {
    const { cards } = await manager.call<{ cards: { id: string; version: number }[] }>('members.get', {
      id: li.membershipId,
    });
    const [card] = cards;
    const frozen = await manager.call<{ version: number }>('members.setCardState', {
      cardId: card?.id,
      version: card?.version,
      state: 'frozen',
      reason: '待核实',
    });
    await scan(desk, li.cardNumber);
    await desk.getByText(zh('rewards.counter.refused.card-frozen')).waitFor();
    await desk.getByText(zh('rewards.counter.remedy.card-frozen')).waitFor();
    expect(await desk.getByRole('radio').count()).toBe(0);
    expect(await balanceOf(li)).toBe(1_200);
    await manager.call('members.setCardState', {
      cardId: card?.id,
      version: frozen.version,
      state: 'active',
      reason: '已核实',
    });
  });

  it('a card read badly is told from one that nobody has', async () => {
    const wrong = `${wang.cardNumber.slice(0, -1)}${(Number(wang.cardNumber.at(-1)) + 1) % 10}`;
    await scan(desk, wrong);
    await desk.getByRole('alert').getByText(zh('rewards.counter.notFoundHint')).waitFor();
    await heading(desk, zh('errors.field.card-check-digit')).waitFor();
  });

  it('a voucher is used once; scanned again it says by whom and when', async () => {
    const [voucher] = await vouchersOf(wang);
    // from any other screen
    await desk.goto('/#/customers');
    await desk.getByRole('link', { name: '王伟' }).waitFor();
    await scan(desk, voucher?.code ?? '');
    await heading(desk, zh('rewards.voucher.panelTitle', { code: voucher?.code ?? '' })).waitFor();
    await desk.getByRole('button', { name: zh('rewards.counter.use') }).waitFor();
    await desk.keyboard.press('Enter');
    await heading(desk, zh('rewards.counter.used')).waitFor();
    await scan(desk, voucher?.code ?? '');
    await desk
      .getByRole('alert')
      .getByText(pattern(zh('rewards.voucher.cannot.used', { day: '{{d}}', name: '{{n}}' })))
      .waitFor();
    expect(await desk.getByRole('button', { name: zh('rewards.counter.use') }).count()).toBe(0);
    const [again] = await vouchersOf(wang).then((all) => all.filter(({ id }) => id === voucher?.id));
    expect(again?.state).toBe('used');
  });
});

describe('above a limit a manager decides', () => {
  it('a voucher of ¥800 waits', async () => {
    await desk.goto(`/#/customers/${wang.id}?do=voucher`);
    const panel = dialog(desk, zh('rewards.grant.title'));
    await panel.getByLabel(new RegExp(`^${zh('rewards.grant.name')}`)).fill('代金券 ¥800');
    await panel.getByLabel(/^面值/).fill('800');
    await panel.getByText(zh('rewards.grant.limit', { amount: '¥500.00' })).waitFor();
    await desk.keyboard.press('Control+s');
    await panel.getByText(zh('rewards.grant.check.required')).waitFor();
    await panel.getByLabel(new RegExp(`^${zh('rewards.grant.reason')}`)).fill('空调两次返修');
    await desk.keyboard.press('Control+s');
    await desk.getByText(zh('rewards.grant.waits')).waitFor();
    expect((await vouchersOf(wang)).some(({ name }) => name === '代金券 ¥800')).toBe(false);
  });

  it('the manager sees it on 今日 and approves by keys; then the voucher is there', async () => {
    await manager.goto('/#/?view=overview');
    await manager.button(zh('rewards.approvals.today', { count: 1 })).click();
    await manager.getByRole('listitem').filter({ hasText: '空调两次返修' }).waitFor();
    await manager.keyboard.press('g');
    await manager.getByLabel(zh('rewards.approvals.grantNote')).waitFor();
    await manager.keyboard.press('Enter');
    await heading(manager, zh('rewards.approvals.empty')).waitFor();
    const granted = (await vouchersOf(wang)).find(({ name }) => name === '代金券 ¥800');
    expect(granted?.state).toBe('active');
    await manager.getByRole('button', { name: zh('rewards.approvals.tab.decided'), exact: true }).click();
    await manager
      .getByRole('listitem')
      .filter({ hasText: zh('rewards.approvals.state.granted') })
      .waitFor();
  });

  it('one’s own request can be withdrawn', async () => {
    await desk.call('points.adjust', {
      membershipId: li.membershipId,
      cumulative: 0,
      redeemable: 5_000,
      reason: '写错了',
    });
    await desk.goto('/#/approvals');
    await desk.getByRole('listitem').filter({ hasText: '写错了' }).waitFor();
    expect(await desk.getByRole('button', { name: zh('rewards.approvals.grant') }).count()).toBe(0);
    await desk.keyboard.press('w');
    await heading(desk, zh('rewards.approvals.empty')).waitFor();
    expect(await balanceOf(li)).toBe(1_200);
  });
});

describe('积分调整', () => {
  it('below the limit it is entered at once, and the book says why', async () => {
    await desk.goto(`/#/customers/${li.id}?do=adjust`);
    const panel = dialog(desk, zh('rewards.adjust.title'));
    await panel.getByText(zh('rewards.adjust.balance', { cumulative: '0', redeemable: '1,200' })).waitFor();
    await panel.getByLabel(zh('rewards.adjust.way')).selectOption('take');
    await panel.getByLabel(zh('rewards.adjust.redeemable')).fill('2000');
    await panel.getByText(zh('rewards.adjust.check.short', { n: '1,200' })).waitFor();
    await panel.getByLabel(zh('rewards.adjust.redeemable')).fill('200');
    await panel.getByLabel(new RegExp(`^${zh('rewards.adjust.reason')}`)).fill('7 月工单重复');
    await desk.keyboard.press('Control+s');
    await desk.getByText(zh('rewards.adjust.done', { cumulative: '0', redeemable: '1,000' })).waitFor();
    expect(await balanceOf(li)).toBe(1_000);
    await desk.goto(`/#/customers/${li.id}?do=points`);
    await dialog(desk, zh('points.title')).getByRole('row').filter({ hasText: '7 月工单重复' }).waitFor();
    await desk.keyboard.press('Escape');
  });
});

describe('积分转赠', () => {
  it('to the wife, no more than there is', async () => {
    await manager.call('customers.addRelation', { id: wang.id, kind: 'spouse', name: '李娜', otherId: li.id });
    const had = await balanceOf(wang);
    await desk.goto(`/#/customers/${wang.id}?do=transfer`);
    const panel = dialog(desk, zh('rewards.transfer.title'));
    const points = panel.getByLabel(new RegExp(`^${zh('rewards.transfer.points')}`));
    await points.fill(String(had + 1));
    await panel.getByText(zh('rewards.transfer.check.more', { n: had.toLocaleString('en-US') })).waitFor();
    await points.fill('400');
    await panel.getByLabel(new RegExp(`^${zh('rewards.transfer.reason')}`)).fill('换雨伞');
    await desk.keyboard.press('Control+s');
    await desk.getByText(pattern(zh('rewards.transfer.done', { n: '400', name: '李娜', left: '{{l}}' }))).waitFor();
    expect([await balanceOf(wang), await balanceOf(li)]).toEqual([had - 400, 1_400]);
    await desk.goto(`/#/customers/${li.id}?do=points`);
    const from = zh('rewards.source.transferIn', { name: '王伟' });
    await dialog(desk, zh('points.title')).getByRole('row').filter({ hasText: from }).waitFor();
    await desk.keyboard.press('Escape');
  });
});

describe('a voucher made void', () => {
  it('gives its points back and says so; the reward can be taken again', async () => {
    const before = await balanceOf(wang);
    const labour = (await vouchersOf(wang)).filter(
      ({ name, state }) => name.startsWith('工时券') && state === 'active',
    );
    await manager.call('rewards.add', { kind: 'gift', name: '水杯', points: 100, stock: 1, validDays: 30 });
    const { rows } = await manager.call<{ rows: { reward: { id: string; name: string } }[] }>('rewards.list');
    const cup = rows.find(({ reward }) => reward.name === '水杯')?.reward;
    const taken = await manager.call<{ vouchers: { code: string }[] }>('rewards.redeem', {
      card: wang.cardNumber,
      rewardId: cup?.id,
    });
    const code = taken.vouchers[0]?.code ?? '';
    await desk.goto('/#/vouchers');
    await desk.getByRole('button', { name: code, exact: true }).press('Enter');
    const panel = dialog(desk, zh('rewards.voucher.panelTitle', { code }));
    await panel.getByRole('button', { name: zh('rewards.voucher.void'), exact: true }).press('Enter');
    await desk.keyboard.type('客户改主意');
    await desk.keyboard.press('Enter');
    await desk.getByText(zh('rewards.voucher.voidedReturned', { code, n: '100' })).waitFor();
    await panel.getByText(pattern(zh('rewards.voucher.cannot.void', { day: '{{d}}' }))).waitFor();
    expect(await balanceOf(wang)).toBe(before);
    expect((await vouchersOf(wang)).filter(({ id }) => labour.some((one) => one.id === id))).toHaveLength(
      labour.length,
    );
    await desk.keyboard.press('Escape');
  });
});

describe('a visit with the member’s discount and a voucher', () => {
  it('list price in, discount and voucher off, the voucher used up', async () => {
    const labour = (await vouchersOf(wang)).find(({ name, state }) => name.startsWith('工时券') && state === 'active');
    await desk.goto(`/#/customers/${wang.id}?do=visit`);
    const panel = dialog(desk, zh('visit.title'));
    await panel.getByText(zh('rewards.visit.discountTitle', { tier: '金卡' })).waitFor();
    await panel.getByLabel(zh('visit.line.list', { n: 1 })).fill('480');
    expect(await panel.getByLabel(zh('visit.line.amount', { n: 1 })).inputValue()).toBe('456');
    await panel.getByText(zh('rewards.visit.discount', { percent: 5 })).waitFor();
    // a scan on this form is a voucher to use, not another customer
    await scan(desk, labour?.code ?? '');
    await desk.getByText(zh('rewards.visit.scanned', { code: labour?.code ?? '' })).waitFor();
    await expect
      .poll(() => panel.getByRole('checkbox', { name: new RegExp(labour?.code ?? '-') }).isChecked())
      .toBe(true);
    await panel.getByText('¥406.00', { exact: true }).waitFor();
    await desk.keyboard.press('Control+s');
    await desk.getByText(zh('visit.saved', { amount: '¥406.00' })).waitFor();
    const used = (await vouchersOf(wang)).find(({ id }) => id === labour?.id);
    expect(used?.state).toBe('used');
    const timeline = desk.getByRole('region', { name: zh('customer.timeline.title') });
    await timeline.getByRole('listitem').filter({ hasText: '¥406.00' }).getByRole('button').first().press('Enter');
    await timeline.getByText(pattern(zh('rewards.visit.usedVouchers', { list: '{{l}}' }))).waitFor();
    await timeline.getByRole('cell', { name: '¥480.00' }).waitFor();
  });
});

describe('付款后入账', () => {
  it('a visit’s points wait until it is marked as paid', async () => {
    const { values } = await manager.call<{ values: { pointsTerms: object } }>('settings.get');
    await manager.call('settings.update', { values: { pointsTerms: { ...values.pointsTerms, whenPaid: true } } });
    const before = await balanceOf(li);
    await desk.goto(`/#/customers/${li.id}?do=visit`);
    const panel = dialog(desk, zh('visit.title'));
    await panel.getByRole('checkbox', { name: zh('rewards.visit.paid') }).waitFor();
    await panel.getByLabel(zh('visit.line.amount', { n: 1 })).fill('300');
    await desk.keyboard.press('Control+s');
    await desk.getByText(zh('visit.saved', { amount: '¥300.00' })).waitFor();
    expect(await balanceOf(li)).toBe(before);
    const timeline = desk.getByRole('region', { name: zh('customer.timeline.title') });
    await timeline.getByRole('listitem').filter({ hasText: '¥300.00' }).getByRole('button').first().press('Enter');
    await timeline.getByText(zh('rewards.visit.unpaid')).waitFor();
    await timeline.getByRole('button', { name: zh('rewards.visit.setPaid'), exact: true }).press('Enter');
    await desk.getByText(zh('rewards.visit.setPaidDone')).waitFor();
    expect(await balanceOf(li)).toBe(before + 300);
  });
});
