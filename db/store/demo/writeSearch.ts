import { searchDocuments } from '../searchDocuments.ts';
import type { DemoBuild } from './build.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly pinyin: string;
  readonly seen: string;
  readonly phones: string | null;
  readonly plates: string | null;
  readonly vins: string | null;
  readonly cards: string | null;
}

const rowsInPage = 2000;
/** FTS5 writes a piece of its index with each commit: few big ones, merged once at the end, take a third of the time. */
const pagesInTransaction = 25;
const pieceBytes = 128 * 1024 * 1024;
/** Of FTS5: what it has unless told otherwise. */
const standardBytes = 1024 * 1024;
const parts = (joined: string | null): string[] => (joined === null ? [] : joined.split(' '));

/** Writes the one box's documents, who was here last at the end, as a store in daily use would have them (see migration 0050). */
export const writeSearch = async (build: DemoBuild, from: number): Promise<void> => {
  const { connection, plan } = build;
  const documents = searchDocuments(connection);
  const joined = (column: string, table: string): string =>
    `(SELECT group_concat(${column}, ' ') FROM ${table} WHERE customerId = c.id) AS ${column}s`;
  const page = connection.prepare<[string, string, number], Row>(`
    SELECT c.id, c.name, c.pinyin, coalesce(c.lastVisitDay, '') AS seen,
      (SELECT group_concat(number, ' ') FROM customerPhone WHERE customerId = c.id) AS phones,
      ${joined('plate', 'vehicle')}, ${joined('vin', 'vehicle')},
      (SELECT group_concat(number, ' ') FROM memberCard WHERE customerId = c.id) AS cards
    FROM customer c WHERE (coalesce(c.lastVisitDay, ''), c.id) > (?, ?) AND c.deletedAt IS NULL
    ORDER BY coalesce(c.lastVisitDay, ''), c.id LIMIT ?`);
  // the value is part of the text: bound, it would arrive as a float, which FTS5 does not take
  const pieces = (bytes: number): void =>
    void connection.exec(`INSERT INTO searchIndex (searchIndex, rank) VALUES ('hashsize', ${bytes})`);
  pieces(pieceBytes);
  let last: readonly [string, string] = ['', ''];
  let pages = 0;
  connection.exec('BEGIN');
  for (let done = 0; done < plan.customers; ) {
    if (++pages % pagesInTransaction === 0) connection.exec('COMMIT; BEGIN');
    const rows = page.all(...last, rowsInPage);
    for (const row of rows) {
      documents.add({
        customerId: row.id,
        name: row.name,
        pinyin: row.pinyin,
        phones: parts(row.phones),
        plates: parts(row.plates),
        vins: parts(row.vins),
        cards: parts(row.cards),
      });
    }
    const end = rows.at(-1);
    if (!end) throw new Error('fewer customers than planned');
    last = [end.seen, end.id];
    done += rows.length;
    await build.pause(from + done);
  }
  connection.exec('COMMIT');
  connection.exec("INSERT INTO searchIndex (searchIndex) VALUES ('optimize')");
  pieces(standardBytes);
};
