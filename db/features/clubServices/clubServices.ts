import type { Contract } from '../../contract/index.ts';
import type { HandlersOf, QueryHandler } from '../../store/handler.ts';
import { agencyCounts } from '../agency/read.ts';
import { claimCounts } from '../claims/read.ts';
import { rescueCounts } from '../rescues/read.ts';

/** What waits, by kind. */
const counts: QueryHandler<Contract['clubServices']['counts']> = async (db, _input, ctx) => {
  const jobs = await agencyCounts(db, ctx);
  const calls = await rescueCounts(db, ctx);
  const { open } = await claimCounts(db);
  return { agency: jobs.open, rescues: calls.open, claims: open, late: jobs.late + calls.late };
};

export const clubServices = { counts } satisfies HandlersOf<Contract['clubServices']>;
