import type { Settings } from '../../contract/settings.ts';
import type { RowProblem } from '../../domain/import/cell.ts';
import type { MemberRow } from '../../domain/import/memberRow.ts';
import { kindOfName, nameKey, pinyin } from '../../domain/personName.ts';
import { lastDayOf } from '../../domain/points/lots.ts';
import { birthColumns } from '../../features/customers/rows.ts';
import { writeNote, writePhones } from './besideCustomer.ts';
import type { BulkWriter } from './bulkWriter.ts';
import type { PlanContext } from './planContext.ts';
import { type Planned, type Planner, refused } from './planned.ts';

const cardProblem = (code: RowProblem['code']): RowProblem => ({ column: 'cardNumber', code, level: 'error' });

interface StoredCard {
  readonly name: string;
  /** with which it came in */
  readonly tier: string;
  readonly cumulative: number;
  readonly redeemable: number;
}

interface MemberIds {
  readonly customerId: string;
  readonly membershipId: string;
  readonly cardId: string;
}

const lookups = ({ connection }: PlanContext) => ({
  card: connection.prepare<[string], StoredCard>(
    `SELECT c.name, coalesce(e.tier, s.tier) AS tier, coalesce(e.cumulative, 0) AS cumulative, coalesce(e.redeemable, 0) AS redeemable
     FROM memberCard m JOIN membership s ON s.id = m.membershipId JOIN customer c ON c.id = m.customerId
     LEFT JOIN pointsEntry e ON e.sourceId = m.id AND e.sourceKind = 'card' AND e.kind = 'migrate'
     WHERE m.number = ? AND m.deletedAt IS NULL`,
  ),
  byPhone: connection.prepare<[string], { id: string; name: string }>(
    'SELECT c.id, c.name FROM customerPhone p JOIN customer c ON c.id = p.customerId WHERE p.number = ? AND c.deletedAt IS NULL',
  ),
  vehicle: connection
    .prepare<[string, string], string>(
      'SELECT id FROM vehicle WHERE (vin = ? OR plate = ?) AND deletedAt IS NULL LIMIT 1',
    )
    .pluck(true),
  goLiveDay: connection.prepare<[], string | null>('SELECT goLiveDay FROM store').pluck(true),
});

/** Of the opening balances, from the go-live day on (domain: points). */
const openingMonths = 24;

/**
 * Members of an old card system (会员). A card's number is its own for ever, so one that the store or an earlier row has is
 * refused unless it says the same. The member is the customer with the same name and phone, or a new one. Each card opens a
 * membership (会籍) of its own; its balances open the points account (期初积分) and are never written over.
 */
export const membersPlan = (context: PlanContext, tiers: Settings['tiers']): Planner<MemberRow> => {
  const find = lookups(context);
  const goLiveDay = find.goLiveDay.get() ?? context.today;
  const openingLastDay = lastDayOf(goLiveDay, openingMonths);
  const cards = new Set<string>();
  const owners = new Map<string, string>();
  const vehicles = new Set<string>();

  const ownerOf = (row: MemberRow, key: string): string | undefined => {
    const seen = owners.get(key);
    if (seen) return seen;
    const phone = row.phones[0]?.number;
    const wanted = nameKey(row.name);
    return phone ? find.byPhone.all(phone).find((each) => nameKey(each.name) === wanted)?.id : undefined;
  };

  const vehicleIsNew = (row: MemberRow): boolean => {
    if (!row.plate && !row.vin) return false;
    const keys = [row.vin ?? '', row.plate ?? ''].filter((key) => key !== '');
    if (keys.some((key) => vehicles.has(key)) || find.vehicle.get(row.vin ?? '', row.plate ?? '')) return false;
    for (const key of keys) vehicles.add(key);
    return true;
  };

  const writeCustomer = (writer: BulkWriter, row: MemberRow, id: string): void => {
    writer.insert('customer', id, id, {
      kind: kindOfName(row.name),
      name: row.name,
      pinyin: pinyin(row.name, kindOfName(row.name)).spaced,
      gender: row.gender,
      ...birthColumns(row.birthday),
      createdAt: context.at,
      updatedAt: context.at,
    });
    writePhones(writer, id, row.phones, 0);
  };

  const writeMembership = (writer: BulkWriter, row: MemberRow, tier: string, ids: MemberIds): void => {
    const { customerId, membershipId, cardId } = ids;
    writer.insert('membership', membershipId, customerId, {
      customerId,
      tier,
      joinMode: row.joinMode,
      joinDay: row.joinDay,
      validThrough: row.validThrough,
      createdAt: context.at,
      updatedAt: context.at,
    });
    writer.insert('memberCard', cardId, customerId, {
      customerId,
      membershipId,
      number: row.cardNumber,
      createdAt: context.at,
    });
  };

  const writeOpening = (
    writer: BulkWriter,
    row: MemberRow,
    tier: string,
    { membershipId, cardId }: MemberIds,
  ): void => {
    const { cumulativePoints: cumulative, redeemablePoints: redeemable } = row;
    if (cumulative === 0 && redeemable === 0) return;
    const entryId = context.newId();
    writer.insertBeside('pointsEntry', {
      id: entryId,
      membershipId,
      kind: 'migrate',
      cumulative,
      redeemable,
      tier,
      day: goLiveDay,
      at: context.at,
      byName: context.byName,
      sourceKind: 'card',
      sourceId: cardId,
    });
    if (redeemable === 0) return;
    const lotId = context.newId();
    writer.insertBeside('pointsLot', { id: lotId, membershipId, entryId, lastDay: openingLastDay });
    writer.insertBeside('pointsMove', { entryId, lotId, points: redeemable });
  };

  const again = (row: MemberRow, tier: string, stored: StoredCard): Planned => {
    const sameOwner = nameKey(stored.name) === nameKey(row.name);
    const sameAccount =
      stored.tier === tier && stored.cumulative === row.cumulativePoints && stored.redeemable === row.redeemablePoints;
    if (!sameOwner) return refused('error', cardProblem('card-other-owner'));
    if (!sameAccount) return refused('error', cardProblem('card-differs'));
    return { fate: 'same', problems: [], changes: [], write: null };
  };

  return {
    next: (row) => {
      const tier = tiers.find((each) => each.name === row.tier)?.code;
      if (tier === undefined) return refused('error', { column: 'tier', code: 'tier-unknown', level: 'error' });
      if (cards.has(row.cardNumber)) return refused('error', cardProblem('card-repeated'));
      cards.add(row.cardNumber);
      const stored = find.card.get(row.cardNumber);
      if (stored) return again(row, tier, stored);
      const key = `${nameKey(row.name)}|${row.phones[0]?.number ?? ''}`;
      const known = ownerOf(row, key);
      const customerId = known ?? context.newId();
      if (row.phones.length > 0) owners.set(key, customerId);
      const vehicleId = vehicleIsNew(row) ? context.newId() : null;
      const ids = { customerId, membershipId: context.newId(), cardId: context.newId() };
      return {
        fate: known ? 'changed' : 'new',
        problems: [],
        changes: known ? ['cardNumber', ...(vehicleId ? ['vehicle'] : [])] : [],
        write: (writer) => {
          if (!known) writeCustomer(writer, row, customerId);
          if (vehicleId) {
            const { plate, vin } = row;
            writer.insert('vehicle', vehicleId, customerId, {
              customerId,
              plate,
              vin,
              createdAt: context.at,
              updatedAt: context.at,
            });
          }
          if (row.note) writeNote(writer, context, customerId, row.note);
          writeMembership(writer, row, tier, ids);
          writeOpening(writer, row, tier, ids);
          writer.touchCustomer(customerId);
        },
      };
    },
  };
};
