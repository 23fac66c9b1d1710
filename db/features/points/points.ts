import type { Contract } from '../../contract/index.ts';
import type { HandlersOf } from '../../store/handler.ts';
import { adjust } from './adjust.ts';
import { checkStatement } from './checkStatement.ts';
import { explain } from './explain.ts';
import { family } from './family.ts';
import { liability } from './liability.ts';
import { sandbox } from './sandbox.ts';
import { setPaid } from './setPaid.ts';
import { statement } from './statement.ts';
import { transfer } from './transfer.ts';

export const points = {
  explain,
  adjust,
  transfer,
  family,
  setPaid,
  statement,
  checkStatement,
  liability,
  sandbox,
} satisfies HandlersOf<Contract['points']>;
