import type { Contract } from '../../contract/index.ts';
import type { HandlersOf } from '../../store/handler.ts';
import { call } from './call.ts';
import { counts, day, leftOut } from './day.ts';
import { drop } from './drop.ts';
import { ofCustomer } from './ofCustomer.ts';
import { record } from './record.ts';
import { refuse } from './refuse.ts';
import { send } from './send.ts';
import { texts } from './texts.ts';

export const taskHandlers = {
  day,
  leftOut,
  counts,
  call,
  record,
  refuse,
  drop,
  texts,
  send,
  ofCustomer,
} satisfies HandlersOf<Contract['tasks']>;
