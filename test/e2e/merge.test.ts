import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffPassword } from '../contract/desk.ts';
import { boss, type DeskPage, type Journey, openJourney } from './journey.ts';
import { zh } from './texts.ts';

interface Customer {
  readonly customer: { id: string; version: number; name: string; address: string | null; wechat: string | null };
  readonly phones: readonly { masked: string }[];
  readonly vehicles: readonly { id: string; plate: string | null }[];
  readonly relations: readonly { name: string }[];
  readonly spend: { readonly visits: number; readonly totalFen: number };
  readonly counts: { readonly note: number };
}

let journey: Journey;
let page: DeskPage;
/** the file that is proposed to stay: last seen later */
let first: { id: string; vehicleId: string };
let second: { id: string; vehicleId: string };

const day = 86_400_000;

beforeAll(async () => {
  journey = await openJourney('setUp');
  page = await journey.newDesk();
  await page.enter(...boss);
  const add = (input: object) => page.call<{ id: string; vehicleId: string }>('customers.add', input);
  first = await add({
    name: '王建国',
    phones: [{ number: '13911112222' }],
    address: '朝阳区建国路 88 号',
    interests: ['打球'],
    tags: ['老客户'],
    vehicle: { plate: '京A3K927', series: '轩逸' },
  });
  second = await add({
    name: '王建国',
    phones: [{ number: '13911112222' }, { number: '13700001111' }],
    address: '海淀区中关村 1 号',
    wechat: 'wjg1979',
    interests: ['打牌'],
    tags: ['团购'],
    vehicle: { plate: '京N80516', series: '奇骏' },
  });
  const visit = (vehicleId: string, daysAgo: number, amountFen: number) =>
    page.call('visits.add', {
      vehicleId,
      arrivedAt: Date.now() - daysAgo * day,
      lines: [{ category: 'maintenanceLabour', amountFen }],
    });
  await visit(first.vehicleId, 3, 48_000);
  await visit(second.vehicleId, 40, 61_200);
  await page.call('customers.addNote', { id: second.id, text: '喜欢原厂件' });
  await page.call('customers.addRelation', { id: second.id, kind: 'child', name: '王小雨' });
  await add({ name: '张蓉', phones: [{ number: '13633334444' }, { number: '13877775555' }] });
  await add({ name: '张蓉', phones: [{ number: '13633334444' }] });
});
afterAll(() => journey.close());

const get = (id: string) => page.call<Customer>('customers.get', { id });
const strip = (desk: DeskPage) => desk.getByRole('region', { name: zh('customer.strip.label') });
const rows = (desk: DeskPage) =>
  desk
    .getByRole('list', { name: zh('duplicates.title') })
    .getByRole('listitem')
    .filter({ has: desk.locator('button') });
const focused = (desk: DeskPage) => desk.locator(':focus');
const choice = (desk: DeskPage, field: 'address' | 'wechat', value: string) =>
  desk.getByRole('radio', { name: `${zh(`customer.form.${field}`)}: ${value}`, exact: true });

describe('the list of likely duplicates', () => {
  it('is found by its name in the one box, and says why', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(zh('duplicates.command'));
    await page.getByRole('option', { name: zh('duplicates.command') }).waitFor();
    await page.keyboard.press('Enter');
    await rows(page).nth(1).waitFor();
    expect(await rows(page).count()).toBe(2);
    const pair = rows(page).filter({ hasText: '王建国' });
    expect(await pair.innerText()).toContain(`${zh('duplicates.reason.phone')} 139****2222`);
    expect(await pair.innerText()).toContain(zh('duplicates.reason.nameSame'));
    expect(await pair.innerText()).toContain('京A·3K927');
  });

  it('D says that two are two; the pair is named no more, and again once that is taken back', async () => {
    for (let tries = 0; tries < 3; tries++) {
      const inPair = rows(page)
        .filter({ hasText: '张蓉' })
        .filter({ has: focused(page) });
      if ((await inPair.count()) > 0) break;
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('d');
    await page.getByLabel(zh('duplicates.dismiss.label')).last().waitFor();
    await page.keyboard.type('父女共用一个手机');
    await page.keyboard.press('Enter');
    const said = page.getByText(zh('duplicates.dismiss.done', { a: '张蓉', b: '张蓉' }));
    await said.waitFor();
    await expect.poll(() => rows(page).filter({ hasText: '张蓉' }).count()).toBe(0);
    await page
      .getByRole('status')
      .getByRole('button', { name: zh('common.undo') })
      .last()
      .click();
    await page.getByText(zh('duplicates.dismiss.undone')).waitFor();
    await rows(page).filter({ hasText: '张蓉' }).waitFor();
  });
});

describe('two files merged by the keyboard', () => {
  it('the page of either says quietly that there is another', async () => {
    await page.goto(`/#/customers/${second.id}`);
    const notice = page.getByRole('region', { name: zh('duplicates.notice.label'), exact: true });
    await notice.waitFor();
    await notice.getByRole('button', { name: zh('duplicates.compare') }).click();
    await page.getByRole('button', { name: zh('duplicates.merge.button') }).waitFor();
  });

  it('differences come first, what moves is counted before', async () => {
    await choice(page, 'address', '海淀区中关村 1 号').waitFor();
    const headings = await page.getByRole('rowheader').allInnerTexts();
    const place = (words: string) => headings.findIndex((text) => text.includes(words));
    expect(place(zh('customer.form.address'))).toBeGreaterThan(0);
    expect(place(zh('customer.form.address'))).toBeLessThan(place(zh('customer.form.wechat')));
    const moves = page.getByRole('region', { name: zh('duplicates.merge.moves', { name: '王建国' }) });
    const counted = (await moves.getByRole('listitem').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
    for (const thing of ['vehicle', 'visit', 'customerNote', 'relation'] as const) {
      expect(counted).toContain(`${zh(`duplicates.things.${thing}`)} 1`);
    }
  });

  it('↓ to the address, → takes the other side, Enter merges', async () => {
    const wanted = choice(page, 'address', '朝阳区建国路 88 号');
    for (let tries = 0; tries < 8 && !(await wanted.evaluate((box) => box === document.activeElement)); tries++) {
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('ArrowRight');
    expect(await choice(page, 'address', '海淀区中关村 1 号').isChecked()).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText(zh('duplicates.merge.done', { drop: '王建国', keep: '王建国' })).waitFor();
    await strip(page).waitFor();
    expect(page.url()).toContain(first.id);
    const merged = await get(first.id);
    expect(merged.customer).toMatchObject({ address: '海淀区中关村 1 号', wechat: 'wjg1979' });
    expect(merged.phones).toHaveLength(2);
    expect(merged.vehicles.map((vehicle) => vehicle.plate).toSorted()).toEqual(['京A3K927', '京N80516']);
    expect(merged.spend).toMatchObject({ visits: 2, totalFen: 109_200 });
    expect(merged.counts.note).toBe(1);
    expect(merged.relations.map((relation) => relation.name)).toEqual(['王小雨']);
    await page.getByRole('article', { name: zh('vehicle.card.label', { plate: '京N·80516' }) }).waitFor();
  });

  it('an old link to the file that went leads to the one that stayed', async () => {
    await page.goto(`/#/customers/${second.id}`);
    await page.getByText(zh('duplicates.merged.went', { name: '王建国' })).waitFor();
    await strip(page).waitFor();
    expect(page.url()).toContain(first.id);
  });

  it('taken back at once by Ctrl Z, and done again by the buttons', async () => {
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await get(first.id)).spend.visits).toBe(1);
    expect((await get(first.id)).customer.address).toBe('朝阳区建国路 88 号');
    await page.goto(`/#/duplicates/${first.id}/${second.id}`);
    await choice(page, 'address', '海淀区中关村 1 号').check();
    await page.getByRole('button', { name: zh('duplicates.merge.button') }).click();
    await strip(page).waitFor();
    expect((await get(first.id)).customer.address).toBe('海淀区中关村 1 号');
  });
});

describe('taken back after later edits', () => {
  it('from the customer page, by another person with the right; what was edited since stays and is said', async () => {
    await page.call('visits.add', {
      vehicleId: second.vehicleId,
      arrivedAt: Date.now() - day,
      lines: [{ category: 'maintenanceLabour', amountFen: 9_900 }],
    });
    await page.call('customers.addNote', { id: first.id, text: '合并后写的备注' });
    const manager = await journey.newDesk();
    await manager.enter('manager', staffPassword, `/customers/${first.id}`);
    const merged = manager.getByRole('region', { name: zh('duplicates.merged.title') });
    await merged.getByRole('button', { name: zh('duplicates.merged.undoLabel', { name: '王建国' }) }).click();
    const said = manager.getByText(zh('duplicates.merged.undone', { name: '王建国' }));
    await said.waitFor();
    expect(await said.innerText()).toContain(
      zh('undo.stayedBecause.added', { what: zh('duplicates.things.visit'), n: 1 }),
    );
    await merged.waitFor({ state: 'detached' });
  });

  it('both files are there again, and nothing is lost', async () => {
    const one = await get(first.id);
    const other = await get(second.id);
    expect(one.customer.address).toBe('朝阳区建国路 88 号');
    expect(one.customer.wechat).toBeNull();
    expect(one.vehicles.map((vehicle) => vehicle.plate)).toEqual(['京A3K927']);
    expect(one.counts.note).toBe(1);
    expect(other.customer).toMatchObject({ address: '海淀区中关村 1 号', wechat: 'wjg1979' });
    expect(other.vehicles.map((vehicle) => vehicle.plate)).toEqual(['京N80516']);
    expect(other.counts.note).toBe(1);
    expect(other.relations.map((relation) => relation.name)).toEqual(['王小雨']);
    expect(one.spend.visits + other.spend.visits).toBe(3);
    expect(one.spend.totalFen + other.spend.totalFen).toBe(48_000 + 61_200 + 9_900);
  });
});
