import type { Contract } from '../../contract/index.ts';
import type { HandlersOf } from '../../store/handler.ts';
import { add, remove, update } from './catalogue.ts';
import { donations } from './donations.ts';
import { list } from './listRewards.ts';
import { redeem } from './redeem.ts';
import { settlement } from './settlement.ts';

export const rewards = { list, add, update, remove, redeem, settlement, donations } satisfies HandlersOf<
  Contract['rewards']
>;
