import type { Contract } from '../../contract/index.ts';
import type { HandlersOf } from '../../store/handler.ts';
import { add } from './add.ts';
import { list } from './list.ts';
import { preview } from './preview.ts';
import { remove } from './remove.ts';
import { update } from './update.ts';

export const taskRules = { list, preview, add, update, remove } satisfies HandlersOf<Contract['taskRules']>;
