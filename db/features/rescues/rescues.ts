import type { Contract } from '../../contract/index.ts';
import type { HandlersOf } from '../../store/handler.ts';
import { get, list, quota, reveal } from './read.ts';
import { add, cancel, close, move, update } from './write.ts';

export const rescues = { list, get, quota, add, update, move, close, cancel, reveal } satisfies HandlersOf<
  Contract['rescues']
>;
