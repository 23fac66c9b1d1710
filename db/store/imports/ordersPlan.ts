import type { RowProblem } from '../../domain/import/cell.ts';
import type { ServiceOrderRow } from '../../domain/import/serviceOrderRow.ts';
import { instantOf } from '../../domain/zonedTime.ts';
import type { BulkWriter, Columns } from './bulkWriter.ts';
import type { PlanContext } from './planContext.ts';
import { type Planned, type Planner, refused } from './planned.ts';

interface Owned {
  readonly id: string;
  readonly customerId: string;
}

interface StoredVisit {
  readonly id: string;
  readonly vehicleId: string;
  readonly customerId: string;
  readonly version: number;
  readonly voidedAt: number | null;
  readonly day: string;
  readonly arrivedAt: number;
  readonly mileage: number | null;
  readonly adviser: string | null;
  readonly amountFen: number;
  readonly lines: number;
  readonly category: string;
}

/** An old system's order without a time of day is filed at noon, so that no time zone moves its day. */
const unknownTime = '12:00';

const unknownVehicle: RowProblem = { column: 'vin', code: 'vehicle-unknown', level: 'error' };
const repeatedOrder: RowProblem = { column: 'orderNo', code: 'order-repeated', level: 'error' };

/**
 * Workshop orders (工单). Within a file the first row of an order number wins. Against the store the same number for the same
 * vehicle is the same order, or one whose amount or day was corrected; for another vehicle it is repeated and refused. Nothing
 * dated before the go-live day earns points (启用日).
 */
export const ordersPlan = (context: PlanContext, timeZone: string): Planner<ServiceOrderRow> => {
  const { connection } = context;
  const byVin = connection.prepare<[string], Owned>(
    "SELECT id, customerId FROM vehicle WHERE vin = ? AND deletedAt IS NULL ORDER BY status = 'active' DESC",
  );
  const byPlate = connection.prepare<[string], Owned>(
    "SELECT id, customerId FROM vehicle WHERE plate = ? AND deletedAt IS NULL AND status = 'active' LIMIT 2",
  );
  const storedVisit = connection.prepare<[string], StoredVisit>(
    `SELECT v.id, v.vehicleId, v.customerId, v.version, v.voidedAt, v.day, v.arrivedAt, v.mileage, v.adviser, v.amountFen,
       (SELECT count(*) FROM visitLine WHERE visitId = v.id) AS lines, l.category
     FROM visit v LEFT JOIN visitLine l ON l.visitId = v.id AND l.position = 0 WHERE v.orderNo = ? AND v.deletedAt IS NULL`,
  );
  const goLiveDay =
    connection.prepare<[], string | null>('SELECT goLiveDay FROM store').pluck(true).get() ?? context.today;
  const seen = new Set<string>();
  const vehicles = new Map<string, Owned | null>();

  /** By VIN; by plate only where the order has no VIN and the plate is one vehicle's alone. */
  const vehicleOf = (row: ServiceOrderRow): Owned | null => {
    const key = row.vin ?? `plate:${row.plate ?? ''}`;
    let found = vehicles.get(key);
    if (found === undefined) {
      const plates = row.vin || !row.plate ? [] : byPlate.all(row.plate);
      const [only, ...more] = plates;
      found = (row.vin ? byVin.get(row.vin) : more.length === 0 ? only : undefined) ?? null;
      vehicles.set(key, found);
    }
    return found;
  };

  const lineOf = (row: ServiceOrderRow, visitId: string): Columns => ({
    visitId,
    position: 0,
    category: row.category,
    description: row.description,
    amountFen: row.amountFen,
    listFen: row.listFen,
    costFen: row.costFen,
  });

  const writeReading = (writer: BulkWriter, row: ServiceOrderRow, vehicleId: string, visitId: string): void => {
    if (row.mileage === null) return;
    writer.insertBeside('mileageLog', { vehicleId, day: row.arrivedDay, km: row.mileage, source: `visit:${visitId}` });
  };

  const corrected = (row: ServiceOrderRow, stored: StoredVisit): Planned => {
    const changes: string[] = [];
    if (stored.day !== row.arrivedDay) changes.push('arrivedDay');
    if (stored.amountFen !== row.amountFen) changes.push('amount');
    if (stored.category !== row.category) changes.push('category');
    if (row.mileage !== null && stored.mileage !== row.mileage) changes.push('mileage');
    if (row.adviser !== null && stored.adviser !== row.adviser) changes.push('adviser');
    // one with several lines was entered at the desk, a void one was taken back there: the file's single line knows less
    if (changes.length === 0 || stored.lines > 1 || stored.voidedAt !== null) {
      return { fate: 'same', problems: [], changes: [], write: null };
    }
    const arrivedAt = instantOf(row.arrivedDay, row.arrivedTime ?? unknownTime, timeZone);
    const after = {
      day: row.arrivedDay,
      arrivedAt,
      amountFen: row.amountFen,
      mileage: row.mileage ?? stored.mileage,
      adviser: row.adviser ?? stored.adviser,
    };
    const before = {
      day: stored.day,
      arrivedAt: stored.arrivedAt,
      amountFen: stored.amountFen,
      mileage: stored.mileage,
      adviser: stored.adviser,
    };
    return {
      fate: 'changed',
      problems: [],
      changes,
      write: (writer) => {
        writer.patchVisit(
          { id: stored.id, ownerId: stored.customerId, version: stored.version },
          before,
          after,
          lineOf(row, stored.id),
        );
        if (changes.includes('mileage')) {
          writer.deleteReading(stored.vehicleId, stored.id);
          writeReading(writer, row, stored.vehicleId, stored.id);
        }
        writer.touchVehicle(stored.vehicleId, stored.customerId);
        if (stored.day >= goLiveDay || row.arrivedDay >= goLiveDay) writer.settleLater(stored.id);
      },
    };
  };

  return {
    next: (row) => {
      if (seen.has(row.orderNo)) return refused('repeated', repeatedOrder);
      seen.add(row.orderNo);
      const vehicle = vehicleOf(row);
      if (!vehicle) return refused('unknownVehicle', unknownVehicle);
      const stored = storedVisit.get(row.orderNo);
      if (stored && stored.vehicleId !== vehicle.id) return refused('repeated', repeatedOrder);
      if (stored) return corrected(row, stored);
      const id = context.newId();
      return {
        fate: 'new',
        problems: [],
        changes: [],
        write: (writer) => {
          const arrivedAt = instantOf(row.arrivedDay, row.arrivedTime ?? unknownTime, timeZone);
          writer.insert('visit', id, vehicle.customerId, {
            orderNo: row.orderNo,
            vehicleId: vehicle.id,
            customerId: vehicle.customerId,
            arrivedAt,
            // an order of the other system is a settled bill: its points wait for nothing
            paidAt: arrivedAt,
            day: row.arrivedDay,
            mileage: row.mileage,
            adviser: row.adviser,
            note: row.note,
            amountFen: row.amountFen,
          });
          writer.insertBeside('visitLine', lineOf(row, id));
          writeReading(writer, row, vehicle.id, id);
          writer.touchVehicle(vehicle.id, vehicle.customerId);
          if (row.arrivedDay >= goLiveDay) writer.settleLater(id);
        },
      };
    },
  };
};
