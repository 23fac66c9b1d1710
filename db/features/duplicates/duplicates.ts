import type { Contract } from '../../contract/index.ts';
import type { HandlersOf } from '../../store/handler.ts';
import { dismiss } from './dismiss.ts';
import { merge } from './merge.ts';
import { compare, list, ofCustomer } from './read.ts';

export const duplicates = { list, ofCustomer, compare, dismiss, merge } satisfies HandlersOf<Contract['duplicates']>;
