import { z } from 'zod';
import { filled, id, instant } from './values.ts';

/**
 * 代办 (S1: 证件代办, 购车服务): 驾驶证 年审/换证/补办 · 行驶证 年审/换证/过户 · 车船税 · 购置税 · 上牌 · 信贷 · 其他
 */
export const agencyKind = z.enum([
  'licenceReview',
  'licenceRenewal',
  'licenceReplacement',
  'vehicleInspection',
  'vehicleLicence',
  'vehicleTransfer',
  'vehicleTax',
  'purchaseTax',
  'plates',
  'credit',
  'other',
]);
export type AgencyKind = z.output<typeof agencyKind>;

/** 已受理 · 办理中 · 已办妥待取 · 已交还 · 已取消 */
export const agencyState = z.enum(['taken', 'underWay', 'ready', 'handedBack', 'cancelled']);
export type AgencyState = z.output<typeof agencyState>;

/** 紧急援油 · 现场抢修 · 事故拖车 · 其他（搭电、换胎 …） */
export const rescueKind = z.enum(['fuel', 'repair', 'tow', 'other']);
export type RescueKind = z.output<typeof rescueKind>;

/** 已接报 · 已派出 · 已到达 · 已完成 · 已取消 */
export const rescueState = z.enum(['called', 'dispatched', 'arrived', 'closed', 'cancelled']);
export type RescueState = z.output<typeof rescueState>;

/** 理赔 by the owner, or 代理索赔 by us */
export const claimKind = z.enum(['assisted', 'agent']);
/** 已报案 · 已查勘定损 · 维修中 · 已交单 · 已赔付 · 未赔付结案 */
export const claimState = z.enum(['reported', 'surveyed', 'repairing', 'submitted', 'paid', 'unpaid']);
export type ClaimState = z.output<typeof claimState>;

/** A document of the customer's that we hold (代管证件); `returnedAt`: handed back. */
export const heldDocument = z.object({ name: z.string(), heldAt: instant, returnedAt: instant.nullable() });
export type HeldDocument = z.output<typeof heldDocument>;
/** Names of documents, each once. */
export const documentNames = z.array(filled(30)).max(12);

/** One of the three services, wherever they stand beside each other. */
const told = {
  service: z.enum(['agency', 'rescue', 'claim']),
  number: z.string(),
  /** `agencyKind`, `rescueKind` or `claimKind` */
  kind: z.string(),
  /** where it stands now: `agencyState`, `rescueState` or `claimState` */
  state: z.string(),
};
/** What is under way for a customer, as their page shows it. */
export const openClubJob = z.object({ id, ...told, dueDay: z.string().nullable() });
/** A service that began, or ended, on a customer's timeline. */
export const clubEvent = z.object({
  jobId: id,
  ...told,
  what: z.enum(['begun', 'ended']),
  plate: z.string().nullable(),
});
