import { sql } from 'kysely';

/** The customer's own id and those of all files that were merged into it: whose history is this customer's. */
export const allFilesOf = (customerId: string) =>
  sql<string>`(WITH RECURSIVE file AS (SELECT ${customerId} AS id
    UNION SELECT c.id FROM file JOIN customer c ON c.mergedInto = file.id) SELECT id FROM file)`;
