import type { z } from 'zod';
import { CareError, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { QueryContext, ReadDb } from '../../store/handler.ts';
import { list } from '../customers/list.ts';

/** A grant is for so many at most (contract: vouchers.grantMany). */
const mostGranted = 5000;
const pageRows = 1000;

type Filter = z.output<NonNullable<Contract['customers']['list']['~orpc']['inputSchema']>>['filter'];

/**
 * The customers of a saved filter (客户群) as they are now: the rows that the customer list shows for it.
 *
 * @throws CareError NOT_FOUND `savedFilter-not-found`; CONFLICT `segment-empty`, `segment-too-large`
 */
export const customersOfSegment = async (db: ReadDb, savedFilterId: string, ctx: QueryContext): Promise<string[]> => {
  const saved = await db
    .selectFrom('savedFilter')
    .select('filter')
    .where('id', '=', savedFilterId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!saved) throw notFound('savedFilter');
  const filter = JSON.parse(saved.filter) as Filter;
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page: Awaited<ReturnType<typeof list>> = await list(
      db,
      { filter, sort: 'name', limit: pageRows, ...(cursor === undefined ? {} : { cursor }) },
      ctx,
    );
    if (page.total !== null && page.total > mostGranted) {
      throw new CareError('CONFLICT', {
        reason: 'segment-too-large',
        values: { count: page.total, most: mostGranted },
      });
    }
    for (const row of page.rows) ids.push(row.id);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined && ids.length <= mostGranted);
  if (ids.length === 0) throw new CareError('CONFLICT', { reason: 'segment-empty' });
  return ids;
};
