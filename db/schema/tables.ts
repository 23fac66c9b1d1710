// Generated from the migrations by `npm run generate`; do not edit.
import type { Generated } from 'kysely';

export interface StoreTable {
  one: Generated<number>;
  storeId: string;
  name: string;
  city: string;
  timeZone: string;
  goLiveDay: string | null;
  demo: Generated<number>;
  createdAt: number;
  version: Generated<number>;
}

export interface SettingTable {
  key: string;
  fromDay: string;
  value: string;
  changedAt: number;
  changedBy: string;
}

export interface StaffTable {
  id: string;
  name: string;
  displayName: string;
  role: string;
  passwordHash: string;
  active: Generated<number>;
  createdAt: number;
  version: Generated<number>;
}

export interface SessionTable {
  tokenHash: string;
  staffId: string;
  desk: string;
  createdAt: number;
  expiresAt: number;
  endedAt: number | null;
}

export interface ApiTokenTable {
  id: string;
  name: string;
  role: string;
  tokenHash: string;
  createdAt: number;
  createdBy: string;
  lastUsedAt: number | null;
  revokedAt: number | null;
}

export interface AuditLogTable {
  seq: Generated<number>;
  at: number;
  actor: string;
  actorKind: string;
  desk: string;
  action: string;
  entity: string | null;
  entityId: string | null;
  requestId: string | null;
  detailDigest: string;
  prevHash: string;
  hash: string;
}

export interface AuditDetailTable {
  seq: Generated<number>;
  salt: string;
  detail: string;
}

export interface ChangeLogTable {
  seq: Generated<number>;
  command: number;
  entity: string;
  entityId: string;
  ownerId: string | null;
  version: number;
  op: string;
  before: string | null;
  after: string | null;
}

export interface RequestResultTable {
  requestId: string;
  name: string;
  inputHash: string;
  result: string;
  at: number;
}

export interface CustomerTable {
  id: string;
  kind: string;
  name: string;
  pinyin: string;
  gender: string | null;
  residentId: string | null;
  birthCalendar: string | null;
  birthYear: number | null;
  birthMonth: number | null;
  birthDay: number | null;
  birthLeap: Generated<number>;
  stage: Generated<string>;
  wechat: string | null;
  email: string | null;
  address: string | null;
  education: string | null;
  income: string | null;
  job: string | null;
  interests: Generated<string>;
  outlook: string | null;
  habits: string | null;
  priceSensitivity: string | null;
  needs: Generated<string>;
  contactHours: string | null;
  source: string | null;
  referrerId: string | null;
  adviserId: string | null;
  note: string | null;
  lastVisitDay: string | null;
  createdAt: number;
  updatedAt: number;
  version: Generated<number>;
  deletedAt: number | null;
  mergedInto: string | null;
  licenceEndDay: string | null;
}

export interface CustomerPhoneTable {
  customerId: string;
  position: number;
  number: string;
  kind: string;
  label: Generated<string>;
}

export interface CustomerTagTable {
  customerId: string;
  tag: string;
}

export interface CustomerNoteTable {
  id: string;
  customerId: string;
  text: string;
  at: number;
  byName: string;
  source: string;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface RelationTable {
  id: string;
  customerId: string;
  otherId: string | null;
  kind: string;
  name: string;
  phone: string | null;
  birthCalendar: string | null;
  birthYear: number | null;
  birthMonth: number | null;
  birthDay: number | null;
  birthLeap: Generated<number>;
  note: string | null;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface ConsentTable {
  id: string;
  customerId: string;
  purpose: string;
  state: string;
  channel: string;
  at: number;
  byName: string;
  note: string | null;
}

export interface VehicleTable {
  id: string;
  customerId: string;
  vin: string | null;
  plate: string | null;
  brand: string | null;
  series: string | null;
  model: string | null;
  color: string | null;
  energy: string | null;
  use: Generated<string>;
  purchasedHere: Generated<number>;
  purchaseDay: string | null;
  deliveryDay: string | null;
  inspectionDueDay: string | null;
  warrantyEndDay: string | null;
  warrantyKm: number | null;
  roadConditions: string | null;
  openingSpendFen: Generated<number>;
  openingVisitDay: string | null;
  insuranceEndDay: string | null;
  lastMileage: number | null;
  lastMileageDay: string | null;
  lastVisitDay: string | null;
  note: string | null;
  createdAt: number;
  updatedAt: number;
  version: Generated<number>;
  deletedAt: number | null;
  status: Generated<string>;
  statusDay: string | null;
}

export interface MileageLogTable {
  vehicleId: string;
  day: string;
  km: number;
  source: string;
}

export interface PolicyTable {
  id: string;
  vehicleId: string;
  kind: string;
  insurer: string | null;
  policyNo: string | null;
  startDay: string | null;
  endDay: string;
  premiumFen: number | null;
  boughtHere: Generated<number>;
  source: string;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface VisitTable {
  id: string;
  orderNo: string | null;
  vehicleId: string;
  customerId: string;
  arrivedAt: number;
  day: string;
  mileage: number | null;
  adviser: string | null;
  note: string | null;
  amountFen: number;
  voidedAt: number | null;
  voidedBy: string | null;
  voidReason: string | null;
  version: Generated<number>;
  deletedAt: number | null;
  step: string | null;
  inWorkAt: number | null;
  readyAt: number | null;
  leftAt: number | null;
  paidAt: number | null;
}

export interface VisitLineTable {
  visitId: string;
  position: number;
  category: string;
  description: string | null;
  amountFen: number;
  listFen: number | null;
  costFen: number | null;
}

export interface SearchDocTable {
  docId: Generated<number>;
  customerId: string;
  firstChar: string;
  initial1: string;
  initial2: string;
  pinyin2: string;
}

export interface SearchQueueTable {
  position: Generated<number>;
  customerId: string;
}

export interface MemberCardTable {
  id: string;
  customerId: string;
  number: string;
  createdAt: number;
  version: Generated<number>;
  deletedAt: number | null;
  membershipId: string | null;
  role: Generated<string>;
  state: Generated<string>;
  stateReason: string | null;
  stateAt: number | null;
  stateBy: string | null;
  replacedBy: string | null;
  printWanted: Generated<number>;
}

export interface ImportBatchTable {
  id: string;
  kind: string;
  fileName: string;
  appliedAt: number;
  byName: string;
  summary: string;
  command: number;
  undoneAt: number | null;
}

export interface ImportMappingTable {
  kind: string;
  headerKey: string;
  mapping: string;
  changedAt: number;
}

export interface AppointmentTable {
  id: string;
  day: string;
  time: string;
  minutes: number;
  startsAt: number;
  adviserId: string | null;
  customerId: string | null;
  vehicleId: string | null;
  name: string | null;
  phone: string | null;
  wishKind: string;
  wish: string | null;
  state: Generated<string>;
  cancelReason: string | null;
  visitId: string | null;
  bookedBy: string;
  createdAt: number;
  updatedAt: number;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface ProspectTable {
  id: string;
  customerId: string;
  state: Generated<string>;
  models: Generated<string>;
  budgetFromFen: number | null;
  budgetToFen: number | null;
  source: string | null;
  tradeIn: Generated<number>;
  tradeInNote: string | null;
  nextWhat: string | null;
  nextDay: string | null;
  nextOwnerId: string | null;
  note: string | null;
  lostReason: string | null;
  closedDay: string | null;
  vehicleId: string | null;
  createdAt: number;
  updatedAt: number;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface TestDriveTable {
  id: string;
  prospectId: string;
  day: string;
  model: string;
  adviserId: string | null;
  remark: string | null;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface RecallTable {
  id: string;
  number: string;
  title: string;
  issuer: string | null;
  fromDay: string;
  toDay: string | null;
  description: string | null;
  createdAt: number;
  updatedAt: number;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface RecallVehicleTable {
  id: string;
  recallId: string;
  vin: string;
  doneDay: string | null;
  visitId: string | null;
  note: string | null;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface AccountPlanTable {
  id: string;
  customerId: string;
  year: number;
  goals: string;
  measures: string | null;
  ownerId: string | null;
  reviewDay: string;
  reviewedDay: string | null;
  result: string | null;
  rating: string | null;
  next: string | null;
  reviewedBy: string | null;
  createdAt: number;
  updatedAt: number;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface DuplicateDismissalTable {
  id: string;
  aId: string;
  bId: string;
  reason: string;
  at: number;
  byName: string;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface UndoneCommandTable {
  command: Generated<number>;
  undoneBy: number;
  at: number;
}

export interface VehicleOwnerTable {
  id: string;
  vehicleId: string;
  customerId: string;
  fromDay: string | null;
  toDay: string;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface SavedFilterTable {
  id: string;
  staffId: string;
  name: string;
  filter: string;
  sort: string;
  shared: number;
  byName: string;
  createdAt: number;
  updatedAt: number;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface MembershipTable {
  id: string;
  customerId: string;
  tier: string;
  joinMode: string | null;
  joinDay: string | null;
  validThrough: string | null;
  state: Generated<string>;
  mergedInto: string | null;
  createdAt: number;
  updatedAt: number;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface MembershipEventTable {
  id: string;
  membershipId: string;
  cardId: string | null;
  kind: string;
  day: string;
  at: number;
  byName: string;
  tierFrom: string | null;
  tierTo: string | null;
  validFrom: string | null;
  validTo: string | null;
  path: string | null;
  reason: string | null;
  feeFen: number | null;
  receiptNo: string | null;
  entryId: string | null;
  ruleDay: string | null;
  facts: Generated<string>;
}

export interface PointsEntryTable {
  id: string;
  membershipId: string;
  kind: string;
  cumulative: number;
  redeemable: number;
  tier: string;
  day: string;
  at: number;
  byName: string;
  sourceKind: string | null;
  sourceId: string | null;
  ruleDay: string | null;
  reverses: string | null;
  reason: string | null;
  detail: Generated<string>;
}

export interface PointsLotTable {
  id: string;
  membershipId: string;
  entryId: string;
  lastDay: string;
  remaining: Generated<number>;
}

export interface PointsMoveTable {
  seq: Generated<number>;
  entryId: string;
  lotId: string | null;
  points: number;
}

export interface PointsBalanceTable {
  membershipId: string;
  cumulative: number;
  redeemable: number;
  debt: Generated<number>;
}

export interface PointsMonthTable {
  month: string;
  tier: string;
  kind: string;
  entries: number;
  cumulative: number;
  redeemable: number;
}

export interface RewardTable {
  id: string;
  kind: string;
  name: string;
  points: number;
  valueFen: number | null;
  stock: number | null;
  tiers: Generated<string>;
  mostPerPerson: number | null;
  mostPerPeriod: Generated<string>;
  validDays: number;
  partner: string | null;
  settleFen: number | null;
  cause: string | null;
  fromDay: string | null;
  toDay: string | null;
  active: Generated<number>;
  note: string | null;
  createdAt: number;
  updatedAt: number;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface VoucherTable {
  id: string;
  code: string;
  customerId: string;
  membershipId: string | null;
  rewardId: string | null;
  kind: string;
  name: string;
  valueFen: number | null;
  points: Generated<number>;
  entryId: string | null;
  origin: string;
  reason: string | null;
  partner: string | null;
  settleFen: number | null;
  cause: string | null;
  lastDay: string;
  issuedDay: string;
  issuedAt: number;
  issuedBy: string;
  state: Generated<string>;
  endedDay: string | null;
  endedAt: number | null;
  endedBy: string | null;
  endReason: string | null;
  visitId: string | null;
  grantId: string | null;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface BenefitUseTable {
  id: string;
  membershipId: string;
  benefit: string;
  name: string;
  yearFrom: string;
  day: string;
  at: number;
  byName: string;
  visitId: string | null;
  takenBackAt: number | null;
  takenBackBy: string | null;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface ParticipationTable {
  id: string;
  customerId: string;
  day: string;
  name: string;
  at: number;
  byName: string;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface PointsQueueTable {
  visitId: string;
}

export interface CardTemplateTable {
  id: string;
  tier: string;
  design: string;
  createdAt: number;
  updatedAt: number;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface PrinterTable {
  id: string;
  name: string;
  offsetXUm: Generated<number>;
  offsetYUm: Generated<number>;
  createdAt: number;
  updatedAt: number;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface StatementKeyTable {
  one: Generated<number>;
  secret: string;
}

export interface ComplaintTable {
  id: string;
  number: string;
  channel: string;
  customerId: string | null;
  vehicleId: string | null;
  visitId: string | null;
  strangerName: string | null;
  strangerPhone: string | null;
  title: string;
  what: string;
  remedy: string | null;
  severity: string;
  category: string;
  part: string | null;
  about: string | null;
  department: string | null;
  ownerId: string | null;
  authority: string | null;
  authorityDay: string | null;
  receivedAt: number;
  receivedDay: string;
  step: Generated<string>;
  round: Generated<number>;
  roundAt: number;
  acknowledgedAt: number | null;
  acknowledgeLate: number | null;
  solvedAt: number | null;
  solveLate: number | null;
  doneAt: number | null;
  doneDay: string | null;
  askedBackAt: number | null;
  askedScore: number | null;
  closedAt: number | null;
  outcome: string | null;
  cause: string | null;
  causeNote: string | null;
  createdAt: number;
  updatedAt: number;
  byName: string;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface ComplaintEventTable {
  id: string;
  complaintId: string;
  kind: string;
  at: number;
  writtenAt: number;
  byName: string;
  channel: string | null;
  text: string | null;
  detail: Generated<string>;
}

export interface ComplaintPauseTable {
  id: string;
  complaintId: string;
  kind: string;
  reason: string | null;
  fromAt: number;
  toAt: number | null;
}

export interface ComplaintAlertTable {
  complaintId: string;
  clock: string;
  round: number;
  percent: number;
  at: number;
  forId: string | null;
  seenAt: number | null;
}

export interface ComplaintBreachTable {
  complaintId: string;
  clock: string;
  round: number;
  reason: string;
  managerId: string;
  at: number;
  byName: string;
}

export interface ComplaintActionTable {
  id: string;
  complaintId: string;
  kind: string;
  text: string;
  ownerId: string | null;
  dueDay: string;
  doneDay: string | null;
  checkDay: string | null;
  checkedDay: string | null;
  helped: string | null;
  checkNote: string | null;
  createdAt: number;
  byName: string;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface CompensationTable {
  id: string;
  complaintId: string;
  kind: string;
  state: string;
  amountFen: number;
  points: number | null;
  name: string | null;
  validDays: number | null;
  entryId: string | null;
  voucherId: string | null;
  approvedBy: string | null;
  reason: string;
  at: number;
  byName: string;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface PromiseTable {
  id: string;
  customerId: string | null;
  complaintId: string | null;
  text: string;
  dueAt: number;
  ownerId: string;
  state: Generated<string>;
  endedAt: number | null;
  endedBy: string | null;
  note: string | null;
  createdAt: number;
  byName: string;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface AttachmentTable {
  id: string;
  subject: string;
  subjectId: string;
  name: string;
  kind: string;
  mime: string;
  bytes: number;
  digest: string;
  at: number;
  byName: string;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface ApprovalTable {
  id: string;
  kind: string;
  customerId: string | null;
  membershipId: string | null;
  request: string;
  reason: string;
  requestedAt: number;
  requestedBy: string;
  requestedById: string;
  state: Generated<string>;
  decidedAt: number | null;
  decidedBy: string | null;
  decisionNote: string | null;
  resultId: string | null;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface KeptAnswerTable {
  id: string;
  question: string;
  answer: string;
  topic: string;
  enquiryId: string | null;
  createdAt: number;
  updatedAt: number;
  byName: string;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface EnquiryTable {
  id: string;
  number: string;
  channel: string;
  topic: string;
  customerId: string | null;
  vehicleId: string | null;
  strangerName: string | null;
  strangerPhone: string | null;
  question: string;
  answer: string | null;
  answeredAt: number | null;
  answeredBy: string | null;
  keptAnswerId: string | null;
  state: Generated<string>;
  expertId: string | null;
  handedAt: number | null;
  handNote: string | null;
  receivedAt: number;
  dueAt: number;
  reopenNote: string | null;
  closedAt: number | null;
  closeNote: string | null;
  createdAt: number;
  updatedAt: number;
  byName: string;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface TaskRuleTable {
  id: string;
  name: string;
  kind: string;
  trigger: string;
  audience: string;
  channel: string;
  purpose: string;
  owner: string;
  termHours: number;
  keepDays: number;
  everyDays: Generated<number>;
  mostPerDay: number;
  script: string;
  form: Generated<string>;
  active: Generated<number>;
  fromDay: string | null;
  position: number;
  createdAt: number;
  updatedAt: number;
  byName: string;
  version: Generated<number>;
  deletedAt: number | null;
  questionnaireId: string | null;
}

export interface TaskTable {
  id: string;
  ruleId: string;
  key: string;
  customerId: string;
  vehicleId: string | null;
  membershipId: string | null;
  subjectId: string | null;
  channel: string;
  purpose: string;
  occasionDay: string;
  dueAt: number;
  lastDay: string;
  ownerId: string | null;
  state: Generated<string>;
  endReason: string | null;
  tries: Generated<number>;
  nextAt: number | null;
  day: string;
  createdAt: number;
  updatedAt: number;
  closedAt: number | null;
  closedBy: string | null;
  note: string | null;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface ContactTable {
  id: string;
  customerId: string;
  at: number;
  day: string;
  staffId: string | null;
  byName: string;
  channel: string;
  outcome: string;
  note: string | null;
  nextAt: number | null;
  complaintId: string | null;
  promiseId: string | null;
  purposes: Generated<string>;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface ContactTaskTable {
  contactId: string;
  taskId: string;
}

export interface TaskRunTable {
  one: Generated<number>;
  day: string | null;
  at: number | null;
}

export interface CallSheetTable {
  id: string;
  channel: string;
  mine: number;
  day: string;
  at: number;
  byName: string;
}

export interface QuestionnaireTable {
  id: string;
  name: string;
  intro: string;
  thanks: string;
  questions: string;
  active: Generated<number>;
  position: number;
  createdAt: number;
  updatedAt: number;
  byName: string;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface SurveyResponseTable {
  id: string;
  questionnaireId: string;
  channel: string;
  at: number;
  day: string;
  customerId: string | null;
  vehicleId: string | null;
  visitId: string | null;
  contactId: string | null;
  nps: number | null;
  satisfactionCenti: number | null;
  bad: Generated<number>;
  followedAt: number | null;
  followedBy: string | null;
  followNote: string | null;
  complaintId: string | null;
  createdAt: number;
  byName: string;
  removedReason: string | null;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface SurveyAnswerTable {
  responseId: string;
  questionId: string;
  position: number;
  kind: string;
  text: string;
  options: Generated<string>;
  score: number | null;
  words: string | null;
}

export interface DeliveryTable {
  id: string;
  customerId: string;
  vehicleId: string;
  prospectId: string | null;
  step: string;
  stepAt: number;
  plannedDay: string | null;
  plannedTime: string | null;
  adviserId: string | null;
  ceremony: string | null;
  note: string | null;
  checks: Generated<string>;
  deliveredAt: number | null;
  cancelledAt: number | null;
  cancelReason: string | null;
  createdAt: number;
  updatedAt: number;
  byName: string;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface DeliveryMoveTable {
  id: string;
  deliveryId: string;
  step: string;
  at: number;
  byName: string;
  note: string | null;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface AgencyJobTable {
  id: string;
  number: string;
  customerId: string;
  vehicleId: string | null;
  kind: string;
  state: Generated<string>;
  dueDay: string | null;
  ownerId: string | null;
  feeFen: Generated<number>;
  officialFen: Generated<number>;
  paid: Generated<number>;
  documents: Generated<string>;
  note: string | null;
  readyAt: number | null;
  endedAt: number | null;
  handedBackTo: string | null;
  cancelReason: string | null;
  createdAt: number;
  updatedAt: number;
  byName: string;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface RescueTable {
  id: string;
  number: string;
  customerId: string | null;
  vehicleId: string | null;
  strangerName: string | null;
  strangerPhone: string | null;
  strangerPlate: string | null;
  kind: string;
  state: Generated<string>;
  place: string;
  trouble: string | null;
  crew: string | null;
  calledAt: number;
  dispatchedAt: number | null;
  arrivedAt: number | null;
  endedAt: number | null;
  feeFen: Generated<number>;
  benefitUseId: string | null;
  result: string | null;
  cancelReason: string | null;
  createdAt: number;
  updatedAt: number;
  byName: string;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface ClaimTable {
  id: string;
  number: string;
  customerId: string;
  vehicleId: string;
  kind: string;
  state: Generated<string>;
  accidentDay: string;
  place: string | null;
  what: string | null;
  policyId: string | null;
  insurer: string | null;
  caseNo: string | null;
  estimateFen: number | null;
  paidFen: number | null;
  documents: Generated<string>;
  ownerId: string | null;
  note: string | null;
  endedAt: number | null;
  handedBackTo: string | null;
  createdAt: number;
  updatedAt: number;
  byName: string;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface PaperSheetTable {
  id: string;
  kind: string;
  questionnaireId: string | null;
  day: string;
  at: number;
  byName: string;
}

export interface PaperRowTable {
  id: string;
  sheetId: string;
  kind: string;
  seq: number;
  position: number;
  code: string;
  customerId: string | null;
  vehicleId: string | null;
  appointmentId: string | null;
  state: Generated<string>;
  complaintId: string | null;
  visitId: string | null;
  responseId: string | null;
  enteredAt: number | null;
  enteredBy: string | null;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface CallSheetRowTable {
  id: string;
  sheetId: string;
  seq: number;
  position: number;
  code: string;
  customerId: string;
  taskIds: string;
  state: Generated<string>;
  contactId: string | null;
  version: Generated<number>;
  deletedAt: number | null;
}

export interface PrintLogTable {
  id: string;
  document: string;
  cardId: string | null;
  voucherId: string | null;
  membershipId: string | null;
  complaintId: string | null;
  vehicleId: string | null;
  subjectId: string | null;
  pieces: number | null;
  printerId: string | null;
  batchId: string | null;
  reason: string | null;
  day: string;
  at: number;
  byName: string;
}

export interface Tables {
  store: StoreTable;
  setting: SettingTable;
  staff: StaffTable;
  session: SessionTable;
  apiToken: ApiTokenTable;
  auditLog: AuditLogTable;
  auditDetail: AuditDetailTable;
  changeLog: ChangeLogTable;
  requestResult: RequestResultTable;
  customer: CustomerTable;
  customerPhone: CustomerPhoneTable;
  customerTag: CustomerTagTable;
  customerNote: CustomerNoteTable;
  relation: RelationTable;
  consent: ConsentTable;
  vehicle: VehicleTable;
  mileageLog: MileageLogTable;
  policy: PolicyTable;
  visit: VisitTable;
  visitLine: VisitLineTable;
  searchDoc: SearchDocTable;
  searchQueue: SearchQueueTable;
  memberCard: MemberCardTable;
  importBatch: ImportBatchTable;
  importMapping: ImportMappingTable;
  appointment: AppointmentTable;
  prospect: ProspectTable;
  testDrive: TestDriveTable;
  recall: RecallTable;
  recallVehicle: RecallVehicleTable;
  accountPlan: AccountPlanTable;
  duplicateDismissal: DuplicateDismissalTable;
  undoneCommand: UndoneCommandTable;
  vehicleOwner: VehicleOwnerTable;
  savedFilter: SavedFilterTable;
  membership: MembershipTable;
  membershipEvent: MembershipEventTable;
  pointsEntry: PointsEntryTable;
  pointsLot: PointsLotTable;
  pointsMove: PointsMoveTable;
  pointsBalance: PointsBalanceTable;
  pointsMonth: PointsMonthTable;
  reward: RewardTable;
  voucher: VoucherTable;
  benefitUse: BenefitUseTable;
  participation: ParticipationTable;
  pointsQueue: PointsQueueTable;
  cardTemplate: CardTemplateTable;
  printer: PrinterTable;
  statementKey: StatementKeyTable;
  complaint: ComplaintTable;
  complaintEvent: ComplaintEventTable;
  complaintPause: ComplaintPauseTable;
  complaintAlert: ComplaintAlertTable;
  complaintBreach: ComplaintBreachTable;
  complaintAction: ComplaintActionTable;
  compensation: CompensationTable;
  promise: PromiseTable;
  attachment: AttachmentTable;
  approval: ApprovalTable;
  keptAnswer: KeptAnswerTable;
  enquiry: EnquiryTable;
  taskRule: TaskRuleTable;
  task: TaskTable;
  contact: ContactTable;
  contactTask: ContactTaskTable;
  taskRun: TaskRunTable;
  callSheet: CallSheetTable;
  questionnaire: QuestionnaireTable;
  surveyResponse: SurveyResponseTable;
  surveyAnswer: SurveyAnswerTable;
  delivery: DeliveryTable;
  deliveryMove: DeliveryMoveTable;
  agencyJob: AgencyJobTable;
  rescue: RescueTable;
  claim: ClaimTable;
  paperSheet: PaperSheetTable;
  paperRow: PaperRowTable;
  callSheetRow: CallSheetRowTable;
  printLog: PrintLogTable;
}
