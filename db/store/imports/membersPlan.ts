import type { Settings } from '../../contract/settings.ts';
import type { RowProblem } from '../../domain/import/cell.ts';
import type { MemberRow } from '../../domain/import/memberRow.ts';
import { kindOfName, nameKey, pinyin } from '../../domain/personName.ts';
import { birthColumns } from '../../features/customers/rows.ts';
import type { BulkWriter } from './bulkWriter.ts';
import type { PlanContext } from './planContext.ts';
import { type Planned, type Planner, refused } from './planned.ts';

const cardProblem = (code: RowProblem['code']): RowProblem => ({ column: 'cardNumber', code, level: 'error' });

interface StoredCard {
  readonly name: string;
  readonly tier: string;
  readonly openingCumulativePoints: number;
  readonly openingRedeemablePoints: number;
}

const lookups = ({ connection }: PlanContext) => ({
  card: connection.prepare<[string], StoredCard>(
    `SELECT c.name, m.tier, m.openingCumulativePoints, m.openingRedeemablePoints
     FROM memberCard m JOIN customer c ON c.id = m.customerId WHERE m.number = ? AND m.deletedAt IS NULL`,
  ),
  byPhone: connection.prepare<[string], { id: string; name: string }>(
    'SELECT c.id, c.name FROM customerPhone p JOIN customer c ON c.id = p.customerId WHERE p.number = ? AND c.deletedAt IS NULL',
  ),
  vehicle: connection
    .prepare<[string, string], string>(
      'SELECT id FROM vehicle WHERE (vin = ? OR plate = ?) AND deletedAt IS NULL LIMIT 1',
    )
    .pluck(true),
});

/**
 * Members of an old card system (会员). A card's number is its own for ever, so one that the store or an earlier row has is
 * refused unless it says the same. The member is the customer with the same name and phone, or a new one. Balances are kept
 * as the account's opening; they are never written over.
 */
export const membersPlan = (context: PlanContext, tiers: Settings['tiers']): Planner<MemberRow> => {
  const find = lookups(context);
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
    for (const [position, phone] of row.phones.entries()) {
      const label = phone.kind === 'mobile' ? 'mobile' : 'work';
      writer.insertBeside('customerPhone', { customerId: id, position, number: phone.number, kind: phone.kind, label });
    }
  };

  const writeNote = (writer: BulkWriter, customerId: string, text: string): void =>
    writer.insertBeside('customerNote', {
      id: context.newId(),
      customerId,
      text,
      at: context.at,
      byName: context.byName,
      source: context.source,
    });

  const again = (row: MemberRow, tier: string, stored: StoredCard): Planned => {
    const sameOwner = nameKey(stored.name) === nameKey(row.name);
    const sameAccount =
      stored.tier === tier &&
      stored.openingCumulativePoints === row.cumulativePoints &&
      stored.openingRedeemablePoints === row.redeemablePoints;
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
      const cardId = context.newId();
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
          if (row.note) writeNote(writer, customerId, row.note);
          writer.insert('memberCard', cardId, customerId, {
            customerId,
            number: row.cardNumber,
            tier,
            joinMode: row.joinMode,
            joinDay: row.joinDay,
            validThrough: row.validThrough,
            openingCumulativePoints: row.cumulativePoints,
            openingRedeemablePoints: row.redeemablePoints,
            createdAt: context.at,
          });
          writer.touchCustomer(customerId);
        },
      };
    },
  };
};
