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
  openingHours: Array.from({ length: 7 }, () => ({ opens: '08:30', closes: '17:30' })),
  bookingMinutes: 60,
  adviserMinutesPerDay: 480,
  longWaitMinutes: 120,
  tradeInYears: 5,
  accountReviewDays: 30,
  pointsRules: {
    ratios: [
      ...(['maintenanceLabour', 'repairLabour', 'parts', 'accessories', 'bodyPaint'] as const).map((category) => ({
        category,
        tier: null,
        points: 1,
        perFen: 100,
      })),
      ...(['accident', 'insurance', 'carPurchase'] as const).map((category) => ({
        category,
        tier: null,
        points: 1,
        perFen: 1000,
      })),
    ],
    bonusDays: [],
    birthdayPercent: null,
    bonusIsCumulative: true,
    validMonths: 24,
  },
};
