import { notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { HandlersOf, QueryHandler, ReadDb } from '../../store/handler.ts';
import { vehicleCardOf } from '../customers/vehicleCards.ts';
import { settingsOn } from '../settings/settings.ts';
import { addMileage, addPolicy, removePolicy } from './log.ts';
import { ownedSince, reactivate, retire, transfer } from './owners.ts';
import { plan } from './plan.ts';
import { add, remove, update } from './save.ts';

/** Who has had it, the present owner first. */
const ownersOf = async (
  db: ReadDb,
  present: { customerId: string; name: string; fromDay: string | null },
  id: string,
) => {
  const past = await db
    .selectFrom('vehicleOwner')
    .innerJoin('customer', 'customer.id', 'vehicleOwner.customerId')
    .select(['customer.id as customerId', 'customer.name', 'vehicleOwner.fromDay', 'vehicleOwner.toDay'])
    .where('vehicleOwner.vehicleId', '=', id)
    .where('vehicleOwner.deletedAt', 'is', null)
    .orderBy('vehicleOwner.toDay', 'desc')
    .orderBy('vehicleOwner.id', 'desc')
    .execute();
  return [{ ...present, toDay: null }, ...past];
};

const get: QueryHandler<Contract['vehicles']['get']> = async (db, input, ctx) => {
  const row = await db
    .selectFrom('vehicle')
    .innerJoin('customer', 'customer.id', 'vehicle.customerId')
    .selectAll('vehicle')
    .select('customer.name as customerName')
    .where('vehicle.id', '=', input.id)
    .where('vehicle.deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('vehicle');
  const { count } = await db
    .selectFrom('visit')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('vehicleId', '=', input.id)
    .where('voidedAt', 'is', null)
    .where('deletedAt', 'is', null)
    .executeTakeFirstOrThrow();
  const mileage = await db
    .selectFrom('mileageLog')
    .select(['day', 'km', 'source'])
    .where('vehicleId', '=', input.id)
    .orderBy('day', 'desc')
    .limit(100)
    .execute();
  const policies = await db
    .selectFrom('policy')
    .selectAll()
    .where('vehicleId', '=', input.id)
    .where('deletedAt', 'is', null)
    .orderBy('endDay', 'desc')
    .execute();
  const settings = await settingsOn(db, ctx.today());
  const present = { customerId: row.customerId, name: row.customerName, fromDay: await ownedSince(db, row) };
  return {
    owners: (await ownersOf(db, present, row.id)).map((owner, index) =>
      index === 0 ? { ...owner, toDay: row.statusDay } : owner,
    ),
    vehicle: { ...vehicleCardOf(row, count, settings), customerId: row.customerId, customerName: row.customerName },
    mileage: mileage.map((reading) => ({ ...reading, source: reading.source.split(':')[0] ?? '' })),
    policies: policies.map((policy) => ({
      id: policy.id,
      version: policy.version,
      kind: policy.kind as 'commercial',
      insurer: policy.insurer,
      policyNo: policy.policyNo,
      startDay: policy.startDay,
      endDay: policy.endDay,
      premiumFen: policy.premiumFen,
      boughtHere: policy.boughtHere === 1,
    })),
  };
};

export const vehicles = {
  get,
  plan,
  add,
  update,
  addMileage,
  addPolicy,
  removePolicy,
  remove,
  transfer,
  retire,
  reactivate,
} satisfies HandlersOf<Contract['vehicles']>;
