import type { TFunction } from 'i18next';
import { cardNumber, money, number } from '../../lib/formats.ts';
import { joinModes, type MembershipEvent, type PathRow } from './shapes.ts';

const paths: readonly PathRow['path'][] = [
  'fee',
  'points',
  'insurance',
  'cumulativePoints',
  'deductPoints',
  'repair',
  'referrals',
  'participations',
];
/** Paths whose figures are fen; the others' are points or a count. */
const fenPaths: readonly (string | null)[] = ['fee', 'insurance', 'repair'];
const cardStates = ['active', 'frozen', 'lost', 'replaced', 'cancelled'] as const;

/** A reason as it was typed; the store's own stand in the book as words of its own. */
export const reasonWords = (reason: string, t: TFunction): string =>
  reason === 'rejoin' ? t('members.reason.rejoin') : reason;

/** 银卡 → 金卡 · 扣积分 · 收据 A001 ¥100.00 · 卡丢了: all that an event says beside its kind, day and person. */
export const eventWords = (event: MembershipEvent, t: TFunction): string => {
  const { tierFromName, tierToName, validTo, path, reason, feeFen, receiptNo, cardNumber: card } = event;
  const known = paths.find((one) => one === path);
  const mode = joinModes.find((one) => one === path);
  const risen = tierFromName && tierToName && tierFromName !== tierToName;
  return [
    risen
      ? t('memberRecord.event.tier', { from: tierFromName, to: tierToName })
      : event.kind === 'join'
        ? tierToName
        : null,
    path === 'hand' ? t('memberRecord.event.byHand') : null,
    event.kind === 'join' && mode ? t(`members.mode.${mode}`) : known ? t(`members.pathShort.${known}`) : null,
    card && event.kind.startsWith('card') ? cardNumber(card) : null,
    validTo && t('memberRecord.event.through', { day: validTo }),
    feeFen !== null && feeFen > 0 ? money(feeFen) : null,
    receiptNo && t('memberRecord.event.receipt', { no: receiptNo }),
    reason && reasonWords(reason, t),
  ]
    .filter(Boolean)
    .join(' · ');
};

type Fact = readonly [name: string, value: string];
type Tiers = readonly { readonly code: string; readonly name: string }[];

/**
 * 如何算出: what was found when it was decided, in the order in which it was written. Ids, and names that a newer desk wrote, are left
 * out: they say nothing to anybody.
 */
export const factWords = (event: MembershipEvent, tiers: Tiers, t: TFunction): readonly Fact[] =>
  Object.entries(event.facts).flatMap(([name, value]) => {
    const fact = factOf(name, value, event, tiers, t);
    return fact ? [fact] : [];
  });

const factOf = (
  name: string,
  value: string | number,
  { path, facts }: MembershipEvent,
  tiers: Tiers,
  t: TFunction,
): Fact | null => {
  const count = (): string => number(Number(value));
  switch (name) {
    case 'totalFen':
      return [t(`memberRecord.fact.totalFen.${facts['by'] === 'profit' ? 'profit' : 'spend'}`), money(Number(value))];
    case 'need':
    case 'have':
      return [t(`memberRecord.fact.${name}`), fenPaths.includes(path) ? money(Number(value)) : count()];
    case 'proofFen':
      return [t('memberRecord.fact.proofFen'), money(Number(value))];
    case 'rank':
    case 'of':
    case 'earned':
    case 'asked':
    case 'cumulative':
    case 'redeemable':
      return [t(`memberRecord.fact.${name}`), count()];
    case 'proposed':
      return [t('memberRecord.fact.proposed'), tiers.find(({ code }) => code === value)?.name ?? String(value)];
    case 'newNumber':
      return [t('memberRecord.fact.newNumber'), cardNumber(String(value))];
    case 'before': {
      const state = cardStates.find((one) => one === value);
      return state ? [t('memberRecord.fact.before'), t(`members.cardState.${state}`)] : null;
    }
    case 'proof':
    case 'heldThrough':
    case 'proofDay':
    case 'insuranceYear':
    case 'from':
      return [t(`memberRecord.fact.${name}`), String(value)];
    default:
      return null;
  }
};

const tierKinds: readonly MembershipEvent['kind'][] = ['join', 'upgrade', 'downgrade', 'tierByHand'];

/** The event by which the tier is what it is: the latest that set one. */
export const tierEvent = (events: readonly MembershipEvent[]): MembershipEvent | null =>
  events.find(
    ({ kind, tierFromName, tierToName }) =>
      tierKinds.includes(kind) || (tierToName !== null && tierFromName !== tierToName),
  ) ?? null;
