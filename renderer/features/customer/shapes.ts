import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import type { Role } from '../../../db/contract/entry.ts';
import type { Contract } from '../../../db/contract/index.ts';

type Inputs = InferContractRouterInputs<Contract>;
type Outputs = InferContractRouterOutputs<Contract>;

export type CustomerPage = Outputs['customers']['get'];
export type CustomerFacts = CustomerPage['customer'];
export type VehicleFacts = CustomerPage['vehicles'][number];
export type PastVehicle = CustomerPage['pastVehicles'][number];
export type DueItem = CustomerPage['due'][number];
export type Relation = CustomerPage['relations'][number];
export type Revealed = Outputs['customers']['reveal'];
export type TimelineItem = Outputs['customers']['timeline']['items'][number];
export type TimelineKind = TimelineItem['kind'];
export type Birthday = NonNullable<CustomerFacts['birthday']>;
export type PhoneLabel = Revealed['phones'][number]['label'];
export type ConsentPurpose = CustomerPage['consents'][number]['purpose'];
export type ConsentState = CustomerPage['consents'][number]['state'];
export type VisitFacts = Outputs['visits']['get'];
export type Category = VisitFacts['lines'][number]['category'];

export type AddCustomerInput = Inputs['customers']['add'];
export type UpdateCustomerInput = Inputs['customers']['update'];
export type AddVehicleInput = Inputs['vehicles']['add'];
export type AddVisitInput = Inputs['visits']['add'];

/** The profile as both `add` and `update` take it. */
export type ProfileInput = Omit<UpdateCustomerInput, 'id' | 'version' | 'requestId'>;

export const consentPurposes: readonly ConsentPurpose[] = [
  'marketingSms',
  'marketingPhone',
  'wechat',
  'reminders',
  'shareInsurer',
  'sharePartner',
  'childData',
];
export const phoneLabels: readonly PhoneLabel[] = ['mobile', 'home', 'work', 'other'];
export const uses: readonly VehicleFacts['use'][] = ['private', 'official', 'taxi', 'rideHailing'];
export const energies: readonly NonNullable<VehicleFacts['energy']>[] = ['fuel', 'hybrid', 'plugin', 'electric'];
export const stages: readonly CustomerFacts['stage'][] = ['prospect', 'current', 'satisfied', 'loyal'];
export const needs: readonly CustomerFacts['needs'][number][] = ['product', 'service', 'emotion'];
export const sensitivities: readonly NonNullable<CustomerFacts['priceSensitivity']>[] = ['low', 'middle', 'high'];
export const relationKinds: readonly Relation['kind'][] = [
  'spouse',
  'child',
  'parent',
  'friend',
  'keyPerson',
  'driver',
];

/** Who sees and enters the cost of a line, and who deletes a file; the store decides again. */
export const costRoles: readonly Role[] = ['manager', 'admin'];
