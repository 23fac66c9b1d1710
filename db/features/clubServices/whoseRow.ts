import { maskPhone } from '../../domain/phone.ts';
import type { QueryContext, ReadDb } from '../../store/handler.ts';
import { heldCards } from '../customers/cards.ts';
import { isExpired } from '../members/livingMembership.ts';
import { tierNameOf } from '../members/tierNames.ts';
import { settingsOn } from '../settings/settingsOn.ts';

/** What every list reads of whose a job is. */
interface Read {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly customerId: string | null;
  readonly customerName: string | null;
  /** the first of the file; null too where there is no file */
  readonly phone: string | null;
  readonly vehicleId: string | null;
  readonly plate: string | null;
  readonly series: string | null;
  readonly createdAt: number;
  readonly byName: string;
}

/** Who is no customer says so at the call. */
interface Stranger {
  readonly strangerName?: string | null;
  readonly strangerPhone?: string | null;
  readonly strangerPlate?: string | null;
}

/** Names of the tiers of these customers' valid memberships, by customer. */
export const tierNamesOf = async (
  db: ReadDb,
  rows: readonly { readonly customerId: string | null }[],
  ctx: QueryContext,
): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(rows.flatMap(({ customerId }) => customerId ?? []))];
  if (ids.length === 0) return new Map();
  const { tiers } = await settingsOn(db, ctx.today());
  const valid = (await heldCards(db, ids)).filter((card) => !isExpired(card, ctx.today()));
  // the one that holds longest comes first, and stays
  return new Map(valid.toReversed().map((card) => [card.customerId, tierNameOf(tiers, card.tier)]));
};

/** Whose it is, in every list of the club's services. */
export const whoseRow = (row: Read & Stranger, tierNames: ReadonlyMap<string, string>) => {
  const phone = row.phone ?? row.strangerPhone ?? null;
  return {
    id: row.id,
    version: row.version,
    number: row.number,
    customerId: row.customerId,
    name: row.customerName ?? row.strangerName ?? '',
    phoneMasked: phone === null ? null : maskPhone(phone),
    tierName: row.customerId === null ? null : (tierNames.get(row.customerId) ?? null),
    vehicleId: row.vehicleId,
    plate: row.plate ?? row.strangerPlate ?? null,
    series: row.series,
    createdAt: row.createdAt,
    byName: row.byName,
  };
};
