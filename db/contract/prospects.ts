import { z } from 'zod';
import { energy, gender, phoneLabel, warning } from './customerTerms.ts';
import { command, commandInput, everyone, query } from './entry.ts';
import { day, fen, filled, id, instant, km, limit, optionalText, text, version } from './values.ts';
import { vehicleBrief } from './vehicleBrief.ts';

/** 跟进中 · 已成交 · 已战败 */
export const prospectState = z.enum(['open', 'bought', 'lost']);

/** 下一步: what is to be done, by when, by whom */
const nextStep = z.strictObject({
  what: filled(200),
  day,
  ownerId: id.nullable().default(null),
});

export const testDriveRow = z.object({
  id,
  version,
  day: z.string(),
  model: z.string(),
  adviserId: z.string().nullable(),
  adviserName: z.string().nullable(),
  remark: z.string().nullable(),
});

export const prospectRow = z.object({
  id,
  version,
  state: prospectState,
  customerId: id,
  customerName: z.string(),
  customerVersion: version,
  /** false: an owner who looks for another car (增购 / 置换) */
  isNew: z.boolean(),
  phoneMasked: z.string().nullable(),
  /** 意向车型 */
  models: z.array(z.string()),
  budgetFromFen: z.number().nullable(),
  budgetToFen: z.number().nullable(),
  source: z.string().nullable(),
  /** 置换意向 */
  tradeIn: z.boolean(),
  tradeInNote: z.string().nullable(),
  /** owns a car older than the setting `tradeInYears` (S2: trade-in signal) */
  tradeInSignal: z.boolean(),
  next: z
    .object({
      what: z.string(),
      day: z.string(),
      ownerId: z.string().nullable(),
      ownerName: z.string().nullable(),
      /** days from today, negative when past */
      days: z.number(),
    })
    .nullable(),
  testDrives: z.number(),
  lastTestDriveDay: z.string().nullable(),
  note: z.string().nullable(),
  lostReason: z.string().nullable(),
  /** day of purchase or loss */
  closedDay: z.string().nullable(),
  vehicleId: z.string().nullable(),
  createdAt: instant,
  updatedAt: instant,
});
export type ProspectRow = z.output<typeof prospectRow>;

const facts = {
  models: z.array(filled(60)).max(10).default([]),
  budgetFromFen: fen.nullable().default(null),
  budgetToFen: fen.nullable().default(null),
  /** 来源: 自然到店, 朋友介绍, 车展 … */
  source: optionalText(60),
  tradeIn: z.boolean().default(false),
  tradeInNote: optionalText(200),
  next: nextStep.nullable().default(null),
  note: optionalText(2000),
};

const saved = z.object({ id, version, customerId: id, warnings: z.array(warning) });

/** Prospects (潜在客户 / 意向跟进): a customer's wish for a car, from the first look to purchase or loss. */
export const prospects = {
  get: query(everyone)
    .input(z.strictObject({ id }))
    .output(z.object({ prospect: prospectRow, drives: z.array(testDriveRow) })),
  ofCustomer: query(everyone)
    .input(z.strictObject({ customerId: id }))
    .output(z.object({ rows: z.array(prospectRow) })),
  list: query(everyone)
    .input(
      z.strictObject({
        filter: z
          .strictObject({
            state: prospectState.default('open'),
            /** of the customer: name, pinyin or phone tail */
            q: text(64).optional(),
            /** of the next step */
            ownerId: id.optional(),
            source: text(60).optional(),
            model: text(60).optional(),
            /** next step on or before this day */
            nextBy: day.optional(),
            /** open without a next step */
            noNext: z.boolean().optional(),
            tradeIn: z.boolean().optional(),
            /** whose budget allows it */
            priceFen: fen.optional(),
          })
          .prefault({}),
        /** `next`: next step due soonest, those without one last */
        sort: z.enum(['next', 'recent']).default('next'),
        cursor: text(200).optional(),
        limit: limit(100, 200),
      }),
    )
    .output(
      z.object({
        rows: z.array(prospectRow),
        next: z.string().nullable(),
        total: z.number(),
        /** over all open ones, whatever the filter */
        counts: z.object({ open: z.number(), due: z.number(), overdue: z.number(), noNext: z.number() }),
        /** customers of stage `prospect` of whom nothing is on file here */
        withoutFile: z.number(),
      }),
    ),
  /** Values that forms and filters offer. */
  facets: query(everyone)
    .input(z.strictObject({}))
    .output(z.object({ models: z.array(z.string()), sources: z.array(z.string()) })),
  /** Of a known customer, or of a new one, who is filed with stage `prospect`. One open at a time per customer. */
  add: command(everyone, ['prospects', 'customers'])
    .input(
      commandInput({
        customerId: id.nullable().default(null),
        name: optionalText(60),
        gender: gender.nullable().default(null),
        phones: z
          .array(z.strictObject({ number: filled(40), label: phoneLabel.default('mobile') }))
          .max(8)
          .default([]),
        wechat: optionalText(60),
        adviserId: id.nullable().default(null),
        ...facts,
        testDrive: z
          .strictObject({ day, model: filled(60), adviserId: id.nullable().default(null), remark: optionalText(300) })
          .nullable()
          .default(null),
      }),
    )
    .output(saved),
  /**
   * Every field as it stands now; only while it is open. `result` is what came of the next step that stood until now (跟进结果):
   * it goes to the customer's notes.
   */
  update: command(everyone, ['prospects', 'customers'])
    .input(commandInput({ id, version, ...facts, result: optionalText(500) }))
    .output(saved),
  addTestDrive: command(everyone, ['prospects'])
    .input(
      commandInput({ id, day, model: filled(60), adviserId: id.nullable().default(null), remark: optionalText(300) }),
    )
    .output(z.object({ testDriveId: id })),
  removeTestDrive: command(everyone, ['prospects'])
    .input(commandInput({ testDriveId: id, version }))
    .output(z.object({})),
  /** Bought here: the customer's stage becomes `current` and the vehicle is filed, in one stroke. */
  convert: command(everyone, ['prospects', 'customers', 'vehicles'])
    .input(
      commandInput({
        id,
        version,
        vehicle: z.strictObject({
          ...vehicleBrief,
          color: optionalText(30),
          energy: energy.nullable().default(null),
          /** today where left out; never in the future */
          purchaseDay: day.nullable().default(null),
          /** 交车日, may lie ahead */
          deliveryDay: day.nullable().default(null),
          warrantyEndDay: day.nullable().default(null),
          warrantyKm: km.nullable().default(null),
          note: optionalText(500),
        }),
      }),
    )
    .output(saved.extend({ vehicleId: id })),
  /** 战败 */
  lose: command(everyone, ['prospects'])
    .input(commandInput({ id, version, reason: filled(200) }))
    .output(z.object({ version })),
  /** Takes back a loss. */
  reopen: command(everyone, ['prospects']).input(commandInput({ id, version })).output(z.object({ version })),
};
