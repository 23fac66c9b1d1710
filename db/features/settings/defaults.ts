import type { Settings } from '../../contract/settings.ts';

/** What CareDesk ships with; the store changes each in settings (domain.md: every number is a default). */
export const defaultSettings: Settings = {
  tiers: [
    { code: 'silver', name: '银卡' },
    { code: 'gold', name: '金卡' },
    { code: 'diamond', name: '钻石卡' },
  ],
  serviceBand: { firstFromMonths: 3, firstToMonths: 12, nextFromMonths: 5, nextToMonths: 12 },
  insuranceReminderDays: [90, 60, 30, 7],
  inspectionReminderDays: 60,
  birthdayReminderDays: 7,
  sessionHours: 12,
};
