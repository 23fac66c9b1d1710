import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOf } from '../../renderer/print/printAsked.ts';
import { staffPassword } from '../contract/desk.ts';
import { type DeskPage, type Journey, openJourney } from './journey.ts';
import { printToPdf } from './pdf.ts';
import { zh } from './texts.ts';

let journey: Journey;
let page: DeskPage;
/** the agency job */
let job = { id: '', number: '' };
let car = { id: '', vehicleId: '' };

beforeAll(async () => {
  journey = await openJourney('setUp');
  page = await journey.newDesk();
  await page.enter('service', staffPassword);
  car = await page.call('customers.add', {
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
/** The step at which the job stands: the bar names them all. */
const stateIs = (words: string) => detail().locator('[aria-current=step]').getByText(words, { exact: true });
const saved = async (name: string): Promise<void> => {
  await keys('Control+s');
  await dialog(name).waitFor({ state: 'detached' });
};
const idIn = (): string => /\/club\/\w+\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';

/** Finds 王伟 by the plate in the form's first field, by keys. */
const chooseOwner = async (form: ReturnType<typeof dialog>): Promise<void> => {
  await page.keyboard.type('3K927');
  await form.getByRole('option').filter({ hasText: '王伟' }).waitFor();
  await keys('Enter');
  await form.getByText('王伟', { exact: true }).waitFor();
};

describe('the club’s services by keys', () => {
  it('an agency job: documents taken, done, and handed back against a signature', async () => {
    await page.goto('/#/club/agency');
    await page.getByRole('heading', { name: zh('club.empty.agency.title') }).waitFor();
    await keys('Alt+n');
    const form = await focused(zh('club.form.agencyTitle'));
    await chooseOwner(form);
    await form.getByLabel(zh('club.field.documents')).fill('行驶证，保险单');
    await form.getByLabel(zh('club.field.fee')).fill('200');
    await saved(zh('club.form.agencyTitle'));
    await stateIs(zh('club.agency.state.taken')).waitFor();
    const number = await detail().getByRole('heading', { level: 2 }).first().innerText();
    expect(number).toMatch(/^AG\d{4}-001$/);
    job = { id: idIn(), number };

    // 受理 → 办理中 → 办妥, each by Enter
    await detail()
      .getByRole('button', { name: zh('club.deed.begin') })
      .waitFor();
    await keys('Enter');
    await stateIs(zh('club.agency.state.underWay')).waitFor();
    await keys('Enter');
    await stateIs(zh('club.agency.state.ready')).waitFor();
    await keys('Enter');
    const back = await focused(zh('club.handBack.title'));
    // what is owed holds it up, in words
    await keys('Control+s');
    await back.getByText(zh('club.handBack.owes', { amount: '¥200.00' })).waitFor();
    await back.getByRole('checkbox').check();
    await saved(zh('club.handBack.title'));
    await stateIs(zh('club.agency.state.handedBack')).waitFor();
    await detail().getByText('王伟').first().waitFor();
    // a mistake: taken back at once
    await keys('Control+z');
    await stateIs(zh('club.agency.state.ready')).waitFor();
  });

  it('a rescue from the road: sent, there, done; its clock, and a stranger who calls', async () => {
    await keys('2');
    await page.getByRole('heading', { name: zh('club.empty.rescues.title') }).waitFor();
    await keys('Alt+n');
    const form = await focused(zh('club.form.rescueTitle'));
    await page.keyboard.type('赵先生');
    await form.getByText(zh('club.form.nobody')).waitFor();
    await keys('Enter');
    await form.getByLabel(zh('club.field.plate')).fill('京B12345');
    await form.getByLabel(zh('club.field.place')).fill('京藏高速 42 公里处');
    await saved(zh('club.form.rescueTitle'));
    await stateIs(zh('club.rescues.state.called')).waitFor();
    await detail().getByRole('timer').waitFor();
    await keys('Enter');
    const sent = await focused(zh('club.step.dispatchTitle'));
    await sent.getByLabel(zh('club.field.crew')).fill('李强');
    await saved(zh('club.step.dispatchTitle'));
    await stateIs(zh('club.rescues.state.dispatched')).waitFor();
    await keys('Enter');
    await focused(zh('club.step.arriveTitle'));
    await saved(zh('club.step.arriveTitle'));
    await stateIs(zh('club.rescues.state.arrived')).waitFor();
    await keys('Enter');
    const done = await focused(zh('club.closing.title'));
    await done.getByLabel(zh('club.field.result')).fill('换了电瓶');
    await saved(zh('club.closing.title'));
    await stateIs(zh('club.rescues.state.closed')).waitFor();
  });

  it('a claim from the customer’s page, whose strip and timeline show it, and the one box finds its number', async () => {
    const { hits } = await page.call<{ hits: { id: string }[] }>('customers.search', { q: '3K927' });
    await page.goto(`/#/customers/${hits[0]?.id ?? ''}`);
    await page.getByRole('heading', { name: '王伟', level: 1 }).waitFor();
    await keys('y');
    await focused(zh('club.ofCustomer.title'));
    await keys('3');
    const form = await focused(zh('club.form.claimTitle'));
    await form.getByLabel(zh('club.field.what')).fill('倒车碰到石墩');
    await saved(zh('club.form.claimTitle'));
    await stateIs(zh('club.claims.state.reported')).waitFor();
    const number = await detail().getByRole('heading', { level: 2 }).first().innerText();
    await page.goBack();
    await page.getByRole('heading', { name: '王伟', level: 1 }).waitFor();
    await page.getByRole('link', { name: new RegExp(number) }).waitFor();
    await keys('Control+k');
    // fewer than a scanner gives: a person types
    await page.keyboard.type(number.slice(0, 5).toLowerCase());
    await page.getByRole('option').filter({ hasText: number }).waitFor();
    await keys('Enter');
    await stateIs(zh('club.claims.state.reported')).waitFor();
  });

  it('the slip of a job is for the roll, says what we hold and what is to pay, and has a line to sign', async () => {
    const pdf = await printToPdf(page, hashOf({ document: 'agencySlip', subjectId: job.id }));
    expect(Math.abs((pdf.pages[0]?.width ?? 0) - 80)).toBeLessThan(0.4);
    const text = pdf.pages.map((one) => one.text.replace(/\s/g, '')).join('');
    for (const said of ['代办受理单', job.number, '王伟', '京A·3K927', '行驶证', '保险单', '¥200', '签收人']) {
      expect(text).toContain(said);
    }
  });

  it('a policy is offered its slip when it is added: of a new insurance, then of its renewal', async () => {
    const { id, vehicleId } = car;
    await page.call('vehicles.addPolicy', { id: vehicleId, insurer: '人保', endDay: '2026-11-30' });
    await page.goto(`/#/customers/${id}?do=vehicle&vehicle=${vehicleId}`);
    const part = page.getByRole('region', { name: zh('vehicle.policy.title') });
    const slipOf = (title: string, name: string) =>
      part.getByRole('button', { name: zh('vehicle.policy.printLabel', { slip: title, name }) });
    await slipOf('投保登记单', '商业险 人保').waitFor();
    await part.getByRole('button', { name: zh('vehicle.policy.add') }).click();
    await part.getByLabel(zh('vehicle.policy.insurer')).fill('平安');
    await part.getByLabel(zh('vehicle.policy.policyNo')).fill('PDZA2026001');
    await part.getByLabel(zh('vehicle.policy.startDay')).fill('20261201');
    await part.getByLabel(zh('vehicle.policy.premium')).fill('4200');
    await part.getByRole('button', { name: zh('vehicle.policy.save') }).click();
    await slipOf('续保登记单', '商业险 平安').waitFor();
    await part
      .getByRole('button', { name: zh('vehicle.policy.printSlip', { slip: '续保登记单' }), exact: true })
      .click();
    await page.getByText(zh('vehicle.policy.handedOver', { slip: '续保登记单' })).waitFor();

    const { policies } = await page.call<{ policies: { id: string }[] }>('vehicles.get', { id: vehicleId });
    const texts: string[] = [];
    for (const policy of policies) {
      const pdf = await printToPdf(page, hashOf({ document: 'policySlip', subjectId: policy.id, vehicleId }));
      expect(Math.abs((pdf.pages[0]?.width ?? 0) - 80)).toBeLessThan(0.4);
      texts.push(pdf.pages.map((one) => one.text.replace(/\s/g, '')).join(''));
    }
    const [renewal, first] = texts;
    for (const said of [
      '续保登记单',
      'PDZA2026001',
      '王伟',
      '京A·3K927',
      '平安',
      '2026-12-01至',
      '¥4,200',
      '客户签字',
    ]) {
      expect(renewal).toContain(said);
    }
    expect(first).toContain('投保登记单');
  });
});
