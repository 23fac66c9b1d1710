import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { HandedCounts } from '../../contract/handover.ts';

export interface HandedTable {
  readonly table:
    | 'customer'
    | 'prospect'
    | 'appointment'
    | 'accountPlan'
    | 'complaint'
    | 'complaintAction'
    | 'promise'
    | 'enquiry'
    | 'delivery'
    | 'agencyJob'
    | 'claim'
    | 'task';
  /** names the member of staff */
  readonly column: 'adviserId' | 'nextOwnerId' | 'ownerId' | 'expertId';
  /** names the customer; null: its complaint does */
  readonly customer: 'id' | 'customerId' | null;
  readonly counted: keyof HandedCounts;
  /** rows have `updatedAt` */
  readonly stamped: boolean;
}

/** What is in an adviser's hands and goes to the next; what is done stays under the name of who did it. */
export const handedTables: readonly HandedTable[] = [
  { table: 'customer', column: 'adviserId', customer: 'id', counted: 'customers', stamped: true },
  { table: 'prospect', column: 'nextOwnerId', customer: 'customerId', counted: 'prospects', stamped: true },
  { table: 'appointment', column: 'adviserId', customer: 'customerId', counted: 'appointments', stamped: true },
  { table: 'accountPlan', column: 'ownerId', customer: 'customerId', counted: 'accountPlans', stamped: true },
  { table: 'complaint', column: 'ownerId', customer: 'customerId', counted: 'complaints', stamped: true },
  { table: 'complaintAction', column: 'ownerId', customer: null, counted: 'complaintActions', stamped: false },
  { table: 'promise', column: 'ownerId', customer: 'customerId', counted: 'promises', stamped: false },
  { table: 'enquiry', column: 'expertId', customer: 'customerId', counted: 'enquiries', stamped: true },
  { table: 'delivery', column: 'adviserId', customer: 'customerId', counted: 'deliveries', stamped: true },
  { table: 'agencyJob', column: 'ownerId', customer: 'customerId', counted: 'agencyJobs', stamped: true },
  { table: 'claim', column: 'ownerId', customer: 'customerId', counted: 'claims', stamped: true },
  { table: 'task', column: 'ownerId', customer: 'customerId', counted: 'tasks', stamped: true },
];

/** Columns that name a member of staff and stay as they are: who was logged in, drove along, was told. A test compares with the schema. */
export const keptStaffColumns: readonly (readonly [table: string, column: string])[] = [
  ['session', 'staffId'],
  ['testDrive', 'adviserId'],
  ['complaintAlert', 'forId'],
  ['complaintBreach', 'managerId'],
  ['contact', 'staffId'],
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
    case 'complaint':
      return sql<SqlBool>`step <> 'closed'`;
    case 'complaintAction':
      return sql<SqlBool>`doneDay IS NULL`;
    case 'promise':
    case 'task':
      return sql<SqlBool>`state = 'open'`;
    case 'enquiry':
      return sql<SqlBool>`state = 'handedOver'`;
    case 'delivery':
      return sql<SqlBool>`deliveredAt IS NULL AND cancelledAt IS NULL`;
    case 'agencyJob':
    case 'claim':
      return sql<SqlBool>`endedAt IS NULL`;
  }
};

/** Of a row `t`: the customer with whom it goes to the next hands. */
export const customerOf = ({ customer }: HandedTable): RawBuilder<string> =>
  customer === null
    ? sql<string>`(SELECT customerId FROM complaint WHERE complaint.id = t.complaintId)`
    : sql.ref<string>(`t.${customer}`);

/** The rows that are in a person's hands. */
export const openRows = ({ table, column }: HandedTable, staffId: string, today: string) =>
  sql<SqlBool>`${sql.ref(column)} = ${staffId} AND deletedAt IS NULL AND ${isOpen(table, today)}`;
