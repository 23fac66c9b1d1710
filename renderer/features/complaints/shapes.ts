import type { Settings } from '../../../db/contract/settings.ts';
import type { Answer, Asked, api } from '../../lib/api.ts';

export type ComplaintList = Answer<typeof api.complaints.list>;
export type ComplaintRow = ComplaintList['rows'][number];
export type ComplaintPage = Answer<typeof api.complaints.get>;
export type Complaint = ComplaintPage['complaint'];
export type ComplaintEvent = ComplaintPage['events'][number];
export type ComplaintAction = ComplaintPage['actions'][number];
export type Compensation = ComplaintPage['compensations'][number];
export type Promised = ComplaintPage['promises'][number];
export type Attachment = ComplaintPage['attachments'][number];
export type Twin = ComplaintPage['twins'][number];
export type Badge = ComplaintPage['badges'][number];
export type ClockState = ComplaintPage['clocks'][number];
export type ClockFaceState = ClockState['natural'];
export type Step = Complaint['step'];
export type Severity = Complaint['severity'];
export type Channel = Complaint['channel'];
export type ContactChannel = NonNullable<ComplaintEvent['channel']>;
export type Outcome = NonNullable<Complaint['outcome']>;
export type PauseReason = NonNullable<Complaint['waitingFor']>;
export type Categories = Settings['complaintCategories'];

export type ListInput = Asked<typeof api.complaints.list>;
export type Tab = NonNullable<ListInput['tab']>;
export type AddInput = Asked<typeof api.complaints.add>;
export type CompensateInput = Asked<typeof api.complaints.compensate>;

/** As the contract's lists of these names, in the order in which they are shown; the contract's own files bring zod with them. */
export const steps = [
  'received',
  'acknowledged',
  'investigating',
  'proposed',
  'agreed',
  'done',
  'askedBack',
  'closed',
] as const satisfies readonly Step[];
export const tabs = ['open', 'askBack', 'archive'] as const satisfies readonly Tab[];
export const severities = ['minor', 'major', 'critical'] as const satisfies readonly Severity[];
export const channels = [
  'phone',
  'counter',
  'wechat',
  'sms',
  'letter',
  'web',
  'maker',
  'authority',
  'survey',
  'other',
] as const satisfies readonly Channel[];
export const contactChannels = [
  'phone',
  'faceToFace',
  'wechat',
  'sms',
  'letter',
] as const satisfies readonly ContactChannel[];
export const outcomes = [
  'solved',
  'compromise',
  'withdrawn',
  'unfounded',
  'mediated',
] as const satisfies readonly Outcome[];
export const pauseReasons = ['answer', 'vehicle', 'papers'] as const satisfies readonly PauseReason[];
