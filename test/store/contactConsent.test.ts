import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CallRow } from '../../db/contract/tasks.ts';
import { type ContactDesk, dayMs, hour, openContactDesk, rules } from './contactDesk.ts';

type Channel = 'call' | 'message' | 'letter';
type Purpose = 'duty' | 'care' | 'marketing';
const channels: readonly Channel[] = ['call', 'message', 'letter'];
const people = 3;
/** What the first agrees to from the beginning, and the second; the third was never asked. */
const granted: readonly (readonly string[])[] = [
  ['marketingPhone', 'marketingSms', 'wechat', 'childData'],
  ['marketingPhone', 'wechat'],
];
const uncounted: readonly string[] = ['noAnswer', 'busy', 'off', 'callBack', 'emptyNumber', 'wrongPerson'];

/** What should hold, kept without any of the store's cleverness. */
interface Model {
  readonly ids: string[];
  readonly children: string[];
  readonly said: Map<string, string>[];
  readonly contacts: {
    readonly person: number;
    readonly at: number;
    readonly outcome: string;
    readonly free: boolean;
  }[];
  readonly tasks: Map<
    string,
    { readonly person: number; readonly channel: Channel; readonly purpose: Purpose; readonly child: boolean }
  >;
  perMonth: number;
}

const person = fc.nat(people - 1);
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('say' as const),
      person,
      purpose: fc.constantFrom('marketingSms', 'marketingPhone', 'wechat', 'reminders', 'childData'),
      state: fc.constantFrom('granted', 'granted', 'granted', 'granted', 'refused', 'withdrawn'),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constant('task' as const),
      person,
      channel: fc.constantFrom(...channels),
      purpose: fc.constantFrom<Purpose>('duty', 'care', 'care', 'marketing', 'marketing'),
      child: fc.constantFrom(true, false, false, false),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constant('call' as const),
      row: fc.nat(people - 1),
      outcome: fc.constantFrom(
        ...([
          'connected',
          'noAnswer',
          'busy',
          'off',
          'callBack',
          'refused',
          'emptyNumber',
          'wrongPerson',
          'booked',
        ] as const),
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant('send' as const),
      channel: fc.constantFrom<Channel>('message', 'letter'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('never' as const), person }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('wait' as const), hours: fc.constantFrom(1, 4, 20, 24 * 9) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const begin = async (perMonth: number): Promise<{ desk: ContactDesk; model: Model }> => {
  const desk = await openContactDesk();
  const { contactRules } = (await desk.call('settings.get')).values;
  await desk.call('settings.update', { values: { contactRules: { ...contactRules, perMonth } } });
  const model: Model = { ids: [], children: [], said: [], contacts: [], tasks: new Map(), perMonth };
  for (let i = 0; i < people; i++) {
    const id = await desk.customer({ name: `客${i}` });
    const birthday = { calendar: 'solar', year: 2020, month: 11, day: 22 };
    const { relationId } = await desk.call('customers.addRelation', { id, kind: 'child', name: '小雨', birthday });
    model.ids.push(id);
    model.children.push(relationId);
    model.said.push(new Map((granted[i] ?? []).map((purpose) => [purpose, 'granted'])));
    for (const purpose of granted[i] ?? []) await desk.consent(purpose, 'granted', id);
  }
  return { desk, model };
};

const isNo = (state: string | undefined): boolean => state === 'refused' || state === 'withdrawn';

/** The rule of consent, written down once more. */
const mayBe = (model: Model, taskId: string): boolean => {
  const task = model.tasks.get(taskId);
  if (!task) throw new Error('unknown task');
  if (task.purpose === 'duty') return true;
  const said = model.said[task.person] ?? new Map<string, string>();
  if (task.child && said.get('childData') !== 'granted') return false;
  if (task.purpose === 'care') return !isNo(said.get('reminders'));
  const apply = {
    call: ['marketingPhone'],
    message: ['marketingSms', 'wechat'],
    letter: ['marketingPhone', 'marketingSms', 'wechat'],
  }[task.channel].map((purpose) => said.get(purpose));
  return apply.includes('granted') && !apply.some(isNo);
};

const spentIn = (model: Model, who: number, now: number): number =>
  model.contacts.filter(
    ({ person: each, at, outcome }) => each === who && at > now - 30 * dayMs && !uncounted.includes(outcome),
  ).length;

/** A contact that the list offered: within consent and, unless something is owed, within the budget. */
const noted = (model: Model, customerId: string, taskIds: readonly string[], outcome: string, now: number): void => {
  const who = model.ids.indexOf(customerId);
  for (const id of taskIds) expect(mayBe(model, id)).toBe(true);
  const free = taskIds.every((id) => model.tasks.get(id)?.purpose === 'duty');
  if (!free) expect(spentIn(model, who, now)).toBeLessThan(model.perMonth);
  model.contacts.push({ person: who, at: now, outcome, free });
};

const run = async ({ call, task, consent, record, day, clock, officer }: ContactDesk, model: Model, made: Step) => {
  clock.now += 60_000;
  switch (made.what) {
    case 'say':
      await consent(made.purpose, made.state, model.ids[made.person]);
      model.said[made.person]?.set(made.purpose, made.state);
      return;
    case 'task': {
      const { channel, purpose } = made;
      const child = made.child && purpose !== 'duty';
      const id = task({
        ...{ ruleId: child ? rules.family : rules.insurance, customerId: model.ids[made.person] },
        ...{ channel, purpose, subjectId: child ? model.children[made.person] : null, lastDay: '2027-12-31' },
      });
      model.tasks.set(id, { person: made.person, channel, purpose, child });
      return;
    }
    case 'call': {
      const { rows } = (await day()) as { rows: CallRow[] };
      const row = rows[made.row % Math.max(rows.length, 1)];
      if (!row) return;
      const taskIds = row.reasons.map(({ taskId }) => taskId);
      noted(model, row.customerId, taskIds, made.outcome, clock.now);
      const nextAt = made.outcome === 'callBack' ? clock.now + 5 * hour : null;
      await record(made.outcome, taskIds, { customerId: row.customerId, nextAt });
      return;
    }
    case 'send': {
      const batch = { channel: made.channel, customerIds: model.ids };
      const { rows } = await call('tasks.texts', batch, officer);
      for (const row of rows) noted(model, row.customerId, row.taskIds, 'sent', clock.now);
      const sent = await call('tasks.send', batch, officer);
      const who = (list: { customerId: string }[]) => list.map(({ customerId }) => customerId);
      expect(who(sent.rows)).toEqual(who(rows));
      for (const { customerId, phone } of sent.rows) {
        const tasks = rows.find((row: { customerId: string }) => row.customerId === customerId).taskIds;
        const isAd = tasks.some((id: string) => model.tasks.get(id)?.purpose === 'marketing');
        const said = model.said[model.ids.indexOf(customerId)];
        if (phone !== null && isAd) expect(said?.get('marketingSms')).toBe('granted');
      }
      return;
    }
    case 'never': {
      const customerId = model.ids[made.person];
      await call('tasks.refuse', { customerId, taskIds: [] }, officer);
      model.contacts.push({ person: made.person, at: clock.now, outcome: 'never', free: true });
      for (const purpose of ['marketingSms', 'marketingPhone', 'wechat', 'reminders']) {
        model.said[made.person]?.set(purpose, 'refused');
      }
      return;
    }
    case 'wait':
      clock.now += made.hours * hour;
  }
};

/** Whatever was done, of every channel: who is listed may be, who is owed something is, and nobody is lost between the two. */
const check = async ({ call, day, connection, clock }: ContactDesk, model: Model): Promise<void> => {
  for (const channel of channels) {
    const { rows, count, leftOut, matched } = await day({ channel });
    const open = connection
      .prepare("SELECT id, customerId, purpose, nextAt FROM task WHERE state = 'open' AND channel = ?")
      .all(channel) as { id: string; customerId: string; purpose: string; nextAt: number | null }[];
    expect(matched).toBe(new Set(open.map(({ customerId }) => customerId)).size);
    const out = leftOut.reduce((sum: number, each: { count: number }) => sum + each.count, 0);
    expect([rows.length, count + out]).toEqual([count, matched]);
    expect((await call('tasks.leftOut', { channel })).count).toBe(out);
    const listed = new Set((rows as CallRow[]).flatMap(({ reasons }) => reasons.map(({ taskId }) => taskId)));
    for (const id of listed) expect(mayBe(model, id)).toBe(true);
    for (const { id, purpose, nextAt } of open) {
      if (purpose === 'duty' && (nextAt ?? 0) <= clock.now) expect(listed).toContain(id);
    }
  }
  for (let who = 0; who < people; who++) {
    const asked = model.contacts.filter(
      ({ person: each, at, outcome, free }) =>
        each === who && !free && at > clock.now - 30 * dayMs && !uncounted.includes(outcome),
    );
    expect(asked.length).toBeLessThanOrEqual(model.perMonth);
  }
};

it('no consent, no advertising; no more contacts than the budget; nobody lost, and nothing owed held back', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3 }),
      fc.array(step, { minLength: 15, maxLength: 40, size: 'max' }),
      async (perMonth, steps) => {
        const { desk, model } = await begin(perMonth);
        for (const made of steps) {
          await run(desk, model, made);
          await check(desk, model);
        }
        desk.connection.close();
      },
    ),
    { numRuns: 30 },
  );
}, 120_000);
