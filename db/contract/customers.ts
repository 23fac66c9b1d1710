import { z } from 'zod';
import { command, commandInput, everyone, managers, query } from './entry.ts';
import { birthday, day, filled, id, instant, limit, optionalText, text, version } from './values.ts';

/** 个人 · 单位 */
export const customerKind = z.enum(['person', 'company']);
export const gender = z.enum(['male', 'female']);
/** 潜在 → 现有 → 满意 → 忠诚 (S1) */
export const stage = z.enum(['prospect', 'current', 'satisfied', 'loyal']);
/** 产品 · 服务 · 情感 (S0) */
export const need = z.enum(['product', 'service', 'emotion']);
export const priceSensitivity = z.enum(['low', 'middle', 'high']);
export const phoneLabel = z.enum(['mobile', 'home', 'work', 'other']);
/** 配偶 · 子女 · 父母 · 亲友 · 关键人 (of a company account, S1) · 驾驶员 */
export const relationKind = z.enum(['spouse', 'child', 'parent', 'friend', 'keyPerson', 'driver']);
/**
 * What a person agreed to, purpose by purpose (PIPL): 营销短信, 营销电话, 微信, 关怀提醒, 提供给保险公司, 提供给合作商家,
 * 未满 14 岁子女的信息 (guardian).
 */
export const consentPurpose = z.enum([
  'marketingSms',
  'marketingPhone',
  'wechat',
  'reminders',
  'shareInsurer',
  'sharePartner',
  'childData',
]);
export const consentState = z.enum(['granted', 'refused', 'withdrawn']);
export const consentChannel = z.enum(['counter', 'phone', 'paper', 'wechat', 'sms', 'import']);

const phoneInput = z.strictObject({
  number: filled(40),
  label: phoneLabel.default('mobile'),
});

const profile = {
  kind: customerKind.default('person'),
  name: filled(60),
  gender: gender.nullable().default(null),
  phones: z.array(phoneInput).max(8).default([]),
  birthday: birthday.nullable().default(null),
  residentId: optionalText(30),
  stage: stage.default('current'),
  wechat: optionalText(60),
  email: optionalText(120),
  address: optionalText(200),
  education: optionalText(40),
  income: optionalText(40),
  job: optionalText(60),
  /** 兴趣: 打球, 打牌, 自驾 … (S0) */
  interests: z.array(filled(20)).max(20).default([]),
  /** 价值观 */
  outlook: optionalText(200),
  /** 消费习惯 */
  habits: optionalText(200),
  priceSensitivity: priceSensitivity.nullable().default(null),
  needs: z.array(need).max(3).default([]),
  /** 方便联系的时间, as the customer says it */
  contactHours: optionalText(60),
  /** 来源 */
  source: optionalText(60),
  referrerId: id.nullable().default(null),
  adviserId: id.nullable().default(null),
  tags: z.array(filled(20)).max(30).default([]),
  note: optionalText(2000),
};

/** A field that arrived changed but may be wrong: taken, and said so (VIN check digit, odd plate). */
export const warning = z.object({ path: z.string(), reason: z.string() });

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

export const vehicleUse = z.enum(['private', 'official', 'taxi', 'rideHailing']);
export const energy = z.enum(['fuel', 'hybrid', 'plugin', 'electric']);

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
});

/** What stands out on the 10-second strip, most urgent first. */
export const dueItem = z.object({
  kind: z.enum(['insurance', 'inspection', 'service', 'birthday', 'familyBirthday', 'card', 'warranty']),
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
  otherId: z.string().nullable(),
  note: z.string().nullable(),
});

export const memberCardRow = z.object({
  id,
  number: z.string(),
  tier: z.string(),
  tierName: z.string(),
  joinMode: z.string().nullable(),
  joinDay: z.string().nullable(),
  /** last usable day */
  validThrough: z.string().nullable(),
  cumulativePoints: z.number().int(),
  redeemablePoints: z.number().int(),
});

export const customerPage = z.object({
  customer: customerRow,
  age: z.number().nullable(),
  phones: z.array(z.object({ masked: z.string(), label: phoneLabel, kind: z.enum(['mobile', 'landline', 'service']) })),
  relations: z.array(relationRow),
  consents: z.array(z.object({ purpose: consentPurpose, state: consentState, at: instant })),
  vehicles: z.array(vehicleCard),
  card: memberCardRow.nullable(),
  due: z.array(dueItem),
  /** spend received in fen over all visits that are not void */
  spend: z.object({
    totalFen: z.number(),
    visits: z.number(),
    last12MonthsFen: z.number(),
    lastVisitDay: z.string().nullable(),
  }),
  counts: z.object({ visit: z.number(), note: z.number(), consent: z.number(), change: z.number() }),
});
export type CustomerPage = z.output<typeof customerPage>;

export const timelineKind = z.enum(['visit', 'note', 'consent', 'change', 'delivery']);
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
    })
    .optional(),
  delivery: z.object({ plate: z.string().nullable(), model: z.string().nullable() }).optional(),
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

const saved = z.object({ id, version, warnings: z.array(warning) });

/** Customers (客户): people and companies, found by any fragment. */
export const customers = {
  /** One box: any fragment, ANDed terms; exact card, plate or phone first, then whoever was here last. */
  search: query(everyone)
    .input(z.strictObject({ q: text(64), limit: limit(12, 50) }))
    .output(
      z.object({
        hits: z.array(searchHit),
        /** lower-case terms as searched, for marking */
        terms: z.array(z.string()),
        /** one or two digits alone find nothing: ask for more */
        tooShort: z.boolean(),
      }),
    ),
  /** A page of the list; `cursor` is the one that the page before gave. */
  list: query(everyone)
    .input(
      z.strictObject({
        filter: listFilter.default({}),
        sort: z.enum(['recent', 'name', 'lastVisit', 'insurance']).default('recent'),
        cursor: text(200).optional(),
        limit: limit(100, 200),
      }),
    )
    .output(z.object({ rows: z.array(listRow), next: z.string().nullable(), total: z.number().nullable() })),
  get: query(everyone).input(z.strictObject({ id })).output(customerPage),
  timeline: query(everyone)
    .input(
      z.strictObject({
        id,
        kinds: z.array(timelineKind).max(5).optional(),
        cursor: text(100).optional(),
        limit: limit(50, 200),
      }),
    )
    .output(z.object({ items: z.array(timelineItem), next: z.string().nullable() })),
  /** Values that the list's filters offer. */
  facets: query(everyone)
    .input(z.strictObject({}))
    .output(
      z.object({
        tags: z.array(z.object({ tag: z.string(), count: z.number() })),
        series: z.array(z.string()),
        brands: z.array(z.string()),
        advisers: z.array(z.object({ id: z.string(), name: z.string() })),
        sources: z.array(z.string()),
        interests: z.array(z.string()),
      }),
    ),
  /** Who else has this phone, plate or VIN: asked while a form is typed. */
  twins: query(everyone)
    .input(
      z.strictObject({
        phone: text(40).optional(),
        plate: text(20).optional(),
        vin: text(30).optional(),
        exceptId: id.optional(),
      }),
    )
    .output(z.object({ twins: z.array(z.object({ id, name: z.string(), by: z.enum(['phone', 'plate', 'vin']) })) })),
  /** Full phones and resident ID; a command, because every look is on record. */
  reveal: command(everyone, [], { secret: ['output'] })
    .input(commandInput({ id }))
    .output(
      z.object({
        phones: z.array(z.object({ number: z.string(), label: phoneLabel })),
        residentId: z.string().nullable(),
      }),
    ),
  /** A new customer, with a first vehicle where one is known. */
  add: command(everyone, ['customers'])
    .input(
      commandInput({
        ...profile,
        vehicle: z
          .strictObject({
            plate: optionalText(20),
            vin: optionalText(30),
            brand: optionalText(40),
            series: optionalText(60),
            model: optionalText(80),
            use: vehicleUse.default('private'),
          })
          .nullable()
          .default(null),
      }),
    )
    .output(saved.extend({ vehicleId: z.string().nullable() })),
  /** Every field of the form as it stands now; `version` as it was read. */
  update: command(everyone, ['customers'])
    .input(commandInput({ id, version, ...profile }))
    .output(saved),
  tag: command(everyone, ['customers'])
    .input(
      commandInput({
        id,
        add: z.array(filled(20)).max(30).default([]),
        remove: z.array(filled(20)).max(30).default([]),
      }),
    )
    .output(z.object({ tags: z.array(z.string()) })),
  addNote: command(everyone, ['customers'])
    .input(commandInput({ id, text: filled(2000) }))
    .output(z.object({ noteId: id })),
  addRelation: command(everyone, ['customers'])
    .input(
      commandInput({
        id,
        kind: relationKind,
        name: filled(60),
        phone: optionalText(40),
        birthday: birthday.nullable().default(null),
        otherId: id.nullable().default(null),
        note: optionalText(200),
      }),
    )
    .output(z.object({ relationId: id })),
  removeRelation: command(everyone, ['customers'])
    .input(commandInput({ relationId: id, version }))
    .output(z.object({})),
  setConsent: command(everyone, ['customers'])
    .input(
      commandInput({
        id,
        purpose: consentPurpose,
        state: consentState,
        channel: consentChannel.default('counter'),
        note: optionalText(200),
      }),
    )
    .output(z.object({})),
  /** Soft: the file leaves every list and can be brought back. Refused while vehicles have visits. */
  remove: command(managers, ['customers'])
    .input(commandInput({ id, version, reason: filled(200) }))
    .output(z.object({})),
  restore: command(managers, ['customers']).input(commandInput({ id })).output(z.object({})),
};
