import type { Contract } from '../../contract/index.ts';
import type { HandlersOf } from '../../store/handler.ts';
import { grant, grantMany } from './grant.ts';
import { get, list, ofCustomer } from './readVouchers.ts';
import { use } from './useVoucher.ts';
import { voidVoucher } from './voidVoucher.ts';

export const vouchers = { get, ofCustomer, list, use, void: voidVoucher, grant, grantMany } satisfies HandlersOf<
  Contract['vouchers']
>;
