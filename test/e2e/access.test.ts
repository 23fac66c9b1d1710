import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffPassword } from '../contract/desk.ts';
import { boss, type DeskPage, type Journey, openJourney } from './journey.ts';
import { pattern, zh } from './texts.ts';

const hour = 3_600_000;

let journey: Journey;
beforeAll(async () => {
  journey = await openJourney('setUp');
});
afterAll(() => journey.close());

const as = async (role: string): Promise<DeskPage> => {
  const page = await journey.newDesk();
  const [name, password] = role === 'admin' ? boss : [role, staffPassword];
  await page.enter(name, password);
  return page;
};
const linksOf = async (page: DeskPage): Promise<string[]> => {
  const links = page.getByRole('navigation').getByRole('link');
  await links.first().waitFor();
  return links.allInnerTexts();
};
const sectionsOf = async (page: DeskPage): Promise<string[]> => {
  await page.goto('/#/settings');
  const sections = page.getByRole('navigation', { name: zh('settings.title') });
  await sections.waitFor();
  return sections.getByRole('link').allInnerTexts();
};
const commandsFor = async (page: DeskPage, typed: string): Promise<string[]> => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(typed);
  await page.getByText(pattern(zh('common.box.milliseconds', { ms: '{{ms}}' }))).waitFor();
  const found = await page.getByRole('option').allInnerTexts();
  await page.keyboard.press('Escape');
  return found;
};

describe('reception', () => {
  it('has no imports, by link, command or address', async () => {
    const page = await as('reception');
    expect(await linksOf(page)).not.toContain(zh('imports.title'));
    expect(await page.getByRole('button', { name: zh('today.import') }).count()).toBe(0);
    await page.getByText(zh('today.emptyTextStaff')).waitFor();
    expect((await commandsFor(page, zh('imports.title'))).join()).not.toContain(zh('imports.command'));
    await page.goto('/#/imports');
    await page.getByRole('heading', { name: zh('common.forbidden.title') }).waitFor();
    await expect(page.call('imports.list')).rejects.toThrow('FORBIDDEN');
  });

  it('changes neither staff nor the store, and sees no tokens', async () => {
    const page = await as('reception');
    expect(await sectionsOf(page)).not.toEqual(
      expect.arrayContaining([
        expect.stringMatching(`${zh('settings.section.tokens')}|${zh('settings.section.imports')}`),
      ]),
    );
    await page.goto('/#/settings/staff');
    await page.getByRole('row').filter({ hasText: 'boss' }).waitFor();
    for (const name of ['add', 'reset', 'deactivate'] as const)
      expect(await page.getByRole('button', { name: zh(`settings.staff.${name}`) }).count()).toBe(0);
    expect(await page.getByRole('main').getByRole('combobox').count()).toBe(0);
    await page.goto('/#/settings/store');
    await page.getByText(zh('settings.adminOnly')).waitFor();
    expect(await page.getByRole('main').getByRole('textbox').first().isDisabled()).toBe(true);
    await expect(page.call('staff.add', { name: 'x', role: 'admin', password: 'Some-long-word-1' })).rejects.toThrow(
      'FORBIDDEN',
    );
  });
});

describe('a manager', () => {
  it('imports, but leaves staff and tokens to the administrator', async () => {
    const page = await as('manager');
    expect(await linksOf(page)).toContain(zh('imports.title'));
    expect((await commandsFor(page, zh('imports.title'))).join()).toContain(zh('imports.command'));
    const sections = await sectionsOf(page);
    expect(sections).toContain(zh('settings.section.imports'));
    expect(sections).not.toContain(zh('settings.section.tokens'));
    await page.goto('/#/imports');
    await page.getByRole('heading', { name: zh('imports.heading') }).waitFor();
  });
});

describe('the administrator', () => {
  it('adds somebody, who may log in until switched off', async () => {
    const page = await as('admin');
    expect(await sectionsOf(page)).toContain(zh('settings.section.tokens'));
    await page.goto('/#/settings/staff');
    await page.getByRole('button', { name: zh('settings.staff.add') }).click();
    const dialog = page.getByRole('dialog', { name: zh('settings.staff.add') });
    await dialog.getByLabel(new RegExp(zh('settings.staff.name'))).fill('xiaoli');
    await dialog.getByLabel(zh('settings.staff.displayName'), { exact: true }).fill('李敏');
    await dialog.getByLabel(new RegExp(zh('settings.staff.password'))).fill(staffPassword);
    await page.keyboard.press('Control+s');
    await page.getByText(zh('settings.staff.added', { name: '李敏' })).waitFor();

    const theirs = await journey.newDesk();
    await theirs.enter('xiaoli', staffPassword);
    const row = page.getByRole('row').filter({ hasText: 'xiaoli' });
    await row.getByRole('button', { name: zh('settings.staff.deactivate') }).click();
    await row.getByText(zh('settings.staff.inactive')).waitFor();
    // not at the next click: at once
    await theirs.getByRole('button', { name: zh('session.login'), exact: true }).waitFor();
  });

  it('shows a token once', async () => {
    const page = await as('admin');
    await page.goto('/#/settings/tokens');
    await page.getByRole('button', { name: zh('settings.tokens.add') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(new RegExp(zh('settings.tokens.name'))).fill('DMS');
    await dialog.getByRole('button', { name: zh('settings.tokens.add') }).click();
    await page.getByText(zh('settings.tokens.once')).waitFor();
    expect(await dialog.getByRole('code').innerText()).toMatch(/^\S{20,}$/);
    await dialog.getByText(zh('common.close'), { exact: true }).click();
    await page.getByText('DMS').first().waitFor();
    expect(await page.getByText(zh('settings.tokens.once')).count()).toBe(0);
  });
});

describe('a session that ran out', () => {
  it('asks to log in and goes on where one was, with what was typed', async () => {
    const page = await as('reception');
    await page.keyboard.press('Alt+n');
    const name = page.field(zh('customer.form.name'));
    await name.fill('诸葛亮');
    journey.clock.ahead = 400 * hour;
    await page.keyboard.press('Control+s');
    await page.getByRole('button', { name: zh('session.login'), exact: true }).waitFor();
    expect(new URL(page.url()).hash).toContain('/customers/new');

    journey.clock.ahead = 0;
    await page.field(zh('session.name')).fill('reception');
    await page.field(zh('session.password')).fill(staffPassword);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: zh('customer.form.newTitle') }).waitFor();
    expect(await name.inputValue()).toBe('诸葛亮');
    await page.keyboard.press('Control+s');
    await page.getByRole('region', { name: zh('customer.strip.label') }).waitFor();
  });

  it('shows nobody what the one before had looked at', async () => {
    const page = await as('manager');
    await page.getByRole('link', { name: zh('customers.title') }).click();
    await page.getByRole('heading', { name: zh('customers.title') }).waitFor();
    await page.getByRole('button', { name: zh('common.account.menu', { name: 'manager' }) }).click();
    await page.getByRole('menuitem', { name: zh('common.account.logout') }).click();
    await page.getByRole('button', { name: zh('session.login'), exact: true }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: zh('session.login'), exact: true }).waitFor();
    expect(await page.getByRole('navigation').count()).toBe(0);
  });
});
