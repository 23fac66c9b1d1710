import type { Settings } from '../../contract/settings.ts';
import { complaintDefaults } from './complaintDefaults.ts';
import { servicePlanDefaults } from './servicePlanDefaults.ts';

/** S1: upgrade. Deducting 2,000, one repair of ¥5,000, or insurance of ¥7,000 two years running lead up from any tier. */
const upgradeWithoutThreshold = {
  deductPoints: 2000,
  repairFen: 500_000,
  insuranceFen: 700_000,
  insuranceYears: 2,
  referrals: null,
  participations: null,
} as const;

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
  membershipRules: {
    joinFeeFen: 10_000,
    validMonths: 12,
    // 80/20: the fifth who bring four fifths of the trade
    starting: {
      by: 'spend',
      tiers: [
        { tier: 'gold', topPercent: 20 },
        { tier: 'diamond', topPercent: 4 },
      ],
    },
    renewal: { fromDays: 60, lateDays: 90, feeFen: 10_000, points: 500, insuranceFen: 300_000 },
    upgrades: [
      { tier: 'gold', cumulativePoints: 10_000, ...upgradeWithoutThreshold },
      { tier: 'diamond', cumulativePoints: 30_000, ...upgradeWithoutThreshold },
    ],
    downgrade: { on: false, keep: [] },
    pointsFreeTiers: [],
  },
  pointsTerms: {
    valueFen: 1,
    valuePoints: 1,
    breakagePercent: 20,
    adjustLimit: 1000,
    voucherLimitFen: 50_000,
    whenPaid: false,
  },
  tierBenefits: {
    services: [
      { code: 'wash', tier: 'silver', name: '免费洗车', timesPerYear: 2 },
      { code: 'wash', tier: 'gold', name: '免费洗车', timesPerYear: 4 },
      { code: 'check', tier: 'gold', name: '免费全车检测', timesPerYear: 1 },
      { code: 'wash', tier: 'diamond', name: '免费洗车', timesPerYear: 12 },
      { code: 'check', tier: 'diamond', name: '免费全车检测', timesPerYear: 2 },
      { code: 'rescue', tier: 'diamond', name: '免费道路救援', timesPerYear: 2 },
    ],
    discounts: [
      { tier: 'gold', category: 'maintenanceLabour', percentOff: 5 },
      { tier: 'gold', category: 'repairLabour', percentOff: 5 },
      { tier: 'diamond', category: 'maintenanceLabour', percentOff: 10 },
      { tier: 'diamond', category: 'repairLabour', percentOff: 10 },
    ],
  },
  ...complaintDefaults,
  // about one day of the office
  enquiryTerms: { answerHours: 8 },
  servicePlan: servicePlanDefaults,
  // S2: NPS of 40 and more; S1: 90 % satisfied
  surveyTerms: { badThrough: 2, satisfiedFrom: 4, npsTarget: 40, satisfiedPercentTarget: 90 },
  // S1: what a buyer still needs, and that membership was offered
  deliveryChecklist: [
    { code: 'tax', name: '购置税' },
    { code: 'plates', name: '上牌' },
    { code: 'insurance', name: '保险' },
    { code: 'documents', name: '随车资料与钥匙' },
    { code: 'explained', name: '用车讲解' },
    { code: 'member', name: '邀请入会' },
  ],
  contactRules: { perMonth: 2, mostTries: 3, retryHours: 3, callsFrom: '09:00', callsTo: '20:00' },
};
