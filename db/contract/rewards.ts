import { z } from 'zod';
import { command, commandInput, everyone, managers, query } from './entry.ts';
import { day, fen, filled, id, instant, optionalText, text, version } from './values.ts';

/** 工时券 · 代金券 · 礼品 · 合作商家 · 公益捐赠 */
export const rewardKind = z.enum(['labour', 'cash', 'gift', 'partner', 'donation']);
export type RewardKind = z.output<typeof rewardKind>;

export const rewardPeriod = z.enum(['ever', 'year', 'month']);

const rewardFields = {
  kind: rewardKind,
  name: filled(40),
  /** 可兑换积分 for one */
  points: z.number().int().min(1).max(1_000_000_000),
  /** what it is worth at the counter, fen; of a 工时券 the hours' price; null where it has no price */
  valueFen: fen.nullable().default(null),
  /** ever put in; null: without end */
  stock: z.number().int().min(0).max(1_000_000).nullable().default(null),
  /** codes; empty: every tier */
  tiers: z.array(z.string()).max(10).default([]),
  mostPerPerson: z.number().int().min(1).max(10_000).nullable().default(null),
  mostPerPeriod: rewardPeriod.default('ever'),
  /** its vouchers can be used through so many days after */
  validDays: z.number().int().min(1).max(3660),
  /** of a partner's goods: who gives them, and what the store pays for one, fen */
  partner: optionalText(40),
  settleFen: fen.nullable().default(null),
  /** of a donation: for what */
  cause: optionalText(40),
  /** offered between these days, both included */
  fromDay: day.nullable().default(null),
  toDay: day.nullable().default(null),
  active: z.boolean().default(true),
  note: optionalText(200),
};

export const rewardRow = z.object({
  id,
  version,
  kind: rewardKind,
  name: z.string(),
  points: z.number().int(),
  valueFen: z.number().nullable(),
  stock: z.number().nullable(),
  /** stock less what was given; null: without end */
  left: z.number().nullable(),
  /** vouchers given that are not void */
  given: z.number(),
  tiers: z.array(z.string()),
  mostPerPerson: z.number().nullable(),
  mostPerPeriod: rewardPeriod,
  validDays: z.number(),
  partner: z.string().nullable(),
  settleFen: z.number().nullable(),
  cause: z.string().nullable(),
  fromDay: z.string().nullable(),
  toDay: z.string().nullable(),
  active: z.boolean(),
  note: z.string().nullable(),
});
export type RewardRow = z.output<typeof rewardRow>;

/** 有效 · 已使用 · 已作废 · 已过期 (the last told by a day) */
export const voucherState = z.enum(['active', 'used', 'void', 'expired']);
export const voucherOrigin = z.enum(['redeem', 'segment', 'birthday', 'complaint', 'event', 'hand']);
export type VoucherState = z.output<typeof voucherState>;

export const voucherRow = z.object({
  id,
  version,
  code: z.string(),
  customerId: id,
  customerName: z.string(),
  cardNumber: z.string().nullable(),
  rewardId: z.string().nullable(),
  kind: rewardKind,
  name: z.string(),
  valueFen: z.number().nullable(),
  /** points paid for it, 0 for one given */
  points: z.number().int(),
  origin: voucherOrigin,
  reason: z.string().nullable(),
  partner: z.string().nullable(),
  cause: z.string().nullable(),
  lastDay: z.string(),
  issuedDay: z.string(),
  issuedAt: instant,
  issuedBy: z.string(),
  state: voucherState,
  endedAt: instant.nullable(),
  endedBy: z.string().nullable(),
  endReason: z.string().nullable(),
  visitId: z.string().nullable(),
});
export type VoucherRow = z.output<typeof voucherRow>;

/** The catalogue (积分商城) and what becomes of it. */
export const rewards = {
  /** `forMembership`: with what this member can take now. */
  list: query(everyone)
    .input(z.strictObject({ forMembership: id.optional(), inactive: z.boolean().default(false) }))
    .output(
      z.object({
        rows: z.array(
          z.object({
            reward: rewardRow,
            /** how many this member can take now; null where nobody was named */
            canTake: z.number().nullable(),
            /** why none: an i18n reason (`reward-tier`, `reward-limit`, `reward-stock`, `reward-not-now`, `points-short`) */
            refusal: z.string().nullable(),
          }),
        ),
      }),
    ),
  add: command(managers, ['rewards']).input(commandInput(rewardFields)).output(z.object({ id })),
  /** Vouchers given before keep what they were. @throws CONFLICT `changed-meanwhile`, `reward-stock-below` (values given) */
  update: command(managers, ['rewards'])
    .input(commandInput({ id, version, ...rewardFields }))
    .output(z.object({ version })),
  /** Its vouchers stay good. */
  remove: command(managers, ['rewards']).input(commandInput({ id, version })).output(z.object({})),
  /**
   * 兑换: takes the points of the account that lapse first and gives `count` vouchers. A gift handed over and a donation are used at once.
   * @throws VALIDATION of `card` as `members.atCounter`; CONFLICT by the card's refusal, `reward-*`, `points-debt`; INSUFFICIENT_POINTS
   */
  redeem: command(everyone, ['rewards', 'members', 'points', 'customers'])
    .input(
      commandInput({
        card: text(40).min(1),
        rewardId: id,
        count: z.number().int().min(1).max(20).default(1),
        /** a gift is in the customer's hand already */
        handedOver: z.boolean().default(false),
      }),
    )
    .output(
      z.object({
        vouchers: z.array(z.object({ id, code: z.string(), lastDay: z.string() })),
        points: z.number().int(),
        redeemable: z.number().int(),
      }),
    ),
  /** 合作商家结算: vouchers used between two days, by partner. */
  settlement: query(managers)
    .input(z.strictObject({ fromDay: day, toDay: day }))
    .output(
      z.object({
        partners: z.array(
          z.object({ partner: z.string(), count: z.number(), settleFen: z.number(), rows: z.array(voucherRow) }),
        ),
      }),
    ),
  /** 公益捐赠: the running total of each cause. */
  donations: query(everyone)
    .input(z.strictObject({}))
    .output(
      z.object({
        causes: z.array(
          z.object({
            cause: z.string(),
            count: z.number(),
            points: z.number(),
            members: z.number(),
            lastDay: z.string(),
          }),
        ),
      }),
    ),
};

const grantFields = {
  kind: z.enum(['labour', 'cash', 'gift']),
  name: filled(40),
  valueFen: fen.nullable().default(null),
  validDays: z.number().int().min(1).max(3660),
  reason: filled(200),
};

/** Vouchers (券): given against points or without, used once. */
export const vouchers = {
  /** By its code, as scanned. @throws VALIDATION of `code` `scan-not-a-voucher`, `voucher-check-digit`; NOT_FOUND `voucher-not-found` */
  get: query(everyone)
    .input(z.strictObject({ code: text(40).min(1) }))
    .output(voucherRow),
  ofCustomer: query(everyone)
    .input(z.strictObject({ customerId: id, active: z.boolean().default(false) }))
    .output(z.object({ rows: z.array(voucherRow) })),
  list: query(everyone)
    .input(
      z.strictObject({
        state: voucherState.optional(),
        origin: voucherOrigin.optional(),
        cursor: text(200).optional(),
        limit: z.number().int().min(1).max(200).default(100),
      }),
    )
    .output(z.object({ rows: z.array(voucherRow), next: z.string().nullable(), count: z.number() })),
  /**
   * 核销, at a visit of the voucher's customer or without one. @throws CONFLICT `voucher-used` (values day, by), `voucher-void`,
   * `voucher-expired` (values day), `voucher-other-customer`, `visit-void`
   */
  use: command(everyone, ['rewards', 'customers', 'visits'])
    .input(commandInput({ code: text(40).min(1), visitId: id.nullable().default(null) }))
    .output(z.object({ voucher: voucherRow })),
  /**
   * 作废: its points go back to the lots they came from; to one lapsed since they lapse at once, and that is said.
   * @throws CONFLICT `voucher-void`, `voucher-at-visit`, `voucher-used`, `voucher-expired`, `voucher-of-complaint` (values number): taken back there
   */
  void: command(everyone, ['rewards', 'customers', 'points', 'members'])
    .input(commandInput({ id, version, reason: filled(200) }))
    .output(z.object({ returned: z.number().int(), lapsed: z.number().int() })),
  /**
   * A voucher without points to one customer. Above the limit (setting `pointsTerms.voucherLimitFen`) and not by a manager it waits
   * for approval: `approvalId` is set and no voucher exists yet.
   */
  grant: command(everyone, ['rewards', 'customers', 'approvals'])
    .input(
      commandInput({
        customerId: id,
        origin: z.enum(['birthday', 'complaint', 'event', 'hand']).default('hand'),
        ...grantFields,
      }),
    )
    .output(
      z.object({
        voucher: z.object({ id, code: z.string(), lastDay: z.string() }).nullable(),
        approvalId: z.string().nullable(),
      }),
    ),
  /** The same to a 客户群 (a saved filter), one each, all or none; at most 5,000. The limit counts the sum. */
  grantMany: command(everyone, ['rewards', 'customers', 'approvals'])
    .input(commandInput({ savedFilterId: id, ...grantFields }))
    .output(z.object({ granted: z.number().int(), approvalId: z.string().nullable() })),
};

/** 待审批: what is above a limit waits for a manager. One inbox for all kinds. */
export const approvals = {
  list: query(everyone)
    .input(
      z.strictObject({
        state: z.enum(['waiting', 'decided']).default('waiting'),
        limit: z.number().int().min(1).max(200).default(100),
      }),
    )
    .output(
      z.object({
        count: z.number(),
        rows: z.array(
          z.object({
            id,
            version,
            kind: z.enum(['adjust', 'voucher', 'voucherMany', 'compensation']),
            customerId: z.string().nullable(),
            customerName: z.string().nullable(),
            /** what is asked: points of an adjustment */
            cumulative: z.number().nullable(),
            redeemable: z.number().nullable(),
            /** of vouchers: name, worth of one, how many */
            voucherName: z.string().nullable(),
            valueFen: z.number().nullable(),
            count: z.number().nullable(),
            reason: z.string(),
            requestedAt: instant,
            requestedBy: z.string(),
            /** asked by who looks at it */
            own: z.boolean(),
            state: z.enum(['waiting', 'granted', 'refused', 'withdrawn']),
            decidedAt: instant.nullable(),
            decidedBy: z.string().nullable(),
            decisionNote: z.string().nullable(),
          }),
        ),
      }),
    ),
  /** Grants by doing what was asked, as things stand now. @throws CONFLICT `approval-decided`, and what the deed itself throws */
  grant: command(managers, ['approvals', 'points', 'rewards', 'customers', 'members'])
    .input(commandInput({ id, version, note: optionalText(200) }))
    .output(z.object({})),
  refuse: command(managers, ['approvals'])
    .input(commandInput({ id, version, note: filled(200) }))
    .output(z.object({})),
  /** By who asked. @throws FORBIDDEN `approval-not-own` */
  withdraw: command(everyone, ['approvals']).input(commandInput({ id, version })).output(z.object({})),
};
