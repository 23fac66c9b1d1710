import { type SqlBool, sql } from 'kysely';

export interface HandedTable {
  readonly table: 'customer' | 'prospect' | 'appointment' | 'accountPlan';
  /** names the member of staff */
  readonly column: 'adviserId' | 'nextOwnerId' | 'ownerId';
  /** names the customer */
  readonly customer: 'id' | 'customerId';
  readonly counted: 'customers' | 'prospects' | 'appointments' | 'accountPlans';
}

/** What is in an adviser's hands and goes to the next; what is done stays under the name of who did it. */
export const handedTables: readonly HandedTable[] = [
  { table: 'customer', column: 'adviserId', customer: 'id', counted: 'customers' },
  { table: 'prospect', column: 'nextOwnerId', customer: 'customerId', counted: 'prospects' },
  { table: 'appointment', column: 'adviserId', customer: 'customerId', counted: 'appointments' },
  { table: 'accountPlan', column: 'ownerId', customer: 'customerId', counted: 'accountPlans' },
];

/** Columns that name a member of staff and stay as they are: who was logged in, who drove along. A test compares with the schema. */
export const keptStaffColumns: readonly (readonly [table: string, column: string])[] = [
  ['session', 'staffId'],
  ['testDrive', 'adviserId'],
];

const isOpen = (table: HandedTable['table'], today: string) => {
  switch (table) {
    case 'customer':
      return sql<SqlBool>`1`;
    case 'prospect':
      return sql<SqlBool>`state = 'open'`;
    case 'appointment':
      return sql<SqlBool>`state = 'booked' AND day >= ${today}`;
    case 'accountPlan':
      return sql<SqlBool>`reviewedDay IS NULL`;
  }
};

/** The rows that are in a person's hands. */
export const openRows = ({ table, column }: HandedTable, staffId: string, today: string) =>
  sql<SqlBool>`${sql.ref(column)} = ${staffId} AND deletedAt IS NULL AND ${isOpen(table, today)}`;
