import { canonicalPlate } from '../../../db/domain/plate.ts';
import { plate } from '../../lib/formats.ts';

/** A plate as typed, in the spelling in which it is shown: `京ad·80516` → 京A·D80516. */
export const plateText = (typed: string): string => plate(canonicalPlate(typed));
