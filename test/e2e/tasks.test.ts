import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../db/domain/day.ts';
import { dayOf, instantOf } from '../../db/domain/zonedTime.ts';
import { openConnection } from '../../db/store/connection.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import { outcomeKeys, outcomes } from '../../renderer/features/tasks/outcomes.ts';
import { staffPassword } from '../contract/desk.ts';
import { type DeskPage, type Journey, openJourney } from './journey.ts';
import { zh } from './texts.ts';
import { type WrittenTask, writeTask } from './writeTask.ts';

interface Person {
  readonly id: string;
  readonly vehicleId: string;
  readonly name: string;
}
interface Called {
  readonly call: { readonly reasons: readonly { readonly kind: string }[] } | null;
  readonly history: readonly {
    readonly outcome: string;
    readonly note: string | null;
    readonly nextAt: number | null;
    readonly complaintId: string | null;
    readonly purposes: readonly string[];
  }[];
}

const timeZone = 'Asia/Shanghai';
const today = dayOf(Date.now(), timeZone);
const weekAgo = addDays(today, -7);
const hour = 3_600_000;
const family = [...'赵钱孙李周吴郑王冯陈褚卫'];

let journey: Journey;
let page: DeskPage;
let people: readonly Person[];

beforeAll(async () => {
  journey = await openJourney('setUp');
  page = await journey.newDesk();
  await page.enter('service', staffPassword);
  people = await Promise.all(family.map((name, at) => add(`${name}先生`, at)));
  write(people.map((person, at) => ({ ...afterPurchase(person), dueAt: Date.now() - (20 - at) * hour })));
});
afterAll(() => journey.close());

const add = async (name: string, at: number, facts: object = {}): Promise<Person> => {
  const added = await page.call<{ id: string; vehicleId: string }>('customers.add', {
    name,
    phones: [{ number: `138001380${String(at).padStart(2, '0')}` }],
    vehicle: { plate: `京A3K9${String(at).padStart(2, '0')}`, series: '轩逸' },
    ...facts,
  });
  return { ...added, name };
};
/** As the rules would have made them of cars that were delivered then. */
const write = (tasks: readonly WrittenTask[]): void => {
  const connection = openConnection(storeFileOf(journey.dataDir));
  try {
    for (const task of tasks) {
      connection.prepare('UPDATE vehicle SET deliveryDay = ? WHERE id = ?').run(task.day, task.vehicleId);
      writeTask(connection, task);
    }
  } finally {
    connection.close();
  }
};
const afterPurchase = ({ id, vehicleId }: Person): WrittenTask => ({
  ...{ rule: 'afterPurchase', customerId: id, vehicleId, day: weekAgo, dueAt: Date.now() - hour },
});
/** A customer of whom only this is due, on screen. */
const callOf = async (name: string, at: number, rule: WrittenTask['rule'] = 'afterPurchase'): Promise<Person> => {
  const person = await add(name, at);
  const day = rule === 'firstCall' ? addDays(today, -1) : weekAgo;
  write([{ ...afterPurchase(person), rule, day }]);
  await page.goto(`/#/tasks/${person.id}`);
  await calling(name).waitFor();
  return person;
};
/** As fast as a person: keys closer than that are a scanner's. */
const keys = async (...pressed: readonly string[]): Promise<void> => {
  for (const key of pressed) {
    await page.keyboard.press(key);
    await pause(60);
  }
};
const calling = (name: string) => page.getByRole('article', { name, exact: true });
const form = () => page.getByRole('region', { name: zh('tasks.form.label') });
const list = () => page.getByRole('region', { name: zh('tasks.list') });
const asked = (id: string): Promise<Called> => page.call<Called>('tasks.call', { customerId: id });
const chosen = (outcome: (typeof outcomes)[number]) =>
  form().getByRole('button', { name: zh(`tasks.outcome.${outcome}`), exact: true, pressed: true });

describe('the officer’s day by keys alone', () => {
  it('goes through the list with twelve outcomes, and the next customer opens by itself', async () => {
    await page.goto('/#/tasks');
    for (const [at, outcome] of outcomes.entries()) {
      await calling(people[at]?.name ?? '').waitFor();
      await keys(outcomeKeys[outcome]);
      await chosen(outcome).waitFor();
      if (outcome === 'never') await form().getByText(zh('tasks.form.neverText')).waitFor();
      await keys('Enter');
      if (outcome === 'sold') await page.getByText(zh('tasks.form.markSold', { plate: '京A·3K910' })).waitFor();
    }
    await page.getByRole('heading', { name: zh('tasks.empty.doneTitle'), exact: true }).waitFor();
    for (const [at, outcome] of outcomes.entries()) {
      const { history } = await asked(people[at]?.id ?? '');
      expect(history.map((contact) => contact.outcome)).toEqual([outcome]);
    }
  });

  it('the next try shows, and whom the list leaves out till then', async () => {
    const [, noAnswer] = people;
    await keys('l');
    for (const at of [1, 2, 3, 4])
      await list()
        .getByText(people[at]?.name ?? '')
        .waitFor();
    await list()
      .getByRole('button')
      .filter({ hasText: noAnswer?.name ?? '' })
      .click();
    await calling(noAnswer?.name ?? '').waitFor();
    const { history } = await asked(noAnswer?.id ?? '');
    expect(history[0]?.nextAt).toBeGreaterThan(Date.now());
    await page
      .getByRole('region', { name: zh('tasks.history.title') })
      .getByText(zh('tasks.outcome.noAnswer'))
      .waitFor();
    await keys('l');
    await page.getByRole('heading', { name: zh('tasks.empty.doneTitle'), exact: true }).waitFor();
  });

  it('the arrows go through the list; what was typed stays with the customer', async () => {
    const [one, other] = [await add('孔一', 40), await add('孔二', 41)];
    write([
      { ...afterPurchase(one), dueAt: Date.now() - 3 * hour },
      { ...afterPurchase(other), dueAt: Date.now() - 2 * hour },
    ]);
    await page.goto(`/#/tasks/${one.id}`);
    // written past the host: no desk hears of it
    await page.reload();
    await calling('孔一').waitFor();
    await list().getByText('孔二').waitFor();
    await keys('n');
    await page.keyboard.type('先问孩子');
    await keys('Escape', 'ArrowDown');
    await calling('孔二').waitFor();
    await keys('ArrowUp');
    await calling('孔一').waitFor();
    expect(await form().getByLabel(zh('tasks.form.note')).inputValue()).toBe('先问孩子');
    for (const name of ['孔一', '孔二']) {
      await calling(name).waitFor();
      await keys('1', 'Enter');
    }
    await page.getByRole('heading', { name: zh('tasks.empty.doneTitle'), exact: true }).waitFor();
  });

  it('a wrong outcome is taken back, and its note is there again', async () => {
    const person = await callOf('施三', 42);
    await keys('6', 'n');
    await page.keyboard.type('说下个月再联系');
    await keys('Enter');
    await page.getByText(zh('tasks.said.recorded', { name: '施三', outcome: zh('tasks.outcome.refused') })).waitFor();
    await keys('Control+z');
    await calling('施三').waitFor();
    expect((await asked(person.id)).history).toEqual([]);
    await chosen('refused').waitFor();
    expect(await form().getByLabel(zh('tasks.form.note')).inputValue()).toBe('说下个月再联系');
    await keys('1', 'Enter');
    await calling('施三').waitFor({ state: 'detached' });
  });
});

describe('what a call leads to', () => {
  it('a bad answer becomes a complaint with what is known', async () => {
    const person = await callOf('张四', 43);
    await keys('n');
    await page.keyboard.type('空调有异响');
    await keys('Escape', 't');
    const complaint = page.getByRole('dialog', { name: zh('complaints.form.newTitle'), exact: true });
    await complaint.waitFor();
    expect(await complaint.getByLabel(zh('complaints.field.what')).inputValue()).toBe('空调有异响');
    await complaint.getByRole('combobox', { name: zh('complaints.field.category') }).focus();
    await page.keyboard.type('14');
    await keys('Tab', 'Control+s');
    await complaint.waitFor({ state: 'detached' });
    await form()
      .getByText(/T\d{4}-\d{3}/)
      .waitFor();
    await keys('1', 'Enter');
    await calling('张四').waitFor({ state: 'detached' });
    const { history } = await asked(person.id);
    expect(history[0]).toMatchObject({ outcome: 'connected', note: '空调有异响' });
    const { complaint: made } = await page.call<{ complaint: { customerId: string; vehicleId: string } }>(
      'complaints.get',
      { id: history[0]?.complaintId },
    );
    expect(made).toMatchObject({ customerId: person.id, vehicleId: person.vehicleId });
  });

  it('a promise becomes a dated task', async () => {
    const person = await callOf('何五', 44);
    await keys('1', 'w');
    await page.keyboard.type('回电报价');
    await form().getByLabel(zh('tasks.form.promiseDay'), { exact: true }).fill(today);
    await form().getByLabel(zh('tasks.form.promiseTime'), { exact: true }).fill('23:59');
    await keys('Enter');
    await calling('何五').waitFor({ state: 'detached' });
    const { rows } = await page.call<{ rows: { text: string; dueAt: number }[] }>('promises.list', {
      customerId: person.id,
    });
    expect(rows).toMatchObject([{ text: '回电报价', dueAt: instantOf(today, '23:59', timeZone) }]);
    await expect
      .poll(async () => (await asked(person.id)).call?.reasons.map(({ kind }) => kind), { timeout: 30_000 })
      .toEqual(['promise']);
    await page.goto(`/#/customers/${person.id}`);
    await page.getByRole('button', { name: zh('tasks.ofCustomer') }).waitFor();
    await keys('c');
    await calling('何五').waitFor();
    await keys('1', 'Enter');
    await calling('何五').waitFor({ state: 'detached' });
    await page.goto(`/#/customers/${person.id}`);
    const timeline = page.getByRole('region', { name: zh('customer.timeline.title') });
    await timeline
      .getByText(
        zh('customer.timeline.contact', { channel: zh('tasks.channel.call'), outcome: zh('tasks.outcome.connected') }),
      )
      .nth(1)
      .waitFor();
    expect(await page.getByRole('button', { name: zh('tasks.ofCustomer') }).count()).toBe(0);
  });

  it('the first call has its six purposes', async () => {
    const person = await callOf('吕六', 45, 'firstCall');
    const six = page.getByRole('group', { name: zh('tasks.script.firstCall') });
    await six.getByText(zh('tasks.script.left', { count: 6 })).waitFor();
    for (const purpose of ['thanks', 'plates'] as const) {
      await six.getByLabel(zh(`tasks.purposes.${purpose}`)).check();
    }
    await six.getByText(zh('tasks.script.left', { count: 4 })).waitFor();
    await keys('1', 'Enter');
    await calling('吕六').waitFor({ state: 'detached' });
    expect((await asked(person.id)).history[0]?.purposes).toEqual(['thanks', 'plates']);
  });

  it('a number is masked until somebody is about to dial', async () => {
    const person = await callOf('秦七', 46);
    await page.getByText('138****8046').waitFor();
    await keys('h');
    await page.getByText('138 0013 8046').waitFor();
    await keys('1', 'Enter');
    await calling('秦七').waitFor({ state: 'detached' });
    expect((await asked(person.id)).history).toHaveLength(1);
  });

  it('an outcome is wanted, and a time that is not past', async () => {
    await callOf('尤八', 47);
    await keys('Enter');
    await form().getByText(zh('tasks.form.choose')).waitFor();
    await keys('5');
    await form().getByLabel(zh('tasks.form.day'), { exact: true }).fill(weekAgo);
    await keys('Enter');
    await form().getByText(zh('tasks.form.pastTime')).waitFor();
    await calling('尤八').waitFor();
    await form().getByLabel(zh('tasks.form.day'), { exact: true }).fill(addDays(today, 2));
    await keys('Enter');
    await calling('尤八').waitFor({ state: 'detached' });
  });
});

it('what a colleague did meanwhile loses no word', async () => {
  const person = await callOf('朱十', 49);
  await keys('n');
  await page.keyboard.type('说周末来店');
  const { call: due } = await page.call<{ call: { reasons: { taskId: string; version: number }[] } }>('tasks.call', {
    customerId: person.id,
  });
  const [{ taskId, version } = { taskId: '', version: 0 }] = due.reasons;
  await page.call('tasks.drop', { taskId, version, note: '同事已办' });
  await page.getByText(zh('tasks.script.meanwhile')).waitFor();
  await keys('Escape', '1', 'Enter');
  await calling('朱十').waitFor({ state: 'detached' });
  expect((await asked(person.id)).history).toMatchObject([{ outcome: 'connected', note: '说周末来店' }]);
});

describe('messages in a batch', () => {
  it('are copied one by one, or exported with whole numbers and counted as sent', async () => {
    const [, month, day] = today.split('-').map(Number);
    const person = await add('许九', 48, { birthday: { calendar: 'solar', year: 1985, month, day } });
    write([{ rule: 'birthday', customerId: person.id, vehicleId: null, day: today, dueAt: Date.now() + hour }]);
    await page.goto('/#/tasks?channel=message');
    await page.getByRole('button', { name: zh('tasks.batch.copyLabel', { name: '许九' }) }).click();
    await page.getByText(zh('tasks.batch.copied', { name: '许九' })).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('生日');
    const download = page.waitForEvent('download');
    await keys('e');
    const file = await (await download).path();
    const csv = await readFile(file, 'utf8');
    expect(csv).toContain('许九,13800138048,');
    await page.getByRole('heading', { name: zh('tasks.empty.message'), exact: true }).waitFor();
    expect((await asked(person.id)).history.map(({ outcome }) => outcome)).toEqual(['sent']);
  });
});
