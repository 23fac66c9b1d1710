import { z } from 'zod';
import {
  agencyKind,
  agencyState,
  claimKind,
  claimState,
  documentNames,
  heldDocument,
  rescueKind,
  rescueState,
} from './clubTerms.ts';
import { command, commandInput, everyone, query } from './entry.ts';
import { day, fen, filled, id, instant, limit, optionalText, text, version } from './values.ts';

const topics = ['clubServices', 'customers'] as const;

/** Whose it is, in every list of the club's services. */
const whose = {
  id,
  version,
  /** AG2611-001, RS…, CL…; never given twice */
  number: z.string(),
  customerId: z.string().nullable(),
  name: z.string(),
  phoneMasked: z.string().nullable(),
  tierName: z.string().nullable(),
  vehicleId: z.string().nullable(),
  plate: z.string().nullable(),
  series: z.string().nullable(),
  createdAt: instant,
  byName: z.string(),
};

export const agencyRow = z.object({
  ...whose,
  kind: agencyKind,
  state: agencyState,
  /** 约定办结日 */
  dueDay: z.string().nullable(),
  /** not ready, and that day is past */
  late: z.boolean(),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  /** 服务费 of ours, and 代收规费 passed on */
  feeFen: z.number().int(),
  officialFen: z.number().int(),
  paid: z.boolean(),
  documents: z.array(heldDocument),
  note: z.string().nullable(),
  readyAt: instant.nullable(),
  /** 交还 to whom, when */
  endedAt: instant.nullable(),
  handedBackTo: z.string().nullable(),
  cancelReason: z.string().nullable(),
});
export type AgencyRow = z.output<typeof agencyRow>;

export const rescueRow = z.object({
  ...whose,
  kind: rescueKind,
  state: rescueState,
  /** 现场位置 */
  place: z.string(),
  trouble: z.string().nullable(),
  calledAt: instant,
  dispatchedAt: instant.nullable(),
  arrivedAt: instant.nullable(),
  endedAt: instant.nullable(),
  /** who went, with what */
  crew: z.string().nullable(),
  feeFen: z.number().int(),
  /** free of charge on the tier's quota (免费道路救援) */
  onQuota: z.boolean(),
  result: z.string().nullable(),
  cancelReason: z.string().nullable(),
  /** call to arrival, until now while nobody has arrived; minutes */
  minutes: z.number().int(),
});
export type RescueRow = z.output<typeof rescueRow>;

export const claimRow = z.object({
  ...whose,
  kind: claimKind,
  state: claimState,
  accidentDay: day,
  place: z.string().nullable(),
  what: z.string().nullable(),
  policyId: z.string().nullable(),
  insurer: z.string().nullable(),
  /** 报案号 */
  caseNo: z.string().nullable(),
  /** 定损金额 */
  estimateFen: z.number().int().nullable(),
  /** 赔付金额 */
  paidFen: z.number().int().nullable(),
  documents: z.array(heldDocument),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  note: z.string().nullable(),
  endedAt: instant.nullable(),
  handedBackTo: z.string().nullable(),
});
export type ClaimRow = z.output<typeof claimRow>;

/** How many free rescues a membership still has in its year; `left` null: without a limit. */
const quota = z.object({
  tierName: z.string(),
  name: z.string(),
  of: z.number().int().nullable(),
  used: z.number().int(),
  left: z.number().int().nullable(),
});

/** `q`: a number, name, plate or phone tail. `open`: what waits longest first; `ended`: the latest first. */
const listed = {
  tab: z.enum(['open', 'ended']).default('open'),
  q: text(64).optional(),
  customerId: id.optional(),
  cursor: text(80).optional(),
  limit: limit(100, 200),
};
const counts = z.object({ open: z.number().int(), ended: z.number().int(), late: z.number().int() });

const saved = z.object({ version });
const customer = { customerId: id, vehicleId: id.nullable().default(null) };
const agencyFacts = {
  ...customer,
  kind: agencyKind,
  dueDay: day.nullable().default(null),
  ownerId: id.nullable().default(null),
  feeFen: fen.default(0),
  officialFen: fen.default(0),
  paid: z.boolean().default(false),
  /** what we hold now; what is left out was handed back before the end */
  documents: documentNames.default([]),
  note: optionalText(500),
};
const rescueFacts = {
  /** a stranger has a name and a phone instead */
  customerId: id.nullable().default(null),
  vehicleId: id.nullable().default(null),
  strangerName: optionalText(60),
  strangerPhone: optionalText(40),
  strangerPlate: optionalText(20),
  kind: rescueKind,
  place: filled(200),
  trouble: optionalText(300),
  crew: optionalText(60),
  feeFen: fen.default(0),
};
const claimFacts = {
  customerId: id,
  vehicleId: id,
  kind: claimKind,
  accidentDay: day,
  place: optionalText(200),
  what: optionalText(500),
  policyId: id.nullable().default(null),
  insurer: optionalText(60),
  caseNo: optionalText(40),
  estimateFen: fen.nullable().default(null),
  documents: documentNames.default([]),
  ownerId: id.nullable().default(null),
  note: optionalText(500),
};

/** What waits, by kind, for the side bar and the tabs. */
export const clubServices = {
  counts: query(everyone)
    .input(z.strictObject({}))
    .output(
      z.object({
        agency: z.number().int(),
        rescues: z.number().int(),
        claims: z.number().int(),
        late: z.number().int(),
      }),
    ),
};

/** 代办: jobs that we do for customers at the offices, with their documents in our hands. */
export const agency = {
  list: query(everyone)
    .input(z.strictObject({ ...listed, kind: agencyKind.optional() }))
    .output(z.object({ rows: z.array(agencyRow), next: z.string().nullable(), counts })),
  /** @throws NOT_FOUND `agency-not-found` */
  get: query(everyone).input(z.strictObject({ id })).output(agencyRow),
  /** @throws VALIDATION of `vehicleId` `vehicle-of-another`, of `dueDay` `day-past`, of `documents` `name-twice`; NOT_FOUND */
  add: command(everyone, topics)
    .input(commandInput(agencyFacts))
    .output(z.object({ id, number: z.string() })),
  /** Until it has ended. @throws as `add`; CONFLICT `agency-ended` */
  update: command(everyone, topics)
    .input(commandInput({ id, version, ...agencyFacts }))
    .output(saved),
  /** On or back between 受理, 办理中 and 办妥. @throws CONFLICT `agency-ended` */
  move: command(everyone, topics)
    .input(commandInput({ id, version, to: z.enum(['taken', 'underWay', 'ready']) }))
    .output(saved),
  /**
   * 交还: every document that we still hold goes back, to whom is on record (签收人). `paid`: the fee was taken with it.
   * @throws CONFLICT `agency-ended`, `agency-unpaid`
   */
  handBack: command(everyone, topics)
    .input(commandInput({ id, version, to: filled(30), paid: z.boolean().default(false) }))
    .output(saved),
  /** What we hold goes back with it. */
  cancel: command(everyone, topics)
    .input(commandInput({ id, version, reason: filled(200), to: optionalText(30) }))
    .output(saved),
};

/** 救援 */
export const rescues = {
  list: query(everyone)
    .input(z.strictObject({ ...listed, kind: rescueKind.optional() }))
    .output(z.object({ rows: z.array(rescueRow), next: z.string().nullable(), counts })),
  /** @throws NOT_FOUND `rescue-not-found` */
  get: query(everyone).input(z.strictObject({ id })).output(rescueRow),
  /** Free rescues of a customer's tier in the year of the membership in which `at` lies (left out: now); null: none are promised. */
  quota: query(everyone)
    .input(z.strictObject({ customerId: id, at: instant.optional() }))
    .output(z.object({ quota: quota.nullable() })),
  /** 接报. @throws VALIDATION of `name` `caller-missing`, of `strangerPhone` `phone-invalid`, of `vehicleId` `vehicle-of-another`, of `calledAt` `call-ahead` */
  add: command(everyone, topics)
    .input(commandInput({ ...rescueFacts, calledAt: instant.optional() }))
    .output(z.object({ id, number: z.string() })),
  /** A stranger's number that is left out stays. @throws as `add`; CONFLICT `rescue-ended` */
  update: command(everyone, topics)
    .input(commandInput({ id, version, ...rescueFacts, strangerPhone: text(40).nullable().optional() }))
    .output(saved),
  /** 派出, 到达, each at its time. @throws VALIDATION of `at` `step-before-last`, `step-ahead`; CONFLICT `rescue-ended`, `step-past` */
  move: command(everyone, topics)
    .input(
      commandInput({
        id,
        version,
        to: z.enum(['dispatched', 'arrived']),
        at: instant.optional(),
        crew: optionalText(60),
      }),
    )
    .output(saved),
  /**
   * 完成, with what was done. `onQuota`: it uses one of the tier's free ones, and costs nothing.
   * @throws CONFLICT `quota-used-up`, `quota-none`, `rescue-ended`; VALIDATION of `at` as `move`
   */
  close: command(everyone, [...topics, 'members'])
    .input(
      commandInput({
        id,
        version,
        result: filled(300),
        feeFen: fen,
        onQuota: z.boolean().default(false),
        at: instant.optional(),
      }),
    )
    .output(saved),
  cancel: command(everyone, topics)
    .input(commandInput({ id, version, reason: filled(200) }))
    .output(saved),
  /** The caller's whole number; a command, because every look is on record. */
  reveal: command(everyone, [], { secret: ['output'] })
    .input(commandInput({ id }))
    .output(z.object({ phones: z.array(z.string()) })),
};

/** 理赔受理 · 代理索赔: the insurance desk's claims; policies are of `vehicles`. */
export const claims = {
  list: query(everyone)
    .input(z.strictObject({ ...listed, state: claimState.optional() }))
    .output(z.object({ rows: z.array(claimRow), next: z.string().nullable(), counts })),
  /** @throws NOT_FOUND `claim-not-found` */
  get: query(everyone).input(z.strictObject({ id })).output(claimRow),
  /** @throws VALIDATION of `accidentDay` `accident-ahead`, of `vehicleId` `vehicle-of-another`, of `policyId` `policy-of-another` */
  add: command(everyone, topics)
    .input(commandInput(claimFacts))
    .output(z.object({ id, number: z.string() })),
  /** @throws as `add`; CONFLICT `claim-ended` */
  update: command(everyone, topics)
    .input(commandInput({ id, version, ...claimFacts }))
    .output(saved),
  /** On or back among the steps before the end. @throws CONFLICT `claim-ended` */
  move: command(everyone, topics)
    .input(commandInput({ id, version, to: claimState.exclude(['paid', 'unpaid']) }))
    .output(saved),
  /** 赔付, or closed without: the papers that we hold go back. @throws VALIDATION of `paidFen` `amount-missing`; CONFLICT `claim-ended` */
  close: command(everyone, topics)
    .input(
      commandInput({
        id,
        version,
        paidFen: fen.nullable().default(null),
        note: optionalText(500),
        handedBackTo: optionalText(30),
      }),
    )
    .output(saved),
};
