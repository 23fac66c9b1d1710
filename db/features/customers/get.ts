import { sql } from 'kysely';
import type { CustomerPage } from '../../contract/customerViews.ts';
import { CareError, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import type { Settings } from '../../contract/settings.ts';
import { ageOn } from '../../domain/birthday.ts';
import { addDays, addMonths } from '../../domain/day.ts';
import { maskPhone } from '../../domain/phone.ts';
import { maskResidentId } from '../../domain/residentId.ts';
import type { QueryHandler, ReadDb } from '../../store/handler.ts';
import { openClubOf } from '../clubServices/ofCustomer.ts';
import { clubCount } from '../clubServices/timeline.ts';
import { openComplaintsOf } from '../complaints/ofCustomer.ts';
import { eligibleFor } from '../members/eligible.ts';
import { membershipOf } from '../members/livingMembership.ts';
import { nextPromiseOf } from '../promises/ofCustomer.ts';
import { openRecallsOf } from '../recalls/rows.ts';
import { settingsOn } from '../settings/settings.ts';
import { heldCards } from './cards.ts';
import { dueItemsOf } from './dueItems.ts';
import { allFilesOf } from './mergedFiles.ts';
import { pastVehiclesOf } from './pastVehicles.ts';
import { relationsOf } from './relations.ts';
import { birthdayOf, wordsOf } from './rows.ts';
import { toldByThemselves } from './timeline.ts';
import { vehicleCardsOf } from './vehicleCards.ts';

/** A merged customer's page says into whom it went. */
const whereItWent = async (db: ReadDb, id: string): Promise<CareError> => {
  const { rows } = await sql<{ id: string; name: string }>`
    WITH RECURSIVE way AS (SELECT mergedInto AS id FROM customer WHERE id = ${id}
      UNION SELECT c.mergedInto FROM way JOIN customer c ON c.id = way.id WHERE c.mergedInto IS NOT NULL)
    SELECT c.id, c.name FROM way JOIN customer c ON c.id = way.id WHERE c.deletedAt IS NULL LIMIT 1`.execute(db);
  const [into] = rows;
  return into
    ? new CareError('NOT_FOUND', { reason: 'customer-merged', values: { customerId: into.id, name: into.name } })
    : notFound('customer');
};

const customerOf = async (db: ReadDb, id: string) => {
  const row = await db
    .selectFrom('customer')
    .leftJoin('customer as referrer', 'referrer.id', 'customer.referrerId')
    .leftJoin('staff', 'staff.id', 'customer.adviserId')
    .selectAll('customer')
    .select(['referrer.name as referrerName', 'staff.displayName as adviserName'])
    .where('customer.id', '=', id)
    .where('customer.deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw await whereItWent(db, id);
  const tags = await db.selectFrom('customerTag').select('tag').where('customerId', '=', id).execute();
  return {
    id: row.id,
    version: row.version,
    kind: row.kind as 'person',
    name: row.name,
    pinyin: row.pinyin,
    gender: row.gender as 'male' | null,
    birthday: birthdayOf(row),
    residentIdMasked: row.residentId ? maskResidentId(row.residentId) : null,
    stage: row.stage as 'current',
    wechat: row.wechat,
    email: row.email,
    address: row.address,
    education: row.education,
    income: row.income,
    job: row.job,
    interests: wordsOf(row.interests),
    outlook: row.outlook,
    habits: row.habits,
    priceSensitivity: row.priceSensitivity as 'low' | null,
    needs: wordsOf<'product'>(row.needs),
    contactHours: row.contactHours,
    licenceEndDay: row.licenceEndDay,
    source: row.source,
    referrerId: row.referrerId,
    referrerName: row.referrerName,
    adviserId: row.adviserId,
    adviserName: row.adviserName,
    tags: tags.map((each) => each.tag),
    note: row.note,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
};

/** The newest word on each purpose (同意情况). */
const consentsOf = async (db: ReadDb, customerId: string) => {
  const rows = await db
    .selectFrom('consent')
    .select(['purpose', 'state', 'at'])
    .where('customerId', '=', customerId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  const newest = new Map(rows.map((row) => [row.purpose, row]));
  return [...newest.values()].map((row) => ({
    purpose: row.purpose as 'reminders',
    state: row.state as 'granted',
    at: row.at,
  }));
};

/** the strip tells what lapses within so many days (screens: the 10-second strip) */
const lapsingDays = 60;

/**
 * The card that holds longest; balances over the account that it speaks for, which may be the family's, and all memberships that are
 * the customer's own.
 */
const cardOf = async (db: ReadDb, customerId: string, settings: Settings, today: string) => {
  const [card] = await heldCards(db, [customerId]);
  if (!card) return null;
  const { rows } = await sql<{ cumulative: number; redeemable: number; debt: number; lapsing: number }>`
    SELECT coalesce(sum(b.cumulative), 0) AS cumulative, coalesce(sum(b.redeemable), 0) AS redeemable,
      coalesce(sum(b.debt), 0) AS debt, coalesce(sum((SELECT sum(remaining) FROM pointsLot l
        WHERE l.membershipId = m.id AND remaining > 0 AND lastDay <= ${addDays(today, lapsingDays)})), 0) AS lapsing
    FROM membership m JOIN pointsBalance b ON b.membershipId = m.id
    WHERE (m.customerId = ${customerId} OR m.id = ${card.membershipId}) AND m.deletedAt IS NULL AND m.state = 'active'`.execute(
    db,
  );
  return {
    id: card.id,
    membershipId: card.membershipId,
    number: card.number,
    state: card.state as 'active',
    tier: card.tier,
    tierName: settings.tiers.find((tier) => tier.code === card.tier)?.name ?? card.tier,
    joinMode: card.joinMode,
    joinDay: card.joinDay,
    validThrough: card.validThrough,
    cumulativePoints: rows[0]?.cumulative ?? 0,
    redeemablePoints: rows[0]?.redeemable ?? 0,
    debtPoints: rows[0]?.debt ?? 0,
    lapsingPoints: rows[0]?.lapsing ?? 0,
    eligibleFor: await eligibleFor(db, await membershipOf(db, card.membershipId), settings, today),
  };
};

const spendOf = async (db: ReadDb, customerId: string, today: string) => {
  const { rows } = await sql<{
    totalFen: number;
    visits: number;
    last12MonthsFen: number;
    lastVisitDay: string | null;
  }>`
    SELECT coalesce(sum(amountFen), 0) AS totalFen, count(*) AS visits, max(day) AS lastVisitDay,
      coalesce(sum(CASE WHEN day > ${addMonths(today, -12)} THEN amountFen ELSE 0 END), 0) AS last12MonthsFen
    FROM visit WHERE customerId = ${customerId} AND voidedAt IS NULL AND deletedAt IS NULL`.execute(db);
  return rows[0] ?? { totalFen: 0, visits: 0, last12MonthsFen: 0, lastVisitDay: null };
};

const countsOf = async (db: ReadDb, customerId: string) => {
  const { rows } = await sql<CustomerPage['counts']>`
    SELECT
      (SELECT count(*) FROM visit WHERE customerId = ${customerId} AND deletedAt IS NULL) AS visit,
      (SELECT count(*) FROM customerNote WHERE customerId = ${customerId} AND deletedAt IS NULL) AS note,
      (SELECT count(*) FROM consent WHERE customerId = ${customerId}) AS consent,
      (SELECT count(DISTINCT command) FROM changeLog WHERE ownerId IN ${allFilesOf(customerId)} AND entity NOT IN (${sql.join(toldByThemselves)})) AS change,
      (SELECT count(*) FROM complaint WHERE customerId = ${customerId} AND deletedAt IS NULL) AS complaint,
      (SELECT count(*) FROM promise WHERE customerId = ${customerId} AND deletedAt IS NULL) AS promise,
      (SELECT count(*) FROM enquiry WHERE customerId = ${customerId} AND deletedAt IS NULL) AS enquiry,
      (SELECT count(*) FROM surveyResponse WHERE customerId = ${customerId} AND deletedAt IS NULL) AS survey,
      ${clubCount(customerId)} AS club,
      (SELECT count(*) FROM contact WHERE customerId = ${customerId} AND deletedAt IS NULL) AS contact
  `.execute(db);
  return (
    rows[0] ?? {
      ...{ visit: 0, note: 0, consent: 0, change: 0, complaint: 0 },
      ...{ promise: 0, enquiry: 0, contact: 0, survey: 0, club: 0 },
    }
  );
};

/** The customer page (客户页): strip, vehicles and figures in one answer. */
export const get: QueryHandler<Contract['customers']['get']> = async (db, input, ctx) => {
  const today = ctx.today();
  const settings = await settingsOn(db, today);
  const customer = await customerOf(db, input.id);
  const phones = await db.selectFrom('customerPhone').selectAll().where('customerId', '=', input.id).execute();
  const relations = await relationsOf(db, input.id);
  const vehicles = await vehicleCardsOf(db, input.id, settings);
  const card = await cardOf(db, input.id, settings, today);
  return {
    customer,
    age: customer.birthday ? ageOn(customer.birthday, today) : null,
    phones: phones.map((phone) => ({
      masked: maskPhone(phone.number),
      label: phone.label as 'mobile',
      kind: phone.kind as 'mobile',
    })),
    relations,
    consents: await consentsOf(db, input.id),
    vehicles,
    pastVehicles: await pastVehiclesOf(db, input.id),
    card,
    due: dueItemsOf(
      {
        name: customer.name,
        birthday: customer.birthday,
        relations,
        vehicles,
        licenceEndDay: customer.licenceEndDay,
        cardValidThrough: card?.validThrough ?? null,
        recalls: await openRecallsOf(db, input.id, today),
      },
      settings,
      today,
    ),
    spend: await spendOf(db, input.id, today),
    openComplaints: await openComplaintsOf(db, input.id, ctx),
    lastPromise: await nextPromiseOf(db, input.id, ctx.now()),
    openClub: await openClubOf(db, input.id),
    counts: await countsOf(db, input.id),
  };
};
