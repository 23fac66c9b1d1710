import { sql } from 'kysely';
import type { ContactRow } from '../../contract/tasks.ts';
import type { ReadDb } from '../../store/handler.ts';

interface Selected {
  readonly id: string;
  readonly version: number;
  readonly at: number;
  readonly byName: string;
  readonly channel: ContactRow['channel'];
  readonly outcome: ContactRow['outcome'];
  readonly note: string | null;
  readonly nextAt: number | null;
  readonly complaintId: string | null;
  readonly purposes: string;
  readonly about: string;
}

/**
 * What came of the contacts with a customer (联系记录), the latest first, each with the names of the rules that it was about.
 *
 * @param until UTC ms, included
 */
export const contactsOf = async (
  db: ReadDb,
  customerId: string,
  limit: number,
  until: number = Number.MAX_SAFE_INTEGER,
): Promise<ContactRow[]> => {
  const { rows } = await sql<Selected>`
    SELECT k.id, k.version, k.at, k.byName, k.channel, k.outcome, k.note, k.nextAt, k.complaintId, k.purposes,
      (SELECT json_group_array(name) FROM (SELECT DISTINCT r.name FROM contactTask x
        JOIN task t ON t.id = x.taskId JOIN taskRule r ON r.id = t.ruleId WHERE x.contactId = k.id ORDER BY r.position)) AS about
    FROM contact k WHERE k.customerId = ${customerId} AND k.deletedAt IS NULL AND k.at <= ${until}
    ORDER BY k.at DESC, k.id DESC LIMIT ${limit}`.execute(db);
  return rows.map((row) => ({
    ...row,
    about: JSON.parse(row.about) as string[],
    purposes: JSON.parse(row.purposes) as ContactRow['purposes'],
  }));
};
