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
  const starts = {
    char: 'firstChar',
    letter1: 'initial1',
    letter2: 'initial2',
  };
  const start = (column: string) =>
    connection
      .prepare<[string, number], string>(
        `SELECT customerId FROM searchDoc WHERE ${column} = ? ORDER BY docId DESC LIMIT ?`,
      )
      .pluck(true);
  const byChar = start(starts.char);
  const byLetter = start(starts.letter1);
  const byTwo = start(starts.letter2);
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
    'SELECT number, tier FROM memberCard WHERE customerId = ? AND deletedAt IS NULL',
  );

  const idsOf = (q: string): string[] => {
    const { terms } = queryTerms(q);
    const match = terms.filter((term) => term.kind === 'token').map((term) => `"${term.text}"*`);
    if (match.length > 0) return tokens.all(match.join(' AND '), hits);
    const [only] = terms;
    if (!only) return [];
    if (only.kind === 'char') return byChar.all(only.text, hits);
    return only.text.length === 1 ? byLetter.all(only.text, hits) : byTwo.all(only.text, hits);
  };
  return (q) =>
    idsOf(q).map((id) => ({
      customer: customer.get(id),
      phones: phones.all(id),
      vehicles: vehicles.all(id),
      cards: cards.all(id),
    }));
};
