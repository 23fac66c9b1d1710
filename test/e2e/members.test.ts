import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { luhnDigit } from '../../db/domain/luhn.ts';
import { staffPassword } from '../contract/desk.ts';
import { boss, type DeskPage, type Journey, openJourney } from './journey.ts';
import { memberScreens, quickRules, reasonIn } from './memberScreens.ts';
import { scan } from './scannerKeys.ts';
import { pattern, zh } from './texts.ts';

let journey: Journey;
let page: DeskPage;
let manager: DeskPage;
let customerId: string;
let strangerId: string;

/** Cards from the drawer, printed with their numbers. */
const blank = (eleven: string): string => eleven + luhnDigit(eleven);
const first = blank('88200417003');
const second = blank('88200417011');
const spaced = (number: string): string => number.replace(/(\d{4})(?=\d)/g, '$1 ');

beforeAll(async () => {
  journey = await openJourney('setUp');
  manager = await journey.newDesk();
  await manager.enter(...boss);
  await quickRules(manager);
  page = await journey.newDesk();
  await page.enter('reception', staffPassword, '/members');
  ({ id: customerId } = await page.call<{ id: string }>('customers.add', {
    name: '王伟',
    phones: [{ number: '13800138000' }],
  }));
  // bought elsewhere
  await page.call('vehicles.add', { customerId, plate: '京A12345', series: '轩逸', purchasedHere: false });
  ({ id: strangerId } = await page.call<{ id: string }>('customers.add', {
    name: '李静',
    phones: [{ number: '13900139000' }],
  }));
});
afterAll(() => journey.close());

const { dialog, heading, strip, stripSays, hash } = memberScreens(() => page);
const said = (text: string, desk = page): Promise<void> => desk.getByText(text, { exact: false }).first().waitFor();
const at = (path: string): Promise<unknown> => expect.poll(hash).toBe(`#${path}`);
const onCardPage = async (desk = page): Promise<void> =>
  desk.getByRole('heading', { name: zh('members.paths.title') }).waitFor();
const focused = (): Locator => page.locator(':focus');

describe('joining, by keyboard and scanner', () => {
  it('an empty store says what members are, and B begins', async () => {
    await heading(zh('members.empty.title')).waitFor();
    await page.keyboard.press('b');
    await dialog(zh('members.join.title')).waitFor();
    await page.keyboard.type('12345');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await dialog(zh('members.join.title'))
      .getByRole('radio', { name: zh('members.mode.vehicle') })
      .waitFor();
  });

  it('what is not open says why, what is proved is chosen, the tier and why stand there', async () => {
    const form = dialog(zh('members.join.title'));
    expect(await form.getByRole('radio', { name: zh('members.mode.sale') }).isDisabled()).toBe(true);
    await form.getByText(zh('members.modeClosed.join-no-purchase')).waitFor();
    expect(await form.getByRole('radio', { name: zh('members.mode.vehicle') }).isChecked()).toBe(true);
    await form.getByText(zh('members.join.proposedNew')).waitFor();
    expect(await form.getByRole('radio', { name: '银卡' }).isChecked()).toBe(true);
  });

  it('arrows go to the fee, which wants a receipt', async () => {
    const form = dialog(zh('members.join.title'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await form.getByRole('radio', { name: zh('members.mode.fee') }).isChecked()).toBe(true);
    await page.keyboard.press('Control+s');
    await form.getByText(zh('members.problem.receipt-missing')).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('A-0012');
    expect(await form.getByLabel(zh('members.join.receiptNo')).inputValue()).toBe('A-0012');
  });

  it('a blank card is scanned into the form wherever the cursor is, while an input method composes', async () => {
    const form = dialog(zh('members.join.title'));
    await form.getByLabel(zh('members.join.note')).fill('老客户');
    await form.getByLabel(zh('members.join.note')).focus();
    await scan(page, first, { composing: true });
    await expect.poll(() => form.getByLabel(zh('members.cardNumber.label')).inputValue()).toBe(first);
    expect(await form.getByLabel(zh('members.join.note')).inputValue()).toBe('老客户');
    expect(hash()).toContain('do=join');
  });

  it('Ctrl S: done, and the next deed is a key away', async () => {
    await page.keyboard.press('Control+s');
    const done = dialog(zh('members.join.doneTitle'));
    await done.getByText(zh('members.join.done', { name: '王伟', tier: '银卡' })).waitFor();
    await done.getByText(spaced(first)).waitFor();
    expect(await focused().innerText()).toContain(zh('members.actions.print'));
    await page.keyboard.press('k');
    await onCardPage();
    await page.getByText(spaced(first)).first().waitFor();
    const events = page.getByRole('region', { name: zh('memberRecord.events.title') });
    await events.getByText('A-0012').waitFor();
    await events.getByText(zh('points.title')).click();
    await events.getByText(zh('memberRecord.fact.proposed')).waitFor();
  });

  it('again is refused in words; a card that somebody has is none to give', async () => {
    await page.goto(`/#/customers/${customerId}?do=join`);
    await dialog(zh('members.join.title'))
      .getByText(zh('members.join.already', { name: '王伟', number: first }))
      .waitFor();
    await page.goto(`/#/customers/${strangerId}?do=join`);
    const form = dialog(zh('members.join.title'));
    await form.getByRole('radio', { name: zh('members.mode.training') }).check();
    await form.getByLabel(zh('members.cardNumber.label')).fill(first);
    await page.keyboard.press('Control+s');
    await form.getByRole('alert').first().waitFor();
    expect(await form.getByRole('alert').first().innerText()).toContain(first);
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
  });
});

describe('a visit earns, and the member rises', () => {
  it('the strip has the points, and says that a higher tier is reached', async () => {
    await page.goto(`/#/customers/${customerId}`);
    await strip().waitFor();
    await stripSays('银卡');
    await page.keyboard.press('v');
    const form = dialog(zh('visit.title'));
    await form.getByLabel(zh('visit.line.amount', { n: 1 })).fill('640');
    await page.keyboard.press('Control+s');
    await form.waitFor({ state: 'detached' });
    await stripSays('640');
    await stripSays(zh('members.canRise', { tier: '金卡' }));
    await said(zh('members.becameEligible', { name: '王伟', tier: '金卡' }));
  });

  it('U and Ctrl S: by what costs nothing', async () => {
    await page.keyboard.press('u');
    const form = dialog(zh('members.upgrade.title'));
    await form.getByRole('radio', { name: zh('members.path.cumulative', { points: '500' }) }).waitFor();
    expect(await form.getByRole('radio', { checked: true }).count()).toBe(1);
    await page.keyboard.press('Control+s');
    await form.waitFor({ state: 'detached' });
    await stripSays('金卡');
    await stripSays('640');
  });

  it('R: the cheapest way to another year is chosen; the points go and the book says so', async () => {
    await page.keyboard.press('r');
    const form = dialog(zh('members.renew.title'));
    await form.getByText(zh('members.pointsGo')).waitFor();
    await form.getByText(zh('members.has', { points: '640' })).waitFor();
    await page.keyboard.press('Control+s');
    await form.waitFor({ state: 'detached' });
    await said(zh('members.renew.done', { name: '王伟', day: '' }).slice(0, 5));
    await stripSays(/可兑换积分\s+140/);
    await page.keyboard.press('k');
    await onCardPage();
    await page.keyboard.press('j');
    await dialog(zh('points.title')).getByText(zh('points.holds')).waitFor();
    await page.keyboard.press('Escape');
    const events = page.getByRole('region', { name: zh('memberRecord.events.title') });
    for (const kind of ['join', 'upgrade', 'renew'] as const) {
      await events.getByText(zh(`memberRecord.event.kind.${kind}`), { exact: true }).waitFor();
    }
  });

  it('Y: why it is this tier', async () => {
    await page.keyboard.press('y');
    const why = dialog(zh('memberRecord.why.title', { tier: '金卡' }));
    await why.getByText(zh('memberRecord.fact.have')).waitFor();
    await page.keyboard.press('Escape');
  });

  it('where no way up is met, it says so and does nothing', async () => {
    await page.keyboard.press('u');
    const form = dialog(zh('members.upgrade.title'));
    await form.getByRole('radio').first().waitFor();
    expect(await form.getByRole('radio', { checked: true }).count()).toBe(0);
    await page.keyboard.press('Control+s');
    await form.getByText(zh('members.renew.choose')).waitFor();
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
  });
});

describe('a family card', () => {
  const cards = (): Locator => page.getByRole('region', { name: zh('members.cards.title') });

  it('F: whoever is found gets one of the same account', async () => {
    await page.keyboard.press('f');
    const form = dialog(zh('members.addCard.title'));
    await form.getByRole('combobox').waitFor();
    await page.keyboard.type('9000');
    await form.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+s');
    await form.waitFor({ state: 'detached' });
    await cards().getByText('李静').waitFor();
    await cards().getByText(zh('members.role.supplementary'), { exact: true }).waitFor();
  });

  it('what another desk ended meanwhile is refused in words', async () => {
    const id = hash().split('/').at(-1) ?? '';
    const known = await page.call<{ cards: { id: string; version: number; role: string; number: string }[] }>(
      'members.get',
      { id },
    );
    const family = known.cards.find((card) => card.role === 'supplementary');
    await cards()
      .getByRole('button', { name: `${zh('members.turn.frozen.button')} ${spaced(family?.number ?? '')}` })
      .click();
    const form = dialog(zh('members.turn.frozen.title'));
    await reasonIn(form).fill('卡有疑问');
    await manager.call('members.setCardState', {
      ...{ cardId: family?.id, version: family?.version, state: 'cancelled', reason: '办错了' },
    });
    await page.keyboard.press('Control+s');
    await form.getByRole('alert').first().waitFor();
    expect(await form.getByRole('alert').first().innerText()).toMatch(/[。]$/);
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    await cards().getByText('办错了').waitFor();
  });
});

describe('a service of the tier', () => {
  it('W, Enter uses one; the bar takes it back', async () => {
    await page.keyboard.press('w');
    const form = dialog(zh('members.benefit.title'));
    await form.getByText('0/4').waitFor();
    await page.keyboard.press('Enter');
    await form.waitFor({ state: 'detached' });
    const services = page.getByRole('region', { name: zh('members.benefit.title') });
    await services.getByText('1/4').waitFor();
    await page
      .getByRole('button', { name: pattern(zh('common.undo')) })
      .first()
      .click();
    await services.getByText('0/4').waitFor();
  });
});

describe('lost and replaced', () => {
  it('L: the card cannot be used, a scan still finds the customer', async () => {
    await page.keyboard.press('l');
    const form = dialog(zh('members.turn.lost.title'));
    await form.waitFor();
    await page.keyboard.press('Control+s');
    await form.getByText(zh('errors.field.required')).waitFor();
    await reasonIn(form).fill('电话挂失');
    await page.keyboard.press('Enter');
    await form.waitFor({ state: 'detached' });
    await page
      .getByRole('region', { name: zh('members.cards.title') })
      .getByText('电话挂失')
      .waitFor();
    await page.goto('/#/members');
    await heading(zh('members.home.title')).waitFor();
    await scan(page, first);
    await at(`/customers/${customerId}`);
    await stripSays(zh('members.cardState.lost'));
  });

  it('H: another card from the drawer, everything else stays', async () => {
    await page.keyboard.press('k');
    await onCardPage();
    await page.keyboard.press('h');
    const form = dialog(zh('members.replace.title'));
    await form.waitFor();
    await scan(page, second, { end: 'Tab' });
    await expect.poll(() => form.getByLabel(zh('members.cardNumber.label')).inputValue()).toBe(second);
    await form.getByRole('button', { name: zh('members.replace.usual').split('|')[0] ?? '', exact: true }).click();
    await page.keyboard.press('Control+s');
    await form.waitFor({ state: 'detached' });
    const cards = page.getByRole('region', { name: zh('members.cards.title') });
    await cards.getByText(spaced(second)).first().waitFor();
    await cards.getByText(zh('members.cards.replacedBy', { number: spaced(second) })).waitFor();
    await page.getByText('140', { exact: true }).waitFor();
  });

  it('the new card opens its customer, in order', async () => {
    await page.goto('/#/members');
    await heading(zh('members.home.title')).waitFor();
    await scan(page, second);
    await at(`/customers/${customerId}`);
    await stripSays(spaced(second));
    expect(await strip().innerText()).not.toContain(zh('members.cardState.lost'));
  });
});

describe('the list and a manager', () => {
  it('the tile leads to the members, Enter opens the card', async () => {
    await page.goto('/#/members');
    await page.getByRole('button', { name: pattern(zh('members.tile.active')) }).click();
    await at('/members/list');
    const row = page.getByRole('main').getByRole('link', { name: '王伟' });
    await row.focus();
    await page.keyboard.press('Enter');
    await onCardPage();
  });

  it('a filter that nobody meets says so, and is taken away again', async () => {
    await page.goto('/#/members/list?tiers=diamond');
    await heading(zh('members.list.none')).waitFor();
    await page
      .getByRole('button', { name: zh('customers.clear') })
      .first()
      .click();
    await page.getByRole('main').getByRole('link', { name: '王伟' }).waitFor();
  });

  it('reception has no tier by hand; a manager has, with a reason', async () => {
    await page.getByRole('main').getByRole('link', { name: '王伟' }).click();
    await onCardPage();
    expect(await page.getByRole('button', { name: pattern(zh('members.actions.setTier')) }).count()).toBe(0);
    await manager.goto(`/${hash()}`);
    await onCardPage(manager);
    await manager.keyboard.press('t');
    const form = dialog(zh('members.tier.title'), manager);
    await form.getByRole('radio', { name: '钻石卡' }).check();
    await reasonIn(form).fill('车队负责人');
    await manager.keyboard.press('Control+s');
    await form.waitFor({ state: 'detached' });
    await said('车队负责人', manager);
    // the desk beside it shows it too
    await page
      .getByRole('button', { name: zh('memberRecord.why.title', { tier: '钻石卡' }) })
      .first()
      .waitFor();
  });

  it('leaving takes everything, and is taken back', async () => {
    await manager.getByRole('button', { name: zh('members.cancel.title'), exact: true }).click();
    const leaving = dialog(zh('members.cancel.title'), manager);
    await reasonIn(leaving).fill('客户要求');
    await manager.keyboard.press('Control+s');
    await leaving.waitFor({ state: 'detached' });
    await manager.getByText(zh('members.state.cancelled'), { exact: true }).waitFor();
    await manager.getByRole('button', { name: zh('members.reactivate.title'), exact: true }).click();
    const back = dialog(zh('members.reactivate.title'), manager);
    await reasonIn(back).fill('客户改变主意');
    await manager.keyboard.press('Control+s');
    await back.waitFor({ state: 'detached' });
    await onCardPage(manager);
  });
});
