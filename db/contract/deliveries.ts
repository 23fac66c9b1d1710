import { z } from 'zod';
import { command, commandInput, everyone, managers, query } from './entry.ts';
import { day, filled, id, instant, limit, optionalText, text, version } from './values.ts';
import { vehicleBrief } from './vehicleBrief.ts';

const topics = ['deliveries', 'customers'] as const;

/** 检测 → 运输 → PDI → 交车准备 → 交付 (S2: 交车进度) */
export const deliveryStep = z.enum(['inspection', 'transport', 'pdi', 'preparation', 'delivered']);
export type DeliveryStep = z.output<typeof deliveryStep>;

/** 交车检查项目 of the setting: 购置税, 上牌, 保险, 入会邀请 … */
export const deliveryChecklist = z
  .array(z.strictObject({ code: filled(20), name: filled(30) }))
  .min(1)
  .max(20);

/** Of an item: 待办 · 已办 · 无需办理 */
export const checkState = z.enum(['open', 'done', 'needless']);

export const deliveryRow = z.object({
  id,
  version,
  step: deliveryStep,
  /** since when it stands there */
  stepAt: instant,
  customerId: id,
  name: z.string(),
  phoneMasked: z.string().nullable(),
  /** null: not on file yet, `model` tells it */
  vehicleId: z.string().nullable(),
  plate: z.string().nullable(),
  vin: z.string().nullable(),
  /** brand, series, model */
  model: z.string(),
  color: z.string().nullable(),
  /** 约定交车日 */
  plannedDay: z.string().nullable(),
  /** HH:MM */
  plannedTime: z.string().nullable(),
  /** the planned day is past and it is not delivered */
  late: z.boolean(),
  adviserId: z.string().nullable(),
  adviserName: z.string().nullable(),
  checks: z.object({ done: z.number().int(), of: z.number().int() }),
  photos: z.number().int(),
  deliveredAt: instant.nullable(),
  cancelledAt: instant.nullable(),
});
export type DeliveryRow = z.output<typeof deliveryRow>;

export const deliveryPage = deliveryRow.extend({
  note: z.string().nullable(),
  /** 交车仪式: what was planned for this customer */
  ceremony: z.string().nullable(),
  /** of the customer's file, for a ceremony that fits them (S2) */
  interests: z.array(z.string()),
  cancelReason: z.string().nullable(),
  prospectId: z.string().nullable(),
  checklist: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      state: checkState,
      at: instant.nullable(),
      byName: z.string().nullable(),
    }),
  ),
  /** what was moved when, what was entered last first */
  history: z.array(z.object({ step: deliveryStep, at: instant, byName: z.string(), note: z.string().nullable() })),
});
export type DeliveryPage = z.output<typeof deliveryPage>;

const facts = {
  plannedDay: day.nullable().default(null),
  plannedTime: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time-invalid')
    .nullable()
    .default(null),
  adviserId: id.nullable().default(null),
  ceremony: optionalText(500),
  note: optionalText(500),
};

const saved = z.object({ version });

/** 交车: from the car's inspection to the keys in the customer's hand; what was delivered starts the thank-you letter and the first call. */
export const deliveries = {
  /** The board: every delivery under way, by its planned day, and what was delivered in the last 7 days. */
  board: query(everyone)
    .input(z.strictObject({}))
    .output(
      z.object({
        rows: z.array(deliveryRow),
        counts: z.object({ open: z.number().int(), late: z.number().int(), today: z.number().int() }),
      }),
    ),
  /** Delivered and cancelled ones, the latest first. */
  past: query(everyone)
    .input(z.strictObject({ q: text(64).optional(), cursor: text(80).optional(), limit: limit(100, 200) }))
    .output(z.object({ rows: z.array(deliveryRow), next: z.string().nullable() })),
  ofCustomer: query(everyone)
    .input(z.strictObject({ customerId: id }))
    .output(z.object({ rows: z.array(deliveryRow) })),
  /** @throws NOT_FOUND `delivery-not-found` */
  get: query(everyone).input(z.strictObject({ id })).output(deliveryPage),
  /**
   * For a customer on file with a vehicle on file, or with one that is filed by this (bought here).
   * @throws VALIDATION of `vehicleId` `vehicle-of-another`, `vehicle-missing` (neither of both), of `plannedDay` `day-past`; CONFLICT
   * `delivery-open` (the car is on the board already), `vehicle-delivered`; as `vehicles.add`
   */
  add: command(everyone, [...topics, 'vehicles'])
    .input(
      commandInput({
        customerId: id,
        vehicleId: id.nullable().default(null),
        vehicle: z
          .strictObject({ ...vehicleBrief, color: optionalText(30) })
          .nullable()
          .default(null),
        step: deliveryStep.exclude(['delivered']).default('inspection'),
        ...facts,
      }),
    )
    .output(z.object({ id, vehicleId: id })),
  update: command(everyone, topics)
    .input(commandInput({ id, version, ...facts }))
    .output(saved),
  /** To any step but the last, on or back. @throws CONFLICT `delivery-ended`, `changed-meanwhile` */
  move: command(everyone, topics)
    .input(commandInput({ id, version, to: deliveryStep.exclude(['delivered']), note: optionalText(300) }))
    .output(saved),
  check: command(everyone, topics)
    .input(commandInput({ id, version, code: filled(20), state: checkState }))
    .output(saved),
  /**
   * 交付: the car's delivery day is this day and the customer has bought; the letter and the first call begin from `at` (now where left out,
   * never ahead, never more than 30 days ago). What is open on the list needs a word why.
   * @throws VALIDATION of `at` `delivery-ahead`, `delivery-too-long-ago`, of `note` `checklist-open` (values count); CONFLICT `delivery-ended`
   */
  deliver: command(everyone, [...topics, 'vehicles', 'tasks'])
    .input(commandInput({ id, version, at: instant.optional(), note: optionalText(300) }))
    .output(saved),
  /** It will not be delivered (退订). */
  cancel: command(everyone, topics)
    .input(commandInput({ id, version, reason: filled(200) }))
    .output(saved),
  /** Takes a cancellation back. A delivery is taken back by undo alone, while it can be. @throws CONFLICT `delivery-open` */
  reopen: command(managers, topics).input(commandInput({ id, version })).output(saved),
};
