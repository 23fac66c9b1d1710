import type { Contract } from '../../contract/index.ts';
import type { HandlersOf } from '../../store/handler.ts';
import { deliver } from './deliver.ts';
import { board, get, ofCustomer, past } from './read.ts';
import { add, cancel, check, move, reopen, update } from './write.ts';

export const deliveries = {
  board,
  past,
  ofCustomer,
  get,
  add,
  update,
  move,
  check,
  deliver,
  cancel,
  reopen,
} satisfies HandlersOf<Contract['deliveries']>;
