import type { Category } from '../../domain/category.ts';
import { type EarningLine, earn } from '../../domain/points/earning.ts';
import { lastDayOf } from '../../domain/points/lots.ts';
import { partsOf } from '../../features/points/settleVisit.ts';
import { defaultSettings } from '../../features/settings/defaults.ts';
import { demoClerks } from './accounts.ts';
import { type DemoBuild, rowsInTurn } from './build.ts';
import { type BulkInsert, bulkInsert } from './bulkInsert.ts';
import { idKinds } from './seededIds.ts';

/** Numbers of these entries and lots lie behind those of opening balances. */
const earnedFrom = 10_000_000;

interface EarningVisit {
  readonly id: string;
  readonly day: string;
  readonly arrivedAt: number;
  readonly membershipId: string;
  readonly tier: string;
}

/** Where the next turn begins: after this visit. */
type Place = Pick<EarningVisit, 'id' | 'day' | 'arrivedAt'>;

const lastDays = (): ((day: string) => string) => {
  const known = new Map<string, string>();
  return (day) => {
    const month = day.slice(0, 7);
    const found = known.get(month) ?? lastDayOf(day, defaultSettings.pointsRules.validMonths);
    known.set(month, found);
    return found;
  };
};

/** Rows of one turn, kept back so that no move is written before its lot. */
const entryWriter = (build: DemoBuild) => {
  const { connection, ids } = build;
  const entries = bulkInsert(connection, 'pointsEntry', [
    ...['id', 'membershipId', 'kind', 'cumulative', 'redeemable', 'tier', 'day', 'at', 'byName'],
    ...['sourceKind', 'sourceId', 'detail'],
  ]);
  const lots = bulkInsert(connection, 'pointsLot', ['id', 'membershipId', 'entryId', 'lastDay']);
  const moves = bulkInsert(connection, 'pointsMove', ['entryId', 'lotId', 'points']);
  const lastDay = lastDays();
  const waiting: (readonly [entryId: string, lotId: string, points: number])[] = [];
  let count = earnedFrom;
  return {
    write: (visit: EarningVisit, lines: readonly EarningLine[]): void => {
      const { pointsRules } = defaultSettings;
      const earned = earn(lines, pointsRules, { day: visit.day, tier: visit.tier, birthdayMonth: false });
      const at = Math.min(build.now, visit.arrivedAt + 20 * 60_000);
      for (const part of partsOf({ earned, bonusIsCumulative: pointsRules.bonusIsCumulative })) {
        const entryId = ids(idKinds.pointsEntry, count, at);
        const lotId = ids(idKinds.pointsLot, count, at);
        entries.add([
          ...[entryId, visit.membershipId, part.kind, part.cumulative, part.redeemable, visit.tier, visit.day, at],
          demoClerks[count % demoClerks.length] ?? null,
          ...['visit', visit.id, JSON.stringify(part.detail)],
        ]);
        lots.add([lotId, visit.membershipId, entryId, lastDay(visit.day)]);
        waiting.push([entryId, lotId, part.redeemable]);
        count++;
      }
    },
    flush: (): void => {
      const inOrder: readonly BulkInsert[] = [entries, lots];
      for (const each of inOrder) each.flush();
      for (const move of waiting.splice(0)) moves.add(move);
      moves.flush();
    },
  };
};

/**
 * What the members' visits earned since the go-live day (启用日), by the shipped rules, as the desk would have given it visit by visit:
 * settling any of them again changes nothing.
 *
 * @param done rows of the build so far, for its progress
 */
export const writePoints = async (build: DemoBuild, done: number): Promise<void> => {
  const { connection, goLiveDay } = build;
  const next = connection.prepare<[Record<string, unknown>], EarningVisit>(
    `SELECT v.id, v.day, v.arrivedAt, m.id AS membershipId, m.tier
     FROM visit v JOIN memberCard c ON c.customerId = v.customerId JOIN membership m ON m.id = c.membershipId
     WHERE v.day >= @day AND (v.day, v.arrivedAt, v.id) > (@day, @arrivedAt, @id) AND v.voidedAt IS NULL
       AND m.joinDay <= v.day AND m.validThrough >= v.day
     ORDER BY v.day, v.arrivedAt, v.id LIMIT ${rowsInTurn}`,
  );
  const linesOf = connection.prepare<[string], { category: Category; amountFen: number }>(
    'SELECT category, amountFen FROM visitLine WHERE visitId = ? ORDER BY position',
  );
  const writer = entryWriter(build);
  let place: Place = { id: '', day: goLiveDay, arrivedAt: 0 };
  for (;;) {
    const visits = next.all({ ...place });
    const last = visits.at(-1);
    if (!last) return;
    connection.exec('BEGIN');
    for (const visit of visits) writer.write(visit, linesOf.all(visit.id));
    writer.flush();
    connection.exec('COMMIT');
    place = { id: last.id, day: last.day, arrivedAt: last.arrivedAt };
    await build.pause(done);
  }
};
