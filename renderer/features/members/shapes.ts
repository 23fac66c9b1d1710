import type { Answer, Asked, api } from '../../lib/api.ts';

export type MemberPage = Answer<typeof api.members.get>;
export type Membership = MemberPage['membership'];
export type Card = MemberPage['cards'][number];
export type CardState = Card['state'];
export type MemberPaths = MemberPage['paths'];
export type PathRow = MemberPaths['upgrades'][number];
export type Benefit = MemberPage['benefits'][number];
export type MembershipEvent = MemberPage['events'][number];
export type Home = Answer<typeof api.members.home>;
export type MemberRow = Answer<typeof api.members.list>['rows'][number];
export type Proposal = Answer<typeof api.members.proposal>;
export type JoinMode = Proposal['modes'][number]['mode'];
export type MemberFilter = NonNullable<Asked<typeof api.members.list>['filter']>;
export type MemberSort = NonNullable<Asked<typeof api.members.list>['sort']>;
export type CounterCard = Answer<typeof api.members.atCounter>;

/** 销售入会 · 带车入会 · 消费入会 · 驾培入会 · 交会费入会, in the order in which they are proposed: what costs nothing first */
export const joinModes: readonly JoinMode[] = ['sale', 'vehicle', 'spend', 'training', 'fee'];
export const membershipStates: readonly Membership['state'][] = ['active', 'expired', 'cancelled', 'merged'];

/** Whom something is done for, as forms name them. */
export interface Person {
  readonly id: string;
  readonly name: string;
}
