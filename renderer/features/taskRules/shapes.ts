import type { TaskRuleFields, TaskTrigger, TaskTriggerKind } from '../../../db/contract/taskTerms.ts';
import type { Answer, api } from '../../lib/api.ts';

export type TaskRule = Answer<typeof api.taskRules.list>['rows'][number];
export type Preview = Answer<typeof api.taskRules.preview>;
export type { TaskRuleFields, TaskTrigger, TaskTriggerKind };

/** In the order of a customer's journey; the compiler names one that is missing or no more. */
const kindOrder: Readonly<Record<TaskTriggerKind, true>> = {
  delivered: true,
  visited: true,
  serviceDue: true,
  insuranceEnd: true,
  inspectionDue: true,
  licenceEnd: true,
  cardEnd: true,
  pointsLapse: true,
  birthday: true,
  festival: true,
  noVisit: true,
  tradeIn: true,
  promise: true,
  askBack: true,
  detractor: true,
  sample: true,
};
export const triggerKinds = Object.keys(kindOrder) as readonly TaskTriggerKind[];

export const channels = ['call', 'letter', 'message'] as const satisfies readonly TaskRuleFields['channel'][];
export const purposes = ['duty', 'care', 'marketing'] as const satisfies readonly TaskRuleFields['purpose'][];
export const owners = [
  'service',
  'manager',
  'reception',
  'adviser',
] as const satisfies readonly TaskRuleFields['owner'][];
export const forms = ['none', 'firstCall', 'survey'] as const satisfies readonly TaskRuleFields['form'][];
/** What may become of a task, beside waiting. */
export const endings = ['done', 'ended', 'lapsed', 'dropped'] as const satisfies readonly (keyof TaskRule['counts'])[];

/** The fields of a rule alone: what is sent back when only one of them changes. */
export const fieldsOf = (rule: TaskRule): TaskRuleFields => {
  const { id: _id, version: _version, updatedAt: _at, byName: _by, counts: _counts, ...fields } = rule;
  return fields;
};
