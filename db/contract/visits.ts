import { z } from 'zod';
import { command, commandInput, everyone, query } from './entry.ts';
import { day, fen, filled, id, instant, km, limit, optionalText, text, version } from './values.ts';

/** 保养工时 · 维修工时 · 配件 · 精品 · 钣喷 · 事故理赔 · 保险 · 购车 (domain.md §2 row 13) */
export const category = z.enum([
  'maintenanceLabour',
  'repairLabour',
  'parts',
  'accessories',
  'bodyPaint',
  'accident',
  'insurance',
  'carPurchase',
]);
export type Category = z.output<typeof category>;

export const lineInput = z.strictObject({
  category,
  description: optionalText(100),
  /** 实收: received, after discount and vouchers, fen */
  amountFen: fen,
  /** 应收: list price, fen */
  listFen: fen.nullable().default(null),
  /** 成本, fen: taken from managers only */
  costFen: fen.nullable().default(null),
});

export const visitRow = z.object({
  id,
  version,
  orderNo: z.string().nullable(),
  vehicleId: id,
  customerId: id,
  customerName: z.string(),
  plate: z.string().nullable(),
  series: z.string().nullable(),
  arrivedAt: instant,
  day: z.string(),
  mileage: z.number().nullable(),
  adviser: z.string().nullable(),
  note: z.string().nullable(),
  amountFen: z.number(),
  void: z.boolean(),
  voidReason: z.string().nullable(),
  voidedBy: z.string().nullable(),
  paidAt: instant.nullable(),
  lines: z.array(
    z.object({
      category,
      description: z.string().nullable(),
      amountFen: z.number(),
      listFen: z.number().nullable(),
      /** null for those without the right to see it */
      costFen: z.number().nullable(),
    }),
  ),
});
export type VisitRow = z.output<typeof visitRow>;

/** Visits (到店 / 工单): one workshop order of one vehicle on one day. */
export const visits = {
  get: query(everyone).input(z.strictObject({ id })).output(visitRow),
  /** The visits of one day, latest first. */
  ofDay: query(everyone)
    .input(z.strictObject({ day, cursor: text(100).optional(), limit: limit(100, 200) }))
    .output(
      z.object({ rows: z.array(visitRow), next: z.string().nullable(), count: z.number(), amountFen: z.number() }),
    ),
  /** The arrival may lie in the past, never in the future. */
  add: command(everyone, ['visits', 'customers', 'vehicles'])
    .input(
      commandInput({
        vehicleId: id,
        orderNo: optionalText(40),
        arrivedAt: instant,
        mileage: km.nullable().default(null),
        adviser: optionalText(30),
        note: optionalText(500),
        lines: z.array(lineInput).min(1).max(100),
        /** codes of vouchers that it uses up; each as `vouchers.use` refuses it */
        vouchers: z.array(text(40).min(1)).max(20).default([]),
        /** paid already; asked where points wait for it (setting `pointsTerms.whenPaid`) */
        paid: z.boolean().default(false),
      }),
    )
    .output(z.object({ id, version, warnings: z.array(z.object({ path: z.string(), reason: z.string() })) })),
  /** A void visit stays on record and counts nowhere. */
  void: command(everyone, ['visits', 'customers', 'vehicles'])
    .input(commandInput({ id, version, reason: filled(200) }))
    .output(z.object({})),
};
