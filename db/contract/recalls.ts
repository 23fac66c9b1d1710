import { z } from 'zod';
import { command, commandInput, everyone, managers, query, type Role } from './entry.ts';
import { day, filled, id, limit, optionalText, text, version } from './values.ts';

/** Who files campaigns: those who will call the owners, and managers. */
const filers: readonly Role[] = ['service', 'manager', 'admin'];

/** A VIN list as pasted or read from a file, one VIN a line (others beside it do no harm); 50,000 fit. Untrimmed: lines keep their numbers. */
const vinText = z
  .string()
  .max(900_000)
  .refine((value) => value.isWellFormed(), 'text-invalid');

export const recallRow = z.object({
  id,
  version,
  /** 召回编号, the issuer's */
  number: z.string(),
  title: z.string(),
  /** 发布方: the maker or the authority */
  issuer: z.string().nullable(),
  fromDay: z.string(),
  /** last day, null where it has none; a vehicle stays open beyond it */
  toDay: z.string().nullable(),
  description: z.string().nullable(),
  counts: z.object({
    listed: z.number(),
    /** of them, those that a customer of ours has */
    ours: z.number(),
    /** ours and not done */
    open: z.number(),
    done: z.number(),
  }),
});
export type RecallRow = z.output<typeof recallRow>;

/** One VIN of a campaign. `vehicleId` null: not ours, until such a vehicle comes in. */
export const recallVehicleRow = z.object({
  id,
  version,
  recallId: id,
  vin: z.string(),
  state: z.enum(['open', 'done']),
  doneDay: z.string().nullable(),
  visitId: z.string().nullable(),
  note: z.string().nullable(),
  vehicleId: z.string().nullable(),
  plate: z.string().nullable(),
  series: z.string().nullable(),
  customerId: z.string().nullable(),
  customerName: z.string().nullable(),
  phoneMasked: z.string().nullable(),
  lastVisitDay: z.string().nullable(),
});

/** A campaign as a vehicle shows it. */
export const vehicleRecall = z.object({
  /** of the VIN in the campaign: what `recalls.done` wants */
  id,
  version,
  recallId: id,
  number: z.string(),
  title: z.string(),
  issuer: z.string().nullable(),
  fromDay: z.string(),
  toDay: z.string().nullable(),
  description: z.string().nullable(),
  state: z.enum(['open', 'done']),
  doneDay: z.string().nullable(),
  visitId: z.string().nullable(),
  note: z.string().nullable(),
  vehicleId: id,
  plate: z.string().nullable(),
  series: z.string().nullable(),
});
export type VehicleRecall = z.output<typeof vehicleRecall>;

const facts = {
  number: filled(60),
  title: filled(120),
  issuer: optionalText(80),
  fromDay: day,
  toDay: day.nullable().default(null),
  description: optionalText(4000),
};

/** What became of a VIN list. Nothing of it is lost: `problems` has every line that gave none, as it stood. */
const listed = {
  added: z.number(),
  /** of the added, those of vehicles in the store */
  ours: z.number(),
  /** in the campaign before */
  known: z.number(),
  /** twice in the list */
  repeated: z.number(),
  /** taken, but the check digit does not fit */
  doubtful: z.number(),
  problems: z.array(z.object({ line: z.number(), text: z.string(), reason: z.enum(['vin-length', 'vin-characters']) })),
  /** all of them: `problems` names the first 500 */
  problemCount: z.number(),
};

/** Recall campaigns (召回 / 技术升级) by VIN list. */
export const recalls = {
  list: query(everyone)
    .input(z.strictObject({ state: z.enum(['running', 'ended', 'all']).default('running') }))
    .output(z.object({ rows: z.array(recallRow) })),
  get: query(everyone).input(z.strictObject({ id })).output(recallRow),
  /** The VINs of a campaign, those longest away from the workshop first. */
  vehicles: query(everyone)
    .input(
      z.strictObject({
        id,
        show: z.enum(['open', 'done', 'notOurs', 'all']).default('open'),
        cursor: text(200).optional(),
        limit: limit(100, 200),
      }),
    )
    .output(z.object({ rows: z.array(recallVehicleRow), next: z.string().nullable(), total: z.number() })),
  /** Every campaign of a vehicle that has begun, open ones first. */
  ofVehicle: query(everyone)
    .input(z.strictObject({ vehicleId: id }))
    .output(z.object({ rows: z.array(vehicleRecall) })),
  /** What is open on a customer's vehicles. */
  openFor: query(everyone)
    .input(z.strictObject({ customerId: id }))
    .output(z.object({ rows: z.array(vehicleRecall) })),
  /** @throws VALIDATION with `vins.LINE` for each line where `vins` holds not a single VIN */
  add: command(filers, ['recalls', 'customers'])
    .input(commandInput({ ...facts, vins: vinText.default('') }))
    .output(z.object({ id, version, ...listed })),
  /** Every fact as it stands now; `vins` join those that are listed. @throws VALIDATION as `add` does */
  update: command(filers, ['recalls', 'customers'])
    .input(commandInput({ id, version, ...facts, vins: vinText.default('') }))
    .output(z.object({ version, ...listed })),
  /** A VIN that does not belong in the campaign. */
  removeVin: command(filers, ['recalls', 'customers']).input(commandInput({ id, version })).output(z.object({})),
  /** `id` is the VIN's in the campaign; a vehicle that is not ours may have been done elsewhere. */
  done: command(everyone, ['recalls', 'customers'])
    .input(commandInput({ id, version, day, visitId: id.nullable().default(null), note: optionalText(300) }))
    .output(z.object({ version })),
  /** Takes `done` back. */
  reopen: command(everyone, ['recalls', 'customers'])
    .input(commandInput({ id, version }))
    .output(z.object({ version })),
  remove: command(managers, ['recalls', 'customers'])
    .input(commandInput({ id, version, reason: filled(200) }))
    .output(z.object({})),
};
