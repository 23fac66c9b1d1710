import type { Contract } from '../../contract/index.ts';
import type { HandlersOf } from '../../store/handler.ts';
import { recent } from './recent.ts';
import { undo } from './undo.ts';

export const changes = { recent, undo } satisfies HandlersOf<Contract['changes']>;
