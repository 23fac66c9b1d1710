import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffPassword } from '../contract/desk.ts';
import { type DeskPage, type Journey, openJourney } from './journey.ts';
import { zh } from './texts.ts';

let journey: Journey;
let page: DeskPage;

beforeAll(async () => {
  journey = await openJourney('setUp');
  page = await journey.newDesk();
  await page.enter('service', staffPassword);
  await page.call('customers.add', {
    name: '王伟',
    phones: [{ number: '13800138000' }],
    vehicle: { plate: '京A3K927', series: '轩逸' },
  });
});
afterAll(() => journey.close());

const keys = async (...pressed: readonly string[]): Promise<void> => {
  for (const key of pressed) await page.keyboard.press(key);
};
const dialog = (name: string) => page.getByRole('dialog', { name, exact: true });
/** A form that is ready for keys: the focus is in it. */
const focused = async (name: string) => {
  await dialog(name).locator(':focus').waitFor();
  return dialog(name);
};
const detail = () => page.getByRole('article');
const list = () => page.getByRole('region', { name: zh('enquiries.list') });
const rowOf = (question: string) => list().getByRole('button').filter({ hasText: question });
const inState = (state: 'open' | 'handedOver' | 'answered' | 'closed') =>
  detail()
    .locator('header')
    .getByText(zh(`enquiries.state.${state}`), { exact: true });

/** Opens the form of a deed by a key, fills its first field and saves it by keys. */
const by = async (key: string, title: string, words = ''): Promise<void> => {
  await keys(key);
  await focused(title);
  if (words) await page.keyboard.type(words);
  await keys('Control+s');
  await dialog(title).waitFor({ state: 'detached' });
};

describe('an enquiry by keys alone', () => {
  it('an empty screen teaches, and two fields are enough', async () => {
    await page.goto('/#/enquiries');
    await page.getByRole('heading', { name: zh('enquiries.empty.title') }).waitFor();
    await keys('Alt+n');
    const form = dialog(zh('enquiries.form.newTitle'));
    await form.waitFor();
    await page.keyboard.type('3K927');
    await form.getByRole('option').filter({ hasText: '王伟' }).waitFor();
    await keys('Enter');
    await form.getByText('王伟', { exact: true }).waitFor();
    await form.getByLabel(zh('enquiries.field.question')).focus();
    await page.keyboard.type('首次保养什么时候做，要多少钱');
    await keys('Control+s');
    await form.waitFor({ state: 'detached' });
    await inState('open').waitFor();
    expect(await detail().getByRole('heading', { level: 2 }).first().innerText()).toMatch(/^Q\d{4}-001$/);
    await rowOf('首次保养').waitFor();
  });

  it('goes to an expert with a term, turns red when it is over, and is answered and closed', async () => {
    await keys('h');
    const form = dialog(zh('enquiries.handOver.title'));
    await form.waitFor();
    const [boss] = (await page.call<{ rows: { id: string; role: string }[] }>('staff.list')).rows.filter(
      ({ role }) => role === 'manager' || role === 'admin',
    );
    await form.getByLabel(zh('enquiries.handOver.expert')).selectOption(boss?.id ?? '');
    await keys('Control+s');
    await form.waitFor({ state: 'detached' });
    await inState('handedOver').waitFor();
    const [, id] = /enquiries\/([0-9a-f-]{36})/.exec(page.url()) ?? [];
    const { version } = await page.call<{ version: number }>('enquiries.get', { id });
    const soon = { id, version, expertId: boss?.id, dueAt: Date.now() + 400 };
    await page.call('enquiries.handOver', soon);
    await page.waitForTimeout(600);
    await page.reload();
    await detail().getByText(zh('enquiries.fact.overdue').replace('{{moment}}', '')).waitFor();
    expect(await rowOf('首次保养').getAttribute('data-late')).toBe('true');
    await rowOf('首次保养').focus();
    await by('Enter', zh('enquiries.answer.title'), '三个月或 5,000 公里，首次免费');
    await inState('answered').waitFor();
    await detail().getByText(zh('enquiries.fact.late')).waitFor();
  });

  it('is found in the one box by the beginning of its number', async () => {
    const number = await detail().getByRole('heading', { level: 2 }).first().innerText();
    await page.goto('/#/');
    await keys('Control+k');
    await page.keyboard.type(number.slice(0, 5).toLowerCase());
    await page.getByRole('option').filter({ hasText: number }).waitFor();
    await keys('Enter');
    await rowOf('首次保养').waitFor();
    expect(await detail().getByRole('heading', { level: 2 }).first().innerText()).toBe(number);
  });

  it('a good answer is kept, and found again while the next one is typed', async () => {
    await by('s', zh('enquiries.kept.keepTitle'));
    await detail().getByText(zh('enquiries.fact.isKept')).waitFor();
    await by('Enter', zh('enquiries.close.title'));
    await inState('closed').waitFor();
    await keys('Alt+n');
    const form = dialog(zh('enquiries.form.newTitle'));
    await form.waitFor();
    await page.keyboard.type('赵先生');
    await form.getByText(zh('enquiries.form.nobody')).waitFor();
    await keys('Enter');
    await form.getByLabel(zh('enquiries.form.phone')).fill('13900139000');
    await form.getByLabel(zh('enquiries.field.question')).focus();
    await page.keyboard.type('请问首次保养免费吗');
    const take = zh('enquiries.suggest.take', { question: '首次保养什么时候做，要多少钱' });
    await form.getByRole('button', { name: take }).waitFor();
    await keys('Tab', 'Enter');
    await form.getByText(zh('enquiries.suggest.taken')).waitFor();
    expect(await form.getByRole('textbox', { name: zh('enquiries.field.answer') }).inputValue()).toBe(
      '三个月或 5,000 公里，首次免费',
    );
    await keys('Control+s');
    await form.waitFor({ state: 'detached' });
    await inState('answered').waitFor();
    await detail().getByText(zh('enquiries.fact.usedKept')).waitFor();
    await detail().getByText('139****9000').waitFor();
  });

  it('kept answers are searched, mended, removed and brought back', async () => {
    await keys('k');
    await page.getByRole('heading', { name: zh('enquiries.kept.title'), exact: true }).waitFor();
    await page.getByText(zh('enquiries.suggest.used', { n: 1 })).waitFor();
    await keys('/');
    await page.keyboard.type('首次 免费');
    await page.waitForURL(/q=/);
    await keys('Enter');
    const form = dialog(zh('enquiries.kept.editTitle'));
    await form.waitFor();
    await form.getByLabel(zh('enquiries.kept.question')).fill('首保何时，免费吗');
    await keys('Control+s');
    await form.waitFor({ state: 'detached' });
    await page.getByText('首保何时，免费吗').first().waitFor();
    await page.goto('/#/enquiries/answers');
    await page
      .getByRole('button', { name: zh('enquiries.kept.removeOf', { question: '首保何时，免费吗' }) })
      .press('Enter');
    await page.getByRole('heading', { name: zh('enquiries.kept.empty.title') }).waitFor();
    await keys('Control+z');
    await page
      .getByRole('region', { name: zh('enquiries.kept.list') })
      .getByText('首保何时，免费吗')
      .waitFor();
  });

  it('is logged from the customer’s page, stands on the timeline, and Esc keeps what was typed', async () => {
    await page.goto('/#/');
    await keys('Control+k');
    await page.keyboard.type('3K927');
    await page.getByRole('option').filter({ hasText: '王伟' }).waitFor();
    await keys('Enter');
    await page.getByRole('heading', { name: '王伟' }).first().waitFor();
    await keys('z');
    const form = dialog(zh('enquiries.form.newTitle'));
    await form.waitFor();
    await page.keyboard.type('轮胎气压多少');
    await keys('Escape');
    await form.waitFor({ state: 'detached' });
    await keys('z');
    await form.waitFor();
    expect(await form.getByLabel(zh('enquiries.field.question')).inputValue()).toBe('轮胎气压多少');
    await keys('Control+s');
    await form.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: /Q\d{4}-\d{3} 轮胎气压多少/ }).waitFor();
  });

  it('is found by any word, in the archive too', async () => {
    await page.goto('/#/enquiries?tab=closed');
    await rowOf('首次保养什么时候做').waitFor();
    await keys('/');
    await page.keyboard.type('王伟 5,000');
    await page.waitForURL(/q=/);
    await rowOf('首次保养什么时候做').waitFor();
    await keys('Enter');
    await inState('closed').waitFor();
  });
});
