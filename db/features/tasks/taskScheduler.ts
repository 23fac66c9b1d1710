import type { Internal } from '../../contract/internal.ts';
import type { HandlersOf } from '../../store/handler.ts';
import { add } from './add.ts';
import { asked } from './asked.ts';
import { due } from './due.ts';
import { end } from './end.ts';
import { found } from './found.ts';
import { over } from './over.ts';

/** How the host asks the rules: see `TaskJob`. */
export const taskScheduler = { due, found, add, over, end, asked } satisfies HandlersOf<Internal['tasks']>;
