import type { Translated } from '../translated.ts';
import type { zhCN } from '../zh-CN/index.ts';
import { accounts } from './accounts.ts';
import { appointments } from './appointments.ts';
import { board } from './board.ts';
import { callSheets } from './callSheets.ts';
import { club } from './club.ts';
import { common } from './common.ts';
import { complaintReports } from './complaintReports.ts';
import { complaintRules } from './complaintRules.ts';
import { complaints } from './complaints.ts';
import { customer } from './customer.ts';
import { customers } from './customers.ts';
import { deliveries } from './deliveries.ts';
import { duplicates } from './duplicates.ts';
import { enquiries } from './enquiries.ts';
import { errors } from './errors.ts';
import { handover } from './handover.ts';
import { help } from './help.ts';
import { imports } from './imports.ts';
import { memberRecord } from './memberRecord.ts';
import { members } from './members.ts';
import { paper } from './paper.ts';
import { plan } from './plan.ts';
import { points } from './points.ts';
import { pointsReports } from './pointsReports.ts';
import { printing } from './printing.ts';
import { prospects } from './prospects.ts';
import { questionnaires } from './questionnaires.ts';
import { recalls } from './recalls.ts';
import { rewards } from './rewards.ts';
import { rules } from './rules.ts';
import { scan } from './scan.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { surveys } from './surveys.ts';
import { taskRules } from './taskRules.ts';
import { tasks } from './tasks.ts';
import { today } from './today.ts';
import { tour } from './tour.ts';
import { undo } from './undo.ts';
import { vehicle } from './vehicle.ts';
import { visit } from './visit.ts';

export const en = {
  common,
  errors,
  session,
  today,
  customers,
  complaints,
  enquiries,
  questionnaires,
  surveys,
  club,
  deliveries,
  tasks,
  callSheets,
  paper,
  complaintReports,
  complaintRules,
  taskRules,
  settings,
  customer,
  visit,
  vehicle,
  plan,
  help,
  scan,
  tour,
  undo,
  imports,
  recalls,
  members,
  memberRecord,
  points,
  pointsReports,
  rewards,
  rules,
  printing,
  prospects,
  board,
  appointments,
  accounts,
  duplicates,
  handover,
} satisfies Translated<typeof zhCN>;
