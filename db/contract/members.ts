import { z } from 'zod';
import { command, commandInput, everyone, managers, query } from './entry.ts';
import {
  cardRole,
  cardState,
  joinMode,
  membershipEventKind,
  membershipState,
  renewalPath,
  upgradePath,
} from './memberTerms.ts';
import { day, fen, filled, id, instant, limit, optionalText, text, version } from './values.ts';

const tierOf = { tier: z.string(), tierName: z.string() };

/**
 * A way to renew or rise, and what is missing for it (会员测算: 再消费 ¥820 或 120 分可续卡). `have` and `need` are in the path's
 * own unit: fen for fee, repair and insurance; points; people; events.
 */
export const pathRow = z.object({
  path: z.union([renewalPath, upgradePath]),
  /** code and name of the tier that it leads to; a renewal's own */
  ...tierOf,
  unit: z.enum(['fen', 'points', 'people', 'events']),
  need: z.number(),
  have: z.number(),
  missing: z.number(),
  /** fulfilled now: nothing is missing (a fee always is) */
  met: z.boolean(),
  /** for points that are earned: what must be spent at the best ordinary ratio to get what is missing, fen; else null */
  spendFen: z.number().nullable(),
  /** what taking it costs the member now, in fen: a fee, or deducted points at their value; what is missing counts as its spend */
  costFen: z.number(),
  /** the policy or visit that meets it */
  proof: z.object({ kind: z.enum(['policy', 'visit']), id, day: z.string(), amountFen: z.number() }).nullable(),
});
export type PathRow = z.output<typeof pathRow>;

export const memberPaths = z.object({
  renewal: z.object({
    /** renewal is open on these days; null where the membership has no last day */
    fromDay: z.string().nullable(),
    toDay: z.string().nullable(),
    open: z.boolean(),
    /** new last day, should it be renewed today */
    newThrough: z.string().nullable(),
    /** what the downgrade policy would do at this renewal; null: the tier stays */
    downgradeTo: z.object(tierOf).nullable(),
    /** the cheapest for the member first */
    paths: z.array(pathRow),
  }),
  /** towards each higher tier, the nearest tier first, then the cheapest */
  upgrades: z.array(pathRow),
  /** the highest tier whose criterion is met without deducting anything; staff are told */
  eligibleFor: z.object(tierOf).nullable(),
});
export type MemberPaths = z.output<typeof memberPaths>;

export const cardRow = z.object({
  id,
  version,
  number: z.string(),
  role: cardRole,
  state: cardState,
  stateReason: z.string().nullable(),
  stateAt: instant.nullable(),
  stateBy: z.string().nullable(),
  customerId: id,
  holder: z.string(),
  replacedByNumber: z.string().nullable(),
  issuedAt: instant,
  /** times printed */
  prints: z.number().int(),
  printWanted: z.boolean(),
});
export type CardRow = z.output<typeof cardRow>;

export const memberRow = z.object({
  membershipId: id,
  customerId: id,
  name: z.string(),
  phoneMasked: z.string().nullable(),
  plate: z.string().nullable(),
  cardNumber: z.string().nullable(),
  cardState: cardState.nullable(),
  ...tierOf,
  state: membershipState,
  joinMode: joinMode.nullable(),
  joinDay: z.string().nullable(),
  validThrough: z.string().nullable(),
  cumulative: z.number().int(),
  redeemable: z.number().int(),
  debt: z.number().int(),
  /** of the next lot to lapse within 60 days */
  lapsing: z.number().int(),
  lapseDay: z.string().nullable(),
});
export type MemberRow = z.output<typeof memberRow>;

export const membershipEventRow = z.object({
  id,
  kind: membershipEventKind,
  day: z.string(),
  at: instant,
  byName: z.string(),
  cardNumber: z.string().nullable(),
  tierFromName: z.string().nullable(),
  tierToName: z.string().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  path: z.string().nullable(),
  reason: z.string().nullable(),
  feeFen: z.number().nullable(),
  receiptNo: z.string().nullable(),
  ruleDay: z.string().nullable(),
  /** 如何算出: what was found when it was decided, name and number */
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** A service of the tier and how often it was used in this year of the membership (免费洗车 2/4). */
export const benefitRow = z.object({
  code: z.string(),
  name: z.string(),
  /** null: without a limit */
  times: z.number().int().nullable(),
  used: z.number().int(),
  left: z.number().int().nullable(),
  yearFrom: z.string(),
  yearTo: z.string(),
  uses: z.array(z.object({ id, version, day: z.string(), byName: z.string() })),
});

export const memberPage = z.object({
  membership: z.object({
    id,
    version,
    customerId: id,
    holder: z.string(),
    ...tierOf,
    state: membershipState,
    joinMode: joinMode.nullable(),
    joinDay: z.string().nullable(),
    validThrough: z.string().nullable(),
    pointsFree: z.boolean(),
  }),
  cards: z.array(cardRow),
  balance: z.object({ cumulative: z.number(), redeemable: z.number(), debt: z.number(), pending: z.number() }),
  /** with something left, what lapses first first */
  lots: z.array(z.object({ id, lastDay: z.string(), remaining: z.number() })),
  paths: memberPaths,
  benefits: z.array(benefitRow),
  discounts: z.array(z.object({ category: z.string(), percentOff: z.number() })),
  /** latest first */
  events: z.array(membershipEventRow),
  participations: z.array(z.object({ id, version, day: z.string(), name: z.string(), byName: z.string() })),
});
export type MemberPage = z.output<typeof memberPage>;

/** What a scan at the counter says: whose card, and whether it can be used; `refusal` names why not (an i18n reason). */
export const counterCard = z.object({
  cardId: id,
  number: z.string(),
  state: cardState,
  role: cardRole,
  membershipId: id,
  customerId: id,
  holder: z.string(),
  ...tierOf,
  validThrough: z.string().nullable(),
  redeemable: z.number().int(),
  debt: z.number().int(),
  lapsing: z.number().int(),
  lapseDay: z.string().nullable(),
  refusal: z
    .enum([
      'card-frozen',
      'card-lost',
      'card-replaced',
      'card-cancelled',
      'member-expired',
      'member-cancelled',
      'points-debt',
    ])
    .nullable(),
  eligibleFor: z.object(tierOf).nullable(),
});
export type CounterCard = z.output<typeof counterCard>;

export const memberFilter = z.strictObject({
  /** codes; empty for every tier */
  tiers: z.array(z.string()).max(10).default([]),
  /** `active` where left out */
  state: membershipState.optional(),
  /** last day within so many days, today included */
  expiringDays: z.number().int().min(0).max(400).optional(),
  /** last day in this calendar month, over already or not (本月到期): whatever `state` says */
  expiringThisMonth: z.literal(true).optional(),
  /** points lapse within so many days */
  lapsingDays: z.number().int().min(0).max(400).optional(),
  /** meets a higher tier's criterion without deducting */
  eligible: z.boolean().optional(),
  joinMode: joinMode.optional(),
});

/** Members (会员): memberships, the cards that speak for them, and how they change. */
export const members = {
  list: query(everyone)
    .input(
      z.strictObject({
        filter: memberFilter.default({ tiers: [] }),
        sort: z.enum(['expiry', 'points', 'joined', 'name']).default('expiry'),
        cursor: text(200).optional(),
        limit: limit(100, 200),
      }),
    )
    .output(z.object({ rows: z.array(memberRow), next: z.string().nullable(), count: z.number() })),
  /** @throws NOT_FOUND `membership-not-found` */
  get: query(everyone).input(z.strictObject({ id })).output(memberPage),
  /** 会员首页: what wants doing, at most 20 rows each, with the counts of all. */
  home: query(everyone)
    .input(z.strictObject({}))
    .output(
      z.object({
        day: z.string(),
        counts: z.object({
          active: z.number(),
          expiringThisMonth: z.number(),
          eligible: z.number(),
          lapsing: z.number(),
          toPrint: z.number(),
          approvals: z.number(),
        }),
        byTier: z.array(z.object({ ...tierOf, members: z.number() })),
        expiring: z.array(memberRow),
        eligible: z.array(z.object({ member: memberRow, eligibleFor: z.object(tierOf), path: pathRow })),
        lapsing: z.array(memberRow),
        toPrint: z.array(
          z.object({ cardId: id, number: z.string(), holder: z.string(), ...tierOf, issuedAt: instant }),
        ),
      }),
    ),
  /**
   * A card as scanned or typed: first looked up as it stands, for old numbers have no check digit, then checked.
   * @throws VALIDATION of `card`: `card-check-digit`, `scan-not-a-card`; NOT_FOUND `card-not-found`
   */
  atCounter: query(everyone)
    .input(z.strictObject({ card: text(40).min(1) }))
    .output(counterCard),
  /** The membership whose card this customer holds, the own before the family's; null for who is no member. */
  ofCustomer: query(everyone)
    .input(z.strictObject({ customerId: id }))
    .output(
      z
        .object({
          membershipId: id,
          ...tierOf,
          discounts: z.array(z.object({ category: z.string(), percentOff: z.number() })),
        })
        .nullable(),
    ),
  /** What joining would look like: the tier proposed from past spend (起始卡级), the fee, and what stands against each mode. */
  proposal: query(everyone)
    .input(z.strictObject({ customerId: id }))
    .output(
      z.object({
        ...tierOf,
        by: z.enum(['spend', 'profit']),
        /** what was spent or brought, fen, over all visits; the opening 累计消费 of vehicles without any order counts */
        totalFen: z.number(),
        /** place among `of` customers who spent anything, 1 the highest; null where nothing was spent */
        rank: z.number().nullable(),
        of: z.number(),
        feeFen: z.number(),
        /** last day, should one join today */
        validThrough: z.string(),
        modes: z.array(
          z.object({
            mode: joinMode,
            /** null: can be taken; else why not, an i18n reason */
            refusal: z.string().nullable(),
            /** what proves it: the visit or the vehicle */
            proof: z
              .object({ kind: z.enum(['visit', 'vehicle']), id, label: z.string(), day: z.string().nullable() })
              .nullable(),
          }),
        ),
        already: z.object({ membershipId: id, cardNumber: z.string().nullable() }).nullable(),
      }),
    ),
  /**
   * 入会. A membership with its main card; the fee's receipt is named where the mode is the fee. `proofId` is the visit (消费入会) or
   * vehicle (销售入会, 带车入会) by which one joins. A tier other than the proposed one is the confirming person's word.
   * @throws CONFLICT `member-already`, `card-number-known`; VALIDATION of `receiptNo` `receipt-missing`, of `proofId` `join-proof`
   */
  join: command(everyone, ['members', 'customers', 'points'])
    .input(
      commandInput({
        customerId: id,
        mode: joinMode,
        tier: z.string(),
        proofId: id.nullable().default(null),
        feeFen: fen.nullable().default(null),
        receiptNo: optionalText(40),
        /** an old or pre-printed card's own number; null: a new one */
        cardNumber: optionalText(40),
        note: optionalText(200),
      }),
    )
    .output(z.object({ membershipId: id, cardId: id, cardNumber: z.string(), validThrough: z.string() })),
  /** 续卡 by a path that is met. @throws CONFLICT `renewal-closed`, `path-not-met`, `changed-meanwhile`; INSUFFICIENT_POINTS */
  renew: command(everyone, ['members', 'customers', 'points'])
    .input(commandInput({ id, version, path: renewalPath, receiptNo: optionalText(40) }))
    .output(z.object({ version, validThrough: z.string(), tier: z.string() })),
  /** 升级 by a path that is met. @throws CONFLICT `path-not-met`, `tier-not-higher`, `member-expired`; INSUFFICIENT_POINTS */
  upgrade: command(everyone, ['members', 'customers', 'points'])
    .input(commandInput({ id, version, tier: z.string(), path: upgradePath }))
    .output(z.object({ version })),
  /** A tier by a manager's word, up or down. */
  setTier: command(managers, ['members', 'customers'])
    .input(commandInput({ id, version, tier: z.string(), reason: filled(200) }))
    .output(z.object({ version })),
  /** 退会: nothing can be used or earned any more; the book stays. A manager may take it back with `reactivate`. */
  cancel: command(managers, ['members', 'customers'])
    .input(commandInput({ id, version, reason: filled(200) }))
    .output(z.object({ version })),
  reactivate: command(managers, ['members', 'customers'])
    .input(commandInput({ id, version, reason: filled(200) }))
    .output(z.object({ version })),
  /** A supplementary card (附属卡) for somebody of the family: one account, points shared. */
  addCard: command(everyone, ['members', 'customers'])
    .input(commandInput({ id, customerId: id, cardNumber: optionalText(40) }))
    .output(z.object({ cardId: id, cardNumber: z.string() })),
  /** 冻结 · 挂失 · 解除 · 注销 of a card. @throws CONFLICT `card-state-same`, `card-ended`, `card-main-cancel` */
  setCardState: command(everyone, ['members', 'customers'])
    .input(
      commandInput({
        cardId: id,
        version,
        state: z.enum(['active', 'frozen', 'lost', 'cancelled']),
        reason: filled(200),
      }),
    )
    .output(z.object({ version })),
  /** 补卡: the old card is replaced by a new one, tier and points stay where they are. */
  replaceCard: command(everyone, ['members', 'customers'])
    .input(commandInput({ cardId: id, version, reason: filled(200), cardNumber: optionalText(40) }))
    .output(z.object({ cardId: id, cardNumber: z.string() })),
  /** An event that the member took part in (参与记录). */
  addParticipation: command(everyone, ['members', 'customers'])
    .input(commandInput({ customerId: id, day, name: filled(60) }))
    .output(z.object({ id })),
  removeParticipation: command(everyone, ['members', 'customers'])
    .input(commandInput({ id, version }))
    .output(z.object({})),
  /** 使用服务包. @throws CONFLICT `benefit-used-up`, `member-expired`; NOT_FOUND `benefit-not-found` */
  useBenefit: command(everyone, ['members', 'customers'])
    .input(commandInput({ membershipId: id, code: text(20), visitId: id.nullable().default(null) }))
    .output(z.object({ id, left: z.number().int().nullable() })),
  takeBackBenefit: command(everyone, ['members', 'customers'])
    .input(commandInput({ id, version }))
    .output(z.object({})),
};
