import { z } from 'zod';
import { severity } from './complaintTerms.ts';
import { day, fen, filled, id } from './values.ts';

const minutes = z
  .number()
  .int()
  .min(5)
  .max(60 * 24 * 90);

/** The terms of one severity, minutes by each face of the clock. */
export const severityTerms = z.strictObject({
  severity,
  /** 响应时限 */
  acknowledgeMinutes: z.strictObject({ natural: minutes, working: minutes }),
  /** 解决时限 */
  solveMinutes: z.strictObject({ natural: minutes, working: minutes }),
  /** 升级对象: a breach is told to this person; null: to every manager */
  escalateToId: id.nullable(),
});

/** 投诉规则 (domain.md §4: complaints); by the day from which it holds, a complaint keeps the rule of the day it was received. */
export const complaintTerms = z
  .strictObject({
    severities: z.array(severityTerms).length(3),
    /** by which face a term is breached */
    countedBy: z.enum(['natural', 'working']),
    /** percent of a term at which its owner is told, rising */
    warnPercents: z.array(z.number().int().min(1).max(99)).min(1).max(5),
    /** 同因: complaints of the last so many days are shown as twins */
    twinDays: z.number().int().min(1).max(1095),
    /** consumer law art. 23: a defect within so many months of delivery puts the proof on the seller */
    defectMonths: z.number().int().min(1).max(60),
    /** consumer law art. 46: an authority's referral is answered within so many of its working days */
    authorityWorkingDays: z.number().int().min(1).max(60),
    /** 补偿: above it, all of one complaint together, a manager decides; fen */
    compensationLimitFen: fen,
    /** 归档: cause, action and ask-back may be asked for before it is closed */
    askBackAfterDays: z.number().int().min(0).max(30),
  })
  .refine(({ severities }) => new Set(severities.map((one) => one.severity)).size === 3, 'severity-twice')
  .refine(
    ({ warnPercents }) => warnPercents.every((percent, at) => percent > (warnPercents[at - 1] ?? 0)),
    'warn-order',
  );
export type ComplaintTerms = z.output<typeof complaintTerms>;

/** `product.aircon`: kept in rows; the name is the store's own word for it. */
const code = z.string().regex(/^[a-z][A-Za-z0-9-]{0,30}$/, 'code-invalid');
const named = z.strictObject({ code, name: filled(20) });

/** 投诉分类: two levels; a complaint names `parent` or `parent.child`. `defect`: a fault of the vehicle may lie behind it. */
export const complaintCategories = z
  .array(z.strictObject({ code, name: filled(20), defect: z.boolean(), children: z.array(named).max(30) }))
  .min(1)
  .max(20);
/** 责任部门 */
export const complaintDepartments = z.array(named).min(1).max(20);
/** 原因: what a complaint is found to come from */
export const complaintCauses = z.array(named).min(1).max(40);

/**
 * 节假日: the days of one year on which the office week does not hold, as published; `off` false is a 调休 working day. Years not
 * entered go by the table that CareDesk ships, or by the plain week where it has none.
 */
export const holidayYears = z
  .array(
    z.strictObject({
      year: z.number().int().min(2000).max(2199),
      days: z.array(z.strictObject({ day, off: z.boolean(), name: filled(20) })).max(120),
    }),
  )
  .max(60);
