import type { DeskEvent } from '../../db/contract/events.ts';

/** What somebody is owed: the rules of promises, ask-backs, bad answers and of a handover just made are asked again. */
const owedTopics: ReadonlySet<string> = new Set(['promises', 'complaints', 'surveys', 'delivered']);
/** What may let any rule find more, or other customers. */
const ruleTopics: ReadonlySet<string> = new Set(['taskRules', 'settings', 'imports']);
/** What a task may be about: it may end by itself, and the next look finds others. */
const factTopics: ReadonlySet<string> = new Set([
  ...['customers', 'vehicles', 'visits', 'appointments'],
  ...['members', 'points', 'prospects'],
]);

/** More customers than these are asked about as all. */
const mostCustomers = 200;

/** What desks changed since the rules were last asked. */
export class TaskChanges {
  readonly #customerIds = new Set<string>();
  #everybody = false;
  #owed = false;
  #rules = false;
  #facts = false;

  /** @returns whether it concerns tasks. What writes of tasks alone is this job's own doing, or a desk's that worked one off. */
  note(event: DeskEvent): boolean {
    if (event.type !== 'changed') return false;
    const ofTasks = event.topics.includes('tasks');
    const named = event.topics.filter((topic) => !(ofTasks && (topic === 'customers' || topic === 'tasks')));
    const owed = named.some((topic) => owedTopics.has(topic));
    const rules = named.some((topic) => ruleTopics.has(topic));
    const facts = named.some((topic) => factTopics.has(topic));
    if (!owed && !rules && !facts) return false;
    this.#owed ||= owed;
    this.#rules ||= rules;
    this.#facts ||= facts;
    const ids = named.filter((topic) => topic.startsWith('customer:')).map((topic) => topic.slice('customer:'.length));
    for (const id of ids) this.#customerIds.add(id);
    if (ids.length === 0 || this.#customerIds.size > mostCustomers) this.#everybody = true;
    return true;
  }

  get any(): boolean {
    return this.#owed || this.#rules || this.#facts;
  }

  /** What to look at, and nothing is left. `customerIds` null: everybody's tasks. */
  take(): {
    readonly customerIds: readonly string[] | null;
    readonly rules: boolean;
    readonly owed: boolean;
    readonly facts: boolean;
  } {
    const taken = {
      customerIds: this.#everybody ? null : [...this.#customerIds],
      rules: this.#rules,
      owed: this.#owed,
      facts: this.#facts,
    };
    this.#customerIds.clear();
    this.#everybody = false;
    this.#rules = false;
    this.#owed = false;
    this.#facts = false;
    return taken;
  }
}
