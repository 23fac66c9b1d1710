import type { Contract } from '../../contract/index.ts';
import type { HandlersOf } from '../../store/handler.ts';
import { arrive, walkIn } from './begin.ts';
import { day } from './day.ts';
import { move } from './move.ts';
import { setLines } from './setLines.ts';

export const board = { day, arrive, walkIn, move, setLines } satisfies HandlersOf<Contract['board']>;
