import { type ClubService, clubNumberHead } from '../../domain/club/number.ts';
import { numberAfter } from '../../domain/complaints/number.ts';
import { addDays } from '../../domain/day.ts';
import { membershipYear } from '../../domain/membership/validity.ts';
import { dayOf } from '../../domain/zonedTime.ts';
import { defaultTimeZone } from '../storeFile.ts';
import type { DemoBuild } from './build.ts';
import { bulkInsert } from './bulkInsert.ts';
import { agencyJobs, claimsMade, type DemoRescue, rescueCalls } from './clubJobs.ts';
import { few } from './few.ts';
import { idKinds } from './seededIds.ts';

const minute = 60_000;
const dayMs = 1440 * minute;

/** A store of fewer customers has none to show. */
const fewestCustomers = 190;
/** Ids of uses of a service: those of the club come after those that the members' page has. */
const firstUse = 1_000_000;

interface Owner {
  readonly customerId: string;
  readonly vehicleId: string;
}

/** Customers with a car, spread over those who were on file a year ago. */
const ownersOf = (build: DemoBuild, count: number): readonly Owner[] => {
  const car = build.connection.prepare<[string], { id: string }>(
    "SELECT id FROM vehicle WHERE customerId = ? AND status = 'active' AND deletedAt IS NULL ORDER BY id LIMIT 1",
  );
  return few(count * 3, Math.floor(build.plan.customers * 0.5)).flatMap((index) => {
    const customerId = build.customerId(index);
    const found = car.get(customerId);
    return found ? [{ customerId, vehicleId: found.id }] : [];
  });
};

/** Numbers in the order in which jobs came in. */
const numbering = (service: ClubService) => {
  const lastOf = new Map<string, string>();
  return (at: number): string => {
    const head = clubNumberHead(service, dayOf(at, defaultTimeZone));
    const number = numberAfter(head, lastOf.get(head) ?? null);
    lastOf.set(head, number);
    return number;
  };
};

const held = (names: readonly string[], heldAt: number, returnedAt: number | null): string =>
  JSON.stringify(names.map((name) => ({ name, heldAt, returnedAt })));

const byTime = <Job extends { readonly ago: number }>(jobs: readonly Job[]): readonly Job[] =>
  jobs.toSorted((a, b) => b.ago - a.ago);

const writeAgency = (build: DemoBuild, owners: readonly Owner[]): void => {
  const { connection, ids, now, today, staffIds } = build;
  const rows = bulkInsert(connection, 'agencyJob', [
    ...['id', 'number', 'customerId', 'vehicleId', 'kind', 'state', 'dueDay', 'ownerId', 'feeFen', 'officialFen'],
    ...['paid', 'documents', 'note', 'readyAt', 'endedAt', 'handedBackTo', 'cancelReason'],
    ...['createdAt', 'updatedAt', 'byName', 'version'],
  ]);
  const numberAt = numbering('agency');
  byTime(agencyJobs).forEach((job, index) => {
    const owner = owners[index % owners.length];
    if (!owner) return;
    const at = now - job.ago;
    const ended = job.state === 'handedBack' || job.state === 'cancelled';
    const readyAt = job.state === 'ready' ? now - 3 * 60 * minute : ended ? at + 4 * dayMs : null;
    const endedAt = ended ? at + 5 * dayMs : null;
    const dueDay = job.due === null ? null : addDays(today, job.due);
    rows.add([
      ...[ids(idKinds.agencyJob, index, at), numberAt(at), owner.customerId, owner.vehicleId, job.kind, job.state],
      ...[ended ? dayOf(at + 6 * dayMs, defaultTimeZone) : dueDay, staffIds[index % 2] ?? null, job.fee * 100],
      ...[job.official * 100, Number(job.paid), held(job.documents, at, endedAt), job.note],
      ...[job.state === 'cancelled' ? null : readyAt, endedAt, job.state === 'handedBack' ? '本人' : null],
      ...[job.state === 'cancelled' ? '客户自己去办了' : null, at, endedAt ?? readyAt ?? at, '周凯', 2],
    ]);
  });
  rows.flush();
};

interface FreeMember {
  readonly membershipId: string;
  readonly customerId: string;
}

/** Members of the tier that has free rescues, whose membership holds and is older than any call here. */
const freeMembers = ({ connection, today }: DemoBuild, count: number): readonly FreeMember[] =>
  connection
    .prepare<[string, string, number], FreeMember>(
      `SELECT id AS membershipId, customerId FROM membership WHERE tier = 'diamond' AND state = 'active'
       AND validThrough >= ? AND joinDay < ? AND deletedAt IS NULL ORDER BY id LIMIT ?`,
    )
    .all(today, addDays(today, -400), count);

/** A free rescue is one use of the tier's service in the year of the call. @returns its id */
const spendFree = (build: DemoBuild, member: FreeMember, rescue: DemoRescue, index: number): string => {
  const { connection, ids, now } = build;
  const at = now - rescue.ago + (rescue.done ?? 0) * minute;
  const day = dayOf(now - rescue.ago, defaultTimeZone);
  const starts = connection
    .prepare<[string, string], string>(
      `SELECT joinDay FROM membership WHERE id = ? AND joinDay IS NOT NULL UNION SELECT validFrom FROM membershipEvent
       WHERE membershipId = ? AND kind IN ('join', 'renew') AND validFrom IS NOT NULL`,
    )
    .pluck(true)
    .all(member.membershipId, member.membershipId);
  const id = ids(idKinds.benefitUse, firstUse + index, at);
  connection
    .prepare(
      `INSERT INTO benefitUse (id, membershipId, benefit, name, yearFrom, day, at, byName)
       VALUES (?, ?, 'rescue', '免费道路救援', ?, ?, ?, '何静')`,
    )
    .run(id, member.membershipId, membershipYear(starts, day).from, day, at);
  return id;
};

const writeRescues = (build: DemoBuild, owners: readonly Owner[]): void => {
  const { connection, ids, now } = build;
  const rows = bulkInsert(connection, 'rescue', [
    ...['id', 'number', 'customerId', 'vehicleId', 'strangerName', 'strangerPhone', 'strangerPlate', 'kind', 'state'],
    ...['place', 'trouble', 'crew', 'calledAt', 'dispatchedAt', 'arrivedAt', 'endedAt', 'feeFen', 'benefitUseId'],
    ...['result', 'cancelReason', 'createdAt', 'updatedAt', 'byName', 'version'],
  ]);
  const members = freeMembers(build, 3);
  const numberAt = numbering('rescue');
  byTime(rescueCalls).forEach((rescue, index) => {
    const { stranger, done } = rescue;
    const at = now - rescue.ago;
    const after = (minutes: number | null): number | null => (minutes === null ? null : at + minutes * minute);
    const member = rescue.free ? members[index % members.length] : undefined;
    const owner = owners[index % owners.length];
    if (!owner) return;
    const cancelled = rescue.state === 'cancelled';
    const use = member && rescue.state === 'closed' ? spendFree(build, member, rescue, index) : null;
    rows.add([
      ...[ids(idKinds.rescue, index, at), numberAt(at), stranger ? null : (member ?? owner).customerId],
      ...[stranger || member ? null : owner.vehicleId, stranger?.name ?? null, stranger?.phone ?? null],
      ...[stranger?.plate ?? null, rescue.kind, rescue.state, rescue.place, rescue.trouble, rescue.crew, at],
      ...[after(rescue.sent), after(rescue.there), after(done), rescue.fee * 100, use],
      ...[rescue.result, cancelled ? '客户自行脱困' : null, at, after(done) ?? after(rescue.there) ?? at, '何静', 2],
    ]);
  });
  rows.flush();
};

const writeClaims = (build: DemoBuild, owners: readonly Owner[]): void => {
  const { connection, ids, now, staffIds } = build;
  const rows = bulkInsert(connection, 'claim', [
    ...[
      'id',
      'number',
      'customerId',
      'vehicleId',
      'kind',
      'state',
      'accidentDay',
      'place',
      'what',
      'insurer',
      'caseNo',
    ],
    ...['estimateFen', 'paidFen', 'documents', 'ownerId', 'note', 'endedAt', 'handedBackTo', 'createdAt', 'updatedAt'],
    ...['byName', 'version'],
  ]);
  const numberAt = numbering('claim');
  byTime(claimsMade).forEach((claim, index) => {
    const owner = owners[index % owners.length];
    if (!owner) return;
    const at = now - claim.ago;
    const unpaid = claim.state === 'unpaid';
    const endedAt = claim.state === 'paid' || unpaid ? at + 16 * dayMs : null;
    const number = numberAt(at);
    rows.add([
      ...[ids(idKinds.claim, index, at), number, owner.customerId, owner.vehicleId],
      ...[claim.agent ? 'agent' : 'assisted', claim.state, dayOf(at - dayMs, defaultTimeZone), claim.place],
      ...[claim.what, claim.insurer, `BA${number.slice(2, 6)}${String(40_217 + index * 311)}`],
      ...[claim.estimate === null ? null : claim.estimate * 100, claim.paid === null ? null : claim.paid * 100],
      ...[held(claim.documents, at, endedAt), staffIds[1] ?? null, unpaid ? '损失低于免赔额，客户放弃索赔' : null],
      ...[endedAt, endedAt === null ? null : '本人', at, endedAt ?? at, '何静', endedAt === null ? 1 : 2],
    ]);
  });
  rows.flush();
};

/** 代办 · 救援 · 理赔: a fixed few of every state, and those of the last year. */
export const writeClub = (build: DemoBuild): void => {
  if (build.plan.customers < fewestCustomers) return;
  const owners = ownersOf(build, agencyJobs.length + rescueCalls.length + claimsMade.length);
  const rescuesFrom = agencyJobs.length;
  const claimsFrom = rescuesFrom + rescueCalls.length;
  build.connection.exec('BEGIN');
  writeAgency(build, owners.slice(0, rescuesFrom));
  writeRescues(build, owners.slice(rescuesFrom, claimsFrom));
  writeClaims(build, owners.slice(claimsFrom));
  build.connection.exec('COMMIT');
};
