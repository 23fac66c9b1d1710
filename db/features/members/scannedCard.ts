import type { Selectable } from 'kysely';
import { badField, notFound } from '../../contract/errors.ts';
import { canonicalCard } from '../../domain/import/memberRow.ts';
import { luhnOk } from '../../domain/luhn.ts';
import { plainText } from '../../domain/plainText.ts';
import type { Tables } from '../../schema/tables.ts';
import type { ReadDb } from '../../store/handler.ts';

export type Card = Selectable<Tables['memberCard']>;

/** Digits as cards carry them; our own have 12. */
const mayBeCard = /^\d{4,20}$/;

/**
 * The card that was scanned or typed. First looked up as it stands, for numbers of old systems have no check digit; only where
 * nothing has that number is the check digit asked (domain: card).
 *
 * @throws CareError VALIDATION of `card`: `card-check-digit` (misread), `scan-not-a-card` (something else was scanned);
 *   NOT_FOUND `card-not-found`
 */
export const scannedCard = async (db: ReadDb, scanned: string): Promise<Card> => {
  const number = canonicalCard(scanned);
  const row = await db
    .selectFrom('memberCard')
    .selectAll()
    .where('number', 'in', [...new Set([scanned, plainText(scanned), number])])
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (row) return row;
  if (!mayBeCard.test(number)) throw badField('card', 'scan-not-a-card');
  if (number.length === 12 && !luhnOk(number)) throw badField('card', 'card-check-digit');
  throw notFound('card');
};
