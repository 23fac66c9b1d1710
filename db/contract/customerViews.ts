import { z } from 'zod';
import { clubEvent, openClubJob } from './clubTerms.ts';
import { complaintOutcome } from './complaintTerms.ts';
import {
  consentChannel,
  consentPurpose,
  consentState,
  customerKind,
  energy,
  gender,
  need,
  phoneLabel,
  policyKind,
  priceSensitivity,
  relationKind,
  stage,
  vehicleUse,
} from './customerTerms.ts';
import { enquiryState } from './enquiries.ts';
import { cardState } from './memberTerms.ts';
import { surveyChannel } from './surveyTerms.ts';
import { contactChannel, contactOutcome } from './taskTerms.ts';
import { birthday, day, id, instant, text, version } from './values.ts';

export const customerRow = z.object({
  id,
  version,
  kind: customerKind,
  name: z.string(),
  pinyin: z.string(),
  gender: gender.nullable(),
  birthday: birthday.nullable(),
  residentIdMasked: z.string().nullable(),
  stage,
  wechat: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  education: z.string().nullable(),
  income: z.string().nullable(),
  job: z.string().nullable(),
  interests: z.array(z.string()),
  outlook: z.string().nullable(),
  habits: z.string().nullable(),
  priceSensitivity: priceSensitivity.nullable(),
  needs: z.array(need),
  contactHours: z.string().nullable(),
  /** 驾驶证有效期止 */
  licenceEndDay: z.string().nullable(),
  source: z.string().nullable(),
  referrerId: z.string().nullable(),
  referrerName: z.string().nullable(),
  adviserId: z.string().nullable(),
  adviserName: z.string().nullable(),
  tags: z.array(z.string()),
  note: z.string().nullable(),
  createdAt: instant,
  updatedAt: instant,
});

/** 在用 · 已售出 · 已报废 */
export const vehicleStatus = z.enum(['active', 'sold', 'scrapped']);

/** A vehicle as its card on the customer page shows it. Days may be null where nobody knows them. */
export const vehicleCard = z.object({
  id,
  version,
  plate: z.string().nullable(),
  vin: z.string().nullable(),
  vinOk: z.boolean(),
  brand: z.string().nullable(),
  series: z.string().nullable(),
  model: z.string().nullable(),
  color: z.string().nullable(),
  energy: energy.nullable(),
  use: vehicleUse,
  purchasedHere: z.boolean(),
  purchaseDay: z.string().nullable(),
  deliveryDay: z.string().nullable(),
  warrantyEndDay: z.string().nullable(),
  warrantyKm: z.number().nullable(),
  roadConditions: z.string().nullable(),
  note: z.string().nullable(),
  /** last reading in km and its day */
  mileage: z.number().nullable(),
  mileageDay: z.string().nullable(),
  lastVisitDay: z.string().nullable(),
  visitCount: z.number(),
  insuranceEndDay: z.string().nullable(),
  inspectionDueDay: z.string().nullable(),
  /** the band in which the next service falls (domain: visits and loss) */
  serviceFromDay: z.string().nullable(),
  serviceToDay: z.string().nullable(),
  openingSpendFen: z.number(),
  status: vehicleStatus,
  /** of selling or scrapping */
  statusDay: z.string().nullable(),
});

/** A vehicle that a customer has no more: sold to somebody unknown, scrapped, or another customer's now. */
export const pastVehicle = z.object({
  id,
  version,
  plate: z.string().nullable(),
  vin: z.string().nullable(),
  brand: z.string().nullable(),
  series: z.string().nullable(),
  model: z.string().nullable(),
  how: z.enum(['sold', 'scrapped', 'transferred']),
  fromDay: z.string().nullable(),
  /** null where a vehicle was marked without a day */
  toDay: z.string().nullable(),
  /** `transferred`: who has it now */
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  visitCount: z.number(),
});

/** What stands out on the 10-second strip, most urgent first. */
export const dueItem = z.object({
  kind: z.enum([
    'insurance',
    'inspection',
    'licence',
    'service',
    'birthday',
    'familyBirthday',
    'card',
    'warranty',
    'recall',
  ]),
  /** overdue: red, soon: amber, ahead: plain */
  urgency: z.enum(['overdue', 'soon', 'ahead']),
  day,
  /** days from today, negative when past */
  days: z.number().int(),
  vehicleId: z.string().nullable(),
  /** the vehicle's plate or the relation's name */
  label: z.string(),
  lunarText: z.string().nullable(),
});

export const relationRow = z.object({
  id,
  version,
  kind: relationKind,
  name: z.string(),
  phoneMasked: z.string().nullable(),
  birthday: birthday.nullable(),
  /** the other's own file; its name and birthday are taken from there */
  otherId: z.string().nullable(),
  note: z.string().nullable(),
  /**
   * Entered on the other's file and seen from this side. `child` and `parent` are turned round already; `keyPerson` and `driver`
   * then mean that this customer is the other's.
   */
  inverse: z.boolean(),
});

export const memberCardRow = z.object({
  id,
  /** the account that it speaks for, the customer's own or the family's */
  membershipId: id,
  number: z.string(),
  state: cardState,
  tier: z.string(),
  tierName: z.string(),
  joinMode: z.string().nullable(),
  joinDay: z.string().nullable(),
  /** last usable day */
  validThrough: z.string().nullable(),
  cumulativePoints: z.number().int(),
  redeemablePoints: z.number().int(),
  /** points spent whose earning was taken back since (积分欠账): the next earning pays them first */
  debtPoints: z.number().int(),
  /** points that lapse within 60 days, today included */
  lapsingPoints: z.number().int(),
  /** the tier that the member may rise to without giving anything for it; staff are told */
  eligibleFor: z.object({ tier: z.string(), tierName: z.string() }).nullable(),
});

export const customerPage = z.object({
  customer: customerRow,
  age: z.number().nullable(),
  phones: z.array(z.object({ masked: z.string(), label: phoneLabel, kind: z.enum(['mobile', 'landline', 'service']) })),
  relations: z.array(relationRow),
  consents: z.array(z.object({ purpose: consentPurpose, state: consentState, at: instant })),
  /** in use, the last seen first */
  vehicles: z.array(vehicleCard),
  /** latest first; their visits stay on this customer's timeline */
  pastVehicles: z.array(pastVehicle),
  card: memberCardRow.nullable(),
  due: z.array(dueItem),
  /** spend received in fen over all visits that are not void */
  spend: z.object({
    totalFen: z.number(),
    visits: z.number(),
    last12MonthsFen: z.number(),
    lastVisitDay: z.string().nullable(),
  }),
  /** not archived yet, the latest first; `late`: one of its terms was missed */
  openComplaints: z.array(z.object({ id, number: z.string(), title: z.string(), late: z.boolean() })),
  /** the open promise that is due first */
  lastPromise: z.object({ text: z.string(), dueAt: instant, overdue: z.boolean() }).nullable(),
  /** the club's services under way: rescues first, then by the day that was agreed */
  openClub: z.array(openClubJob),
  counts: z.object({
    visit: z.number(),
    note: z.number(),
    consent: z.number(),
    change: z.number(),
    complaint: z.number(),
    promise: z.number(),
    enquiry: z.number(),
    contact: z.number(),
    survey: z.number(),
    club: z.number(),
  }),
});
export type CustomerPage = z.output<typeof customerPage>;

export const timelineKind = z.enum([
  'visit',
  'note',
  'consent',
  'change',
  'delivery',
  'complaint',
  'promise',
  'enquiry',
  'contact',
  'survey',
  'club',
]);
export const timelineItem = z.object({
  id: z.string(),
  kind: timelineKind,
  at: instant,
  day: z.string(),
  by: z.string().nullable(),
  visit: z
    .object({
      visitId: id,
      orderNo: z.string().nullable(),
      plate: z.string().nullable(),
      mileage: z.number().nullable(),
      amountFen: z.number(),
      void: z.boolean(),
      voidReason: z.string().nullable(),
      version,
      lines: z.array(z.object({ category: z.string(), amountFen: z.number(), description: z.string().nullable() })),
    })
    .optional(),
  text: z.string().optional(),
  consent: z.object({ purpose: consentPurpose, state: consentState, channel: consentChannel }).optional(),
  change: z
    .object({
      entity: z.string(),
      op: z.enum(['insert', 'update', 'delete', 'restore']),
      columns: z.array(z.string()),
      action: z.string(),
      /** the command, for `changes.undo` */
      command: z.number(),
      undone: z.boolean(),
      /** which one, where it is a policy that changed; `endDay` is its last covered day */
      policy: z
        .object({ plate: z.string().nullable(), kind: policyKind, insurer: z.string().nullable(), endDay: z.string() })
        .optional(),
    })
    .optional(),
  /** a call, letter or message, and what came of it */
  contact: z
    .object({
      contactId: id,
      channel: contactChannel,
      outcome: contactOutcome,
      note: z.string().nullable(),
      /** names of the rules whose tasks it was about */
      about: z.array(z.string()),
      nextAt: instant.nullable(),
      complaintId: z.string().nullable(),
    })
    .optional(),
  delivery: z.object({ plate: z.string().nullable(), model: z.string().nullable() }).optional(),
  /** a complaint that came in, or was archived */
  complaint: z
    .object({
      complaintId: id,
      number: z.string(),
      title: z.string(),
      what: z.enum(['received', 'closed']),
      /** null where it came in */
      outcome: complaintOutcome.nullable(),
    })
    .optional(),
  /** what we promised, when we did */
  promise: z
    .object({
      promiseId: id,
      text: z.string(),
      dueAt: instant,
      state: z.enum(['open', 'kept', 'dropped']),
      overdue: z.boolean(),
      complaintId: z.string().nullable(),
    })
    .optional(),
  /** what was asked, when it was */
  enquiry: z
    .object({
      enquiryId: id,
      number: z.string(),
      question: z.string(),
      state: enquiryState,
      overdue: z.boolean(),
    })
    .optional(),
  /** what they answered to a questionnaire */
  survey: z
    .object({
      responseId: id,
      questionnaire: z.string(),
      channel: surveyChannel,
      nps: z.number().nullable(),
      satisfactionCenti: z.number().nullable(),
      bad: z.boolean(),
      waits: z.boolean(),
      words: z.string().nullable(),
    })
    .optional(),
  /** a service of the club that began, or ended */
  club: clubEvent.optional(),
});
export type TimelineItem = z.output<typeof timelineItem>;

/** One hit of the one box. `pinyin` is spaced by syllable so that initials can be marked. */
export const searchHit = z.object({
  id,
  kind: customerKind,
  name: z.string(),
  pinyin: z.string(),
  phones: z.array(z.string()),
  vehicles: z.array(
    z.object({
      id: z.string(),
      plate: z.string().nullable(),
      vin: z.string().nullable(),
      series: z.string().nullable(),
    }),
  ),
  cardNumber: z.string().nullable(),
  tier: z.string().nullable(),
  tierName: z.string().nullable(),
  lastVisitDay: z.string().nullable(),
});
export type SearchHit = z.output<typeof searchHit>;

export const listFilter = z.strictObject({
  q: text(64).optional(),
  kind: customerKind.optional(),
  stage: stage.optional(),
  tag: text(20).optional(),
  adviserId: id.optional(),
  series: text(60).optional(),
  use: vehicleUse.optional(),
  tier: text(20).optional(),
  /** last visit (or, without any, delivery) at least so many months ago */
  awayMonths: z.number().int().min(1).max(120).optional(),
  /** last visit at most so many months ago */
  seenMonths: z.number().int().min(1).max(120).optional(),
  insuranceWithinDays: z.number().int().min(0).max(366).optional(),
  inspectionWithinDays: z.number().int().min(0).max(366).optional(),
  birthdayMonth: z.number().int().min(1).max(12).optional(),
});

export const listRow = z.object({
  id,
  kind: customerKind,
  name: z.string(),
  gender: gender.nullable(),
  stage,
  phoneMasked: z.string().nullable(),
  plates: z.array(z.string()),
  series: z.string().nullable(),
  vehicleCount: z.number(),
  tier: z.string().nullable(),
  tierName: z.string().nullable(),
  lastVisitDay: z.string().nullable(),
  insuranceEndDay: z.string().nullable(),
  inspectionDueDay: z.string().nullable(),
  adviserName: z.string().nullable(),
  tags: z.array(z.string()),
  createdAt: instant,
});
