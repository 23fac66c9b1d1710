import { mixed } from './random.ts';

/** Tables whose rows carry an id. */
export const idKinds = {
  store: 0,
  staff: 1,
  customer: 2,
  vehicle: 3,
  visit: 4,
  policy: 5,
  card: 6,
  note: 7,
  relation: 8,
  consent: 9,
  booking: 10,
  prospect: 11,
  testDrive: 12,
  recall: 13,
  recallVehicle: 14,
  accountPlan: 15,
  membership: 16,
  pointsEntry: 17,
  pointsLot: 18,
  reward: 19,
  voucher: 20,
  approval: 21,
  participation: 22,
  membershipEvent: 23,
  benefitUse: 24,
  complaint: 25,
  complaintEvent: 26,
  complaintPause: 27,
  promise: 28,
  compensation: 29,
  complaintAction: 30,
  enquiry: 31,
  keptAnswer: 32,
  contact: 33,
  surveyResponse: 34,
  delivery: 35,
  deliveryMove: 36,
  agencyJob: 40,
  rescue: 41,
  claim: 42,
  paperSheet: 50,
  paperRow: 51,
} as const;
export type IdKind = (typeof idKinds)[keyof typeof idKinds];

const hex = Array.from({ length: 65_536 }, (_, i) => i.toString(16).padStart(4, '0'));
const four = (value: number): string => hex[value & 0xffff] ?? '0000';

/** The id of the index-th row of a kind that came in at `ms`. Asked again, it is the same. */
export type SeededIds = (kind: IdKind, index: number, ms: number) => string;

/** Ids in the form of UUIDv7 (time first, so rows lie in the order in which they came), drawn from the seed. */
export const seededIds = (seed: number): SeededIds => {
  const base = mixed(seed ^ 0x5bd1e995);
  return (kind, index, ms) => {
    const a = mixed(base ^ mixed(index + Math.imul(kind + 1, 0x9e3779b1)));
    const b = mixed(a ^ 0x7feb352d);
    const c = mixed(b + index);
    const upper = Math.floor(ms / 65_536);
    return `${four(upper >>> 16)}${four(upper)}-${four(ms % 65_536)}-7${four(a).slice(1)}-${four(0x8000 | ((a >>> 16) & 0x3fff))}-${four(b)}${four(b >>> 16)}${four(c)}`;
  };
};
