import type { Answer, api } from '../../lib/api.ts';

export type CounterCard = Answer<typeof api.members.atCounter>;
export type CardRefusal = NonNullable<CounterCard['refusal']>;
export type Offered = Answer<typeof api.rewards.list>['rows'][number];
export type Reward = Offered['reward'];
export type RewardKind = Reward['kind'];
export type Redeemed = Answer<typeof api.rewards.redeem>;
export type Voucher = Answer<typeof api.vouchers.get>;
export type VoucherState = Voucher['state'];
export type VoucherOrigin = Voucher['origin'];
export type Settlement = Answer<typeof api.rewards.settlement>['partners'][number];

export const rewardKinds: readonly RewardKind[] = ['labour', 'cash', 'gift', 'partner', 'donation'];
/** what is given without points */
export const grantKinds = ['labour', 'cash', 'gift'] as const satisfies readonly RewardKind[];
export const voucherStates: readonly VoucherState[] = ['active', 'used', 'expired', 'void'];
export const voucherOrigins: readonly VoucherOrigin[] = ['redeem', 'hand', 'segment', 'birthday', 'complaint', 'event'];
/** for what one gives by hand */
export const grantOrigins = ['hand', 'birthday', 'complaint', 'event'] as const satisfies readonly VoucherOrigin[];
