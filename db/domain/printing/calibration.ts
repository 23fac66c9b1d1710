/** Where lines A and B of the calibration page (校准页) should come out, thousandths of a millimetre from the card's left and upper edge. */
export const measuredAt = 10_000;

/** As far as a printer can be off, thousandths of a millimetre. */
export const mostOffset = 10_000;

/**
 * The offset (打印偏移) that puts a line where it should be: it was measured elsewhere, on a page that was printed with the present
 * offset. All in thousandths of a millimetre.
 */
export const offsetFrom = (present: number, measured: number): number => present + measuredAt - measured;
