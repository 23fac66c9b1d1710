import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffPassword } from '../contract/desk.ts';
import { type DeskPage, type Journey, openJourney } from './journey.ts';
import { pattern, zh } from './texts.ts';

let journey: Journey;
let page: DeskPage;
let customerId: string;
let vehicleId: string;

const hour = 3_600_000;
const part = '鼓风机';

beforeAll(async () => {
  journey = await openJourney('setUp');
  page = await journey.newDesk();
  await page.enter('service', staffPassword);
  ({ id: customerId, vehicleId } = await page.call<{ id: string; vehicleId: string }>('customers.add', {
    name: '王伟',
    phones: [{ number: '13800138000' }],
    vehicle: { plate: '京A3K927', series: '轩逸' },
  }));
  await add({ title: '空调异响', what: '响', part, category: 'product.aircon' }, 20 * 24 * hour);
});
afterAll(() => journey.close());

const add = async (facts: object, ago = 0): Promise<string> => {
  const { id } = await page.call<{ id: string }>('complaints.add', {
    channel: 'phone',
    customerId,
    vehicleId,
    category: 'service.waiting',
    ...facts,
    receivedAt: Date.now() - ago,
  });
  return id;
};
const versionOf = async (id: string): Promise<number> =>
  (await page.call<{ complaint: { version: number } }>('complaints.get', { id })).complaint.version;
const act = async (deed: string, id: string, more: object = {}): Promise<void> => {
  await page.call(`complaints.${deed}`, { id, version: await versionOf(id), ...more });
};
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
const record = () =>
  detail()
    .getByRole('region', { name: zh('complaints.record') })
    .getByRole('listitem');
const recorded = (kind: 'escalated' | 'reopened' | 'attachment') =>
  record().filter({ hasText: zh(`complaints.eventKind.${kind}`) });
const at = (
  step: 'received' | 'acknowledged' | 'investigating' | 'proposed' | 'agreed' | 'done' | 'askedBack' | 'closed',
) =>
  detail()
    .locator('[aria-current=step]')
    .filter({ hasText: zh(`complaints.step.${step}`) });
const rowOf = (title: string) =>
  page
    .getByRole('region', { name: zh('complaints.list') })
    .getByRole('button')
    .filter({ hasText: title });

/** Opens the form of a deed by a key, fills its first field and saves it by keys. */
const by = async (key: string, title: string, words = ''): Promise<void> => {
  await keys(key);
  await focused(title);
  if (words) await page.keyboard.type(words);
  await keys('Control+s');
  await dialog(title).waitFor({ state: 'detached' });
};

describe('a complaint by keys alone, from the call to the archive', () => {
  it('is taken down from the one box, and says while it is typed that it happened before', async () => {
    await page.goto('/#/');
    await keys('Control+k');
    await page.keyboard.type('3K927');
    await page.getByRole('option').filter({ hasText: '王伟' }).waitFor();
    await keys('Tab', 't');
    const form = dialog(zh('complaints.form.newTitle'));
    await form.waitFor();
    await page.keyboard.type('空调二档有异响，修过一次还是响');
    await keys('Tab');
    await page.keyboard.type('14');
    await keys('Tab', 'Tab');
    expect(await form.getByLabel(zh('complaints.field.category')).inputValue()).toBe('产品 · 空调');
    await page.keyboard.type(part);
    const twins = form.getByRole('region', { name: zh('complaints.twins.label') });
    await twins.getByText(zh('complaints.twins.nth', { count: 2 })).waitFor();
    expect(await twins.innerText()).toContain(zh('complaints.twins.same.part'));
    await keys('Control+s');
    await form.waitFor({ state: 'detached' });
    await at('received').waitFor();
    expect(await detail().getByRole('heading', { level: 2 }).first().innerText()).toMatch(
      /^T\d{4}-002 空调二档有异响$/,
    );
  });

  it('Enter leads on from step to step', async () => {
    await by('Enter', zh('complaints.contact.title'), '已致歉，约明天到店');
    await at('acknowledged').waitFor();
    await by('Enter', zh('complaints.words.investigate.title'), '鼓风机轴承异响');
    await at('investigating').waitFor();
    await by('s', zh('complaints.pause.title'));
    await rowOf('空调二档').getByText(zh('complaints.row.waiting')).waitFor();
    await keys('Enter');
    await rowOf('空调二档')
      .getByText(pattern(zh('complaints.clock.left', { span: '{{span}}' })))
      .waitFor();
    await by('Enter', zh('complaints.words.propose.title'), '换新的鼓风机，送一次保养');
    await at('proposed').waitFor();
    await by('Enter', zh('complaints.answer.title.yes'), '可以');
    await at('agreed').waitFor();
    await by('n', zh('complaints.promise.newTitle'), '到货当天打电话');
    await detail().getByText('到货当天打电话').first().waitFor();
    await by('Enter', zh('complaints.words.finish.title'), '已更换，试车正常');
    await at('done').waitFor();
    await rowOf('空调二档').getByText(zh('complaints.row.done')).or(rowOf('空调二档')).first().waitFor();
  });

  it('is asked back and archived', async () => {
    await keys('Enter');
    const asked = await focused(zh('complaints.askBack.title'));
    await keys('Space', 'Control+s');
    await asked.waitFor({ state: 'detached' });
    await at('askedBack').waitFor();
    await keys('Enter');
    const form = await focused(zh('complaints.close.title'));
    await keys('Tab', 'ArrowDown', 'Control+s');
    await form.waitFor({ state: 'detached' });
    await at('closed').waitFor();
    await page
      .getByRole('group', { name: zh('complaints.tabs') })
      .getByRole('button', { name: `${zh('complaints.tab.archive')} 1`, pressed: true })
      .waitFor();
  });

  it('the arrows go through the list, / finds any word', async () => {
    await add({ title: '等候太久', what: '保养等了四个小时' });
    await page.goto('/#/complaints?tab=open');
    await detail().waitFor();
    await rowOf('等候太久').waitFor();
    const opened = () => page.getByRole('region', { name: zh('complaints.list') }).locator('[aria-current=true]');
    const first = await opened().innerText();
    await keys('ArrowDown');
    await expect.poll(() => opened().innerText()).not.toBe(first);
    await keys('ArrowUp');
    await expect.poll(() => opened().innerText()).toBe(first);
    await keys('/');
    await page.keyboard.type('四个小时');
    await expect
      .poll(() =>
        page
          .getByRole('region', { name: zh('complaints.list') })
          .getByRole('listitem')
          .count(),
      )
      .toBe(1);
    await keys('Enter');
    await detail().getByText('保养等了四个小时').first().waitFor();
  });

  it('what was typed and left is there again', async () => {
    await page.goto('/#/complaints');
    await detail().waitFor();
    await keys('Alt+n');
    const form = dialog(zh('complaints.form.newTitle'));
    await form.getByLabel(zh('complaints.field.what')).fill('半句话');
    await keys('Escape');
    await form.waitFor({ state: 'detached' });
    await keys('Alt+n');
    await form.waitFor();
    expect(await form.getByLabel(new RegExp(zh('complaints.field.what'))).inputValue()).toBe('半句话');
    await keys('Escape');
  });
});

describe('a breach', () => {
  let late: string;

  it('is told to the managers once, and stands in red on every screen', async () => {
    late = await add({ title: '交车时间一再推迟', what: '推了三次', category: 'sales.delivery' }, 25 * hour);
    await page.goto('/#/customers');
    await page.getByRole('button', { name: pattern(zh('complaints.frame.breached', { count: '{{count}}' })) }).click();
    await rowOf('交车时间')
      .getByText(pattern(zh('complaints.clock.over', { span: '{{span}}' })))
      .waitFor();
    await page.goto(`/#/complaints/${late}`);
    await expect.poll(() => recorded('escalated').count(), { timeout: 15_000 }).toBe(2);
    await page.call('complaints.contact', { id: late, kind: 'apology', channel: 'phone', text: '已致歉' });
    await page.reload();
    await detail().waitFor();
    expect(await recorded('escalated').count()).toBe(2);
  });

  it('is not archived before somebody said why', async () => {
    await keys('g');
    const form = dialog(zh('complaints.close.title'));
    await page.field(zh('complaints.field.outcome')).selectOption({
      label: zh('complaints.outcome.withdrawn'),
    });
    await page.field(zh('complaints.field.cause')).selectOption({ index: 1 });
    await keys('Control+s');
    await form.getByText(zh('errors.reason.breach-reason-missing')).waitFor();
    await keys('Escape');
    await form.waitFor({ state: 'detached' });
  });

  it('a reason and a manager’s name end it, for each of the terms', async () => {
    const form = dialog(zh('complaints.breach.title'));
    for (let left = 2; left > 0; left--) {
      await keys('l');
      await form.waitFor();
      await keys('Control+s');
      await form.getByText(zh('errors.field.required')).waitFor();
      await page.field(zh('complaints.breach.reason')).fill('车在港口');
      await page.field(zh('complaints.breach.manager')).selectOption({ index: 1 });
      await keys('Control+s');
      await form.waitFor({ state: 'detached' });
    }
    await detail().getByText(zh('complaints.breach.asks')).waitFor({ state: 'detached' });
  });
});

describe('not truly solved', () => {
  it('opens it again with a new term', async () => {
    const id = await add({ title: '收费没说清', what: '多收了两百' }, hour);
    await page.call('complaints.contact', { id, kind: 'contact', channel: 'phone', text: '已联系' });
    await act('investigate', id, { text: '核对工单' });
    await act('propose', id, { text: '退还两百' });
    await act('answer', id, { accepted: true });
    await act('finish', id, { text: '已退' });
    await page.goto(`/#/complaints/${id}`);
    await at('done').waitFor();
    await keys('Enter');
    const form = dialog(zh('complaints.askBack.title'));
    await form.waitFor();
    await keys('Space', 'ArrowRight');
    await form.getByText(zh('complaints.askBack.opensAgain')).waitFor();
    await page.field(zh('complaints.askBack.words')).fill('钱没到账');
    await keys('Control+s');
    await at('investigating').waitFor();
    await detail()
      .getByText(zh('complaints.badge.reopened', { count: 2 }))
      .waitFor();
    await detail().getByText(zh('complaints.askBack.answer.no')).first().waitFor();
  });
});

describe('files', () => {
  const photo = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  );

  it('are kept, shown, removed and brought back', async () => {
    const id = await add({ title: '漆面划痕', what: '右后门三道' });
    await page.goto(`/#/complaints/${id}`);
    await detail().waitFor();
    const chooser = page.waitForEvent('filechooser');
    await keys('a');
    await (await chooser).setFiles({ name: '右后门.png', mimeType: 'image/png', buffer: photo });
    const line = detail().getByRole('button').filter({ hasText: '右后门.png' });
    await line.waitFor();
    await line.click();
    await dialog('右后门.png').getByRole('img', { name: '右后门.png' }).waitFor();
    await keys('Escape');
    await page.getByRole('button', { name: zh('complaints.attachment.remove', { name: '右后门.png' }) }).click();
    await line.waitFor({ state: 'detached' });
    await page.button(zh('common.undo')).last().click();
    await line.waitFor();
  });

  it('one that is not what its name says is refused in a sentence, and nothing is kept', async () => {
    const input = detail().getByLabel(zh('complaints.attachment.choose'));
    await input.setInputFiles({ name: '录音.mp3', mimeType: 'audio/mpeg', buffer: photo });
    await detail().getByRole('alert').filter({ hasText: '录音.mp3' }).waitFor();
    await page.getByRole('button', { name: zh('complaints.attachment.forget', { name: '录音.mp3' }) }).click();
    await detail().getByRole('alert').waitFor({ state: 'detached' });
  });
});

describe('beside the complaint', () => {
  it('the customer’s strip leads to it, and 今日 holds what was promised', async () => {
    await page.goto(`/#/customers/${customerId}`);
    const strip = page.getByRole('region', { name: zh('customer.strip.label') });
    await strip.getByText('到货当天打电话').waitFor();
    await page.goto('/#/?view=overview');
    const panel = page.getByRole('region', { name: zh('complaints.promise.today') });
    const promise = panel.getByRole('listitem').filter({ hasText: '到货当天打电话' });
    await promise.getByRole('button', { name: zh('complaints.promise.keep'), exact: true }).click();
    await promise.waitFor({ state: 'detached' });
    await page.button(zh('common.undo')).last().click();
    await promise.waitFor();
    await page.goto(`/#/customers/${customerId}`);
    await strip.getByRole('button').filter({ hasText: 'T2' }).first().click();
    await detail().waitFor();
  });
});
