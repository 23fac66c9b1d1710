import { sql } from 'kysely';
import type { DeliveryRow } from '../../contract/deliveries.ts';
import { type ChecklistItem, checkCounts } from '../../domain/deliveries/checklist.ts';
import { maskPhone } from '../../domain/phone.ts';
import type { ReadDb } from '../../store/handler.ts';
import { checksOf } from './checks.ts';

/** Deliveries (d) with their customer (c), vehicle (v), adviser (s) and all else that a row shows; narrowed and ordered by the caller. */
export const deliverySelection = (db: ReadDb) =>
  db
    .selectFrom('delivery as d')
    .innerJoin('customer as c', 'c.id', 'd.customerId')
    .innerJoin('vehicle as v', 'v.id', 'd.vehicleId')
    .leftJoin('staff as s', 's.id', 'd.adviserId')
    .selectAll('d')
    .select([
      'c.name',
      'v.plate',
      'v.vin',
      'v.brand',
      'v.series',
      'v.model',
      'v.color',
      's.displayName as adviserName',
      sql<
        string | null
      >`(SELECT f.number FROM customerPhone f WHERE f.customerId = c.id ORDER BY f.position LIMIT 1)`.as('phone'),
      sql<number>`(SELECT count(*) FROM attachment a WHERE a.subject = 'delivery' AND a.subjectId = d.id
        AND a.deletedAt IS NULL)`.as('photos'),
    ])
    .where('d.deletedAt', 'is', null);

export type SelectedDelivery = Awaited<ReturnType<ReturnType<typeof deliverySelection>['execute']>>[number];

/** @param items the store's checklist of today */
export const deliveryRowOf = (row: SelectedDelivery, items: readonly ChecklistItem[], today: string): DeliveryRow => ({
  id: row.id,
  version: row.version,
  step: row.step as 'pdi',
  stepAt: row.stepAt,
  customerId: row.customerId,
  name: row.name,
  phoneMasked: row.phone === null ? null : maskPhone(row.phone),
  vehicleId: row.vehicleId,
  plate: row.plate,
  vin: row.vin,
  model: [row.brand, row.series, row.model].filter(Boolean).join(' '),
  color: row.color,
  plannedDay: row.plannedDay,
  plannedTime: row.plannedTime,
  late: row.plannedDay !== null && row.plannedDay < today && row.deliveredAt === null && row.cancelledAt === null,
  adviserId: row.adviserId,
  adviserName: row.adviserName,
  checks: checkCounts(checksOf(row, items)),
  photos: row.photos,
  deliveredAt: row.deliveredAt,
  cancelledAt: row.cancelledAt,
});
