import type { Contract } from '../../contract/index.ts';
import type { HandlersOf } from '../../store/handler.ts';
import { figures } from './figures.ts';
import { follow, remove } from './follow.ts';
import { counts, get, list } from './read.ts';
import { record } from './record.ts';

export const surveys = { list, get, counts, figures, record, follow, remove } satisfies HandlersOf<Contract['surveys']>;
