import { checkPhone } from '../../../db/domain/phone.ts';
import { nobody, type WhoDraft } from '../board/whoDraft.ts';
import type { AddInput, Channel, Enquiry, Topic } from './shapes.ts';

/** An enquiry while it is typed. */
export interface EnquiryDraft {
  readonly who: WhoDraft;
  readonly question: string;
  readonly topic: Topic;
  readonly channel: Channel;
  readonly answer: string;
  /** the kept answer that was taken; '' for none */
  readonly keptAnswerId: string;
  readonly close: boolean;
}

export const newEnquiry = (who: WhoDraft = nobody): EnquiryDraft => ({
  who,
  question: '',
  topic: 'other',
  channel: 'phone',
  answer: '',
  keptAnswerId: '',
  close: false,
});

/** As it stands, to be changed; a stranger's number is not shown and stays as it is. */
export const draftOf = (enquiry: Enquiry): EnquiryDraft => ({
  ...newEnquiry(
    enquiry.customerId === null
      ? { ...nobody, stranger: true, name: enquiry.name ?? '' }
      : {
          ...nobody,
          customer: {
            id: enquiry.customerId,
            name: enquiry.name ?? '',
            vehicles: enquiry.vehicleId === null ? [] : [{ id: enquiry.vehicleId, plate: enquiry.plate, series: null }],
          },
          vehicleId: enquiry.vehicleId ?? '',
        },
  ),
  question: enquiry.question,
  topic: enquiry.topic,
  channel: enquiry.channel,
});

export type EnquiryProblem = 'required' | 'enquirer-missing' | 'phone-invalid';
export type EnquiryPath = 'who' | 'name' | 'phone' | 'question';

/** @param phoneKept whether a number that is not shown stays where none is typed */
export const checkEnquiry = (
  { who, question }: Pick<EnquiryDraft, 'who' | 'question'>,
  phoneKept = false,
): Readonly<Partial<Record<EnquiryPath, EnquiryProblem>>> => ({
  ...(!who.customer && !who.stranger ? { who: 'enquirer-missing' as const } : {}),
  ...(who.stranger && who.name.trim() === '' && who.phone.trim() === '' && !phoneKept
    ? { name: 'enquirer-missing' as const }
    : {}),
  ...(who.stranger && who.phone.trim() !== '' && !checkPhone(who.phone).ok ? { phone: 'phone-invalid' as const } : {}),
  ...(question.trim() === '' ? { question: 'required' as const } : {}),
});

const known = (text: string): string | null => text.trim() || null;

/** Who asks and what, as the store takes it; call it once `checkEnquiry` finds nothing. */
export const factsOf = ({ who, question, topic, channel }: EnquiryDraft) => ({
  customerId: who.customer?.id ?? null,
  vehicleId: who.customer ? known(who.vehicleId) : null,
  strangerName: who.customer ? null : known(who.name),
  question: question.trim(),
  topic,
  channel,
});

export const addInputOf = (draft: EnquiryDraft): Omit<AddInput, 'requestId'> => {
  const answer = known(draft.answer);
  return {
    ...factsOf(draft),
    strangerPhone: draft.who.customer ? null : known(draft.who.phone),
    answer,
    keptAnswerId: answer === null ? null : known(draft.keptAnswerId),
    close: answer !== null && draft.close,
  };
};
