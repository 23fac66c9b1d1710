/** The row at a place changes places with the one above. */
export const moveUp = <Row>(rows: readonly Row[], at: number): readonly Row[] => {
  const [above, row] = [rows[at - 1], rows[at]];
  return above === undefined || row === undefined ? rows : rows.with(at - 1, row).with(at, above);
};
