import type { Contract } from '../../contract/index.ts';
import type { HandlersOf } from '../../store/handler.ts';
import { print } from './print.ts';
import { row } from './row.ts';
import { rows, sheets } from './sheets.ts';
import { signIn } from './signIn.ts';
import { reopen, unused } from './unused.ts';

export const paper = { print, sheets, rows, row, signIn, unused, reopen } satisfies HandlersOf<Contract['paper']>;
