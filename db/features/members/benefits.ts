import { sql } from 'kysely';
import { CareError, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { MemberPage } from '../../contract/members.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Day } from '../../domain/day.ts';
import { type MembershipYear, membershipYear } from '../../domain/membership/validity.ts';
import type { CommandHandler, ReadDb } from '../../store/handler.ts';
import { settingsOn } from '../settings/settings.ts';
import { announce } from './announce.ts';
import { validMembership } from './changeable.ts';
import { startsOf } from './events.ts';
import { type Membership, membershipOf } from './livingMembership.ts';

type Service = Settings['tierBenefits']['services'][number];
type BenefitRow = MemberPage['benefits'][number];

/** A membership and those that went into it (并入): what was used of theirs was used by the same member. */
const withMerged = (membershipId: string) => sql<string>`(
  WITH RECURSIVE one(id) AS (SELECT ${membershipId} UNION SELECT m.id FROM one JOIN membership m ON m.mergedInto = one.id)
  SELECT id FROM one)`;

const usesOf = async (db: ReadDb, membershipId: string, benefit: string, year: MembershipYear) =>
  db
    .selectFrom('benefitUse')
    .select(['id', 'version', 'day', 'byName'])
    .where('membershipId', 'in', withMerged(membershipId))
    .where('benefit', '=', benefit)
    .where('day', '>=', year.from)
    .where('day', '<=', year.to)
    .where('takenBackAt', 'is', null)
    .where('deletedAt', 'is', null)
    .orderBy('at', 'desc')
    .execute();

const rowOf = async (db: ReadDb, membershipId: string, service: Service, year: MembershipYear): Promise<BenefitRow> => {
  const uses = await usesOf(db, membershipId, service.code, year);
  const times = service.timesPerYear;
  return {
    ...{ code: service.code, name: service.name, times, used: uses.length, uses },
    left: times === null ? null : Math.max(0, times - uses.length),
    ...{ yearFrom: year.from, yearTo: year.to },
  };
};

/** How often one service was used in the year of a membership in which a day lies. */
export const serviceUse = async (db: ReadDb, membershipId: string, service: Service, day: Day): Promise<BenefitRow> =>
  rowOf(db, membershipId, service, membershipYear(await startsOf(db, await membershipOf(db, membershipId)), day));

/** The tier's services and how often each was used in this year of the membership; a use before a rise of tier counts on. */
export const benefitsOf = async (
  db: ReadDb,
  membership: Membership,
  benefits: Settings['tierBenefits'],
  today: Day,
): Promise<BenefitRow[]> => {
  const year = membershipYear(await startsOf(db, membership), today);
  const rows: BenefitRow[] = [];
  for (const service of benefits.services) {
    if (service.tier === membership.tier) rows.push(await rowOf(db, membership.id, service, year));
  }
  return rows;
};

/** What of a visit's list price the tier takes off, by category. */
export const discountsOf = (tier: string, benefits: Settings['tierBenefits']): MemberPage['discounts'] =>
  benefits.discounts
    .filter((discount) => discount.tier === tier)
    .map(({ category, percentOff }) => ({ category, percentOff }));

const refuseOtherVisit = async (db: ReadDb, membershipId: string, visitId: string): Promise<void> => {
  const visit = await db
    .selectFrom('visit')
    .select(['customerId', 'voidedAt'])
    .where('id', '=', visitId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!visit) throw notFound('visit');
  if (visit.voidedAt !== null) throw new CareError('CONFLICT', { reason: 'visit-void' });
  const card = await db
    .selectFrom('memberCard')
    .select('id')
    .where('membershipId', '=', membershipId)
    .where('customerId', '=', visit.customerId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!card) throw new CareError('CONFLICT', { reason: 'visit-of-other-customer' });
};

/** 使用服务包: one use of a service, where the year has one left. */
export const useBenefit: CommandHandler<Contract['members']['useBenefit']> = async (db, input, ctx) => {
  const today = ctx.today();
  const membership = await validMembership(db, input.membershipId, today);
  const { tierBenefits } = await settingsOn(db, today);
  const service = tierBenefits.services.find(({ tier, code }) => tier === membership.tier && code === input.code);
  if (!service) throw notFound('benefit');
  if (input.visitId) await refuseOtherVisit(db, membership.id, input.visitId);
  const year = membershipYear(await startsOf(db, membership), today);
  const { left, times } = await rowOf(db, membership.id, service, year);
  if (left === 0) throw new CareError('CONFLICT', { reason: 'benefit-used-up', values: { times: times ?? 0 } });
  const id = ctx.newId();
  await ctx.rows.insert(
    'benefitUse',
    {
      ...{ id, membershipId: membership.id, benefit: service.code, name: service.name, visitId: input.visitId },
      ...{ yearFrom: year.from, day: today, at: ctx.now(), byName: ctx.actor.name },
    },
    { owner: membership.customerId },
  );
  await announce(db, ctx, membership);
  return { id, left: left === null ? null : left - 1 };
};

/** A use that was entered by mistake is given back. */
export const takeBackBenefit: CommandHandler<Contract['members']['takeBackBenefit']> = async (db, input, ctx) => {
  const use = await db
    .selectFrom('benefitUse')
    .selectAll()
    .where('id', '=', input.id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!use) throw notFound('benefit');
  if (use.takenBackAt !== null) throw new CareError('CONFLICT', { reason: 'benefit-back-already' });
  const membership = await membershipOf(db, use.membershipId);
  await ctx.rows.update(
    'benefitUse',
    { id: use.id, version: input.version },
    { takenBackAt: ctx.now(), takenBackBy: ctx.actor.name },
    { owner: membership.customerId },
  );
  await announce(db, ctx, membership);
  return {};
};
