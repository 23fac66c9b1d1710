import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Settings, SettingVersion } from '../../db/contract/settings.ts';
import { addDays } from '../../db/domain/day.ts';
import { dayOf } from '../../db/domain/zonedTime.ts';
import { demoPassword } from '../../db/store/demo/accounts.ts';
import { type DeskPage, type Journey, openJourney } from './journey.ts';
import { scan } from './scannerKeys.ts';
import { pattern, zh } from './texts.ts';

let journey: Journey;
/** 陈刚, who sets the rules */
let page: DeskPage;
let today: string;

beforeAll(async () => {
  journey = await openJourney({ demoCustomers: 120 });
  page = await journey.newDesk();
  await page.enter('jingli', demoPassword);
  today = dayOf(Date.now(), 'Asia/Shanghai');
});
afterAll(() => journey.close());

const rulesOf = async (day: string): Promise<Settings> =>
  (await page.call<{ values: Settings }>('settings.get', { day })).values;
const versionsOf = async (key: string): Promise<SettingVersion[]> =>
  (await page.call<{ rows: SettingVersion[] }>('settings.versions', { key })).rows;
const open = async (section: string): Promise<void> => {
  await page.goto(`/#/settings/${section}`);
  await page.getByRole('heading', { name: zh('rules.versions.title') }).waitFor();
};
const labour = { category: zh('visit.category.maintenanceLabour'), tier: zh('rules.everyTier') };
const ratio = (part: 'yuanOf' | 'pointsOf', tier = labour.tier): Locator =>
  page.getByLabel(zh(`rules.points.${part}`, { ...labour, tier }), { exact: true });
const preview = (): Locator => page.getByRole('region', { name: zh('rules.preview'), exact: true });
const saves = (): Locator => page.button(zh('common.save'));
const versions = (): Locator => page.getByRole('region', { name: zh('rules.versions.title') });

describe('积分规则', () => {
  it('says in words what is wrong, beside the field, and keeps nothing of it', async () => {
    await open('pointsRules');
    await ratio('pointsOf').fill('1.5');
    await page.getByText(zh('rules.check.whole', { least: 0, most: 10_000 })).waitFor();
    await page.getByText(zh('rules.previewWrong')).waitFor();
    await ratio('pointsOf').fill('');
    await page.getByText(zh('rules.check.half')).waitFor();
    expect(await saves().isEnabled()).toBe(false);
    await page.keyboard.press('Control+s');
    expect(await versionsOf('pointsRules')).toHaveLength(1);
    await page.button(zh('common.undo')).click();
    expect(await ratio('pointsOf').inputValue()).toBe('1');
  });

  it('previews what will hold in plain Chinese, for a tier of its own too', async () => {
    await ratio('pointsOf').fill('２');
    await preview().getByText('所有会员：保养工时每实收 ¥1 得 2 分；').waitFor();
    await ratio('yuanOf', '金卡').fill('1');
    await ratio('pointsOf', '金卡').fill('3');
    await preview().getByText('金卡会员：保养工时每实收 ¥1 得 3 分；').waitFor();
    await preview().getByText('银卡、钻石卡会员：保养工时每实收 ¥1 得 2 分；').waitFor();
  });

  it('is tried on the last visits before it is published, and comes back as it was typed', async () => {
    await page.keyboard.press('Alt+s');
    await page.getByRole('region', { name: zh('pointsReports.sandbox.issued') }).waitFor();
    await page.getByText('金卡会员：保养工时每实收 ¥1 得 3 分；').first().waitFor();
    const gained = page.getByRole('region', { name: zh('pointsReports.sandbox.mostWon') }).getByRole('row');
    expect(await gained.count()).toBeGreaterThan(1);
    await page
      .getByRole('region', { name: zh('pointsReports.sandbox.mostLost') })
      .getByText(zh('pointsReports.sandbox.nobody'))
      .waitFor();
    expect(await versionsOf('pointsRules')).toHaveLength(1);
    await page.keyboard.press('a');
    await expect.poll(() => ratio('pointsOf', '金卡').inputValue()).toBe('3');
    expect(await ratio('pointsOf').inputValue()).toBe('２');
  });

  it('a trial that takes long shows how long, and Esc ends it with nothing changed', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/rpc/points/sandbox', async (route) => {
      await held;
      await route.continue().catch(() => undefined);
    });
    await page.keyboard.press('Alt+s');
    await page.getByText(pattern(zh('pointsReports.sandbox.elapsed', { n: '{{n}}' }))).waitFor();
    await page.getByText(zh('pointsReports.sandbox.elapsed', { n: 1 })).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText(zh('pointsReports.sandbox.cancelled')).waitFor();
    release();
    await page.unroute('**/rpc/points/sandbox');
    await page.keyboard.press('r');
    await page.getByRole('region', { name: zh('pointsReports.sandbox.issued') }).waitFor();
    await page.keyboard.press('a');
    await ratio('pointsOf').waitFor();
  });

  it('holds from the chosen day, never from one that is over', async () => {
    const tomorrow = addDays(today, 1);
    const from = page.field(zh('rules.fromDay'));
    await from.fill(addDays(today, -1));
    await page.getByText(zh('rules.fromDayPast')).waitFor();
    expect(await saves().isEnabled()).toBe(false);
    await from.fill(tomorrow.replaceAll('-', ''));
    await page.keyboard.press('Control+s');
    await page.getByText(zh('rules.saved', { day: tomorrow })).waitFor();
    const labourOf = async (day: string) =>
      (await rulesOf(day)).pointsRules.ratios
        .filter(({ category }) => category === 'maintenanceLabour')
        .map(({ tier, points }) => [tier, points]);
    expect(await labourOf(today)).toEqual([[null, 1]]);
    expect(await labourOf(tomorrow)).toEqual([
      [null, 2],
      ['gold', 3],
    ]);
    // the form is back at what holds today
    await expect.poll(() => ratio('pointsOf').inputValue()).toBe('1');
  });

  it('lists the plan with who made it, and takes it back', async () => {
    const planned = versions()
      .getByRole('listitem')
      .filter({ hasText: zh('rules.versions.state.planned') });
    await planned.getByText('陈刚').waitFor();
    await planned.getByText('金卡会员：保养工时每实收 ¥1 得 3 分；').waitFor();
    await planned.getByRole('button', { name: zh('rules.versions.takeBack') }).click();
    // asked in its own place; the answer has the focus
    await page.getByText(zh('rules.versions.takeBackAsk', { day: addDays(today, 1) })).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(zh('rules.versions.takenBack', { day: addDays(today, 1) })).waitFor();
    await expect.poll(() => planned.count()).toBe(0);
    expect(await versionsOf('pointsRules')).toHaveLength(1);
  });
});

describe('会籍规则, 积分条款, 会员权益', () => {
  it('a threshold below the tier beneath is said beside it; put right, it holds today', async () => {
    await open('membershipRules');
    const diamond = page.getByLabel(
      zh('rules.membership.upgradeOf', { way: zh('rules.membership.path.cumulativePoints'), tier: '钻石卡' }),
    );
    await diamond.fill('10000');
    await page.getByText(zh('rules.check.threshold-order')).waitFor();
    expect(await saves().isEnabled()).toBe(false);
    await diamond.fill('25000');
    await preview().getByText('升钻石卡：累计积分满 25,000，或').waitFor();
    await page.keyboard.press('Control+s');
    await page.getByText(zh('rules.savedToday')).waitFor();
    expect((await rulesOf(today)).membershipRules.upgrades[1]?.cumulativePoints).toBe(25_000);
  });

  it('what is typed and not saved is there again after a reload', async () => {
    await open('pointsTerms');
    await page.field(zh('rules.terms.breakage')).fill('50');
    await page.reload();
    await expect.poll(() => page.field(zh('rules.terms.breakage')).inputValue()).toBe('50');
    await page.keyboard.press('Control+s');
    await expect.poll(async () => (await rulesOf(today)).pointsTerms.breakagePercent).toBe(50);
  });

  it('a service is added for one tier without a limit, a discount for another', async () => {
    await open('tierBenefits');
    await page.button(zh('rules.benefits.addService')).click();
    await page.getByLabel(zh('rules.benefits.serviceName', { n: 4 })).fill('免费代驾');
    await page.getByText(zh('rules.check.times-missing')).waitFor();
    await page.getByLabel(zh('rules.benefits.unlimitedOf', { service: '免费代驾', tier: '金卡' })).check();
    await page
      .getByLabel(zh('rules.benefits.discountOf', { category: zh('visit.category.parts'), tier: '银卡' }))
      .fill('3');
    await preview().getByText('免费代驾不限次数').waitFor();
    await preview().getByText('配件减 3%').waitFor();
    await page.keyboard.press('Control+s');
    await expect
      .poll(async () => (await rulesOf(today)).tierBenefits.services.find(({ name }) => name === '免费代驾'))
      .toMatchObject({ tier: 'gold', timesPerYear: null });
    const { discounts } = (await rulesOf(today)).tierBenefits;
    expect(discounts).toContainEqual({ tier: 'silver', category: 'parts', percentOff: 3 });
  });

  it('reception reads what holds, and changes nothing', async () => {
    const reception = await journey.newDesk();
    await reception.enter('qiantai', demoPassword, '/settings/membershipRules');
    await reception.getByText(zh('rules.managersOnly')).waitFor();
    await reception.getByText('升钻石卡：累计积分满 25,000，或').first().waitFor();
    expect(await reception.getByRole('main').getByRole('textbox').count()).toBe(0);
    for (const path of ['/sandbox', '/reports/liability']) {
      await reception.goto(`/#${path}`);
      await reception.getByRole('heading', { name: zh('common.forbidden.title') }).waitFor();
    }
    await reception.context().close();
  });
});

describe('积分负债', () => {
  it('prints its formula with the figures of the terms that hold', async () => {
    await page.goto('/#/reports/liability');
    await page.getByRole('img', { name: zh('pointsReports.liability.chart') }).waitFor();
    await page.getByText(/^[\d,]+ × ¥0\.01 × \(1 − 50%\) = ¥[\d,.]+$/).waitFor();
    await page.getByText(zh('pointsReports.liability.formula'), { exact: true }).waitFor();
  });

  it('a span of no month is said, and the last one that was stays', async () => {
    await page.field(zh('pointsReports.liability.from')).fill('2099年1月');
    await page.getByText(zh('pointsReports.liability.reversedSpan')).waitFor();
    await page.field(zh('pointsReports.liability.to')).fill('13');
    await page.getByText(zh('pointsReports.liability.monthInvalid')).waitFor();
    await page.getByRole('button', { name: zh('pointsReports.liability.spans.last12') }).click();
    await page.getByRole('img', { name: zh('pointsReports.liability.chart') }).waitFor();
  });

  it('exports what it shows, as a spreadsheet reads it', async () => {
    const download = page.waitForEvent('download');
    await page.keyboard.press('e');
    const file = await download;
    const text = readFileSync(await file.path(), 'utf8');
    expect(file.suggestedFilename()).toMatch(/^积分负债 \d{4}-\d{2} 至 \d{4}-\d{2}\.csv$/);
    expect(text.startsWith('\ufeff月份,发放,兑换,到期,冲正,其他,月末未兑换,负债（元）\r\n')).toBe(true);
    const last = text.trimEnd().split('\r\n').at(-1)?.split(',') ?? [];
    const { months } = await page.call<{ months: { month: string; outstanding: number; liabilityFen: number }[] }>(
      'points.liability',
      { fromMonth: today.slice(0, 7), toMonth: today.slice(0, 7) },
    );
    expect([last[0], last[6], last[7]]).toEqual([
      months[0]?.month,
      String(months[0]?.outstanding),
      String((months[0]?.liabilityFen ?? 0) / 100),
    ]);
  });

  it('on paper there is the report alone', async () => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.side-bar').isVisible()).toBe(false);
    expect(await page.getByText(zh('pointsReports.liability.formula'), { exact: true }).isVisible()).toBe(true);
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    await page.emulateMedia({ media: 'screen' });
    // A4 lying, in points
    expect(pdf).toMatch(/\/MediaBox \[0 0 84[12]\.?\d* 59[45]\.?\d*\]/);
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(3);
  });
});

describe('对账单', () => {
  interface Member {
    readonly membershipId: string;
    readonly name: string;
    readonly cardNumber: string;
  }
  interface Statement {
    readonly holder: string;
    readonly closing: number;
    readonly proof: string;
  }
  let member: Member;
  let statement: Statement;
  const panel = (): Locator => page.getByRole('dialog', { name: zh('pointsReports.proof.title') });

  it('is found by a scanned card, and its figures add up to the balance', async () => {
    const { rows } = await page.call<{ rows: Member[] }>('members.list', { sort: 'points', limit: 1 });
    const [first] = rows;
    if (!first) throw new Error('the sample store has members');
    member = first;
    await page.goto('/#/statements');
    await page.getByRole('heading', { name: zh('pointsReports.statement.empty') }).waitFor();
    await scan(page, member.cardNumber);
    await page.getByText(member.name, { exact: true }).waitFor();
    await page.getByRole('button', { name: zh('pointsReports.statement.spans.all') }).click();
    statement = await page.call<Statement>('points.statement', {
      membershipId: member.membershipId,
      fromDay: '2000-01-01',
      toDay: today,
    });
    await page
      .getByRole('definition')
      .filter({ hasText: statement.closing.toLocaleString('en') })
      .first()
      .waitFor();
  });

  it.each([
    ['Control+p', 'statementA5'],
    ['m', 'statement80'],
  ])('%s prints it', async (key, document) => {
    const printed = async () =>
      (await page.call<{ rows: { document: string; what: string }[] }>('printing.log')).rows.filter(
        (row) => row.document === document,
      ).length;
    expect(await printed()).toBe(0);
    await page.keyboard.press(key);
    await expect.poll(printed, { timeout: 20_000 }).toBe(1);
  });

  it('its code, scanned on any screen, is genuine', async () => {
    await page.goto('/#/');
    await page.getByRole('navigation', { name: zh('common.nav') }).waitFor();
    await scan(page, statement.proof);
    await panel()
      .getByRole('heading', { name: zh('pointsReports.proof.genuine') })
      .waitFor();
    await panel().getByText(statement.holder, { exact: true }).waitFor();
    await panel().getByText(zh('pointsReports.proof.sameNow')).waitFor();
    await page.keyboard.press('Escape');
    await panel().waitFor({ state: 'detached' });
  });

  it('one figure changed is caught, and said beside ours', async () => {
    const forged = statement.proof
      .split('.')
      .with(7, String(statement.closing + 1))
      .join('.');
    await page.keyboard.press('y');
    await panel().getByLabel(zh('pointsReports.proof.label')).fill(forged);
    await page.keyboard.press('Control+s');
    await panel()
      .getByRole('heading', { name: zh('pointsReports.proof.changed') })
      .waitFor();
    await panel()
      .getByText(
        zh('pointsReports.proof.changedNow', {
          said: (statement.closing + 1).toLocaleString('en'),
          ours: statement.closing.toLocaleString('en'),
        }),
      )
      .waitFor();
  });

  it('another store’s, and what is no statement at all', async () => {
    const label = panel().getByLabel(zh('pointsReports.proof.label'));
    await label.fill(statement.proof.split('.').with(1, '0123456789AB').join('.'));
    await page.keyboard.press('Control+s');
    await panel()
      .getByRole('heading', { name: zh('pointsReports.proof.foreign') })
      .waitFor();
    await label.fill(member.cardNumber);
    await page.keyboard.press('Control+s');
    await panel().getByRole('alert').waitFor();
    expect(
      await panel()
        .getByRole('heading', { name: zh('pointsReports.proof.foreign') })
        .count(),
    ).toBe(0);
  });
});
