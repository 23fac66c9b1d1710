import type { z } from 'zod';
import { badField, CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CommandContext, CommandHandler, ReadDb } from '../../store/handler.ts';
import { settingsOn } from '../settings/settings.ts';
import { givenOf, livingReward } from './rewardRows.ts';

type Rewards = Contract['rewards'];
type Fields = Omit<z.output<NonNullable<Rewards['add']['~orpc']['inputSchema']>>, 'requestId'>;

/** @throws CareError VALIDATION where the fields do not make a reward of their kind */
const columnsOf = async (db: ReadDb, fields: Fields, ctx: CommandContext) => {
  if (fields.kind === 'partner' && !fields.partner) throw badField('partner', 'partner-missing');
  if (fields.kind === 'donation' && !fields.cause) throw badField('cause', 'cause-missing');
  if (fields.kind === 'cash' && !fields.valueFen) throw badField('valueFen', 'value-missing');
  if (fields.fromDay && fields.toDay && fields.toDay < fields.fromDay) throw badField('toDay', 'ends-before-start');
  const known = (await settingsOn(db, ctx.today())).tiers.map(({ code }) => code);
  const unknown = fields.tiers.findIndex((tier) => !known.includes(tier));
  if (unknown >= 0) throw badField(`tiers.${unknown}`, 'tier-unknown');
  const partner = fields.kind === 'partner';
  return {
    kind: fields.kind,
    name: fields.name,
    points: fields.points,
    valueFen: fields.valueFen,
    stock: fields.stock,
    tiers: JSON.stringify(fields.tiers),
    mostPerPerson: fields.mostPerPerson,
    mostPerPeriod: fields.mostPerPeriod,
    validDays: fields.validDays,
    partner: partner ? fields.partner : null,
    settleFen: partner ? fields.settleFen : null,
    cause: fields.kind === 'donation' ? fields.cause : null,
    fromDay: fields.fromDay,
    toDay: fields.toDay,
    active: fields.active ? 1 : 0,
    note: fields.note,
  };
};

export const add: CommandHandler<Rewards['add']> = async (db, input, ctx) => {
  const id = ctx.newId();
  const now = ctx.now();
  const columns = await columnsOf(db, input, ctx);
  await ctx.rows.insert('reward', { id, ...columns, createdAt: now, updatedAt: now }, { owner: null });
  ctx.about('reward', id);
  return { id };
};

/** What was ever put in cannot be less than what was given of it. */
const refuseStockBelow = async (db: ReadDb, id: string, stock: number | null): Promise<void> => {
  const given = (await givenOf(db, id)).get(id) ?? 0;
  if (stock !== null && stock < given) {
    throw new CareError('CONFLICT', { reason: 'reward-stock-below', values: { given } });
  }
};

export const update: CommandHandler<Rewards['update']> = async (db, input, ctx) => {
  await livingReward(db, input.id);
  const columns = await columnsOf(db, input, ctx);
  await refuseStockBelow(db, input.id, columns.stock);
  const key = { id: input.id, version: input.version };
  const { version } = await ctx.rows.update('reward', key, columns, { owner: null });
  ctx.about('reward', input.id);
  return { version };
};

export const remove: CommandHandler<Rewards['remove']> = async (_db, input, ctx) => {
  await ctx.rows.remove('reward', { id: input.id, version: input.version }, { owner: null });
  ctx.about('reward', input.id);
  return {};
};
