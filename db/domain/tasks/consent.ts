import type { consentPurpose, consentState, relationKind } from '../../contract/customerTerms.ts';
import type { ContactChannel, ContactPurpose } from '../../contract/taskTerms.ts';
import type { Birthday } from '../../contract/values.ts';
import { ageOn } from '../birthday.ts';
import type { Day } from '../day.ts';

export type ConsentPurpose = (typeof consentPurpose)['options'][number];
export type ConsentState = (typeof consentState)['options'][number];

/** The newest word of a customer on each purpose (同意情况); a purpose that was never asked for is missing. */
export type ConsentStates = Readonly<Partial<Record<ConsentPurpose, ConsentState>>>;

/** Under this age a guardian's consent is needed (PIPL art. 31). */
const ageOfConsent = 14;

/** What a customer agrees to by each channel. A batch of messages goes by SMS or WeChat, so both of them apply to it. */
const marketingBy: Readonly<Record<ContactChannel, readonly ConsentPurpose[]>> = {
  call: ['marketingPhone'],
  message: ['marketingSms', 'wechat'],
  letter: ['marketingPhone', 'marketingSms', 'wechat'],
};

/** All that 不再联系 withdraws. */
export const withdrawnByNever: readonly ConsentPurpose[] = ['marketingPhone', 'marketingSms', 'wechat', 'reminders'];

const isNo = (state: ConsentState | undefined): boolean => state === 'refused' || state === 'withdrawn';

/** Of several purposes one at least is granted, and none refused. */
const verdictOf = (states: ConsentStates, purposes: readonly ConsentPurpose[]): 'noConsent' | 'refused' | null => {
  if (purposes.some((purpose) => isNo(states[purpose]))) return 'refused';
  return purposes.some((purpose) => states[purpose] === 'granted') ? null : 'noConsent';
};

/**
 * Whether consent allows to get in touch (consumer law art. 29, PIPL): null where it does. What is owed asks for none; a reminder stops
 * where reminders were refused or withdrawn; marketing needs consent by the channel, and no refusal.
 *
 * @param asked `ofChild`: it is about a child whose guardian must have agreed, see `needsGuardian`
 */
export const consentVerdict = (
  asked: { readonly channel: ContactChannel; readonly purpose: ContactPurpose; readonly ofChild: boolean },
  states: ConsentStates,
): 'noConsent' | 'refused' | null => {
  const child = (): 'noConsent' | 'refused' | null => (asked.ofChild ? verdictOf(states, ['childData']) : null);
  switch (asked.purpose) {
    case 'duty':
      return null;
    case 'care':
      return isNo(states.reminders) ? 'refused' : child();
    case 'marketing':
      return verdictOf(states, marketingBy[asked.channel]) ?? child();
  }
};

/** Whether a number may be handed out for an SMS: advertising goes by SMS only to who agreed to that, not to WeChat alone. */
export const mayBeTexted = (purpose: ContactPurpose, states: ConsentStates): boolean =>
  purpose !== 'marketing' || states.marketingSms === 'granted';

/** Whether a guardian's consent (未满 14 岁子女的信息) is needed to speak of a relation: a child under 14, or of unknown age. */
export const needsGuardian = (
  relation: { readonly kind: (typeof relationKind)['options'][number]; readonly birthday: Birthday | null },
  today: Day,
): boolean => {
  if (relation.kind !== 'child') return false;
  const age = relation.birthday && ageOn(relation.birthday, today);
  return age === null || age < ageOfConsent;
};
