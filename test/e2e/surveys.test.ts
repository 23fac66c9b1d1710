import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '../../db/domain/zonedTime.ts';
import { openConnection } from '../../db/store/connection.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import { staffPassword } from '../contract/desk.ts';
import { type DeskPage, type Journey, openJourney } from './journey.ts';
import { zh } from './texts.ts';
import { writeTask } from './writeTask.ts';

interface Responses {
  readonly rows: readonly {
    readonly nps: number | null;
    readonly channel: string;
    readonly waits: boolean;
    readonly words: string | null;
    readonly complaintNumber: string | null;
  }[];
  readonly counts: { readonly waits: number };
}

const timeZone = 'Asia/Shanghai';
const hour = 3_600_000;
const threeDays = 72 * hour;

let journey: Journey;
let officer: DeskPage;
let manager: DeskPage;
let customerId: string;
let vehicleId: string;

beforeAll(async () => {
  journey = await openJourney('setUp');
  officer = await journey.newDesk();
  await officer.enter('service', staffPassword);
  ({ id: customerId, vehicleId } = await officer.call<{ id: string; vehicleId: string }>('customers.add', {
    name: '王伟',
    phones: [{ number: '13800138000' }],
    vehicle: { plate: '京A3K927', series: '轩逸' },
  }));
  await officer.call('visits.add', {
    vehicleId,
    arrivedAt: Date.now() - threeDays,
    adviser: '李敏',
    lines: [{ category: 'maintenanceLabour', amountFen: 48_000 }],
  });
  const connection = openConnection(storeFileOf(journey.dataDir));
  const day = dayOf(Date.now() - threeDays, timeZone);
  writeTask(connection, { rule: 'rating', customerId, vehicleId, day, dueAt: Date.now() + hour });
  connection.close();
});
afterAll(() => journey.close());

/** As fast as a person: keys closer than that are a scanner's. */
const keys = async (page: DeskPage, ...pressed: readonly string[]): Promise<void> => {
  for (const key of pressed) {
    await page.keyboard.press(key);
    await pause(60);
  }
};
const responses = (): Promise<Responses> => officer.call<Responses>('surveys.list');
const complaintForm = (page: DeskPage) =>
  page.getByRole('dialog', { name: zh('complaints.form.newTitle'), exact: true });

describe('after a service', () => {
  it('the officer asks the questionnaire by keys, and the digits are outcomes again afterwards', async () => {
    await officer.goto(`/#/tasks/${customerId}`);
    const asked = officer.locator('[data-question]');
    await asked.first().waitFor();
    await keys(officer, 'q');
    await asked.first().locator(':focus').waitFor();
    await keys(officer, '4');
    await asked.nth(1).locator(':focus').waitFor();
    await keys(officer, '3');
    await asked.nth(2).locator(':focus').waitFor();
    await keys(officer, 'Enter');
    await asked.nth(3).locator(':focus').waitFor();
    await keys(officer, 'Enter');
    await asked.nth(4).locator(':focus').waitFor();
    await officer.keyboard.type('等了两个小时', { delay: 40 });
    await keys(officer, 'Enter');
    const form = officer.getByRole('region', { name: zh('tasks.form.label') });
    await form.getByLabel(zh('tasks.form.note')).and(officer.locator(':focus')).waitFor();
    const connected = form.getByRole('button', { name: zh('tasks.outcome.connected'), exact: true, pressed: true });
    await connected.waitFor();
    await keys(officer, 'Escape', '2');
    await form.getByRole('button', { name: zh('tasks.outcome.noAnswer'), exact: true, pressed: true }).waitFor();
    await keys(officer, '1');
    await connected.waitFor();
    await keys(officer, 'Enter');
  });

  it('a 3 offers a complaint with what was said; left alone, it waits for somebody', async () => {
    const form = complaintForm(officer);
    await form.waitFor();
    expect(await form.getByLabel(zh('complaints.field.what')).inputValue()).toContain('3 / 10');
    await keys(officer, 'Escape');
    await form.waitFor({ state: 'detached' });
    expect(await responses()).toMatchObject({
      rows: [{ nps: 3, channel: 'phone', waits: true, words: '等了两个小时' }],
      counts: { waits: 1 },
    });
  });

  it('the manager finds it, makes a complaint of it by keys, and the answers show its number', async () => {
    manager = await journey.newDesk();
    await manager.enter('manager', staffPassword, '/surveys');
    const page = manager.getByRole('article', { name: '王伟' });
    await page.getByText(zh('surveys.state.waits'), { exact: true }).waitFor();
    await keys(manager, 't');
    const form = complaintForm(manager);
    await form.locator(':focus').waitFor();
    expect(await form.getByLabel(zh('complaints.field.what')).inputValue()).toContain('等了两个小时');
    await form.getByLabel(zh('complaints.field.category')).focus();
    await manager.keyboard.type('14');
    await keys(manager, 'Tab');
    await keys(manager, 'Control+s');
    await form.waitFor({ state: 'detached' });
    await page.getByText(zh('surveys.state.complaint'), { exact: true }).waitFor();
    const { rows, counts } = await responses();
    expect(counts.waits).toBe(0);
    await page.getByRole('link', { name: rows[0]?.complaintNumber ?? 'none' }).waitFor();
    await manager.getByText(zh('surveys.none.waits')).waitFor();
  });
});

describe('at the counter', () => {
  it('the screen is turned round, shows nothing of the desk, and is answered by finger and by keys', async () => {
    await officer.goto(`/#/customers/${customerId}`);
    await officer.getByRole('heading', { name: '王伟' }).first().waitFor();
    await keys(officer, 'i');
    await officer.getByRole('heading', { name: zh('surveys.ask.choose') }).waitFor();
    expect(await officer.locator('.side-bar, .top-bar').count()).toBe(0);
    await keys(officer, '1');
    await officer.getByRole('heading', { name: zh('surveys.ask.helloName', { name: '王伟' }) }).waitFor();
    await keys(officer, 'Enter');
    await officer.getByRole('button', { name: zh('surveys.satisfied.s5'), exact: true }).click();
    await officer.getByRole('button', { name: '10', exact: true }).waitFor();
    await keys(officer, '1', '0');
    await officer.getByRole('button', { name: zh('surveys.ask.skip') }).waitFor();
    await officer.getByRole('button', { name: zh('surveys.satisfied.s4'), exact: true }).waitFor();
    // neither the desk's keys nor its one box are there for whoever stands before it
    await keys(officer, 'Alt+n', 'Control+k', 'F1');
    expect(await officer.getByRole('dialog').count()).toBe(0);
    await keys(officer, '4');
    await officer.getByRole('button', { name: '还不清楚', exact: true }).waitFor();
    await officer.getByRole('button', { name: zh('surveys.ask.skip') }).click();
    await officer.getByRole('textbox').fill('很好');
    await officer.getByRole('button', { name: zh('surveys.ask.send') }).click();
    await officer.getByRole('heading', { name: zh('surveys.ask.thanks') }).waitFor();
    // who presses Enter once more does not come to the desk
    await keys(officer, 'Enter');
    await officer.getByRole('heading', { name: zh('surveys.ask.thanks') }).waitFor();
    await officer.getByRole('button', { name: zh('surveys.ask.staffBack') }).click();
    await officer.getByRole('navigation').first().waitFor();
    expect(officer.url()).toContain(`/customers/${customerId}`);
    const { rows } = await responses();
    expect(rows[0]).toMatchObject({ nps: 10, channel: 'counter', waits: false, words: '很好' });
  });

  it('a round loses nothing where another desk switches its questionnaire off and on', async () => {
    const id = '00000000-0000-7000-8000-000000000402';
    const switched = async (active: boolean): Promise<void> => {
      const { version, ...row } = await manager.call<{ version: number; name: string; questions: unknown }>(
        'questionnaires.get',
        { id },
      );
      const questionnaire = { name: row.name, intro: '', thanks: '', questions: row.questions, active };
      await manager.call('questionnaires.update', { id, version, questionnaire });
    };
    const second = officer.getByRole('heading', { name: '交车时的讲解和交接，您满意吗？' });
    await officer.goto(`/#/surveys/ask?questionnaire=${id}`);
    await officer.getByRole('heading', { name: zh('surveys.ask.hello') }).waitFor();
    await keys(officer, 'Enter', '5');
    await second.waitFor();
    await switched(false);
    // so long it would take until this desk has heard of it
    await pause(1000);
    expect(await second.count()).toBe(1);
    await switched(true);
    await keys(officer, '4');
    await officer.getByRole('button', { name: '10', exact: true }).waitFor();
    await keys(officer, '9');
    await officer.getByRole('textbox').waitFor();
    await officer.getByRole('button', { name: zh('surveys.ask.send') }).click();
    await officer.getByRole('heading', { name: zh('surveys.ask.thanks') }).waitFor();
    expect((await responses()).rows[0]).toMatchObject({ nps: 9, channel: 'counter', words: null });
  });
});
