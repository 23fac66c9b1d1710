import type { Settings } from '../../../contract/settings.ts';
import type { TaskAudience, TaskRuleFields, TaskTrigger, TaskTriggerKind } from '../../../contract/taskTerms.ts';
import type { Day } from '../../../domain/day.ts';
import type { OpenBegins } from '../../../domain/tasks/window.ts';
import type { ReadDb } from '../../../store/handler.ts';

/** For which day, and for whom, a rule is asked. */
export interface Asking {
  readonly today: Day;
  readonly timeZone: string;
  /** on which days what is found may have begun */
  readonly open: OpenBegins;
  readonly audience: TaskAudience;
  readonly rule: Pick<TaskRuleFields, 'everyDays' | 'form' | 'questionnaireId'> & { readonly id: string };
  readonly settings: Settings;
}

/** Something that happens, or is due, with the day from which it stands on the list. */
export interface Occasion {
  readonly customerId: string;
  readonly adviserId: string | null;
  readonly vehicleId: string | null;
  readonly membershipId: string | null;
  /** the promise, complaint or relation */
  readonly subjectId: string | null;
  /** of its key: see `taskKey` */
  readonly keyDay: Day;
  readonly keyPart: number | null;
  readonly occasionDay: Day;
  readonly begin: Day;
  /** UTC ms, where its term does not run from `begin` */
  readonly dueAt?: number;
  /** UTC ms at which a car was handed over, where more than the day is known: its term runs from then */
  readonly deliveredAt?: number;
  /** who owes it, whoever the rule's owner is */
  readonly ownerId?: string;
}

export type TriggerOf<K extends TaskTriggerKind> = Extract<TaskTrigger, { kind: K }>;

/** Asks the store, by an index, for what a trigger of this kind may find; which of it counts the domain decides. */
export type Finder<K extends TaskTriggerKind> = (
  db: ReadDb,
  trigger: TriggerOf<K>,
  asking: Asking,
) => Promise<readonly Occasion[]>;

/** What every finder reads of the customer `c`. */
export interface CustomerColumns {
  readonly customerId: string;
  readonly adviserId: string | null;
}

/** An occasion of a customer or of one of their cars, with what most have not. */
export const occasionOf = (
  row: CustomerColumns & { readonly vehicleId?: string },
  days: { readonly occasionDay: Day; readonly begin: Day; readonly keyDay?: Day; readonly keyPart?: number },
  beside: Partial<Pick<Occasion, 'membershipId' | 'subjectId' | 'dueAt' | 'deliveredAt' | 'ownerId'>> = {},
): Occasion => ({
  customerId: row.customerId,
  adviserId: row.adviserId,
  vehicleId: row.vehicleId ?? null,
  membershipId: null,
  subjectId: null,
  keyDay: days.keyDay ?? days.occasionDay,
  keyPart: days.keyPart ?? null,
  occasionDay: days.occasionDay,
  begin: days.begin,
  ...beside,
});
