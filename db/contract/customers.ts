import { z } from 'zod';
import {
  consentChannel,
  consentPurpose,
  consentState,
  customerKind,
  gender,
  need,
  phoneLabel,
  priceSensitivity,
  relationKind,
  stage,
  warning,
} from './customerTerms.ts';
import { customerPage, listFilter, listRow, searchHit, timelineItem, timelineKind } from './customerViews.ts';
import { command, commandInput, everyone, managers, query } from './entry.ts';
import { birthday, day, filled, id, limit, optionalText, text, version } from './values.ts';
import { firstVehicle } from './vehicleBrief.ts';

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
  /** 驾驶证有效期止 */
  licenceEndDay: day.nullable().default(null),
  /** 来源 */
  source: optionalText(60),
  referrerId: id.nullable().default(null),
  adviserId: id.nullable().default(null),
  tags: z.array(filled(20)).max(30).default([]),
  note: optionalText(2000),
};

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
        kinds: z.array(timelineKind).max(timelineKind.options.length).optional(),
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
        vehicle: firstVehicle,
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
