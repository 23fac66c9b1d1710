import type { Contract } from '../../contract/index.ts';
import type { HandlersOf } from '../../store/handler.ts';
import { add, update } from './add.ts';
import { answer, close, handOver, reopen } from './answer.ts';
import { keepAnswer, keptList, removeKept, restoreKept, updateKept } from './kept.ts';
import { get, list, reveal } from './read.ts';
import { suggest } from './suggest.ts';

export const enquiries = {
  list,
  get,
  suggest,
  keptList,
  add,
  update,
  answer,
  handOver,
  close,
  reopen,
  reveal,
  keepAnswer,
  updateKept,
  removeKept,
  restoreKept,
} satisfies HandlersOf<Contract['enquiries']>;
