import { notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { addMonths } from '../../domain/day.ts';
import { servicePlan } from '../../domain/servicePlan.ts';
import type { QueryHandler } from '../../store/handler.ts';
import { settingsOn } from '../settings/settings.ts';

/** 贴身服务计划, by the store's 养护项目 of today. */
export const plan: QueryHandler<Contract['vehicles']['plan']> = async (db, { vehicleId }, ctx) => {
  const row = await db
    .selectFrom('vehicle')
    .innerJoin('customer', 'customer.id', 'vehicle.customerId')
    .selectAll('vehicle')
    .select(['customer.name as customerName', 'customer.licenceEndDay'])
    .where('vehicle.id', '=', vehicleId)
    .where('vehicle.deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('vehicle');
  const log = await db.selectFrom('mileageLog').select(['day', 'km']).where('vehicleId', '=', row.id).execute();
  const store = await db.selectFrom('store').select('name').executeTakeFirstOrThrow();
  const { servicePlan: rules } = await settingsOn(db, ctx.today());
  const use = row.use as 'private';
  const planned = servicePlan(
    {
      deliveryDay: row.deliveryDay ?? row.purchaseDay,
      lastVisitDay: row.lastVisitDay,
      log,
      insuranceEndDay: row.insuranceEndDay,
      inspectionDueDay: row.inspectionDueDay,
      warrantyEndDay: row.warrantyEndDay,
      warrantyKm: row.warrantyKm,
      licenceEndDay: row.licenceEndDay,
      roadConditions: row.roadConditions,
      use,
      electric: row.energy === 'electric',
    },
    rules,
    ctx.today(),
  );
  return {
    storeName: store.name,
    customerName: row.customerName,
    plate: row.plate,
    vin: row.vin,
    model: [row.brand, row.series, row.model].filter(Boolean).join(' '),
    madeDay: ctx.today(),
    untilDay: addMonths(ctx.today(), rules.horizonMonths),
    mileage: planned.mileage && { ...planned.mileage },
    kmPerYear: planned.kmPerYear,
    kmAssumed: planned.kmAssumed,
    use,
    roadConditions: row.roadConditions,
    severe: planned.severe,
    severeBy: [...planned.severeBy],
    severePercent: rules.severePercent,
    rows: planned.rows.map((one) => ({ ...one, items: [...one.items] })),
  };
};
