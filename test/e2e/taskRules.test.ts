import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../db/domain/day.ts';
import { dayOf } from '../../db/domain/zonedTime.ts';
import { staffPassword } from '../contract/desk.ts';
import { type DeskPage, type Journey, openJourney } from './journey.ts';
import { zh } from './texts.ts';
import { allRules, violations } from './violations.ts';

let journey: Journey;
let page: DeskPage;

const path = '/settings/taskRules';

beforeAll(async () => {
  journey = await openJourney('setUp');
  page = await journey.newDesk();
  await page.enter('manager', staffPassword);
  const today = dayOf(Date.now(), 'Asia/Shanghai');
  const insured = async (name: string, phone: string, plate: string, days: number): Promise<string> => {
    const made = await page.call<{ id: string; vehicleId: string }>('customers.add', {
      name,
      phones: [{ number: phone }],
      vehicle: { plate },
    });
    await page.call('vehicles.addPolicy', { id: made.vehicleId, endDay: addDays(today, days) });
    return made.id;
  };
  await insured('王伟', '13800138000', '京A3K927', 45);
  const refusing = await insured('李娜', '13800138001', '京A3K928', 44);
  await page.call('customers.setConsent', { id: refusing, purpose: 'reminders', state: 'refused' });
});
afterAll(() => journey.close());

const keys = async (...pressed: readonly string[]): Promise<void> => {
  for (const key of pressed) await page.keyboard.press(key);
};
const dialog = (name: string) => page.getByRole('dialog', { name, exact: true });
const list = () => page.getByRole('list', { name: zh('taskRules.list') });
const line = (name: string) => list().getByRole('listitem').filter({ hasText: name });
const toggle = (name: string) => page.getByRole('switch', { name: zh('taskRules.switch', { name }), exact: true });
const said = (text: string) => page.getByText(text).first().waitFor();

describe('回访规则 by keys', () => {
  it('the journey of the trade is there, each rule in plain words', async () => {
    await page.goto(`/#${path}`);
    await page.getByText(zh('taskRules.count', { count: 23, active: 23 })).waitFor();
    await line('保险到期提醒').getByText('保险到期前 90、60、30、7 天').waitFor();
    expect(await list().getByRole('switch').count()).toBe(23);
    expect(await violations(page, allRules)).toEqual([]);
  });

  it('a new one says whom it hits while it is typed, and what is wrong beside the field', async () => {
    await keys('b');
    const form = dialog(zh('taskRules.newTitle'));
    await form.waitFor();
    await keys('Control+s');
    await form.getByText(zh('taskRules.check.required')).first().waitFor();
    await page.keyboard.type('续保四十五天');
    await form.getByLabel(zh('taskRules.field.leads')).fill('45、45');
    await form.getByText(zh('taskRules.check.lead-twice')).waitFor();
    await form.getByText(zh('taskRules.preview.wait')).waitFor();
    await form.getByLabel(zh('taskRules.field.leads')).fill('45');
    const script = form.getByRole('textbox', { name: zh('taskRules.field.script') });
    await script.fill('您好，{电话}');
    await form.getByText(zh('taskRules.check.field-unknown', { field: '电话' })).waitFor();
    await script.fill('您好，您的保险快到期了');
    await script.press('Home');
    const chip = form.getByRole('button', { name: '{称呼}' });
    await chip.focus();
    await keys('Enter');
    await expect.poll(() => script.inputValue()).toBe('{称呼}您好，您的保险快到期了');
    await expect.poll(() => form.getByRole('figure').innerText()).toContain('王先生您好，您的保险快到期了');
    await form.getByText(zh('taskRules.preview.sum', { matched: 2, listed: 1, out: 1 })).waitFor();
    await form.getByText(`${zh('taskRules.leftOut.refused')} 1`, { exact: false }).waitFor();
    await form.getByText('京A3K927', { exact: false }).waitFor();
    expect(await violations(page, allRules)).toEqual([]);
    await keys('Control+s');
    await form.waitFor({ state: 'detached' });
    await said(zh('taskRules.added', { name: '续保四十五天' }));
    await line('续保四十五天').getByText('保险到期前 45 天').waitFor();
  });

  it('is taken back by Ctrl Z', async () => {
    await keys('Control+z');
    await line('续保四十五天').waitFor({ state: 'detached' });
    await page.getByText(zh('taskRules.count', { count: 23, active: 23 })).waitFor();
  });

  it('is switched off and on with one key', async () => {
    await toggle('置换邀约').focus();
    await keys('Space');
    await said(zh('taskRules.switchedOff', { name: '置换邀约' }));
    await expect.poll(() => toggle('置换邀约').getAttribute('aria-checked')).toBe('false');
    await page.getByText(zh('taskRules.count', { count: 23, active: 22 })).waitFor();
    await keys('Control+z');
    await expect.poll(() => toggle('置换邀约').getAttribute('aria-checked')).toBe('true');
  });

  it('is changed, kept half-typed over Esc, and removed with a way back', async () => {
    await page.getByRole('button', { name: zh('taskRules.open', { name: '生日祝福' }), exact: true }).focus();
    await keys('Enter');
    const form = dialog(zh('taskRules.editTitle'));
    await form.waitFor();
    await form.getByLabel(zh('taskRules.field.lead'), { exact: true }).fill('3');
    await keys('Escape');
    await form.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: zh('taskRules.open', { name: '生日祝福' }), exact: true }).focus();
    await keys('Enter');
    expect(await form.getByLabel(zh('taskRules.field.lead'), { exact: true }).inputValue()).toBe('3');
    await keys('Control+s');
    await form.waitFor({ state: 'detached' });
    await line('生日祝福').getByText('客户生日前 3 天').waitFor();
    await page.getByRole('button', { name: zh('taskRules.open', { name: '生日祝福' }), exact: true }).click();
    await form.getByRole('button', { name: zh('taskRules.remove') }).click();
    await form.waitFor({ state: 'detached' });
    await said(zh('taskRules.removed', { name: '生日祝福' }));
    await keys('Control+z');
    await line('客户生日前 3 天').waitFor();
  });

  it('联系规则 holds from a day, and is said in plain words', async () => {
    await page.getByRole('button', { name: zh('taskRules.part.contact'), exact: true }).click();
    await page.getByRole('heading', { name: zh('rules.versions.title') }).waitFor();
    await page.field(zh('taskRules.contact.perMonth')).fill('4');
    await page
      .getByText(zh('taskRules.contact.sayMonth', { count: 4 }))
      .first()
      .waitFor();
    expect(await violations(page, allRules)).toEqual([]);
    await keys('Control+s');
    await said(zh('rules.savedToday'));
    const { values } = await page.call<{ values: { contactRules: { perMonth: number } } }>('settings.get');
    expect(values.contactRules.perMonth).toBe(4);
  });

  it('everybody else reads them', async () => {
    const desk = await journey.newDesk();
    await desk.enter('service', staffPassword, path);
    await desk.getByText(zh('rules.managersOnly')).waitFor();
    expect(await desk.getByRole('switch').count()).toBe(0);
    expect(await desk.getByRole('button', { name: zh('taskRules.add') }).count()).toBe(0);
    await desk.getByRole('button', { name: zh('taskRules.open', { name: '保险到期提醒' }), exact: true }).click();
    const facts = desk.getByRole('dialog', { name: zh('taskRules.showTitle', { name: '保险到期提醒' }) });
    await facts.getByText('保险到期前 90、60、30、7 天').waitFor();
    expect(await violations(desk, allRules)).toEqual([]);
    await desk.context().close();
  });
});
