import type { Internal } from '../../contract/internal.ts';
import type { QueryHandler } from '../../store/handler.ts';
import { dueAlerts } from './dueAlerts.ts';

/** Whether anybody has to be told of a term. */
export const due: QueryHandler<Internal['complaints']['due']> = async (db, _input, ctx) => ({
  due: (await dueAlerts(db, ctx)).length > 0,
});
