import { z } from 'zod';
import { energy, policyKind, vehicleUse, warning } from './customerTerms.ts';
import { vehicleCard } from './customerViews.ts';
import { command, commandInput, everyone, query } from './entry.ts';
import { day, fen, filled, id, km, optionalText, version } from './values.ts';
import { vehicleBrief } from './vehicleBrief.ts';

const optionalDay = day.nullable().default(null);

const facts = {
  ...vehicleBrief,
  color: optionalText(30),
  energy: energy.nullable().default(null),
  purchasedHere: z.boolean().default(true),
  purchaseDay: optionalDay,
  deliveryDay: optionalDay,
  inspectionDueDay: optionalDay,
  warrantyEndDay: optionalDay,
  warrantyKm: km.nullable().default(null),
  /** 路况: 市区, 高速, 山路 … (S1, for the service plan) */
  roadConditions: optionalText(100),
  note: optionalText(500),
};

export const policyRow = z.object({
  id,
  version,
  kind: policyKind,
  insurer: z.string().nullable(),
  policyNo: z.string().nullable(),
  startDay: z.string().nullable(),
  /** last covered day */
  endDay: z.string(),
  premiumFen: z.number().nullable(),
  boughtHere: z.boolean(),
});

const planRow = z.object({
  kind: z.enum(['service', 'insurance', 'inspection', 'warranty', 'licence']),
  /** today at the earliest */
  day: z.string(),
  /** about where the meter will stand; null where that is not known, or does not matter */
  km: z.number().nullable(),
  /** it was due before today */
  late: z.boolean(),
  /** names of what is to be done; only of a service */
  items: z.array(z.string()),
});

const saved = z.object({ id, version, warnings: z.array(warning) });

/** Vehicles (车辆) with their mileage log and insurance policies. */
export const vehicles = {
  get: query(everyone)
    .input(z.strictObject({ id }))
    .output(
      z.object({
        vehicle: vehicleCard.extend({ customerId: id, customerName: z.string() }),
        mileage: z.array(z.object({ day: z.string(), km: z.number(), source: z.string() })),
        policies: z.array(policyRow),
        /** who has had it, the present owner first; `toDay` null: has it now */
        owners: z.array(
          z.object({
            customerId: id,
            name: z.string(),
            fromDay: z.string().nullable(),
            toDay: z.string().nullable(),
          }),
        ),
      }),
    ),
  /** 贴身服务计划: what the car and its owner have before them, worked out when it is asked. @throws NOT_FOUND `vehicle-not-found` */
  plan: query(everyone)
    .input(z.strictObject({ vehicleId: id }))
    .output(
      z.object({
        storeName: z.string(),
        customerName: z.string(),
        plate: z.string().nullable(),
        vin: z.string().nullable(),
        /** brand, series, model */
        model: z.string(),
        madeDay: z.string(),
        /** through which it looks ahead */
        untilDay: z.string(),
        mileage: z.object({ day: z.string(), km: z.number() }).nullable(),
        kmPerYear: z.number(),
        /** the store's figure, for the readings do not tell */
        kmAssumed: z.boolean(),
        use: vehicleUse,
        roadConditions: z.string().nullable(),
        /** 苛刻工况: intervals are shortened to `severePercent` */
        severe: z.boolean(),
        /** the words of the road conditions that say so; none where its use does */
        severeBy: z.array(z.string()),
        severePercent: z.number(),
        rows: z.array(planRow),
      }),
    ),
  add: command(everyone, ['customers', 'vehicles'])
    .input(commandInput({ customerId: id, ...facts, mileage: km.nullable().default(null) }))
    .output(saved),
  update: command(everyone, ['customers', 'vehicles'])
    .input(commandInput({ id, version, ...facts }))
    .output(saved),
  /** A reading; one lower than an earlier day's is taken and flagged, for meters get replaced. */
  addMileage: command(everyone, ['vehicles'])
    .input(commandInput({ id, day, km }))
    .output(z.object({ warnings: z.array(warning) })),
  addPolicy: command(everyone, ['vehicles'])
    .input(
      commandInput({
        id,
        kind: policyKind.default('commercial'),
        insurer: optionalText(60),
        policyNo: optionalText(60),
        startDay: optionalDay,
        endDay: day,
        premiumFen: fen.nullable().default(null),
        boughtHere: z.boolean().default(false),
      }),
    )
    .output(z.object({ policyId: id })),
  removePolicy: command(everyone, ['vehicles'])
    .input(commandInput({ policyId: id, version, reason: filled(200) }))
    .output(z.object({})),
  remove: command(everyone, ['customers', 'vehicles'])
    .input(commandInput({ id, version, reason: filled(200) }))
    .output(z.object({})),
  /**
   * 过户: to a customer on file, or to a new one, who is filed by this. Visits stay with who had the car then. `day` is the first of
   * the new owner, at most today.
   */
  transfer: command(everyone, ['customers', 'vehicles'])
    .input(
      commandInput({
        id,
        version,
        toCustomerId: id.nullable().default(null),
        newOwner: z
          .strictObject({ name: filled(60), phone: optionalText(40) })
          .nullable()
          .default(null),
        day,
      }),
    )
    .output(saved.extend({ customerId: id })),
  /** 已售出 (to whom is not known) · 已报废: leaves every list and reminder, stays on the customer's page. */
  retire: command(everyone, ['customers', 'vehicles'])
    .input(commandInput({ id, version, status: z.enum(['sold', 'scrapped']), day }))
    .output(saved),
  /** Takes that back. */
  reactivate: command(everyone, ['customers', 'vehicles']).input(commandInput({ id, version })).output(saved),
};
