import type { Answer, Asked, api } from '../../lib/api.ts';

export type AgencyList = Answer<typeof api.agency.list>;
export type AgencyJob = AgencyList['rows'][number];
export type RescueList = Answer<typeof api.rescues.list>;
export type Rescue = RescueList['rows'][number];
export type ClaimList = Answer<typeof api.claims.list>;
export type Claim = ClaimList['rows'][number];
export type Quota = NonNullable<Answer<typeof api.rescues.quota>['quota']>;

export type AgencyInput = Omit<Asked<typeof api.agency.add>, 'requestId'>;
export type RescueInput = Omit<Asked<typeof api.rescues.add>, 'requestId'>;
export type ClaimInput = Omit<Asked<typeof api.claims.add>, 'requestId'>;

export type Counts = AgencyList['counts'];
export type Tab = 'open' | 'ended';
export const tabs = ['open', 'ended'] as const satisfies readonly Tab[];

/** 代办 · 救援 · 理赔, as the contract calls them; each is a list below /club. */
export const services = ['agency', 'rescues', 'claims'] as const;
export type Service = (typeof services)[number];

/** As the contract's lists of these names, in the order in which they are shown; the contract's own files bring zod with them. */
export const agencyKinds = [
  'vehicleInspection',
  'vehicleLicence',
  'vehicleTransfer',
  'plates',
  'purchaseTax',
  'vehicleTax',
  'licenceReview',
  'licenceRenewal',
  'licenceReplacement',
  'credit',
  'other',
] as const satisfies readonly AgencyJob['kind'][];
export const agencyStates = [
  'taken',
  'underWay',
  'ready',
  'handedBack',
  'cancelled',
] as const satisfies readonly AgencyJob['state'][];
export const rescueKinds = ['fuel', 'repair', 'tow', 'other'] as const satisfies readonly Rescue['kind'][];
export const rescueStates = [
  'called',
  'dispatched',
  'arrived',
  'closed',
  'cancelled',
] as const satisfies readonly Rescue['state'][];
export const claimKinds = ['assisted', 'agent'] as const satisfies readonly Claim['kind'][];
export const claimStates = [
  'reported',
  'surveyed',
  'repairing',
  'submitted',
  'paid',
  'unpaid',
] as const satisfies readonly Claim['state'][];
