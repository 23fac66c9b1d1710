import type { Contract } from '../../contract/index.ts';
import type { HandlersOf } from '../../store/handler.ts';
import { convert } from './convert.ts';
import { facets, get, list, ofCustomer } from './read.ts';
import { add, addTestDrive, lose, removeTestDrive, reopen, update } from './write.ts';

export const prospects = {
  get,
  ofCustomer,
  list,
  facets,
  add,
  update,
  addTestDrive,
  removeTestDrive,
  convert,
  lose,
  reopen,
} satisfies HandlersOf<Contract['prospects']>;
