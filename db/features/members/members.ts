import type { Contract } from '../../contract/index.ts';
import type { HandlersOf } from '../../store/handler.ts';
import { addCard } from './addCard.ts';
import { atCounter } from './atCounter.ts';
import { takeBackBenefit, useBenefit } from './benefits.ts';
import { home } from './home.ts';
import { join } from './join.ts';
import { cancel, reactivate } from './leave.ts';
import { list } from './list.ts';
import { ofCustomer } from './ofCustomer.ts';
import { get } from './page.ts';
import { addParticipation, removeParticipation } from './participations.ts';
import { proposal } from './proposal.ts';
import { renew } from './renew.ts';
import { replaceCard } from './replaceCard.ts';
import { setCardState } from './setCardState.ts';
import { setTier } from './setTier.ts';
import { upgrade } from './upgrade.ts';

export const members = {
  list,
  get,
  home,
  atCounter,
  ofCustomer,
  proposal,
  join,
  renew,
  upgrade,
  setTier,
  cancel,
  reactivate,
  addCard,
  setCardState,
  replaceCard,
  addParticipation,
  removeParticipation,
  useBenefit,
  takeBackBenefit,
} satisfies HandlersOf<Contract['members']>;
