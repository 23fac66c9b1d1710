import { badField, CareError } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { CardDesign } from '../../contract/printing.ts';
import { defaultDesign } from '../../domain/printing/defaultDesign.ts';
import { outsideElements } from '../../domain/printing/elementChecks.ts';
import type { CommandHandler, QueryHandler, ReadDb, WriteDb } from '../../store/handler.ts';
import { settingsOn } from '../settings/settings.ts';

type Printing = Contract['printing'];

interface Template {
  readonly tier: string;
  readonly tierName: string;
  /** null: the shipped one */
  readonly id: string | null;
  /** 0: the shipped one */
  readonly version: number;
  readonly design: CardDesign;
}

/** What each tier of the store prints, lowest tier first. */
export const templatesOn = async (db: ReadDb, day: string): Promise<Template[]> => {
  const { tiers } = await settingsOn(db, day);
  const rows = await db.selectFrom('cardTemplate').selectAll().where('deletedAt', 'is', null).execute();
  return tiers.map((tier) => {
    const own = rows.find((row) => row.tier === tier.code);
    return {
      tier: tier.code,
      tierName: tier.name,
      id: own?.id ?? null,
      version: own?.version ?? 0,
      design: own ? (JSON.parse(own.design) as CardDesign) : defaultDesign(tier),
    };
  });
};

export const templates: QueryHandler<Printing['templates']> = async (db, _input, ctx) => ({
  rows: await templatesOn(db, ctx.today()),
});

const ownTemplate = (db: WriteDb, tier: string) =>
  db
    .selectFrom('cardTemplate')
    .select(['id', 'version'])
    .where('tier', '=', tier)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();

export const saveTemplate: CommandHandler<Printing['saveTemplate']> = async (db, input, ctx) => {
  const { tiers } = await settingsOn(db, ctx.today());
  if (!tiers.some((tier) => tier.code === input.tier)) throw badField('tier', 'tier-unknown');
  const outside = outsideElements(input.design);
  if (outside.length > 0) {
    throw new CareError('VALIDATION', {
      fields: outside.slice(0, 20).map((path) => ({ path: `design.${path}`, reason: 'element-outside' })),
    });
  }
  const own = await ownTemplate(db, input.tier);
  const design = JSON.stringify(input.design);
  // somebody saved, or threw away, what this one had not seen
  if ((own?.version ?? 0) !== input.version) throw new CareError('CONFLICT', { reason: 'changed-meanwhile' });
  if (own) {
    const saved = await ctx.rows.update(
      'cardTemplate',
      { id: own.id, version: input.version },
      { design },
      { owner: null },
    );
    ctx.about('cardTemplate', own.id);
    return { version: saved.version };
  }
  const id = ctx.newId();
  const at = ctx.now();
  await ctx.rows.insert(
    'cardTemplate',
    { id, tier: input.tier, design, createdAt: at, updatedAt: at },
    { owner: null },
  );
  ctx.about('cardTemplate', id);
  return { version: 1 };
};

export const resetTemplate: CommandHandler<Printing['resetTemplate']> = async (db, input, ctx) => {
  const own = await ownTemplate(db, input.tier);
  if (!own) throw new CareError('CONFLICT', { reason: 'changed-meanwhile' });
  await ctx.rows.remove('cardTemplate', { id: own.id, version: input.version }, { owner: null });
  ctx.about('cardTemplate', own.id);
  return {};
};
