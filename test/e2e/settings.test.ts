import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Settings } from '../../db/contract/settings.ts';
import { demoPassword } from '../../db/store/demo/accounts.ts';
import { type DeskPage, type Journey, openJourney } from './journey.ts';
import { zh } from './texts.ts';

let journey: Journey;
let page: DeskPage;

beforeAll(async () => {
  journey = await openJourney({ demoCustomers: 60 });
  page = await journey.newDesk();
  await page.enter('admin', demoPassword);
});
afterAll(() => journey.close());

const kept = async (): Promise<Settings> => (await page.call<{ values: Settings }>('settings.get')).values;
const monday = zh('common.weekdays.mon');
const sunday = zh('common.weekdays.sun');

describe('营业与预约', () => {
  it('says what is wrong beside the field, as it is typed, and keeps nothing of it', async () => {
    await page.goto('/#/settings/hours');
    await page.field(zh('settings.hours.bookingMinutes')).fill('4');
    await page.getByText(zh('settings.wholeInvalid', { least: 5, most: 720 })).waitFor();
    await page.field(zh('settings.hours.opensOf', { weekday: monday })).fill('25:00');
    await page.getByText(zh('customer.check.time-invalid')).waitFor();
    await page.field(zh('settings.hours.opensOf', { weekday: monday })).fill('18:00');
    await page.getByText(zh('errors.field.closes-before-opening')).waitFor();
    const before = await kept();
    await page.keyboard.press('Control+s');
    expect(await page.button(zh('common.save')).isDisabled()).toBe(true);
    expect(await kept()).toEqual(before);
  });

  it('keeps hours, a day on which the store is closed, and the rest', async () => {
    await page.field(zh('settings.hours.opensOf', { weekday: monday })).fill('9：00');
    await page.getByRole('checkbox', { name: sunday, exact: true }).uncheck();
    await page.button(zh('settings.hours.asAboveOf', { weekday: zh('common.weekdays.tue') })).click();
    await page.field(zh('settings.hours.bookingMinutes')).fill('９０');
    await page.field(zh('settings.hours.longWaitMinutes')).fill('45');
    await page.keyboard.press('Control+s');
    await page.getByText(zh('common.saved')).waitFor();
    const { openingHours, bookingMinutes, longWaitMinutes, adviserMinutesPerDay } = await kept();
    expect(openingHours[0]).toEqual({ opens: '09:00', closes: '17:30' });
    expect(openingHours[1]).toEqual({ opens: '09:00', closes: '17:30' });
    expect(openingHours[6]).toBeNull();
    expect({ bookingMinutes, longWaitMinutes, adviserMinutesPerDay }).toEqual({
      bookingMinutes: 90,
      longWaitMinutes: 45,
      adviserMinutesPerDay: 480,
    });
    await page.reload();
    await expect.poll(() => page.field(zh('settings.hours.bookingMinutes')).inputValue()).toBe('90');
    expect(await page.getByRole('checkbox', { name: sunday, exact: true }).isChecked()).toBe(false);
  });
});

describe('保养与提醒', () => {
  it('keeps the years of a trade-in and the days ahead of a review', async () => {
    const { insuranceReminderDays } = await kept();
    await page.goto('/#/settings/reminders');
    await page.field(zh('settings.reminders.tradeIn')).fill('31');
    await page.getByText(zh('settings.wholeInvalid', { least: 1, most: 30 })).waitFor();
    await page.field(zh('settings.reminders.tradeIn')).fill('6');
    await page.field(zh('settings.reminders.accountReview')).fill('14');
    await page.keyboard.press('Control+s');
    await page.getByText(zh('common.saved')).waitFor();
    expect(await kept()).toMatchObject({ tradeInYears: 6, accountReviewDays: 14, insuranceReminderDays });
  });
});
