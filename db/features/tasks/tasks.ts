import type { Contract } from '../../contract/index.ts';
import type { HandlersOf } from '../../store/handler.ts';
import { call } from './call.ts';
import { counts, day, leftOut } from './day.ts';
import { drop } from './drop.ts';
import { enterRefusal, enterRow } from './enterRow.ts';
import { ofCustomer } from './ofCustomer.ts';
import { printSheet } from './printSheet.ts';
import { record } from './record.ts';
import { refuse } from './refuse.ts';
import { send } from './send.ts';
import { sheetRow } from './sheetRow.ts';
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
  printSheet,
  sheetRow,
  enterRow,
  enterRefusal,
  ofCustomer,
} satisfies HandlersOf<Contract['tasks']>;
