/** A store of a few customers may well call most of them. */
const fewCustomers = 200;

/** A rule that finds more than half of all customers on one day asks for no call that is worth making. */
export const hitsEverybody = (matched: number, customers: number): boolean =>
  matched > fewCustomers && matched * 2 > customers;
