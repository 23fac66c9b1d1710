import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DeskPage, type Journey, openJourney } from './journey.ts';
import { zh } from './texts.ts';

let journey: Journey;
let page: DeskPage;
beforeAll(async () => {
  journey = await openJourney('empty');
  page = await journey.newDesk();
});
afterAll(() => journey.close());

const field = (label: string) => page.field(label);
const press = (name: string) => page.button(name).click();
const storeField = () => field(zh('session.setup.store'));
const passwords = async (password: string, again = password): Promise<void> => {
  await field(zh('session.setup.password')).fill(password);
  await field(zh('session.setup.again')).fill(again);
};

it('an empty folder asks for the store and its administrator, and says what is missing', async () => {
  await page.goto('/');
  await page.getByRole('heading', { name: zh('session.setup.title') }).waitFor();
  await press(zh('session.setup.start'));
  expect(await page.getByText(zh('errors.field.required'), { exact: true }).count()).toBeGreaterThanOrEqual(4);
  expect(await journey.host.store.call('store.info', {}, await systemActor())).toMatchObject({ ready: false });
});

it('a weak password is refused in words', async () => {
  await storeField().fill('东风日产 城西店');
  await field(zh('session.setup.city')).fill('杭州');
  await field(zh('session.setup.admin')).fill('王经理');

  await passwords('short');
  await page.getByText(zh('errors.field.password-short')).waitFor();
  await passwords('Warm-lake-7781', 'Warm-lake-7782');
  await page.getByText(zh('session.setup.differs')).waitFor();
  await passwords('12345678');
  await press(zh('session.setup.start'));
  await page.getByText(zh('errors.field.password-common')).waitFor();
  // nothing typed is lost
  expect(await storeField().inputValue()).toBe('东风日产 城西店');
});

it('then 今日 shows how to begin', async () => {
  await passwords('Warm-lake-7781');
  await press(zh('session.setup.start'));
  await page.getByRole('heading', { name: zh('today.emptyTitle') }).waitFor();
  expect(await page.title()).toContain('东风日产 城西店');
  await page.getByRole('button', { name: zh('today.import') }).click();
  await page.getByRole('heading', { name: zh('imports.heading') }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: zh('today.emptyTitle') }).waitFor();
});

it('logs out; a wrong password is said, the right one lets in', async () => {
  await page.getByRole('button', { name: zh('common.account.menu', { name: '王经理' }) }).click();
  await page.getByRole('menuitem', { name: zh('common.account.logout') }).click();
  await page.getByRole('heading', { name: '东风日产 城西店' }).waitFor();

  await field(zh('session.name')).fill('王经理');
  await field(zh('session.password')).fill('Warm-lake-7780');
  await press(zh('session.login'));
  await page
    .getByRole('alert')
    .filter({ hasText: zh('errors.reason.login-failed') })
    .waitFor();
  expect(await field(zh('session.name')).inputValue()).toBe('王经理');

  await field(zh('session.password')).fill('Warm-lake-7781');
  await field(zh('session.password')).press('Enter');
  await page.getByRole('heading', { name: zh('today.emptyTitle') }).waitFor();
});

it('a second setup is never offered again', async () => {
  const other = await journey.newDesk();
  await other.goto('/');
  await other.getByRole('button', { name: zh('session.login'), exact: true }).waitFor();
  expect(await other.getByRole('heading', { name: zh('session.setup.title') }).count()).toBe(0);
});

const systemActor = async () => (await import('../../electron/host/callContext.ts')).hostActor('test');
