import type { Category } from '../../../db/contract/visits.ts';
import { taskRuleProblems } from '../../../db/domain/tasks/ruleProblems.ts';
import { unknownFields } from '../../../db/domain/tasks/scriptFields.ts';
import { readWhole } from '../../lib/readWhole.ts';
import type { TaskRuleFields, TaskTrigger, TaskTriggerKind } from './shapes.ts';

export const sampleSpans = ['1', '3', '6', '12'] as const;
export type SampleEvery = (typeof sampleSpans)[number];

/** A rule as it is typed: what belongs to other triggers stays, to be had again. */
export interface RuleDraft {
  readonly name: string;
  readonly kind: TaskTriggerKind;
  readonly afterDays: string;
  readonly categories: readonly Category[];
  readonly first: boolean;
  /** `90, 60`: of the triggers that may have several */
  readonly leads: string;
  /** of those that have one */
  readonly lead: string;
  readonly everyKm: string;
  readonly family: boolean;
  readonly calendar: 'solar' | 'lunar';
  readonly month: string;
  readonly date: string;
  readonly leastPoints: string;
  readonly months: string;
  readonly afterFirst: boolean;
  /** of 深访抽样: months of a span, how many customers, who came within so many months */
  readonly sampleEvery: SampleEvery;
  readonly sampleCount: string;
  readonly seenMonths: string;
  readonly customerKind: '' | 'person' | 'company';
  readonly members: TaskRuleFields['audience']['members'];
  readonly tiers: readonly string[];
  readonly series: readonly string[];
  readonly tags: readonly string[];
  readonly channel: TaskRuleFields['channel'];
  readonly purpose: TaskRuleFields['purpose'];
  readonly owner: TaskRuleFields['owner'];
  readonly termHours: string;
  readonly keepDays: string;
  readonly everyDays: string;
  readonly mostPerDay: string;
  readonly script: string;
  readonly form: TaskRuleFields['form'];
  /** '' while none is chosen; kept while another form is tried */
  readonly questionnaireId: string;
  readonly active: boolean;
}

/** Fields that can be wrong, as the form names them. */
export type RuleField =
  | 'name'
  | 'trigger'
  | 'afterDays'
  | 'leads'
  | 'lead'
  | 'everyKm'
  | 'date'
  | 'leastPoints'
  | 'months'
  | 'termHours'
  | 'keepDays'
  | 'everyDays'
  | 'mostPerDay'
  | 'script'
  | 'purpose'
  | 'form'
  | 'questionnaireId'
  | 'sampleCount'
  | 'seenMonths';

export interface RuleProblem {
  readonly reason:
    | 'required'
    | 'whole'
    | 'numbers'
    | 'everyKm'
    | 'lead-twice'
    | 'date-invalid'
    | 'field-unknown'
    | 'duty-not-owed'
    | 'form-needs-call'
    | 'questionnaire-needed';
  readonly values?: Readonly<Record<string, string | number>>;
}
export type RuleProblems = Readonly<Partial<Record<RuleField, RuleProblem>>>;

/** A rule that is begun: calls 30 days before the insurance ends. */
export const newRule: RuleDraft = {
  name: '',
  kind: 'insuranceEnd',
  afterDays: '3',
  categories: [],
  first: false,
  leads: '30',
  lead: '0',
  everyKm: '10000',
  family: false,
  calendar: 'solar',
  month: '10',
  date: '1',
  leastPoints: '500',
  months: '6, 12',
  afterFirst: false,
  sampleEvery: '3',
  sampleCount: '20',
  seenMonths: '6',
  customerKind: '',
  members: 'any',
  tiers: [],
  series: [],
  tags: [],
  channel: 'call',
  purpose: 'care',
  owner: 'service',
  termHours: '72',
  keepDays: '20',
  everyDays: '0',
  mostPerDay: '100',
  script: '',
  form: 'none',
  questionnaireId: '',
  active: true,
};

const listText = (numbers: readonly number[]): string => numbers.join(', ');

/** The texts of a trigger. */
const triggerDraft = (trigger: TaskTrigger): Partial<RuleDraft> => {
  switch (trigger.kind) {
    case 'delivered':
      return { afterDays: String(trigger.afterDays) };
    case 'visited':
      return { afterDays: String(trigger.afterDays), categories: trigger.categories, first: trigger.first };
    case 'serviceDue':
      return { lead: String(trigger.leadDays), everyKm: trigger.everyKm === null ? '' : String(trigger.everyKm) };
    case 'insuranceEnd':
    case 'inspectionDue':
    case 'licenceEnd':
    case 'cardEnd':
      return { leads: listText(trigger.leadDays) };
    case 'pointsLapse':
      return { leads: listText(trigger.leadDays), leastPoints: String(trigger.leastPoints) };
    case 'birthday':
      return { lead: String(trigger.leadDays), family: trigger.family };
    case 'festival':
      return {
        lead: String(trigger.leadDays),
        calendar: trigger.calendar,
        month: String(trigger.month),
        date: String(trigger.date),
      };
    case 'noVisit':
      return { months: listText(trigger.months), afterFirst: trigger.afterFirst };
    case 'promise':
      return { lead: String(trigger.leadDays) };
    case 'sample':
      return {
        sampleEvery: sampleSpans.find((span) => Number(span) === trigger.everyMonths) ?? '3',
        sampleCount: String(trigger.count),
        seenMonths: String(trigger.seenMonths),
      };
    case 'tradeIn':
    case 'askBack':
    case 'detractor':
      return {};
  }
};

export const ruleDraftOf = ({ trigger, audience, ...rule }: TaskRuleFields): RuleDraft => ({
  ...newRule,
  name: rule.name,
  kind: trigger.kind,
  ...triggerDraft(trigger),
  customerKind: audience.kind ?? '',
  members: audience.members,
  tiers: audience.tiers,
  series: audience.series,
  tags: audience.tags,
  channel: rule.channel,
  purpose: rule.purpose,
  owner: rule.owner,
  termHours: String(rule.termHours),
  keepDays: String(rule.keepDays),
  everyDays: String(rule.everyDays),
  mostPerDay: String(rule.mostPerDay),
  script: rule.script,
  form: rule.form,
  questionnaireId: rule.questionnaireId ?? '',
  active: rule.active,
});

type Range = readonly [least: number, most: number];

const reader = () => {
  const problems: Partial<Record<RuleField, RuleProblem>> = {};
  const wrong = (field: RuleField, problem: RuleProblem): void => {
    problems[field] ??= problem;
  };
  const whole = (field: RuleField, text: string, [least, most]: Range): number => {
    const value = readWhole(text, least, most);
    if (value === null) {
      wrong(field, text.trim() === '' ? { reason: 'required' } : { reason: 'whole', values: { least, most } });
    }
    return value ?? least;
  };
  /** `90、60, 30` → farthest first; one that stands there twice is left for the rule's own check */
  const several = (field: RuleField, text: string, [least, most]: Range): number[] => {
    const parts = text
      .normalize('NFKC')
      .split(/[,、;\s]+/)
      .filter(Boolean);
    const numbers = parts.flatMap((part) => readWhole(part, least, most) ?? []);
    if (parts.length >= 1 && parts.length <= 6 && numbers.length === parts.length) {
      return numbers.sort((a, b) => b - a);
    }
    wrong(field, parts.length === 0 ? { reason: 'required' } : { reason: 'numbers', values: { least, most } });
    return [least];
  };
  return { problems, wrong, whole, several };
};

type Reader = ReturnType<typeof reader>;

const everyMonths = { '1': 1, '3': 3, '6': 6, '12': 12 } as const satisfies Record<SampleEvery, number>;

const triggerOf = (draft: RuleDraft, { whole, several, wrong }: Reader): TaskTrigger => {
  const { kind } = draft;
  const leads = (): number[] => several('leads', draft.leads, [0, 180]);
  switch (kind) {
    case 'delivered':
      return { kind, afterDays: whole('afterDays', draft.afterDays, [0, 365]) };
    case 'visited':
      return {
        kind,
        afterDays: whole('afterDays', draft.afterDays, [0, 90]),
        categories: [...draft.categories],
        first: draft.first,
      };
    case 'serviceDue': {
      const everyKm = draft.everyKm.trim() === '' ? null : readWhole(draft.everyKm, 1000, 100_000);
      if (everyKm === null && draft.everyKm.trim() !== '') wrong('everyKm', { reason: 'everyKm' });
      return { kind, leadDays: whole('lead', draft.lead, [0, 90]), everyKm };
    }
    case 'insuranceEnd':
    case 'inspectionDue':
    case 'licenceEnd':
    case 'cardEnd':
      return { kind, leadDays: leads() };
    case 'pointsLapse':
      return { kind, leadDays: leads(), leastPoints: whole('leastPoints', draft.leastPoints, [1, 1_000_000]) };
    case 'birthday':
      return { kind, family: draft.family, leadDays: whole('lead', draft.lead, [0, 30]) };
    case 'festival':
      return {
        kind,
        calendar: draft.calendar,
        month: whole('date', draft.month, [1, 12]),
        date: whole('date', draft.date, [1, 31]),
        leadDays: whole('lead', draft.lead, [0, 30]),
      };
    case 'noVisit':
      return {
        kind,
        months: several('months', draft.months, [1, 60]).sort((a, b) => a - b),
        afterFirst: draft.afterFirst,
      };
    case 'promise':
      return { kind, leadDays: whole('lead', draft.lead, [0, 30]) };
    case 'sample':
      return {
        kind,
        everyMonths: everyMonths[draft.sampleEvery],
        count: whole('sampleCount', draft.sampleCount, [1, 200]),
        seenMonths: whole('seenMonths', draft.seenMonths, [1, 60]),
      };
    case 'tradeIn':
    case 'askBack':
    case 'detractor':
      return { kind };
  }
};

/** Beside which field a problem of the trigger is said. */
const fieldOfTrigger = (kind: TaskTriggerKind): RuleField =>
  kind === 'festival' ? 'date' : kind === 'noVisit' ? 'months' : 'leads';

/** The reasons that `taskRuleProblems` names, beside the field that each belongs to. */
const ownReasons = [
  'lead-twice',
  'date-invalid',
  'field-unknown',
  'duty-not-owed',
  'form-needs-call',
  'questionnaire-needed',
] as const;

/** What became of the draft: the rule, null while something is wrong, and what, by field. */
export const readRule = (
  draft: RuleDraft,
): { readonly value: TaskRuleFields | null; readonly problems: RuleProblems } => {
  const read = reader();
  const name = draft.name.trim();
  const script = draft.script.trim();
  if (name === '') read.wrong('name', { reason: 'required' });
  const trigger = triggerOf(draft, read);
  if (script === '') read.wrong('script', { reason: 'required' });
  const rule: TaskRuleFields = {
    name,
    trigger,
    audience: {
      kind: draft.customerKind === '' ? null : draft.customerKind,
      members: draft.members,
      // tiers belong to members: what stays ticked for others narrows nothing
      tiers: draft.members === 'others' ? [] : [...draft.tiers],
      series: [...draft.series],
      tags: [...draft.tags],
    },
    channel: draft.channel,
    purpose: draft.purpose,
    owner: draft.owner,
    termHours: read.whole('termHours', draft.termHours, [1, 720]),
    keepDays: read.whole('keepDays', draft.keepDays, [1, 90]),
    everyDays: read.whole('everyDays', draft.everyDays, [0, 730]),
    mostPerDay: read.whole('mostPerDay', draft.mostPerDay, [1, 2000]),
    script,
    form: draft.form,
    questionnaireId: draft.form === 'survey' && draft.questionnaireId !== '' ? draft.questionnaireId : null,
    active: draft.active,
  };
  for (const { path, reason: named } of taskRuleProblems(rule)) {
    const reason = ownReasons.find((one) => one === named);
    if (!reason) continue;
    const field =
      path === 'trigger' ? fieldOfTrigger(draft.kind) : (path as 'script' | 'purpose' | 'form' | 'questionnaireId');
    const [unknown] = unknownFields(script);
    read.wrong(field, reason === 'field-unknown' ? { reason, values: { field: unknown ?? '' } } : { reason });
  }
  return { value: Object.keys(read.problems).length === 0 ? rule : null, problems: read.problems };
};

/** What usually goes with another trigger: taken over when one is chosen. */
export const usualOf = (kind: TaskTriggerKind, draft: RuleDraft): Partial<RuleDraft> => {
  const owed = kind === 'promise' || kind === 'askBack' || kind === 'detractor';
  return { kind, purpose: owed ? 'duty' : draft.purpose === 'duty' ? 'care' : draft.purpose };
};
