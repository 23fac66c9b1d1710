import { isPlaceholder } from '../plainText.ts';
import { checkPlate, isNoPlate } from '../plate.ts';
import { checkVin } from '../vin.ts';
import type { RowReader } from './rowReader.ts';

/** A plate, null for a new car; an odd one is kept with a warning. */
export function readPlate(reader: RowReader<'plate'>): string | null {
  const text = reader.text('plate', 20);
  if (isNoPlate(text)) return null;
  const check = checkPlate(text);
  if (!check.ok) reader.problem('plate', 'plate-odd', 'warning');
  return check.plate === '' ? null : check.plate;
}

/** A VIN; a wrong check digit is a warning where `checkDigit` asks, a wrong length or letter refuses the row. */
export function readVin(reader: RowReader<'vin'>, checkDigit: boolean): string | null {
  const text = reader.digits('vin', 30);
  if (isPlaceholder(text)) return null;
  const check = checkVin(text);
  if (!check.ok) {
    reader.problem('vin', check.reason, 'error');
    return null;
  }
  if (checkDigit && !check.checkDigitOk) reader.problem('vin', 'vin-check-digit', 'warning');
  return check.vin;
}
