import { z } from 'zod';
import { vehicleUse } from './customerTerms.ts';
import { optionalText } from './values.ts';

/** What a vehicle is told by wherever one is entered; any of it may be missing. */
export const vehicleBrief = {
  plate: optionalText(20),
  vin: optionalText(30),
  brand: optionalText(40),
  series: optionalText(60),
  model: optionalText(80),
  /** 私家车 · 公务车 · 出租车 · 网约车 */
  use: vehicleUse.default('private'),
};

/** A first vehicle that comes with its customer, null where none is known. */
export const firstVehicle = z.strictObject(vehicleBrief).nullable().default(null);
