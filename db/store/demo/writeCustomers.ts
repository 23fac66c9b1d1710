import type { Birthday } from '../../contract/values.ts';
import { pinyin } from '../../domain/personName.ts';
import { birthColumns } from '../../features/customers/rows.ts';
import { birthdayOf, residentIdOf } from './birthdays.ts';
import { type DemoBuild, inTurns } from './build.ts';
import { bulkInsert } from './bulkInsert.ts';
import { companyTags, personTags, profileOf } from './customers.ts';
import { address, companyName, personName, taxiCompanyName } from './names.ts';
import { landline, mobile } from './phones.ts';
import { planKinds } from './plan.ts';
import { streams } from './random.ts';
import { extrasWriter } from './writeExtras.ts';
import { vehicleWriter } from './writeVehicles.ts';
import type { VisitTraces } from './writeVisits.ts';

export interface CustomerCounts {
  policies: number;
  cards: number;
  notes: number;
}

/** Fathers, mothers and drivers: how old somebody is on the day they first come in. */
const youngest = 21;
const oldest = 68;

/** Writes customers, in the order in which they first came, with all that hangs on them but their visits. */
export const writeCustomers = async (build: DemoBuild, traces: VisitTraces, from: number): Promise<CustomerCounts> => {
  const { connection, random, dates, plan } = build;
  const customers = bulkInsert(connection, 'customer', [
    ...['id', 'kind', 'name', 'pinyin', 'gender', 'residentId'],
    ...['birthCalendar', 'birthYear', 'birthMonth', 'birthDay', 'birthLeap', 'stage', 'wechat', 'email', 'address'],
    ...['education', 'income', 'job', 'interests', 'outlook', 'habits', 'priceSensitivity', 'needs', 'contactHours'],
    'licenceEndDay',
    ...['source', 'note', 'referrerId', 'adviserId', 'lastVisitDay', 'createdAt', 'updatedAt', 'version'],
  ]);
  const phones = bulkInsert(connection, 'customerPhone', ['customerId', 'position', 'number', 'kind', 'label']);
  const tags = bulkInsert(connection, 'customerTag', ['customerId', 'tag']);
  const vehicles = vehicleWriter(build, traces);
  const extras = extrasWriter(build);
  const [reception = '', service = '', manager = ''] = build.staffIds;
  const advisers = [reception, service, service, manager] as const;
  /** The last few to come in keep their birthdays around today, so that 今日 has some at any size. */
  const birthdaysFrom = plan.customers - Math.min(40, Math.floor(plan.customers / 10));

  const nearBirthday = (customer: number, birthYear: number): Birthday | null => {
    if (customer < birthdaysFrom || customer % 5 !== 0) return null;
    const day = dates.text(plan.today + ((customer / 5) % 4));
    const month = Number(day.slice(5, 7));
    return { calendar: 'solar', year: birthYear - (birthYear % 4), month, day: Number(day.slice(8)), leap: false };
  };

  const stageOf = (visits: number, kind: number): string => {
    if (kind === planKinds.prospect) return 'prospect';
    if (visits >= 6) return 'loyal';
    return visits >= 3 ? 'satisfied' : 'current';
  };

  const write = (customer: number): void => {
    const id = build.customerId(customer);
    const kind = plan.customerKind[customer] ?? 0;
    const isPerson = kind === planKinds.person || kind === planKinds.prospect;
    const createdAt = plan.customerCreatedAt[customer] ?? 0;
    // vehicles first: they draw from rows of chances of their own, and tell when the customer was here last
    const owned = vehicles.write(customer, id);
    random.begin(streams.customer, customer);
    const gender = random.chance(0.68) ? 'male' : 'female';
    const createdYear = new Date(createdAt).getUTCFullYear();
    const birthYear = createdYear - random.between(youngest, oldest);
    const drawn = isPerson && random.chance(0.7) ? birthdayOf(random, birthYear) : null;
    const birthday = isPerson ? (nearBirthday(customer, birthYear) ?? drawn) : null;
    const birth = birthColumns(birthday);
    const name = isPerson
      ? personName(random, gender, birthYear)
      : kind === planKinds.company
        ? companyName(random)
        : taxiCompanyName(random);
    const spelled = pinyin(name, isPerson ? 'person' : 'company');
    const profile = profileOf(random, isPerson);
    const number = mobile(customer * 2, random);
    const referrer = customer > 20 && random.chance(0.04) ? build.customerId(random.below(customer)) : null;
    const touchedAt = random.chance(0.3)
      ? createdAt + Math.floor(random.unit() * (build.dates.instant(plan.today, 0) - createdAt))
      : createdAt;
    customers.add([
      id,
      isPerson ? 'person' : 'company',
      name,
      spelled.spaced,
      isPerson && random.chance(0.95) ? gender : null,
      isPerson && random.chance(0.1) ? residentIdOf(random, birthday, gender) : null,
      birth.birthCalendar,
      birth.birthYear,
      birth.birthMonth,
      birth.birthDay,
      birth.birthLeap,
      stageOf(owned.visits, kind),
      isPerson && random.chance(0.3)
        ? random.chance(0.5)
          ? number
          : `wx_${spelled.full.slice(0, 12)}${random.below(1000)}`
        : null,
      random.chance(0.05) ? `${spelled.initials.slice(0, 8)}${random.below(10_000)}@example.com` : null,
      random.chance(isPerson ? 0.4 : 0.8) ? address(random) : null,
      profile.education,
      profile.income,
      profile.job,
      profile.interests,
      profile.outlook,
      profile.habits,
      profile.priceSensitivity,
      profile.needs,
      profile.contactHours,
      isPerson && customer % 5 === 2 ? dates.text(plan.today - 20 + ((customer * 37) % 900)) : null,
      referrer ? '朋友介绍' : profile.source,
      profile.note,
      referrer,
      random.chance(0.9) ? random.pick(advisers) : null,
      owned.lastVisit === 0 ? null : dates.text(owned.lastVisit),
      createdAt,
      Math.max(createdAt, touchedAt),
      1,
    ]);
    phones.add([id, 0, number, 'mobile', isPerson ? 'mobile' : 'work']);
    if (isPerson && random.chance(0.11)) phones.add([id, 1, mobile(customer * 2 + 1, random), 'mobile', 'home']);
    else if (!isPerson) phones.add([id, 1, landline(random), 'landline', 'work']);
    if (random.chance(0.25)) {
      const choice = isPerson ? personTags : companyTags;
      const first = random.pick(choice);
      const second = random.pick(choice);
      tags.add([id, first]);
      if (second !== first && random.chance(0.4)) tags.add([id, second]);
    }
    extras.write(customer, id, { isPerson, gender, birthYear, vehicles: owned.count });
  };

  await inTurns(build, plan.customers, from, write);
  for (const each of [customers, phones, tags]) each.flush();
  return { ...vehicles.flush(), ...extras.flush() };
};
