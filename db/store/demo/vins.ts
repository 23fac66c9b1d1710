import { vinCheckDigit } from '../../domain/vin.ts';
import { scatter } from './scatter.ts';

/** Place 10, the model year: 2001 is 1, 2010 is A, and again after thirty years. */
const years = '123456789ABCDEFGHJKLMNPRSTVWXY';
/** Place 11, the plant; a further plant for each further million vehicles. */
const plants = 'EKATRCMSHN0123456789';

/** A VIN with a valid check digit that no other vehicle gets. `head`: places 1 to 8. */
export const vinOf = (index: number, head: string, year: number): string => {
  const plant = plants.charAt(Math.floor(index / 1_000_000) % plants.length);
  const serial = String(scatter(index % 1_000_000, 1000, 1000, 37)).padStart(6, '0');
  const tail = `${years.charAt((year - 2001 + 300) % 30)}${plant}${serial}`;
  return `${head}${vinCheckDigit(`${head}0${tail}`)}${tail}`;
};
