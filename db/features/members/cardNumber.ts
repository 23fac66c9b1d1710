import { badField, CareError } from '../../contract/errors.ts';
import { canonicalCard } from '../../domain/import/memberRow.ts';
import { newCardNumber } from '../../domain/luhn.ts';
import type { CommandContext, ReadDb } from '../../store/handler.ts';

const known = async (db: ReadDb, number: string) =>
  db
    .selectFrom('memberCard')
    .select('customerId')
    .where('number', '=', number)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();

/** Whole numbers below 256 from the command's own random bytes; those that would favour some digits are left out. */
const randomDigits = (ctx: Pick<CommandContext, 'newToken'>): ((limit: number) => number) => {
  let bytes: number[] = [];
  return (limit) => {
    for (;;) {
      if (bytes.length === 0) bytes = [...Buffer.from(ctx.newToken(), 'base64url')];
      const byte = bytes.pop() ?? 0;
      if (byte < 256 - (256 % limit)) return byte % limit;
    }
  };
};

/**
 * The number of a card to be issued (卡号): a new random one that no card has, or the one that an old or pre-printed card bears, kept
 * as it is, check digit or not.
 *
 * @throws CareError VALIDATION of `cardNumber` `card-number-invalid`; CONFLICT `card-number-known`
 */
export const cardNumberFor = async (db: ReadDb, given: string | null, ctx: CommandContext): Promise<string> => {
  if (given === null) {
    const random = randomDigits(ctx);
    for (;;) {
      const number = newCardNumber(random);
      if (!(await known(db, number))) return number;
    }
  }
  const number = canonicalCard(given);
  if (!/^[0-9A-Z]{2,32}$/.test(number)) throw badField('cardNumber', 'card-number-invalid');
  const card = await known(db, number);
  if (card) {
    throw new CareError('CONFLICT', { reason: 'card-number-known', values: { number, customerId: card.customerId } });
  }
  return number;
};
