import { randomUUID } from 'node:crypto';
import { openConnection } from '../../db/store/connection.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import type { Actor } from '../../db/store/types.ts';
import { openTestStore, refusal } from './openTestStore.ts';

/** ms */
export const minute = 60_000;
export const hour = 60 * minute;
export const dayMs = 24 * hour;

/** Deeds that name the version which the desk saw. */
type Deed =
  | 'investigate'
  | 'propose'
  | 'answer'
  | 'finish'
  | 'askBack'
  | 'close'
  | 'reopen'
  | 'pause'
  | 'resume'
  | 'explainBreach';

/** What each deed is given where a test does not care. */
const usual: Readonly<Record<Deed, object>> = {
  investigate: { text: '技师复测：鼓风机轴承异响' },
  propose: { text: '更换鼓风机总成，赠保养一次', channel: 'phone' },
  answer: { accepted: true },
  finish: { text: '已更换，试车无异响' },
  askBack: { answer: 'yes', channel: 'phone', score: 5 },
  close: { outcome: 'solved', cause: 'partDefect' },
  reopen: { reason: '客户说又响了' },
  pause: { reason: 'vehicle' },
  resume: {},
  explainBreach: { clock: 'solve', reason: '等厂家发件' },
};

/** A store with a manager, an officer of customer service, a customer with a car bought half a year ago, and short ways to complain. */
export const openComplaintDesk = async () => {
  const test = await openTestStore();
  const setup = { storeName: '一汽大众', city: '北京', admin: '周凯', passwordHash: 'x'.repeat(40) };
  const managerId: string = (await test.call('store.setup', setup)).staffId;
  const officerId = randomUUID();
  const connection = openConnection(storeFileOf(test.dataDir));
  connection
    .prepare('INSERT INTO staff (id, name, displayName, role, passwordHash, createdAt) VALUES (?, ?, ?, ?, ?, ?)')
    .run(officerId, 'hejing', '何静', 'service', 'x'.repeat(40), test.clock.now);
  connection.close();
  const officer: Actor = { kind: 'staff', id: officerId, name: '何静', role: 'service', desk: 'test' };
  const { id: customerId, vehicleId } = await test.call('customers.add', {
    name: '王伟',
    phones: [{ number: '13800138000' }],
    vehicle: { plate: '京A3K927', vin: '1M8GDM9AXKP042788' },
  });
  await test.call('vehicles.update', {
    id: vehicleId,
    version: 1,
    plate: '京A3K927',
    vin: '1M8GDM9AXKP042788',
    deliveryDay: '2026-06-01',
  });
  const facts = {
    channel: 'phone',
    title: '空调异响返修两次未好',
    what: '空调 2 挡有“哒哒”声，9 月、11 月各修一次仍响',
    remedy: '换新件并补偿',
    severity: 'minor',
    category: 'product.aircon',
    customerId,
    vehicleId,
  };
  const add = async (input: object = {}): Promise<string> =>
    (await test.call('complaints.add', { ...facts, ...input }, officer)).id;
  const page = (id: string) => test.call('complaints.get', { id });
  const versionOf = async (id: string): Promise<number> => (await page(id)).complaint.version;
  const deed = async (id: string, verb: Deed, input: object = {}) => {
    const manager = verb === 'explainBreach' ? { managerId } : {};
    const version = await versionOf(id);
    return test.call(`complaints.${verb}`, { id, version, ...usual[verb], ...manager, ...input }, officer);
  };
  const contact = (id: string, input: object = {}) =>
    test.call('complaints.contact', { id, kind: 'contact', channel: 'phone', text: '已联系', ...input }, officer);
  /** Step by step up to one of them, each a minute after the last. */
  const bring = async (id: string, ...verbs: readonly (Deed | 'contact')[]): Promise<void> => {
    for (const verb of verbs) {
      test.clock.now += minute;
      if (verb === 'contact') await contact(id);
      else await deed(id, verb);
    }
  };
  const change = async (id: string, input: object) =>
    test.call('complaints.update', { id, version: await versionOf(id), ...facts, ...input }, officer);
  const refused = async (id: string, verb: Deed, input: object = {}) => (await refusal(deed(id, verb, input))).reason;
  const list = (input: object = {}, actor: Actor = officer) => test.call('complaints.list', input, actor);
  const numbers = async (input: object = {}): Promise<string[]> =>
    (await list(input)).rows.map((row: { number: string }) => row.number);
  return {
    ...test,
    managerId,
    officerId,
    officer,
    customerId,
    vehicleId,
    facts,
    add,
    page,
    versionOf,
    deed,
    contact,
    bring,
    change,
    refused,
    list,
    numbers,
  };
};
export type ComplaintDesk = Awaited<ReturnType<typeof openComplaintDesk>>;

/** From the first word to the archive. */
export const wholeLife = ['contact', 'investigate', 'propose', 'answer', 'finish', 'askBack', 'close'] as const;
