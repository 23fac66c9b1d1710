import { addYears, validThrough } from '../../domain/day.ts';
import { lastDayOf } from '../../domain/points/lots.ts';
import type { DemoBuild } from './build.ts';
import { bulkInsert } from './bulkInsert.ts';
import { cardNumber } from './cards.ts';
import { weighted } from './random.ts';
import { idKinds } from './seededIds.ts';

const joinModes = weighted([
  ['sale', 45],
  ['vehicle', 15],
  ['spend', 22],
  ['training', 6],
  ['fee', 12],
]);
/** 累计积分 with which the old system's members begin, by tier: 金卡 from 10,000, 钻石卡 from 30,000 (S1). */
const openingPoints = { silver: [0, 9999], gold: [10_000, 29_999], diamond: [30_000, 86_000] } as const;
const tiers = weighted<keyof typeof openingPoints>([
  ['silver', 75],
  ['gold', 20],
  ['diamond', 5],
]);
/** Of the opening balances, from the go-live day on (domain: points). */
const openingMonths = 24;
const openedBy = '周凯';

/**
 * Writes memberships (会籍), each with its card and its opening balance. Indexes and triggers of the ledger stay while it is
 * written: the triggers look each source up and keep the sums, and all comes in the order of its ids.
 */
export const membershipWriter = (build: DemoBuild) => {
  const { connection, random, ids, dates, today, goLiveDay } = build;
  const memberships = bulkInsert(connection, 'membership', [
    ...['id', 'customerId', 'tier', 'joinMode', 'joinDay', 'validThrough', 'createdAt', 'updatedAt', 'version'],
  ]);
  const cards = bulkInsert(connection, 'memberCard', [
    ...['id', 'customerId', 'membershipId', 'number', 'createdAt', 'version'],
  ]);
  const entries = bulkInsert(connection, 'pointsEntry', [
    ...[
      'id',
      'membershipId',
      'kind',
      'cumulative',
      'redeemable',
      'tier',
      'day',
      'at',
      'byName',
      'sourceKind',
      'sourceId',
    ],
  ]);
  const events = bulkInsert(connection, 'membershipEvent', [
    ...['id', 'membershipId', 'cardId', 'kind', 'day', 'at', 'byName', 'path', 'tierTo', 'validFrom', 'validTo'],
  ]);
  const lots = bulkInsert(connection, 'pointsLot', ['id', 'membershipId', 'entryId', 'lastDay']);
  const goLive = dates.number(goLiveDay);
  const goLiveAt = dates.instant(goLive, 8 * 60);
  const dayAt = (at: number): number => Math.floor((at + 8 * 3_600_000) / 86_400_000);
  let count = 0;

  const writeOpening = (
    membershipId: string,
    cardId: string,
    tier: keyof typeof openingPoints,
    since: number,
  ): void => {
    const [least, most] = openingPoints[tier];
    const cumulative = random.between(least, most);
    const redeemable = Math.floor(cumulative * random.unit() * 0.6);
    if (cumulative === 0) return;
    const at = Math.max(goLiveAt, since);
    const day = dates.text(Math.max(goLive, dayAt(since)));
    const entryId = ids(idKinds.pointsEntry, count, at);
    entries.add([entryId, membershipId, 'migrate', cumulative, redeemable, tier, day, at, openedBy, 'card', cardId]);
    if (redeemable > 0) {
      lots.add([ids(idKinds.pointsLot, count, at), membershipId, entryId, lastDayOf(day, openingMonths)]);
    }
  };

  return {
    /**
     * @param createdAt of the customer
     * @param joinedAt later than that
     */
    write: (customerId: string, createdAt: number, joinedAt: number): void => {
      const joinDay = dates.text(dayAt(joinedAt));
      let years = Number(today.slice(0, 4)) - Number(joinDay.slice(0, 4));
      if (addYears(joinDay, years) > today) years--;
      // most have renewed year by year; the others' card ran out, or runs out next
      const renewed = random.chance(0.8) ? years + 1 : Math.max(1, years);
      const tier = random.pick(tiers);
      const membershipId = ids(idKinds.membership, count, createdAt);
      const cardId = ids(idKinds.card, count, createdAt);
      cards.add([cardId, customerId, membershipId, cardNumber(count, random), createdAt, 1]);
      const joinMode = random.pick(joinModes);
      const validDay = validThrough(joinDay, renewed);
      memberships.add([membershipId, customerId, tier, joinMode, joinDay, validDay, createdAt, createdAt, 1]);
      // the old system's members come with what they had; who joined since has what was earned since
      if (joinedAt < goLiveAt) writeOpening(membershipId, cardId, tier, createdAt);
      else {
        const id = ids(idKinds.membershipEvent, count, joinedAt);
        const joined = [membershipId, cardId, 'join', joinDay, joinedAt, openedBy, joinMode, tier, joinDay, validDay];
        events.add([id, ...joined]);
      }
      count++;
    },
    flush: (): { cards: number } => {
      for (const each of [memberships, cards, entries, events, lots]) each.flush();
      connection.exec(`INSERT INTO pointsMove (entryId, lotId, points)
        SELECT e.id, l.id, e.redeemable FROM pointsLot l JOIN pointsEntry e ON e.id = l.entryId ORDER BY l.rowid`);
      return { cards: count };
    },
  };
};
