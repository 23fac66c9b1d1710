import type { DeliveryPage, DeliveryRow } from '../../db/contract/deliveries.ts';
import { refusal } from './openTestStore.ts';
import { openTaskDesk } from './taskDesk.ts';

type Deed = 'update' | 'move' | 'check' | 'deliver' | 'cancel' | 'reopen';

/** A store with a buyer whose car waits for its delivery, and short ways to bring it on. */
export const openDeliveryDesk = async () => {
  const desk = await openTaskDesk();
  const { call } = desk;
  const { id: customerId } = await call('customers.add', {
    name: '苏晓',
    phones: [{ number: '13900001234' }],
    interests: ['自驾', '摄影'],
  });
  const vehicle = { series: '奇骏', vin: '1M8GDM9AXKP042788', color: '珠光白' };
  const plan = async (input: object = {}): Promise<string> =>
    (await call('deliveries.add', { customerId, vehicle, plannedDay: '2026-11-25', plannedTime: '10:00', ...input }))
      .id;
  const page = (id: string): Promise<DeliveryPage> => call('deliveries.get', { id });
  const deed = async (id: string, verb: Deed, input: object = {}) =>
    call(`deliveries.${verb}`, { id, version: (await page(id)).version, ...input });
  const board = async (): Promise<DeliveryRow[]> => (await call('deliveries.board')).rows;
  const past = async (input: object = {}): Promise<string[]> =>
    (await call('deliveries.past', input)).rows.map((row: DeliveryRow) => row.id);
  const undo = async (): Promise<void> => {
    const [last] = (await call('changes.recent', { limit: 1 })).rows;
    await call('changes.undo', { command: last.command });
  };
  const refused = async (asked: Promise<unknown>): Promise<string> => {
    const { reason, fields } = await refusal(asked);
    return fields?.[0] ?? reason ?? '';
  };
  const facts = async (): Promise<{ deliveryDay: string | null; purchasedHere: boolean; stage: string }> => {
    const { vehicles, customer } = await call('customers.get', { id: customerId });
    return {
      deliveryDay: vehicles[0].deliveryDay,
      purchasedHere: vehicles[0].purchasedHere,
      stage: customer.stage,
    };
  };
  return { ...desk, customerId, vehicle, plan, page, deed, board, past, undo, refused, facts };
};
