import { queryTerms } from '../../db/domain/searchTokens.ts';
import type { Connection } from '../../db/store/connection.ts';

const hits = 12;

/** The one box with nothing between: statements prepared once, rows as they come. */
export const bareSearch = (connection: Connection): ((q: string) => unknown[]) => {
  const tokens = connection
    .prepare<[string, number], string>(
      `SELECT d.customerId FROM (SELECT rowid AS docId FROM searchIndex WHERE searchIndex MATCH ? ORDER BY rowid DESC LIMIT ?) h
       CROSS JOIN searchDoc d ON d.docId = h.docId`,
    )
    .pluck(true);
  const start = (columns: readonly string[]) => {
    const walks = columns.map(
      (column) =>
        `SELECT * FROM (SELECT docId, customerId FROM searchDoc WHERE ${column} = @text ORDER BY docId DESC LIMIT @hits)`,
    );
    return connection.prepare<[{ text: string; hits: number }], { customerId: string }>(
      `${walks.join(' UNION ')} ORDER BY docId DESC LIMIT @hits`,
    );
  };
  const byChar = start(['firstChar']);
  const byLetter = start(['initial1']);
  const byTwo = start(['initial2', 'pinyin2']);
  const customer = connection.prepare<[string]>(
    'SELECT id, kind, name, pinyin, lastVisitDay FROM customer WHERE id = ? AND deletedAt IS NULL',
  );
  const phones = connection.prepare<[string]>(
    'SELECT number FROM customerPhone WHERE customerId = ? ORDER BY position',
  );
  const vehicles = connection.prepare<[string]>(
    'SELECT id, plate, vin, series, insuranceEndDay, inspectionDueDay FROM vehicle WHERE customerId = ? AND deletedAt IS NULL ORDER BY id DESC',
  );
  const cards = connection.prepare<[string]>(
    'SELECT c.number, m.tier FROM memberCard c JOIN membership m ON m.id = c.membershipId WHERE c.customerId = ? AND c.deletedAt IS NULL',
  );

  const idsOf = (q: string): string[] => {
    const { terms } = queryTerms(q);
    const match = terms.filter((term) => term.kind === 'token').map((term) => `"${term.text}"*`);
    if (match.length > 0) return tokens.all(match.join(' AND '), hits);
    const [only] = terms;
    if (!only) return [];
    const rows = only.kind === 'char' ? byChar : only.text.length === 1 ? byLetter : byTwo;
    return rows.all({ text: only.text, hits }).map((row) => row.customerId);
  };
  return (q) =>
    idsOf(q).map((id) => ({
      customer: customer.get(id),
      phones: phones.all(id),
      vehicles: vehicles.all(id),
      cards: cards.all(id),
    }));
};
