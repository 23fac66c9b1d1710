import type { Contract } from '../../contract/index.ts';
import type { HandlersOf } from '../../store/handler.ts';
import { get, list } from './read.ts';
import { add, cancel, handBack, move, update } from './write.ts';

export const agency = { list, get, add, update, move, handBack, cancel } satisfies HandlersOf<Contract['agency']>;
