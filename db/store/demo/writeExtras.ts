import { birthColumns } from '../../features/customers/rows.ts';
import { birthdayOf } from './birthdays.ts';
import type { DemoBuild } from './build.ts';
import { bulkInsert } from './bulkInsert.ts';
import { loggedNotes } from './customers.ts';
import { personName } from './names.ts';
import { mobile } from './phones.ts';
import { type Random, streams, weighted } from './random.ts';
import { idKinds } from './seededIds.ts';
import { membershipWriter } from './writeMemberships.ts';

export interface ExtraFacts {
  readonly isPerson: boolean;
  readonly gender: 'male' | 'female';
  readonly birthYear: number;
  readonly vehicles: number;
}

const clerks = ['周凯', '何静', '陈刚'] as const;
const consents = weighted([
  ['granted', 82],
  ['refused', 14],
  ['withdrawn', 4],
]);
const purposes = ['reminders', 'marketingSms', 'wechat', 'marketingPhone', 'shareInsurer'] as const;

/** Numbers of relations' phones lie far behind those of customers. */
const relationPhones = 40_000_000;

/** Writes what hangs on some customers only: cards, notes, family and key persons, consents. */
export const extrasWriter = (build: DemoBuild) => {
  const { connection, random, ids, dates, plan } = build;
  const memberships = membershipWriter(build);
  const notes = bulkInsert(connection, 'customerNote', [
    'id',
    'customerId',
    'text',
    'at',
    'byName',
    'source',
    'version',
  ]);
  const relations = bulkInsert(connection, 'relation', [
    ...['id', 'customerId', 'otherId', 'kind', 'name', 'phone'],
    ...['birthCalendar', 'birthYear', 'birthMonth', 'birthDay', 'birthLeap', 'note', 'version'],
  ]);
  const consentRows = bulkInsert(connection, 'consent', [
    'id',
    'customerId',
    'purpose',
    'state',
    'channel',
    'at',
    'byName',
  ]);
  const counts = { notes: 0, relations: 0, consents: 0 };
  const now = dates.instant(plan.today, 8 * 60);

  const later = (createdAt: number): number => createdAt + Math.floor(random.unit() * Math.max(0, now - createdAt));

  const writeRelation = (
    customer: number,
    id: string,
    facts: ExtraFacts,
    kind: RelationKind,
    createdAt: number,
  ): void => {
    const { gender, birthYear } = relative(random, kind, facts);
    const name = personName(random, gender, birthYear);
    const birthday = random.chance(kind === 'child' || kind === 'spouse' ? 0.7 : 0.25)
      ? birthdayOf(random, birthYear)
      : null;
    const birth = birthColumns(birthday);
    const isFriend = kind === 'friend' && customer > 10 && random.chance(0.5);
    relations.add([
      ids(idKinds.relation, counts.relations, createdAt),
      id,
      isFriend ? build.customerId(random.below(customer)) : null,
      kind,
      name,
      random.chance(kind === 'keyPerson' || kind === 'driver' ? 0.9 : 0.4)
        ? mobile(relationPhones + counts.relations, random)
        : null,
      birth.birthCalendar,
      birth.birthYear,
      birth.birthMonth,
      birth.birthDay,
      birth.birthLeap,
      kind === 'keyPerson' ? random.pick(['行政主管，负责用车', '办公室主任', '财务，月底对账', '总经理']) : null,
      1,
    ]);
    counts.relations++;
  };

  const writeConsents = (id: string, createdAt: number): void => {
    for (let i = random.between(1, 2); i > 0; i--) {
      const purpose = purposes[(i - 1 + random.below(2) * 2) % purposes.length] ?? 'reminders';
      consentRows.add([
        ids(idKinds.consent, counts.consents++, createdAt),
        id,
        purpose,
        random.pick(consents),
        random.pick(['counter', 'counter', 'paper', 'wechat', 'phone']),
        later(createdAt),
        random.pick(clerks),
      ]);
    }
  };

  return {
    write: (customer: number, id: string, facts: ExtraFacts): void => {
      random.begin(streams.extras, customer);
      const createdAt = plan.customerCreatedAt[customer] ?? 0;
      // 35 % of all: companies and those without a car hold none
      if (facts.isPerson && facts.vehicles > 0 && random.chance(0.368)) {
        memberships.write(id, createdAt, later(createdAt));
      }
      for (let i = random.chance(0.12) ? random.between(1, 3) : 0; i > 0; i--) {
        const at = later(createdAt);
        notes.add([
          ids(idKinds.note, counts.notes++, at),
          id,
          random.pick(loggedNotes),
          at,
          random.pick(clerks),
          'desk',
          1,
        ]);
      }
      if (!facts.isPerson) {
        writeRelation(customer, id, facts, 'keyPerson', createdAt);
        if (random.chance(0.5)) writeRelation(customer, id, facts, 'driver', createdAt);
      } else if (random.chance(0.14)) {
        writeRelation(
          customer,
          id,
          facts,
          random.pick(['spouse', 'spouse', 'child', 'child', 'parent', 'friend']),
          createdAt,
        );
      }
      if (random.chance(0.55)) writeConsents(id, createdAt);
    },
    flush: (): { cards: number; notes: number } => {
      for (const each of [notes, relations, consentRows]) each.flush();
      return { ...memberships.flush(), notes: counts.notes };
    },
  };
};

type RelationKind = 'spouse' | 'child' | 'parent' | 'friend' | 'keyPerson' | 'driver';

/** Whom one finds beside a customer: of the other sex and the same age, a generation away, or anybody. */
const relative = (
  random: Random,
  kind: RelationKind,
  facts: ExtraFacts,
): { gender: 'male' | 'female'; birthYear: number } => {
  const anyone = random.chance(0.5) ? 'male' : 'female';
  switch (kind) {
    case 'spouse':
      return {
        gender: facts.gender === 'male' ? 'female' : 'male',
        birthYear: facts.birthYear + random.between(-4, 4),
      };
    case 'child':
      return { gender: anyone, birthYear: Math.min(2022, facts.birthYear + random.between(24, 34)) };
    case 'parent':
      return { gender: anyone, birthYear: facts.birthYear - random.between(22, 32) };
    case 'friend':
    case 'keyPerson':
    case 'driver':
      return { gender: anyone, birthYear: Math.min(2002, facts.birthYear + random.between(-8, 8)) };
  }
};
