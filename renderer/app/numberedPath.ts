import { clubHeads } from '../../db/domain/club/number.ts';
import { api } from '../lib/api.ts';
import { recordHomes } from './boxItems.ts';

/** As the slips of the club bear it (AG2611-002), whole. */
const slipNumber = new RegExp(`^(?:${Object.values(clubHeads).join('|')})\\d{4}-?\\d{3,}$`, 'i');

/** Where the job is whose slip was scanned; null where it is no such number, or nobody's. */
export const numberedPath = async (text: string): Promise<string | null> => {
  if (!slipNumber.test(text)) return null;
  const bare = (number: string): string => number.replace('-', '').toUpperCase();
  const { rows } = await api.home.numbered({ number: text });
  const found = rows.find(({ number }) => bare(number) === bare(text));
  return found ? `${recordHomes[found.kind]}/${found.id}` : null;
};
