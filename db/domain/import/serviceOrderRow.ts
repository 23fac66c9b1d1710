import { type Category, parseCategory } from '../category.ts';
import type { Day } from '../day.ts';
import { plainText } from '../plainText.ts';
import type { CheckContext, CheckedRow, FieldCells } from './cell.ts';
import type { ServiceOrderField } from './fields.ts';
import { RowReader } from './rowReader.ts';
import { readPlate, readVin } from './vehicleCells.ts';

/** A workshop order of an old system (工单), one line. Plain JSON. */
export interface ServiceOrderRow {
  orderNo: string;
  vin: string | null;
  plate: string | null;
  arrivedDay: Day;
  /** HH:mm, where the file tells */
  arrivedTime: string | null;
  /** km */
  mileage: number | null;
  category: Category;
  /** 应收, fen */
  listFen: number | null;
  /** 实收, fen */
  amountFen: number;
  /** 成本, fen */
  costFen: number | null;
  adviser: string | null;
  description: string | null;
  note: string | null;
}

/**
 * Cleans and checks one row by itself; the vehicle and earlier rows of its order are asked for by whoever matches rows
 * (`vehicle-unknown`, `order-repeated`). The VIN's check digit was said when the vehicle came in and is not said again.
 */
export function checkServiceOrderRow(
  cells: FieldCells<ServiceOrderField>,
  context: CheckContext,
): CheckedRow<ServiceOrderRow> {
  const reader = new RowReader<ServiceOrderField>(cells, context);
  const vin = readVin(reader, false);
  const plate = readPlate(reader);
  if (vin === null && plate === null) reader.missing('vin', 'vehicle-missing');
  const arrived = reader.moment('arrivedDay');
  if (!arrived) reader.missing('arrivedDay', 'day-missing');
  return reader.finish<ServiceOrderRow>({
    orderNo: readOrderNo(reader),
    vin,
    plate,
    arrivedDay: arrived?.day ?? '',
    arrivedTime: arrived?.time ?? null,
    mileage: reader.kilometres('mileage'),
    category: readCategory(reader),
    listFen: reader.fen('listAmount', false),
    amountFen: reader.fen('amount', true) ?? 0,
    costFen: reader.fen('costAmount', false),
    adviser: reader.optional('adviser', 30),
    description: reader.optional('description', 100),
    note: reader.note('note', 500),
  });
}

/** One spelling for an order number: upper case, without spaces. */
function canonicalOrderNo(raw: string): string {
  return plainText(raw).replace(/\s/g, '').toUpperCase();
}

function readOrderNo(reader: RowReader<ServiceOrderField>): string {
  const orderNo = canonicalOrderNo(reader.digits('orderNo', 40));
  if (orderNo === '') reader.missing('orderNo', 'order-missing');
  return orderNo;
}

function readCategory(reader: RowReader<ServiceOrderField>): Category {
  const category = parseCategory(reader.text('category', 40));
  if (!category) reader.missing('category', 'category-unknown');
  return category ?? 'repairLabour';
}
