import { openTestStore } from './openTestStore.ts';

/** ms */
export const minute = 60_000;
/** The test clock's day: 2026-11-22, 10:30, a Sunday. */
export const today = '2026-11-22';

/** A store with one adviser, one customer with a car, and short ways to book and to move cards. */
export const openDesk = async () => {
  const test = await openTestStore();
  // the first administrator, whose password nobody needs: hashing one takes longer than all the rest
  const setup = { storeName: '一汽大众', city: '北京', admin: '周凯', passwordHash: 'x'.repeat(40) };
  const adviser = (await test.call('store.setup', setup)).staffId;
  const { id: customerId, vehicleId } = await test.call('customers.add', {
    name: '王伟',
    phones: [{ number: '13800138000' }],
    vehicle: { plate: '京A3K927', vin: '1M8GDM9AXKP042788' },
  });
  const book = (input: object = {}) =>
    test.call('appointments.add', { day: today, time: '11:00', vehicleId, adviserId: adviser, ...input });
  const board = (day?: string) => test.call('board.day', day ? { day } : {});
  const move = (card: { id: string; version: number }, to: string) =>
    test.call('board.move', { id: card.id, version: card.version, to });
  return { ...test, adviser, customerId, vehicleId, book, board, move };
};
