import { checkPhone } from '../../../db/domain/phone.ts';
import { instantOf } from '../../../db/domain/zonedTime.ts';
import { nobody, type WhoDraft } from '../board/whoDraft.ts';
import { dayOrNull } from '../customer/typedDay.ts';
import { timeOrNull } from '../customer/visitDraft.ts';
import type { AddInput, Channel, Complaint, Severity } from './shapes.ts';

/** A complaint while it is typed. */
export interface ComplaintDraft {
  readonly who: WhoDraft;
  readonly channel: Channel;
  readonly title: string;
  readonly what: string;
  readonly remedy: string;
  readonly severity: Severity;
  /** '' while none is chosen */
  readonly category: string;
  readonly part: string;
  readonly about: string;
  readonly department: string;
  readonly ownerId: string;
  readonly authority: string;
  readonly authorityDay: string;
  /** when it was received, the store's day and time as typed */
  readonly day: string;
  readonly time: string;
}

export const newComplaint = (
  now: { readonly day: string; readonly time: string },
  ownerId: string,
  who: WhoDraft = nobody,
): ComplaintDraft => ({
  who,
  channel: 'phone',
  title: '',
  what: '',
  remedy: '',
  severity: 'minor',
  category: '',
  part: '',
  about: '',
  department: '',
  ownerId,
  authority: '',
  authorityDay: now.day,
  ...now,
});

/** As it stands, to be changed; a stranger's number is not shown and stays as it is. */
export const draftOf = (
  complaint: Complaint,
  received: { readonly day: string; readonly time: string },
): ComplaintDraft => ({
  who:
    complaint.customerId === null
      ? { ...nobody, stranger: true, name: complaint.name ?? '' }
      : {
          ...nobody,
          customer: {
            id: complaint.customerId,
            name: complaint.name ?? '',
            vehicles:
              complaint.vehicleId === null ? [] : [{ id: complaint.vehicleId, plate: complaint.plate, series: null }],
          },
          vehicleId: complaint.vehicleId ?? '',
        },
  channel: complaint.channel,
  title: complaint.title,
  what: complaint.what,
  remedy: complaint.remedy ?? '',
  severity: complaint.severity,
  category: complaint.category,
  part: complaint.part ?? '',
  about: complaint.about ?? '',
  department: complaint.department ?? '',
  ownerId: complaint.ownerId ?? '',
  authority: complaint.authority ?? '',
  authorityDay: complaint.authorityDay ?? received.day,
  ...received,
});

const longestTitle = 60;
/** a title that is made of what was said is no longer than a line of the list */
const firstClause = 24;

/** What was typed, or the first clause of what the customer said: on the phone nobody thinks of a title. */
export const titleOf = ({ title, what }: Pick<ComplaintDraft, 'title' | 'what'>): string => {
  const own = title.trim();
  if (own !== '') return own.slice(0, longestTitle);
  const [clause = ''] = what.trim().split(/[\n。！？；，,.!?;]/u);
  const letters = [...clause.trim()];
  return letters.length > firstClause ? `${letters.slice(0, firstClause - 1).join('')}…` : letters.join('');
};

export type ComplaintProblem =
  | 'required'
  | 'complainant-missing'
  | 'phone-invalid'
  | 'day-invalid'
  | 'time-invalid'
  | 'received-ahead'
  | 'choose';

export type ComplaintPath =
  | 'who'
  | 'name'
  | 'phone'
  | 'what'
  | 'title'
  | 'category'
  | 'authority'
  | 'authorityDay'
  | 'day'
  | 'time';

/** What is only missing is said once saving was tried. */
export const isMissing = (problem: ComplaintProblem): boolean =>
  problem === 'required' || problem === 'complainant-missing' || problem === 'choose';

export const receivedOf = ({ day, time }: ComplaintDraft, timeZone: string): number | null => {
  const known = dayOrNull(day);
  const clock = timeOrNull(time);
  return known !== null && clock !== null ? instantOf(known, clock, timeZone) : null;
};

/** `now` is UTC ms. */
export const checkComplaint = (
  draft: ComplaintDraft,
  { now, timeZone }: { readonly now: number; readonly timeZone: string },
): Readonly<Partial<Record<ComplaintPath, ComplaintProblem>>> => {
  const { who } = draft;
  const received = receivedOf(draft, timeZone);
  const said = draft.what.trim() !== '';
  return {
    ...(!who.customer && !who.stranger ? { who: 'complainant-missing' as const } : {}),
    ...(who.stranger && who.name.trim() === '' && who.phone.trim() === ''
      ? { name: 'complainant-missing' as const }
      : {}),
    ...(who.stranger && who.phone.trim() !== '' && !checkPhone(who.phone).ok
      ? { phone: 'phone-invalid' as const }
      : {}),
    ...(said ? {} : { what: 'required' as const }),
    ...(said && titleOf(draft) === '' ? { title: 'required' as const } : {}),
    ...(draft.category === '' ? { category: 'choose' as const } : {}),
    ...(draft.channel === 'authority' && draft.authority.trim() === '' ? { authority: 'required' as const } : {}),
    ...(draft.channel === 'authority' && dayOrNull(draft.authorityDay) === null
      ? { authorityDay: 'day-invalid' as const }
      : {}),
    ...(dayOrNull(draft.day) === null ? { day: 'day-invalid' as const } : {}),
    ...(timeOrNull(draft.time) === null
      ? { time: 'time-invalid' as const }
      : received !== null && received > now
        ? { time: 'received-ahead' as const }
        : {}),
  };
};

const known = (text: string): string | null => text.trim() || null;

/** As the store takes its facts; call it once `checkComplaint` finds nothing. */
export const factsOf = (draft: ComplaintDraft): Omit<AddInput, 'receivedAt' | 'requestId' | 'visitId'> => {
  const { who } = draft;
  const referred = draft.channel === 'authority';
  return {
    channel: draft.channel,
    title: titleOf(draft),
    what: draft.what.trim(),
    remedy: known(draft.remedy),
    severity: draft.severity,
    category: draft.category,
    part: known(draft.part),
    about: known(draft.about),
    department: known(draft.department),
    ownerId: known(draft.ownerId),
    customerId: who.customer?.id ?? null,
    vehicleId: who.customer ? known(who.vehicleId) : null,
    strangerName: who.customer ? null : known(who.name),
    strangerPhone: who.customer ? null : known(who.phone),
    authority: referred ? known(draft.authority) : null,
    authorityDay: referred ? dayOrNull(draft.authorityDay) : null,
  };
};
