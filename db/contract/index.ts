import { accounts } from './accounts.ts';
import { appointments } from './appointments.ts';
import { attachments } from './attachments.ts';
import { board } from './board.ts';
import { changes } from './changes.ts';
import { agency, claims, clubServices, rescues } from './clubServices.ts';
import { complaints } from './complaints.ts';
import { customers } from './customers.ts';
import { deliveries } from './deliveries.ts';
import { duplicates } from './duplicates.ts';
import { enquiries } from './enquiries.ts';
import { events } from './events.ts';
import { exports } from './exports.ts';
import { handover } from './handover.ts';
import { home } from './home.ts';
import { imports } from './imports.ts';
import { members } from './members.ts';
import { paper } from './paper.ts';
import { points } from './points.ts';
import { printing } from './printing.ts';
import { promises } from './promises.ts';
import { prospects } from './prospects.ts';
import { recalls } from './recalls.ts';
import { approvals, rewards, vouchers } from './rewards.ts';
import { savedFilters } from './savedFilters.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { staff, tokens } from './staff.ts';
import { questionnaires, surveys } from './surveys.ts';
import { taskRules } from './taskRules.ts';
import { tasks } from './tasks.ts';
import { vehicles } from './vehicles.ts';
import { visits } from './visits.ts';

/** All that can be asked of CareDesk, feature by feature. */
export const contract = {
  session,
  settings,
  staff,
  tokens,
  customers,
  vehicles,
  visits,
  imports,
  home,
  events,
  appointments,
  board,
  prospects,
  recalls,
  accounts,
  duplicates,
  changes,
  handover,
  points,
  members,
  rewards,
  vouchers,
  approvals,
  printing,
  savedFilters,
  exports,
  complaints,
  promises,
  attachments,
  enquiries,
  taskRules,
  tasks,
  questionnaires,
  surveys,
  paper,
  deliveries,
  clubServices,
  agency,
  rescues,
  claims,
};
export type Contract = typeof contract;
