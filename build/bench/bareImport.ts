import { pinyin } from '../../db/domain/personName.ts';
import type { Connection } from '../../db/store/connection.ts';
import { idMaker } from '../../db/store/ids.ts';
import { searchDocuments } from '../../db/store/searchDocuments.ts';

/** The rows of an import, known to be good, written and indexed in one transaction of prepared statements. */
export const bareImport = (connection: Connection, rows: readonly (readonly (string | number)[])[]): void => {
  const newId = idMaker(Date.now);
  const documents = searchDocuments(connection);
  const customer = connection.prepare(
    'INSERT INTO customer (id, kind, name, pinyin, gender, residentId, note, createdAt, updatedAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const phone = connection.prepare(
    "INSERT INTO customerPhone (customerId, position, number, kind, label) VALUES (?, 0, ?, 'mobile', 'mobile')",
  );
  const vehicle = connection.prepare(
    `INSERT INTO vehicle (id, customerId, plate, vin, brand, series, model, color, purchaseDay, deliveryDay, insuranceEndDay,
      inspectionDueDay, lastMileage, lastMileageDay, openingSpendFen, createdAt, updatedAt)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const reading = connection.prepare("INSERT INTO mileageLog (vehicleId, day, km, source) VALUES (?, ?, ?, 'import')");
  const policy = connection.prepare(
    "INSERT INTO policy (id, vehicleId, kind, endDay, source) VALUES (?, ?, 'commercial', ?, 'import')",
  );
  const change = connection.prepare(
    "INSERT INTO changeLog (command, entity, entityId, ownerId, version, op) VALUES (1, ?, ?, ?, 1, 'insert')",
  );
  const known = connection.prepare('SELECT id FROM vehicle WHERE vin = ? AND deletedAt IS NULL');
  const person = connection.prepare('SELECT customerId FROM customerPhone WHERE number = ?');
  connection
    .transaction(() => {
      for (const cells of rows) {
        const at = Date.now();
        const [name = '', sex, number = '', residentId, plate = '', vin = '', brand, series, model, color, ...rest] =
          cells;
        const [purchased, delivered, insured, inspected, seen, km = 0, spent = 0, note] = rest;
        const day = (cell: string | number | undefined): string => String(cell).replaceAll('/', '-');
        if (known.get(vin) || person.get(number)) continue;
        const id = newId();
        const spelled = pinyin(String(name)).spaced;
        customer.run(
          id,
          'person',
          name,
          spelled,
          sex === '男' ? 'male' : 'female',
          residentId || null,
          note || null,
          at,
          at,
        );
        phone.run(id, number);
        const vehicleId = newId();
        const days = [day(purchased), day(delivered), day(insured), day(inspected)];
        const fen = Math.round(Number(spent) * 100);
        vehicle.run(vehicleId, id, plate, vin, brand, series, model, color, ...days, km, day(seen), fen, at, at);
        reading.run(vehicleId, day(seen), km);
        policy.run(newId(), vehicleId, day(insured));
        for (const [entity, entityId] of [
          ['customer', id],
          ['vehicle', vehicleId],
          ['policy', vehicleId],
        ]) {
          change.run(entity, entityId, id);
        }
        const text = (value: string | number): string[] => [String(value)];
        documents.add({
          customerId: id,
          name: String(name),
          pinyin: spelled,
          phones: text(number),
          plates: text(plate),
          vins: text(vin),
          cards: [],
        });
      }
    })
    .immediate();
};
