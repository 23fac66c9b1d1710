import type { Connection } from '../../db/store/connection.ts';
import { idMaker } from '../../db/store/ids.ts';
import { searchDocuments } from '../../db/store/searchDocuments.ts';
import { bareCommand } from './bareCommand.ts';

export interface VisitInput {
  readonly requestId: string;
  readonly vehicleId: string;
  readonly orderNo: string;
  readonly arrivedAt: number;
  readonly day: string;
  readonly mileage: number;
  readonly adviser: string;
  readonly lines: readonly { category: string; description: string; amountFen: number }[];
}

/**
 * A visit with all that is written beside it, in one transaction of prepared statements.
 *
 * @param beside what else the transaction writes for the visit
 */
export const bareVisit = (
  connection: Connection,
  beside: (visitId: string) => void = () => {},
): ((input: VisitInput) => void) => {
  const newId = idMaker(Date.now);
  const documents = searchDocuments(connection);
  const vehicle = connection.prepare<[string], { id: string; customerId: string }>(
    'SELECT id, customerId, deliveryDay FROM vehicle WHERE id = ? AND deletedAt IS NULL',
  );
  const order = connection.prepare('SELECT id FROM visit WHERE orderNo = ? AND deletedAt IS NULL');
  const record = bareCommand(connection);
  const readings = connection.prepare('SELECT day, km FROM mileageLog WHERE vehicleId = ? ORDER BY day DESC LIMIT 1');
  const visit = connection.prepare(
    'INSERT INTO visit (id, orderNo, vehicleId, customerId, arrivedAt, day, mileage, adviser, amountFen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const line = connection.prepare(
    'INSERT INTO visitLine (visitId, position, category, description, amountFen) VALUES (?, ?, ?, ?, ?)',
  );
  const reading = connection.prepare('INSERT INTO mileageLog (vehicleId, day, km, source) VALUES (?, ?, ?, ?)');
  const refreshVehicle = connection.prepare(`UPDATE vehicle SET
      (lastMileageDay, lastMileage) = (SELECT day, km FROM mileageLog WHERE vehicleId = @id ORDER BY day DESC, km DESC LIMIT 1),
      insuranceEndDay = (SELECT max(endDay) FROM policy WHERE vehicleId = @id AND deletedAt IS NULL),
      lastVisitDay = (SELECT max(day) FROM visit WHERE vehicleId = @id AND voidedAt IS NULL AND deletedAt IS NULL
        AND EXISTS (SELECT 1 FROM visitLine WHERE visitId = visit.id
          AND category IN ('maintenanceLabour', 'repairLabour', 'parts', 'bodyPaint', 'accident')))
    WHERE id = @id`);
  const refreshCustomer = connection.prepare(
    'UPDATE customer SET lastVisitDay = (SELECT max(lastVisitDay) FROM vehicle WHERE customerId = @id AND deletedAt IS NULL) WHERE id = @id',
  );
  const add = connection.transaction((input: VisitInput): void => {
    const car = vehicle.get(input.vehicleId);
    if (!car || order.get(input.orderNo)) throw new Error('no such vehicle, or a known order');
    readings.get(car.id);
    const id = newId();
    const amount = input.lines.reduce((sum, each) => sum + each.amountFen, 0);
    visit.run(
      id,
      input.orderNo,
      car.id,
      car.customerId,
      input.arrivedAt,
      input.day,
      input.mileage,
      input.adviser,
      amount,
    );
    input.lines.forEach((each, position) => {
      line.run(id, position, each.category, each.description, each.amountFen);
    });
    reading.run(car.id, input.day, input.mileage, `visit:${id}`);
    refreshVehicle.run({ id: car.id });
    refreshCustomer.run({ id: car.customerId });
    beside(id);
    documents.refresh(car.customerId);
    record({
      requestId: input.requestId,
      action: 'visits.add',
      input,
      result: { id, version: 1, warnings: [] },
      change: { entityId: id, ownerId: car.customerId, version: 1, op: 'insert', before: null, after: null },
    });
  });
  return (input) => add.immediate(input);
};
