import type { TimelineItem } from '../../contract/customerViews.ts';
import type { ReadDb } from '../../store/handler.ts';
import { responseRowOf, responseSelection } from './rows.ts';

/** What a customer answered to questionnaires (答卷), the latest first, until an instant (UTC ms) that is included. */
export const surveysOf = async (
  db: ReadDb,
  customerId: string,
  limit: number,
  until: number,
): Promise<TimelineItem[]> => {
  const rows = await responseSelection(db)
    .where('w.customerId', '=', customerId)
    .where('w.at', '<=', until)
    .orderBy('w.at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(responseRowOf).map((row) => ({
    id: row.id,
    kind: 'survey' as const,
    at: row.at,
    day: row.day,
    by: row.byName,
    survey: {
      responseId: row.id,
      questionnaire: row.questionnaire,
      channel: row.channel,
      nps: row.nps,
      satisfactionCenti: row.satisfactionCenti,
      bad: row.bad,
      waits: row.waits,
      words: row.words,
    },
  }));
};
