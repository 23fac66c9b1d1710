import type { Contract } from '../contract/index.ts';
import type { Internal } from '../contract/internal.ts';
import type { HandlersOf } from '../store/handler.ts';
import { accounts } from './accounts/accounts.ts';
import { agency } from './agency/agency.ts';
import { appointments } from './appointments/appointments.ts';
import { attachmentFiles, attachments } from './attachments/attachments.ts';
import { board } from './board/board.ts';
import { changes } from './changes/changes.ts';
import { claims } from './claims/claims.ts';
import { clubServices } from './clubServices/clubServices.ts';
import { complaints } from './complaints/complaints.ts';
import { due as complaintsDue } from './complaints/due.ts';
import { remind } from './complaints/remind.ts';
import { customers } from './customers/customers.ts';
import { deliveries } from './deliveries/deliveries.ts';
import { duplicates } from './duplicates/duplicates.ts';
import { enquiries } from './enquiries/enquiries.ts';
import { exports } from './exports/exports.ts';
import { handover } from './handover/handover.ts';
import { home } from './home/home.ts';
import { imports } from './imports/imports.ts';
import { members } from './members/members.ts';
import { paper } from './paper/paper.ts';
import { due } from './points/due.ts';
import { points } from './points/points.ts';
import { settleQueue } from './points/settleQueue.ts';
import { printing } from './printing/printing.ts';
import { promises } from './promises/promises.ts';
import { prospects } from './prospects/prospects.ts';
import { recalls } from './recalls/recalls.ts';
import { rescues } from './rescues/rescues.ts';
import { approvals } from './rewards/approvals.ts';
import { rewards } from './rewards/rewards.ts';
import { vouchers } from './rewards/vouchers.ts';
import { savedFilters } from './savedFilters/savedFilters.ts';
import { sessions, store } from './sessions/sessions.ts';
import { settings } from './settings/settings.ts';
import { staff } from './staff/staff.ts';
import { tokens } from './staff/tokens.ts';
import { questionnaires } from './surveys/questionnaires.ts';
import { surveys } from './surveys/surveys.ts';
import { taskRules } from './taskRules/taskRules.ts';
import { taskScheduler } from './tasks/taskScheduler.ts';
import { taskHandlers } from './tasks/tasks.ts';
import { vehicles } from './vehicles/vehicles.ts';
import { visits } from './visits/visits.ts';

/** Entries that run in the host have their handlers there. */
type StoreFeatures = Omit<Contract, 'session' | 'events' | 'imports' | 'exports' | 'attachments'> & {
  imports: Pick<Contract['imports'], 'list' | 'undo'>;
  attachments: Omit<Contract['attachments'], 'add'>;
};

/** A handler for every entry of the contract that runs on a store thread: a missing one does not compile. */
export const handlers = {
  settings,
  staff,
  tokens,
  customers,
  vehicles,
  visits,
  imports,
  home,
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
  complaints,
  promises,
  attachments,
  enquiries,
  deliveries,
  taskRules,
  tasks: taskHandlers,
  clubServices,
  agency,
  rescues,
  claims,
  paper,
  questionnaires,
  surveys,
} satisfies HandlersOf<StoreFeatures>;

/** `staged.apply` and `points.lapse` need raw statements: db/store has them. */
export const internalHandlers = {
  sessions,
  store,
  exports,
  points: { due, settle: settleQueue },
  complaints: { due: complaintsDue, remind },
  tasks: taskScheduler,
  attachments: attachmentFiles,
} satisfies HandlersOf<Omit<Internal, 'staged' | 'points'> & { points: Omit<Internal['points'], 'lapse'> }>;
