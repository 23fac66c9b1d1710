import type { ChangeKind } from '../../contract/changes.ts';
import type { Allowed } from '../../contract/entry.ts';
import { contract } from '../../contract/index.ts';
import { internal } from '../../contract/internal.ts';

/** The commands that can be undone, as the audit log names them. All others are reversed by a command of their own, or not at all. */
export const undoableKinds: Readonly<Record<string, ChangeKind>> = {
  'customers.add': 'customerAdd',
  'customers.update': 'customerEdit',
  'customers.tag': 'customerTag',
  'customers.remove': 'customerRemove',
  'customers.addNote': 'noteAdd',
  'customers.addRelation': 'relationAdd',
  'customers.removeRelation': 'relationRemove',
  'vehicles.add': 'vehicleAdd',
  'vehicles.update': 'vehicleEdit',
  'vehicles.remove': 'vehicleRemove',
  'vehicles.transfer': 'vehicleTransfer',
  'vehicles.retire': 'vehicleRetire',
  'vehicles.reactivate': 'vehicleReactivate',
  'vehicles.addPolicy': 'policyAdd',
  'vehicles.removePolicy': 'policyRemove',
  'visits.add': 'visitAdd',
  'visits.void': 'visitVoid',
  'board.arrive': 'visitAdd',
  'board.walkIn': 'visitAdd',
  'board.move': 'visitMove',
  'board.setLines': 'visitLines',
  'appointments.add': 'booking',
  'appointments.change': 'booking',
  'appointments.cancel': 'booking',
  'appointments.noShow': 'booking',
  'appointments.reopen': 'booking',
  'prospects.add': 'prospect',
  'prospects.update': 'prospect',
  'prospects.convert': 'prospect',
  'prospects.addTestDrive': 'prospect',
  'prospects.lose': 'prospect',
  'prospects.reopen': 'prospect',
  'prospects.removeTestDrive': 'prospect',
  'recalls.add': 'recallList',
  'recalls.update': 'recallList',
  'recalls.removeVin': 'recallList',
  'recalls.remove': 'recallList',
  'recalls.done': 'recall',
  'recalls.reopen': 'recall',
  'accounts.add': 'accountPlan',
  'accounts.update': 'accountPlan',
  'accounts.remove': 'accountPlan',
  'complaints.update': 'complaintEdit',
  'enquiries.add': 'enquiry',
  'enquiries.update': 'enquiry',
  'enquiries.answer': 'enquiry',
  'enquiries.handOver': 'enquiry',
  'enquiries.close': 'enquiry',
  'enquiries.reopen': 'enquiry',
  'enquiries.keepAnswer': 'keptAnswer',
  'enquiries.updateKept': 'keptAnswer',
  'enquiries.removeKept': 'keptAnswer',
  'tasks.record': 'contact',
  'tasks.enterRow': 'contact',
  'tasks.drop': 'contact',
  'taskRules.add': 'taskRule',
  'taskRules.update': 'taskRule',
  'taskRules.remove': 'taskRule',
  'duplicates.merge': 'merge',
  'duplicates.dismiss': 'dismiss',
  'staged.apply': 'import',
  'handover.run': 'handover',
};

type Tree = Readonly<Record<string, Readonly<Record<string, { '~orpc': { meta: { allowed: Allowed } } }>>>>;

/** Who may do a thing may also take it back. */
export const allowedFor = (action: string): Allowed => {
  const [feature = '', verb = ''] = action.split('.');
  // a feature may have entries in both
  const trees = [contract, internal] as unknown as readonly Tree[];
  const entry = trees.map((tree) => tree[feature]?.[verb]).find((found) => found !== undefined);
  return entry?.['~orpc'].meta.allowed ?? [];
};
