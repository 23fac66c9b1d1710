import type { ComplaintTerms } from '../../contract/complaintRules.ts';
import type { ReadDb } from '../../store/handler.ts';
import { defaultSettings } from '../settings/defaults.ts';

/** 投诉规则 by the day on which a complaint was received: every version is read once, for a whole list. */
export const termsByDay = async (db: ReadDb): Promise<(day: string) => ComplaintTerms> => {
  const rows = await db
    .selectFrom('setting')
    .select(['fromDay', 'value'])
    .where('key', '=', 'complaintTerms')
    .orderBy('fromDay', 'desc')
    .execute();
  const versions = rows.map(({ fromDay, value }) => ({ fromDay, terms: JSON.parse(value) as ComplaintTerms }));
  return (day) => versions.find(({ fromDay }) => fromDay <= day)?.terms ?? defaultSettings.complaintTerms;
};
