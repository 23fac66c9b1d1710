import { sql } from 'kysely';
import type { MemberRow } from '../../contract/members.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Day } from '../../domain/day.ts';
import { maskPhone } from '../../domain/phone.ts';
import type { ReadDb } from '../../store/handler.ts';
import { lapsingOf } from './lapsing.ts';
import { stateOf } from './livingMembership.ts';
import { tierOf } from './tierNames.ts';

interface Row {
  readonly id: string;
  readonly customerId: string;
  readonly name: string;
  readonly tier: string;
  readonly state: 'active' | 'cancelled' | 'merged';
  readonly joinMode: string | null;
  readonly joinDay: string | null;
  readonly validThrough: string | null;
  readonly cumulative: number | null;
  readonly redeemable: number | null;
  readonly debt: number | null;
  readonly phone: string | null;
  readonly plate: string | null;
  /** `active:220000000000` of the main card that speaks, else of the newest */
  readonly card: string | null;
}

/** Members as lists show them, in the order of the ids. */
export const memberRows = async (
  db: ReadDb,
  ids: readonly string[],
  settings: Pick<Settings, 'tiers'>,
  today: Day,
): Promise<MemberRow[]> => {
  if (ids.length === 0) return [];
  const { rows } = await sql<Row>`
    SELECT m.id, m.customerId, c.name, m.tier, m.state, m.joinMode, m.joinDay, m.validThrough, b.cumulative, b.redeemable, b.debt,
      (SELECT number FROM customerPhone WHERE customerId = m.customerId ORDER BY position LIMIT 1) AS phone,
      (SELECT plate FROM vehicle WHERE customerId = m.customerId AND deletedAt IS NULL AND status = 'active' AND plate IS NOT NULL
        ORDER BY id DESC LIMIT 1) AS plate,
      (SELECT state || ':' || number FROM memberCard WHERE membershipId = m.id AND role = 'main' AND deletedAt IS NULL
        ORDER BY state IN ('active', 'frozen', 'lost') DESC, createdAt DESC LIMIT 1) AS card
    FROM membership m JOIN customer c ON c.id = m.customerId LEFT JOIN pointsBalance b ON b.membershipId = m.id
    WHERE m.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`.execute(db);
  const lapsing = await lapsingOf(db, ids, today);
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = found.get(id);
    if (!row) return [];
    const [cardState, cardNumber] = row.card?.split(':') ?? [];
    return [
      {
        ...{ membershipId: id, customerId: row.customerId, name: row.name, plate: row.plate },
        phoneMasked: row.phone === null ? null : maskPhone(row.phone),
        cardNumber: cardNumber ?? null,
        cardState: (cardState ?? null) as MemberRow['cardState'],
        ...tierOf(settings.tiers, row.tier),
        state: stateOf(row, today),
        joinMode: row.joinMode as MemberRow['joinMode'],
        ...{ joinDay: row.joinDay, validThrough: row.validThrough },
        ...{ cumulative: row.cumulative ?? 0, redeemable: row.redeemable ?? 0, debt: row.debt ?? 0 },
        lapsing: lapsing.get(id)?.points ?? 0,
        lapseDay: lapsing.get(id)?.day ?? null,
      },
    ];
  });
};
