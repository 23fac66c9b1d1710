import type { QueryContext, ReadDb } from '../../store/handler.ts';
import { defaultSettings } from '../settings/defaults.ts';
import { awardOf } from './visitAward.ts';

interface Span {
  readonly fromDay: string;
  /** the first day on which it holds no more */
  readonly beforeDay: string;
}

/** The days so far on which points wait for the payment; none where the store never wanted that. */
const waitingSpans = async (db: ReadDb, today: string): Promise<Span[]> => {
  const versions = await db
    .selectFrom('setting')
    .select(['fromDay', 'value'])
    .where('key', '=', 'pointsTerms')
    .where('fromDay', '<=', today)
    .orderBy('fromDay')
    .execute();
  const shipped = { fromDay: '0000-01-01', whenPaid: defaultSettings.pointsTerms.whenPaid };
  const all = [
    shipped,
    ...versions.map(({ fromDay, value }) => ({
      fromDay,
      whenPaid: (JSON.parse(value) as { whenPaid: boolean }).whenPaid,
    })),
  ];
  return all.flatMap(({ fromDay, whenPaid }, at) =>
    whenPaid ? [{ fromDay, beforeDay: all[at + 1]?.fromDay ?? '9999-12-31' }] : [],
  );
};

/** Visits of those who hold a card of the membership that wait and have given nothing. */
const waitingVisits = async (db: ReadDb, membershipId: string, spans: readonly Span[]) =>
  db
    .selectFrom('visit')
    .selectAll('visit')
    .where('visit.customerId', 'in', (eb) =>
      eb
        .selectFrom('memberCard')
        .select('memberCard.customerId')
        .where('memberCard.membershipId', '=', membershipId)
        .where('memberCard.deletedAt', 'is', null),
    )
    .where('visit.paidAt', 'is', null)
    .where('visit.voidedAt', 'is', null)
    .where('visit.deletedAt', 'is', null)
    .where((eb) =>
      eb.or(spans.map((span) => eb.and([eb('visit.day', '>=', span.fromDay), eb('visit.day', '<', span.beforeDay)]))),
    )
    .execute();

const hasGiven = async (db: ReadDb, visitId: string): Promise<boolean> => {
  const { net } = await db
    .selectFrom('pointsEntry as e')
    .leftJoin('pointsEntry as r', 'r.reverses', 'e.id')
    .select((eb) => eb.fn.count<number>('e.id').filterWhere('r.id', 'is', null).as('net'))
    .where('e.sourceId', '=', visitId)
    .where('e.sourceKind', '=', 'visit')
    .executeTakeFirstOrThrow();
  return net > 0;
};

/** 待入账积分: what unpaid visits will give to a membership once they are paid, 可兑换积分. */
export const pendingPoints = async (
  db: ReadDb,
  membershipId: string,
  ctx: Pick<QueryContext, 'today'>,
): Promise<number> => {
  const spans = await waitingSpans(db, ctx.today());
  if (spans.length === 0) return 0;
  let points = 0;
  for (const visit of await waitingVisits(db, membershipId, spans)) {
    const award = await awardOf(db, visit);
    if (!award?.waits || award.membershipId !== membershipId || (await hasGiven(db, visit.id))) continue;
    points += award.earned.base + award.earned.bonus;
  }
  return points;
};
