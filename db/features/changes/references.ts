import type { Tables } from '../../schema/tables.ts';

/**
 * What becomes of a column that names a customer when that customer is merged into another: `move` with the row, `copy` (both
 * keep their own, the kept one gets what it lacks), `stay`, or it is `derived` and worked out anew.
 */
export type OnMerge = 'move' | 'copy' | 'stay' | 'derived';

export interface CustomerReference {
  readonly table: keyof Tables;
  readonly column: string;
  readonly onMerge: OnMerge;
  /** rows have `version`, raised by every change */
  readonly versioned: boolean;
  /** rows have `updatedAt` */
  readonly stamped: boolean;
  /** column of the customer on whose timeline a change of the row shows; `id` for a customer's own row */
  readonly owner: 'customerId' | 'id';
}

const row = (
  table: keyof Tables,
  column: string,
  onMerge: OnMerge,
  has: { readonly version?: false; readonly stamp?: true; readonly owner?: 'id' } = {},
): CustomerReference => ({
  table,
  column,
  onMerge,
  versioned: has.version ?? true,
  stamped: has.stamp ?? false,
  owner: has.owner ?? 'customerId',
});

/**
 * Every column of the store that names a customer. A test compares it with the schema, so that no table that comes later can be
 * forgotten by a merge.
 */
export const customerReferences: readonly CustomerReference[] = [
  row('customerPhone', 'customerId', 'copy', { version: false }),
  row('customerTag', 'customerId', 'copy', { version: false }),
  row('customerNote', 'customerId', 'move'),
  row('relation', 'customerId', 'move'),
  row('relation', 'otherId', 'move'),
  row('consent', 'customerId', 'move', { version: false }),
  row('vehicle', 'customerId', 'move', { stamp: true }),
  row('vehicleOwner', 'customerId', 'move'),
  row('visit', 'customerId', 'move'),
  row('memberCard', 'customerId', 'move'),
  row('membership', 'customerId', 'move', { stamp: true }),
  row('appointment', 'customerId', 'move', { stamp: true }),
  row('prospect', 'customerId', 'move', { stamp: true }),
  row('accountPlan', 'customerId', 'move', { stamp: true }),
  row('voucher', 'customerId', 'move'),
  row('approval', 'customerId', 'move'),
  row('participation', 'customerId', 'move'),
  row('complaint', 'customerId', 'move', { stamp: true }),
  row('promise', 'customerId', 'move'),
  row('enquiry', 'customerId', 'move', { stamp: true }),
  row('task', 'customerId', 'move', { stamp: true }),
  row('contact', 'customerId', 'move'),
  row('callSheetRow', 'customerId', 'move'),
  row('surveyResponse', 'customerId', 'move'),
  row('paperRow', 'customerId', 'move'),
  row('delivery', 'customerId', 'move', { stamp: true }),
  row('agencyJob', 'customerId', 'move', { stamp: true }),
  row('rescue', 'customerId', 'move', { stamp: true }),
  row('claim', 'customerId', 'move', { stamp: true }),
  row('customer', 'referrerId', 'move', { stamp: true, owner: 'id' }),
  row('customer', 'mergedInto', 'stay', { stamp: true, owner: 'id' }),
  row('duplicateDismissal', 'aId', 'stay'),
  row('duplicateDismissal', 'bId', 'stay'),
  row('searchDoc', 'customerId', 'derived', { version: false }),
  row('searchQueue', 'customerId', 'derived', { version: false }),
];

/** Tables whose rows move with their customer, and whose own columns name a vehicle as well. */
export const movedWithVehicle = [
  'visit',
  'appointment',
  'prospect',
  'complaint',
  'enquiry',
  'task',
  'surveyResponse',
  'paperRow',
  'delivery',
  'agencyJob',
  'rescue',
  'claim',
] as const;

/**
 * What may hang on a row: while such a row is there, the adding of the first cannot be undone. Rows that belong to it alone
 * (lines, readings, phones, tags) are none.
 */
export const hangingOn: Readonly<Partial<Record<keyof Tables, readonly (readonly [keyof Tables, string])[]>>> = {
  customer: [
    ['customerNote', 'customerId'],
    ['relation', 'customerId'],
    ['relation', 'otherId'],
    ['consent', 'customerId'],
    ['vehicle', 'customerId'],
    ['vehicleOwner', 'customerId'],
    ['visit', 'customerId'],
    ['memberCard', 'customerId'],
    ['membership', 'customerId'],
    ['appointment', 'customerId'],
    ['prospect', 'customerId'],
    ['accountPlan', 'customerId'],
    ['voucher', 'customerId'],
    ['approval', 'customerId'],
    ['participation', 'customerId'],
    ['complaint', 'customerId'],
    ['promise', 'customerId'],
    ['enquiry', 'customerId'],
    ['contact', 'customerId'],
    ['surveyResponse', 'customerId'],
    ['delivery', 'customerId'],
    ['agencyJob', 'customerId'],
    ['rescue', 'customerId'],
    ['claim', 'customerId'],
    ['customer', 'referrerId'],
    ['customer', 'mergedInto'],
  ],
  vehicle: [
    ['visit', 'vehicleId'],
    ['policy', 'vehicleId'],
    ['vehicleOwner', 'vehicleId'],
    ['appointment', 'vehicleId'],
    ['prospect', 'vehicleId'],
    ['complaint', 'vehicleId'],
    ['enquiry', 'vehicleId'],
    ['surveyResponse', 'vehicleId'],
    ['delivery', 'vehicleId'],
    ['agencyJob', 'vehicleId'],
    ['rescue', 'vehicleId'],
    ['claim', 'vehicleId'],
    ['printLog', 'vehicleId'],
  ],
  visit: [
    ['appointment', 'visitId'],
    ['recallVehicle', 'visitId'],
    ['benefitUse', 'visitId'],
    ['complaint', 'visitId'],
    ['surveyResponse', 'visitId'],
    ['paperRow', 'visitId'],
  ],
  membership: [
    ['memberCard', 'membershipId'],
    ['membership', 'mergedInto'],
    ['pointsEntry', 'membershipId'],
    ['voucher', 'membershipId'],
    ['approval', 'membershipId'],
    ['benefitUse', 'membershipId'],
    ['printLog', 'membershipId'],
  ],
  prospect: [
    ['testDrive', 'prospectId'],
    ['delivery', 'prospectId'],
  ],
  recall: [['recallVehicle', 'recallId']],
  // its photos
  delivery: [['attachment', 'subjectId']],
  enquiry: [['keptAnswer', 'enquiryId']],
  keptAnswer: [['enquiry', 'keptAnswerId']],
  policy: [['claim', 'policyId']],
  benefitUse: [['rescue', 'benefitUseId']],
  taskRule: [['task', 'ruleId']],
  questionnaire: [
    ['surveyResponse', 'questionnaireId'],
    ['taskRule', 'questionnaireId'],
    ['paperSheet', 'questionnaireId'],
  ],
  surveyResponse: [['paperRow', 'responseId']],
};

/** Rows that belong to another row alone and live and go with it. */
export const ownParts: readonly (readonly [keyof Tables, string])[] = [
  ['customerPhone', 'customerId'],
  ['customerTag', 'customerId'],
  ['searchDoc', 'customerId'],
  ['searchQueue', 'customerId'],
  ['duplicateDismissal', 'aId'],
  ['duplicateDismissal', 'bId'],
  ['mileageLog', 'vehicleId'],
  ['visitLine', 'visitId'],
  ['pointsQueue', 'visitId'],
  // one that it used up is free again without it: see `releaseVouchers`
  ['voucher', 'visitId'],
  ['membershipEvent', 'membershipId'],
  ['pointsLot', 'membershipId'],
  ['pointsBalance', 'membershipId'],
  // the rules made it of what is there, and it ends by itself with that
  ['task', 'customerId'],
  // it is on paper: who enters it is told that the customer is gone
  ['callSheetRow', 'customerId'],
  ['paperRow', 'customerId'],
  ['paperRow', 'vehicleId'],
  ['task', 'vehicleId'],
  ['deliveryMove', 'deliveryId'],
  ['surveyAnswer', 'responseId'],
  ['task', 'membershipId'],
];
