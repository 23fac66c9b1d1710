import type { VoucherState } from '../../contract/rewards.ts';
import type { Day } from '../day.ts';

/** A voucher's state as a day tells it: the last day is a usable day, and no job writes that it is over. */
export const voucherStateOn = (voucher: { readonly state: string; readonly lastDay: Day }, day: Day): VoucherState => {
  if (voucher.state === 'used' || voucher.state === 'void') return voucher.state;
  return voucher.lastDay < day ? 'expired' : 'active';
};
