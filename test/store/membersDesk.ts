import { randomUUID } from 'node:crypto';
import { instantOf } from '../../db/domain/zonedTime.ts';
import { openConnection } from '../../db/store/connection.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import { admin, openTestStore, type TestStore } from './openTestStore.ts';

export interface Person {
  readonly id: string;
  readonly vehicleId: string;
}
export interface Joined {
  readonly membershipId: string;
  readonly cardId: string;
  readonly cardNumber: string;
  readonly validThrough: string;
}

const zone = 'Asia/Shanghai';

/** A store whose go-live day is long ago, and short ways to do what the member desk does. */
export const membersDesk = async () => {
  const test: TestStore = await openTestStore();
  let cars = 0;
  /** the clock to a day and time of the store */
  const at = (day: string, time = '10:30'): void => {
    test.clock.now = instantOf(day, time, zone);
  };
  const person = async (name = '王伟', vehicle: object = {}): Promise<Person> => {
    cars++;
    const plate = `京A${String(10_000 + cars)}`;
    const { id } = await test.call('customers.add', { name });
    const added = await test.call('vehicles.add', { customerId: id, plate, ...vehicle });
    return { id, vehicleId: added.id };
  };
  const visit = async (
    who: Person,
    amounts: Record<string, number>,
    arrivedAt = test.clock.now,
  ): Promise<{ id: string; version: number }> => {
    const { id, version } = await test.call('visits.add', {
      requestId: randomUUID(),
      vehicleId: who.vehicleId,
      arrivedAt,
      lines: Object.entries(amounts).map(([category, amountFen]) => ({ category, amountFen })),
    });
    return { id, version };
  };
  const join = (who: Person, input: object = {}): Promise<Joined> =>
    test.call('members.join', { customerId: who.id, mode: 'fee', tier: 'silver', receiptNo: 'S-1', ...input });
  const page = (id: string) => test.call('members.get', { id });
  const tierOf = async (id: string): Promise<string> => (await page(id)).membership.tier;
  const versionOf = async (id: string): Promise<number> => (await page(id)).membership.version;
  /** a command on a membership as it stands now */
  const change = async (name: string, id: string, input: object) =>
    test.call(`members.${name}`, { id, version: await versionOf(id), ...input });
  const cardOf = async (id: string, cardId: string) =>
    (await page(id)).cards.find((card: { id: string }) => card.id === cardId);
  const setCard = async (id: string, cardId: string, state: string) =>
    test.call('members.setCardState', {
      ...{ cardId, version: (await cardOf(id, cardId)).version, state, reason: '测试' },
    });
  const policy = (who: Person, startDay: string, premiumFen: number, more: object = {}) =>
    test.call('vehicles.addPolicy', {
      ...{ id: who.vehicleId, kind: 'commercial', startDay, premiumFen, boughtHere: true },
      endDay: `${Number(startDay.slice(0, 4)) + 1}${startDay.slice(4)}`,
      ...more,
    });
  const settings = async (values: object, fromDay?: string) => {
    const { values: now } = await test.call('settings.get');
    const merged = Object.fromEntries(
      Object.entries(values).map(([key, value]) => [key, Array.isArray(value) ? value : { ...now[key], ...value }]),
    );
    return test.call('settings.update', { values: merged, ...(fromDay ? { fromDay } : {}) }, admin);
  };
  const rows = <T>(statement: string, ...values: unknown[]): T[] => {
    const connection = openConnection(storeFileOf(test.dataDir), { readonly: true });
    try {
      return connection.prepare<unknown[], T>(statement).all(...values);
    } finally {
      connection.close();
    }
  };
  /** written past the store, as an older one would have it */
  const plant = (statement: string): void => {
    const connection = openConnection(storeFileOf(test.dataDir));
    connection.exec(statement);
    connection.close();
  };
  return {
    ...test,
    ...{ at, person, visit, join, page, tierOf, versionOf, change, cardOf, setCard, policy, settings, rows, plant },
  };
};
export type MembersDesk = Awaited<ReturnType<typeof membersDesk>>;
