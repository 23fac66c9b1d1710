import type { Contract } from '../../contract/index.ts';
import type { HandlersOf } from '../../store/handler.ts';
import { get, list } from './read.ts';
import { add, close, move, update } from './write.ts';

export const claims = { list, get, add, update, move, close } satisfies HandlersOf<Contract['claims']>;
