import { badField, CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { checkCounts, checklistOf } from '../../domain/deliveries/checklist.ts';
import { dayOf } from '../../domain/zonedTime.ts';
import type { CommandHandler } from '../../store/handler.ts';
import { settingsOn } from '../settings/settingsOn.ts';
import { keptChecksOf } from './checks.ts';
import { carOf, change, openDelivery, writeMove } from './record.ts';
import { reviveTasks } from './reviveTasks.ts';

/** What was forgotten that long ago is entered as a vehicle's delivery day, ms. */
const longestAgo = 30 * 86_400_000;

/**
 * 交付: the keys are in the customer's hand. The car's delivery day and the customer's stage are written as tracked rows, so that undo
 * puts back all of it; what the letter and the first call run from is the delivery itself (`tasks/found/delivered.ts`).
 */
export const deliver: CommandHandler<Contract['deliveries']['deliver']> = async (db, input, ctx) => {
  const row = await openDelivery(db, input);
  const car = await carOf(db, row);
  const now = ctx.now();
  const at = input.at ?? now;
  if (at > now) throw badField('at', 'delivery-ahead');
  if (at < now - longestAgo) throw badField('at', 'delivery-too-long-ago');
  const { deliveryChecklist: items } = await settingsOn(db, ctx.today());
  const list = checklistOf(items, keptChecksOf(row));
  const { done, of } = checkCounts(list);
  if (done < of && input.note === null) {
    const fields = [{ path: 'note', reason: 'checklist-open' }];
    throw new CareError('VALIDATION', { fields, values: { count: of - done } });
  }
  const owner = row.customerId;
  const bought = { deliveryDay: dayOf(at, ctx.timeZone), purchasedHere: 1 };
  await ctx.rows.update('vehicle', { id: car.id, version: null }, bought, { owner });
  const { stage } = await db.selectFrom('customer').select('stage').where('id', '=', owner).executeTakeFirstOrThrow();
  if (stage === 'prospect') {
    await ctx.rows.update('customer', { id: owner, version: null }, { stage: 'current' }, { owner });
    await ctx.reindex(owner);
  }
  await reviveTasks(db, row, at, ctx);
  const saved = await change(ctx, row, {
    step: 'delivered',
    stepAt: at,
    deliveredAt: at,
    checks: JSON.stringify(list),
  });
  await writeMove(ctx, row, 'delivered', { at, note: input.note });
  // the letter and the first call are looked for at once
  ctx.touch('delivered');
  return saved;
};
