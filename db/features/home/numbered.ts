import type { Contract } from '../../contract/index.ts';
import type { QueryHandler } from '../../store/handler.ts';

const most = 3;

/** Complaints and enquiries by the beginning of their number, as the one box asks; the latest first. */
export const numbered: QueryHandler<Contract['home']['numbered']> = async (db, { number }) => {
  const [, head = '', month = '', rest = ''] = /^([tq])(\d{0,4})-?(\d*)$/i.exec(number) ?? [];
  if (head === '' || month.length < 2) return { rows: [] };
  const begins = `${head.toUpperCase()}${month}${rest === '' ? '' : `-${rest}`}`;
  const kind = head.toUpperCase() === 'T' ? ('complaint' as const) : ('enquiry' as const);
  const rows = await db
    .selectFrom(kind)
    .select((column) => [
      'id',
      'number',
      column
        .ref(kind === 'complaint' ? 'title' : 'question')
        .$castTo<string>()
        .as('title'),
    ])
    .where('number', '>=', begins)
    .where('number', '<', `${begins}~`)
    .where('deletedAt', 'is', null)
    .orderBy('number', 'desc')
    .limit(most)
    .execute();
  return { rows: rows.map((row) => ({ kind, ...row })) };
};
