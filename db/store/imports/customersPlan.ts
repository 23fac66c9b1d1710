import type { RowProblem } from '../../domain/import/cell.ts';
import { type CustomerRow, hasVehicle } from '../../domain/import/customerRow.ts';
import { kindOfName, nameKey, pinyin } from '../../domain/personName.ts';
import { checkPlate } from '../../domain/plate.ts';
import { birthColumns } from '../../features/customers/rows.ts';
import { writeNote, writePhones } from './besideCustomer.ts';
import type { BulkWriter, Columns } from './bulkWriter.ts';
import type { PlanContext } from './planContext.ts';
import { blanksFilled, type Planned, type Planner, refused } from './planned.ts';

interface KnownCustomer {
  readonly id: string;
  readonly isNew: boolean;
  version: number;
  readonly columns: Record<string, string | number | null>;
  readonly phones: Set<string>;
  readonly notes: Set<string>;
}

interface KnownVehicle {
  readonly id: string;
  readonly customerId: string;
  readonly isNew: boolean;
  version: number;
  readonly columns: Record<string, string | number | null>;
  insuranceEndDay: string | null;
  readonly readings: Set<string>;
}

const customerColumns =
  'gender, residentId, birthCalendar, birthYear, birthMonth, birthDay, birthLeap, wechat, email, address, job, source, adviserId';
const vehicleColumns =
  'plate, vin, brand, series, model, color, energy, purchaseDay, deliveryDay, warrantyEndDay, inspectionDueDay, openingSpendFen, openingVisitDay';

type Row = Record<string, string | number | null>;

/** What the file says of a customer beyond name and phones, as columns. */
const customerOffer = (row: CustomerRow, adviserId: string | null): Columns => ({
  gender: row.gender,
  residentId: row.residentId,
  wechat: row.wechat,
  email: row.email,
  address: row.address,
  job: row.job,
  source: row.source,
  adviserId,
});

const vehicleOffer = (row: CustomerRow): Columns => {
  const plate = row.plate ? checkPlate(row.plate) : null;
  return {
    plate: row.plate,
    vin: row.vin,
    brand: row.brand,
    series: row.series,
    model: row.model,
    color: row.color,
    energy: plate?.ok && plate.kind.startsWith('newEnergy') ? 'electric' : null,
    purchaseDay: row.purchaseDay,
    deliveryDay: row.deliveryDay,
    warrantyEndDay: row.warrantyEndDay,
  };
};

type StoredVehicle = Row & { id: string; customerId: string; version: number; insuranceEndDay: string | null };

const lookups = ({ connection }: PlanContext) => ({
  /** asked by itself: most phones are nobody's yet, and a join takes eight times as long to say so */
  phoneOwners: connection
    .prepare<[string], string>('SELECT customerId FROM customerPhone WHERE number = ?')
    .pluck(true),
  customer: connection.prepare<[string], Row & { id: string; name: string; version: number }>(
    `SELECT id, name, version, ${customerColumns} FROM customer WHERE id = ? AND deletedAt IS NULL`,
  ),
  phones: connection.prepare<[string], string>('SELECT number FROM customerPhone WHERE customerId = ?').pluck(true),
  notes: connection
    .prepare<[string], string>('SELECT text FROM customerNote WHERE customerId = ? AND deletedAt IS NULL')
    .pluck(true),
  /** asked by itself too: sorting the one in use to the front takes four times as long */
  byVin: connection.prepare<[string], { id: string; status: string }>(
    'SELECT id, status FROM vehicle WHERE vin = ? AND deletedAt IS NULL',
  ),
  vehicle: connection.prepare<[string], StoredVehicle>(
    `SELECT id, customerId, version, insuranceEndDay, ${vehicleColumns} FROM vehicle WHERE id = ?`,
  ),
  byPlate: connection.prepare<[string], StoredVehicle>(
    `SELECT id, customerId, version, insuranceEndDay, ${vehicleColumns} FROM vehicle WHERE plate = ? AND deletedAt IS NULL AND status = 'active'`,
  ),
  readings: connection.prepare<[string], { day: string; km: number }>(
    'SELECT day, km FROM mileageLog WHERE vehicleId = ?',
  ),
  adviser: connection
    .prepare<[string], string>('SELECT id FROM staff WHERE displayName = ? AND active = 1')
    .pluck(true),
});

const otherOwner: RowProblem = { column: 'vin', code: 'vehicle-other-owner', level: 'error' };

/**
 * Customers with their vehicles (客户与车辆). The same customer is the same name and first phone; a vehicle is its VIN, or
 * its plate where there is none. What the store knows stays; blanks are filled; a policy that ends later, a new reading, a
 * later inspection and a remark not yet there are added. So the same file twice changes nothing.
 */
export const customersPlan = (context: PlanContext): Planner<CustomerRow> => {
  const find = lookups(context);
  const customers = new Map<string, KnownCustomer>();
  const vehicles = new Map<string, KnownVehicle>();
  const advisers = new Map<string, string | null>();
  // the first import asks an empty store 200,000 questions; one is enough
  const nobodyYet =
    context.connection.prepare('SELECT 1 FROM vehicle UNION ALL SELECT 1 FROM customer LIMIT 1').get() === undefined;

  const adviserOf = (name: string | null): string | null => {
    if (name === null) return null;
    let id = advisers.get(name);
    if (id === undefined) {
      id = find.adviser.get(name) ?? null;
      advisers.set(name, id);
    }
    return id;
  };

  const knownCustomer = (row: CustomerRow, key: string): KnownCustomer | undefined => {
    const seen = customers.get(key);
    if (seen) return seen;
    const phone = row.phones[0]?.number;
    if (!phone || nobodyYet) return undefined;
    const wanted = nameKey(row.name);
    const stored = find.phoneOwners
      .all(phone)
      .flatMap((id) => find.customer.get(id) ?? [])
      .find((each) => nameKey(each.name) === wanted);
    if (!stored) return undefined;
    const { id, version, name: _name, ...columns } = stored;
    const known = {
      id,
      isNew: false,
      version,
      columns,
      phones: new Set(find.phones.all(id)),
      notes: new Set(find.notes.all(id)),
    };
    customers.set(key, known);
    return known;
  };

  const vehicleKeys = (row: { vin: string | null; plate: string | null }): string[] => [
    ...(row.vin ? [`vin:${row.vin}`] : []),
    ...(row.plate ? [`plate:${row.plate}`] : []),
  ];

  /** The one in use, else one that was sold or scrapped. */
  const vehicleOfVin = (vin: string) => {
    const all = find.byVin.all(vin);
    const chosen = all.find(({ status }) => status === 'active') ?? all[0];
    return chosen && find.vehicle.get(chosen.id);
  };

  const knownVehicle = (row: CustomerRow, owner: string | null): KnownVehicle | undefined => {
    const key = row.vin ? `vin:${row.vin}` : `plate:${row.plate ?? ''}`;
    const seen = vehicles.get(key);
    if (seen || nobodyYet) return seen;
    const stored = row.vin
      ? vehicleOfVin(row.vin)
      : row.plate
        ? find.byPlate.all(row.plate).find((each) => owner === null || each.customerId === owner)
        : undefined;
    if (!stored) return undefined;
    const { id, customerId, version, insuranceEndDay, ...columns } = stored;
    const readings = new Set(find.readings.all(id).map((reading) => `${reading.day} ${reading.km}`));
    const known = { id, customerId, isNew: false, version, columns, insuranceEndDay, readings };
    vehicles.set(key, known);
    return known;
  };

  /** What hangs on a vehicle: policy, reading. Gives the writes and the names of what is new. */
  const besideVehicle = (row: CustomerRow, vehicle: KnownVehicle) => {
    const changes: string[] = [];
    const writes: ((writer: BulkWriter) => void)[] = [];
    const { insuranceEndDay } = row;
    if (insuranceEndDay && (vehicle.insuranceEndDay === null || insuranceEndDay > vehicle.insuranceEndDay)) {
      vehicle.insuranceEndDay = insuranceEndDay;
      changes.push('insuranceEndDay');
      const id = context.newId();
      writes.push((writer) =>
        writer.insertBeside('policy', {
          id,
          vehicleId: vehicle.id,
          kind: 'commercial',
          endDay: insuranceEndDay,
          source: context.source,
        }),
      );
    }
    const day = row.lastVisitDay ?? context.today;
    const reading = `${day} ${row.lastMileage ?? ''}`;
    const undated =
      row.lastVisitDay === null && [...vehicle.readings].some((each) => each.endsWith(` ${row.lastMileage ?? ''}`));
    if (row.lastMileage !== null && !vehicle.readings.has(reading) && !undated) {
      const km = row.lastMileage;
      vehicle.readings.add(reading);
      changes.push('lastMileage');
      writes.push((writer) =>
        writer.insertBeside('mileageLog', { vehicleId: vehicle.id, day, km, source: context.source }),
      );
    }
    return { changes, writes };
  };

  const newVehicle = (row: CustomerRow, customerId: string): { id: string; write: (writer: BulkWriter) => void } => {
    const id = context.newId();
    const offer = vehicleOffer(row);
    const vehicle: KnownVehicle = {
      id,
      customerId,
      isNew: true,
      version: 1,
      columns: {
        ...offer,
        inspectionDueDay: row.inspectionDueDay,
        openingSpendFen: row.openingSpendFen ?? 0,
        openingVisitDay: row.lastVisitDay,
      },
      insuranceEndDay: null,
      readings: new Set(),
    };
    for (const key of vehicleKeys(row)) vehicles.set(key, vehicle);
    const beside = besideVehicle(row, vehicle);
    return {
      id,
      write: (writer) => {
        writer.insert('vehicle', id, customerId, {
          customerId,
          ...offer,
          use: row.use ?? 'private',
          inspectionDueDay: row.inspectionDueDay,
          openingSpendFen: row.openingSpendFen ?? 0,
          openingVisitDay: row.lastVisitDay,
          insuranceEndDay: row.insuranceEndDay,
          lastMileage: row.lastMileage,
          lastMileageDay: row.lastMileage === null ? null : (row.lastVisitDay ?? context.today),
          lastVisitDay: row.lastVisitDay,
          createdAt: context.at,
          updatedAt: context.at,
        });
        for (const write of beside.writes) write(writer);
      },
    };
  };

  const newCustomer = (row: CustomerRow, key: string): Planned => {
    const id = context.newId();
    const columns = { ...customerOffer(row, adviserOf(row.adviser)), ...birthColumns(row.birthday) };
    customers.set(key, {
      id,
      isNew: true,
      version: 1,
      columns: { ...columns },
      phones: new Set(row.phones.map((phone) => phone.number)),
      notes: new Set(row.note ? [row.note] : []),
    });
    const vehicle = hasVehicle(row) ? newVehicle(row, id) : null;
    return {
      fate: 'new',
      problems: [],
      changes: [],
      write: (writer) => {
        writer.insert('customer', id, id, {
          kind: row.kind,
          name: row.name,
          pinyin: row.pinyin ?? pinyin(row.name, kindOfName(row.name)).spaced,
          ...columns,
          lastVisitDay: row.lastVisitDay,
          createdAt: context.at,
          updatedAt: context.at,
        });
        writePhones(writer, id, row.phones, 0);
        if (row.note) writeNote(writer, context, id, row.note);
        vehicle?.write(writer);
        writer.touchCustomer(id);
      },
    };
  };

  /** What the row adds to a customer that is known already. */
  const fillCustomer = (row: CustomerRow, known: KnownCustomer) => {
    const changes: string[] = [];
    const writes: ((writer: BulkWriter) => void)[] = [];
    const filled = blanksFilled(known.columns, customerOffer(row, adviserOf(row.adviser)));
    if (row.birthday && known.columns['birthMonth'] === null) Object.assign(filled, birthColumns(row.birthday));
    if (Object.keys(filled).length > 0) {
      const before = Object.fromEntries(Object.keys(filled).map((column) => [column, known.columns[column] ?? null]));
      const { version } = known;
      known.version++;
      Object.assign(known.columns, filled);
      changes.push(...Object.keys(filled).filter((column) => !/^birth(Year|Day|Leap|Calendar)$/.test(column)));
      writes.push((writer) =>
        writer.patch('customer', { id: known.id, ownerId: known.id, version, isNew: known.isNew }, before, filled),
      );
    }
    const morePhones = row.phones.filter((phone) => !known.phones.has(phone.number));
    if (morePhones.length > 0) {
      const from = known.phones.size;
      for (const phone of morePhones) known.phones.add(phone.number);
      changes.push('phone');
      writes.push((writer) => writePhones(writer, known.id, morePhones, from));
    }
    const { note } = row;
    if (note && !known.notes.has(note)) {
      known.notes.add(note);
      changes.push('note');
      writes.push((writer) => writeNote(writer, context, known.id, note));
    }
    return { changes, writes };
  };

  const fillVehicle = (row: CustomerRow, known: KnownVehicle) => {
    const filled = blanksFilled(known.columns, vehicleOffer(row));
    const later = (column: 'inspectionDueDay' | 'openingVisitDay', day: string | null): void => {
      const stored = known.columns[column];
      if (day && (stored === null || stored === undefined || day > String(stored))) filled[column] = day;
    };
    later('inspectionDueDay', row.inspectionDueDay);
    later('openingVisitDay', row.lastVisitDay);
    if (row.openingSpendFen && row.openingSpendFen > Number(known.columns['openingSpendFen'] ?? 0)) {
      filled['openingSpendFen'] = row.openingSpendFen;
    }
    const { changes, writes } = besideVehicle(row, known);
    if (Object.keys(filled).length > 0) {
      const before = Object.fromEntries(Object.keys(filled).map((column) => [column, known.columns[column] ?? null]));
      const { version } = known;
      known.version++;
      Object.assign(known.columns, filled);
      changes.push(...Object.keys(filled));
      writes.push((writer) =>
        writer.patch(
          'vehicle',
          { id: known.id, ownerId: known.customerId, version, isNew: known.isNew },
          before,
          filled,
        ),
      );
    }
    if (writes.length > 0) writes.push((writer) => writer.touchVehicle(known.id, known.customerId));
    return { changes, writes };
  };

  return {
    next: (row) => {
      const key = `${nameKey(row.name)}|${row.phones[0]?.number ?? ''}`;
      const customer = knownCustomer(row, key);
      const vehicle = hasVehicle(row) && (row.vin || row.plate) ? knownVehicle(row, customer?.id ?? null) : undefined;
      if (vehicle && row.vin && vehicle.customerId !== customer?.id) return refused('error', otherOwner);
      if (!customer) return newCustomer(row, key);
      const person = fillCustomer(row, customer);
      const changes = [...person.changes];
      const writes = [...person.writes];
      if (vehicle && vehicle.customerId === customer.id) {
        const filled = fillVehicle(row, vehicle);
        changes.push(...filled.changes);
        writes.push(...filled.writes);
      } else if (row.vin || row.plate) {
        changes.unshift('vehicle');
        const added = newVehicle(row, customer.id);
        writes.push(added.write, (writer) => writer.touchVehicle(added.id, customer.id));
      }
      if (writes.length === 0) return { fate: 'same', problems: [], changes: [], write: null };
      return {
        fate: 'changed',
        problems: [],
        changes,
        write: (writer) => {
          for (const write of writes) write(writer);
          writer.touchCustomer(customer.id);
        },
      };
    },
  };
};
