import type { Birthday } from '../birthday.ts';
import { type Day, dayParts } from '../day.ts';
import type { VehicleUse } from '../inspection.ts';
import { type CustomerKind, kindOfName } from '../personName.ts';
import { isPlaceholder } from '../plainText.ts';
import { checkResidentId } from '../residentId.ts';
import type { CheckContext, CheckedRow, FieldCells } from './cell.ts';
import type { CustomerField } from './fields.ts';
import { type ImportedPhone, readBirthday, readGender, readName, readPhones } from './personCells.ts';
import { RowReader } from './rowReader.ts';
import { readPlate, readVin } from './vehicleCells.ts';

/** A customer with one vehicle, as a dealer management system lists them (客户与车辆). Plain JSON. */
export interface CustomerRow {
  name: string;
  /** `wang wei`, worked out while the row is staged, so that the import's transaction need not */
  pinyin?: string;
  kind: CustomerKind;
  gender: 'male' | 'female' | null;
  phones: ImportedPhone[];
  residentId: string | null;
  birthday: Birthday | null;
  wechat: string | null;
  email: string | null;
  address: string | null;
  job: string | null;
  plate: string | null;
  vin: string | null;
  brand: string | null;
  series: string | null;
  model: string | null;
  color: string | null;
  use: VehicleUse | null;
  purchaseDay: Day | null;
  deliveryDay: Day | null;
  warrantyEndDay: Day | null;
  insuranceEndDay: Day | null;
  inspectionDueDay: Day | null;
  lastVisitDay: Day | null;
  /** km */
  lastMileage: number | null;
  /** 累计消费 of the old system, fen: counts only where no orders exist (S1) */
  openingSpendFen: number | null;
  adviser: string | null;
  source: string | null;
  note: string | null;
}

/** Cleans and checks one row by itself; whether the store knows the customer is another's question. */
export function checkCustomerRow(cells: FieldCells<CustomerField>, context: CheckContext): CheckedRow<CustomerRow> {
  const reader = new RowReader<CustomerField>(cells, context);
  const name = readName(reader);
  const identity = readResidentId(reader);
  const birthday = readBirthday(reader);
  const gender = readGender(reader);
  return reader.finish<CustomerRow>({
    name,
    kind: readKind(reader, name),
    gender: gender ?? identity.sex,
    phones: readPhones(reader, ['phone', 'phone2']),
    residentId: identity.id,
    birthday: birthday ?? identity.birthday,
    wechat: reader.optional('wechat', 60),
    email: reader.optional('email', 120),
    address: reader.optional('address', 200),
    job: reader.optional('job', 60),
    plate: readPlate(reader),
    vin: readVin(reader, true),
    brand: reader.optional('brand', 40),
    series: reader.optional('series', 60),
    model: reader.optional('model', 80),
    color: reader.optional('color', 30),
    use: readUse(reader),
    purchaseDay: reader.day('purchaseDay'),
    deliveryDay: reader.day('deliveryDay'),
    warrantyEndDay: reader.day('warrantyEndDay'),
    insuranceEndDay: reader.day('insuranceEndDay'),
    inspectionDueDay: reader.day('inspectionDueDay'),
    lastVisitDay: reader.day('lastVisitDay'),
    lastMileage: reader.kilometres('lastMileage'),
    openingSpendFen: reader.fen('openingSpend', false),
    adviser: reader.optional('adviser', 30),
    source: reader.optional('source', 60),
    note: reader.note('note', 2000),
  });
}

/** True where the row tells of a vehicle at all. */
export function hasVehicle(row: CustomerRow): boolean {
  return row.vin !== null || row.plate !== null || row.series !== null || row.model !== null;
}

/**
 * The resident ID is optional: one with a wrong check digit is kept and flagged, one that is none is left out and flagged.
 * A sound one tells birthday and sex where no column does.
 */
function readResidentId(reader: RowReader<CustomerField>): {
  id: string | null;
  birthday: Birthday | null;
  sex: 'male' | 'female' | null;
} {
  const nothing = { id: null, birthday: null, sex: null };
  const text = reader.digits('residentId', 30);
  if (isPlaceholder(text)) return nothing;
  const check = checkResidentId(text);
  if (!check.ok) {
    reader.problem('residentId', check.reason, 'warning');
    return check.reason === 'resident-id-check-digit' ? { ...nothing, id: check.id } : nothing;
  }
  const { year, month, date } = dayParts(check.birthday);
  return { id: check.id, sex: check.sex, birthday: { calendar: 'solar', year, month, day: date, leap: false } };
}

function readKind(reader: RowReader<CustomerField>, name: string): CustomerKind {
  const text = reader.text('kind', 20);
  if (/单位|公司|企业|机构|集团|company/i.test(text)) return 'company';
  if (/个人|私人|自然人|person/i.test(text)) return 'person';
  return kindOfName(name);
}

function readUse(reader: RowReader<CustomerField>): VehicleUse | null {
  const text = reader.text('use', 20);
  if (isPlaceholder(text)) return null;
  if (/网约|预约出租|rideHailing/i.test(text)) return 'rideHailing';
  if (/出租|taxi/i.test(text)) return 'taxi';
  if (/公务|公用|公车|单位|机关|企业|official/i.test(text)) return 'official';
  if (/私|非营运|家用|家庭|个人|private/i.test(text)) return 'private';
  reader.problem('use', 'use-unknown', 'warning');
  return null;
}
