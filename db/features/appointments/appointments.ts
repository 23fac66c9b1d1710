import type { Contract } from '../../contract/index.ts';
import type { HandlersOf } from '../../store/handler.ts';
import { get, ofCustomer, ofRange } from './read.ts';
import { add, cancel, change, noShow, reopen, reveal } from './write.ts';

export const appointments = {
  get,
  ofRange,
  ofCustomer,
  add,
  change,
  cancel,
  noShow,
  reopen,
  reveal,
} satisfies HandlersOf<Contract['appointments']>;
