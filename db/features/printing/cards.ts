import { sql } from 'kysely';
import { notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CardPrint } from '../../contract/printing.ts';
import { defaultDesign } from '../../domain/printing/defaultDesign.ts';
import type { QueryHandler, ReadDb } from '../../store/handler.ts';
import { settingsOn } from '../settings/settings.ts';
import { templatesOn } from './templates.ts';

type Printing = Contract['printing'];

/** More than a day's; who has more waiting prints these first. */
const mostListed = 1_000;

const cardSelection = (db: ReadDb) =>
  db
    .selectFrom('memberCard as card')
    .innerJoin('membership as member', 'member.id', 'card.membershipId')
    .innerJoin('customer', 'customer.id', 'card.customerId')
    .where('card.deletedAt', 'is', null)
    .where('member.deletedAt', 'is', null);

export const cards: QueryHandler<Printing['cards']> = async (db, input, ctx) => {
  const found = await cardSelection(db)
    .select(['card.id', 'card.number', 'customer.name', 'member.tier', 'member.validThrough'])
    .where('card.id', 'in', [...new Set(input.cardIds)])
    .execute();
  const byId = new Map(found.map((row) => [row.id, row]));
  const templates = await templatesOn(db, ctx.today());
  const { name: storeName } = await db.selectFrom('store').select('name').executeTakeFirstOrThrow();
  const cards = input.cardIds.map((id): CardPrint => {
    const card = byId.get(id);
    if (!card) throw notFound('card');
    return {
      cardId: id,
      number: card.number,
      holder: card.name,
      tier: card.tier,
      tierName: templates.find((one) => one.tier === card.tier)?.tierName ?? card.tier,
      validThrough: card.validThrough,
      storeName,
    };
  });
  return {
    cards,
    designs: [...new Set(cards.map((card) => card.tier))].map((tier) => ({
      tier,
      // a tier that the store has given up still has its members
      design: templates.find((one) => one.tier === tier)?.design ?? defaultDesign({ code: tier, name: tier }),
    })),
  };
};

/** Cards wait while they can be used: one that was lost, replaced or cancelled meanwhile is wanted by nobody. */
export const queue: QueryHandler<Printing['queue']> = async (db, _input, ctx) => {
  const waiting = cardSelection(db)
    .where('card.printWanted', '=', 1)
    .where('card.state', 'in', ['active', 'frozen'])
    .where('member.state', '=', 'active');
  const { count } = await waiting.select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow();
  const rows = await waiting
    .select(['card.id', 'card.number', 'card.role', 'card.createdAt', 'customer.name', 'member.tier'])
    .orderBy('card.createdAt')
    .orderBy('card.id')
    .limit(mostListed)
    .execute();
  const { tiers } = await settingsOn(db, ctx.today());
  return {
    count,
    rows: rows.map((row) => ({
      cardId: row.id,
      number: row.number,
      holder: row.name,
      tierName: tiers.find((tier) => tier.code === row.tier)?.name ?? row.tier,
      role: row.role,
      issuedAt: row.createdAt,
    })),
  };
};
