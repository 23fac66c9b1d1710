import { z } from 'zod';

/** 销售入会 · 带车入会 · 消费入会 · 驾培入会 · 交会费入会 (S1: five ways to join) */
export const joinMode = z.enum(['sale', 'vehicle', 'spend', 'training', 'fee']);
export type JoinMode = z.output<typeof joinMode>;

/** 正常 · 冻结 · 挂失 · 已换卡 · 已注销: of a card. Whether its membership has expired is told by a day, not by a state. */
export const cardState = z.enum(['active', 'frozen', 'lost', 'replaced', 'cancelled']);

/** 主卡 · 附属卡 */
export const cardRole = z.enum(['main', 'supplementary']);

/** 有效 · 已到期 · 已退会 · 已并入另一会籍 */
export const membershipState = z.enum(['active', 'expired', 'cancelled', 'merged']);

/** How a renewal or an upgrade was earned; `hand`: a manager decided. */
export const renewalPath = z.enum(['fee', 'points', 'insurance']);
export const upgradePath = z.enum([
  'cumulativePoints',
  'deductPoints',
  'repair',
  'insurance',
  'referrals',
  'participations',
]);
export type UpgradePath = z.output<typeof upgradePath>;

/** What became of a membership or one of its cards, in the order in which it can happen. */
export const membershipEventKind = z.enum([
  'join',
  'renew',
  'upgrade',
  'downgrade',
  'tierByHand',
  'cardAdded',
  'cardFrozen',
  'cardLost',
  'cardActive',
  'cardReplaced',
  'cardCancelled',
  'cancel',
  'reactivate',
  'mergeIn',
  'mergeOut',
  'mergeUndone',
]);
