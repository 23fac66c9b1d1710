/**
 * 会员价: the list price less the tier's discount (会员折扣), rounded down to the fen once. Exact for every price of the contract: the
 * product stays below 2^53.
 */
export const memberPrice = (listFen: number, percentOff: number): number =>
  Math.floor((listFen * (100 - percentOff)) / 100);
