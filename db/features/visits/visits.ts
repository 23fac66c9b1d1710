import type { Contract } from '../../contract/index.ts';
import type { HandlersOf } from '../../store/handler.ts';
import { get, ofDay } from './read.ts';
import { add, voidVisit } from './write.ts';

export const visits = { get, ofDay, add, void: voidVisit } satisfies HandlersOf<Contract['visits']>;
