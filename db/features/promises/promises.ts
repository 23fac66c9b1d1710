import type { Contract } from '../../contract/index.ts';
import type { HandlersOf } from '../../store/handler.ts';
import { list } from './list.ts';
import { add, drop, keep, move, reopen } from './write.ts';

export const promises = { list, add, keep, move, drop, reopen } satisfies HandlersOf<Contract['promises']>;
