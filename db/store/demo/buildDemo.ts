import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CareError } from '../../contract/errors.ts';
import { addMonths, addYears, type Day } from '../../domain/day.ts';
import { dayOf } from '../../domain/zonedTime.ts';
import { auditLog } from '../audit.ts';
import type { Connection } from '../connection.ts';
import { hashPassword } from '../passwords.ts';
import { defaultTimeZone, openStoreFile, storeFileOf } from '../storeFile.ts';
import type { Actor, Progress } from '../types.ts';
import { demoPassword, demoStaff } from './accounts.ts';
import type { DemoBuild } from './build.ts';
import { calendar } from './calendar.ts';
import { dropIndexes } from './indexes.ts';
import { demoPlan } from './plan.ts';
import { seededRandom } from './random.ts';
import { idKinds, seededIds } from './seededIds.ts';
import { writeBookings } from './writeBookings.ts';
import { writeClub } from './writeClub.ts';
import { writeComplaints } from './writeComplaints.ts';
import { writeContacts } from './writeContacts.ts';
import { writeCustomers } from './writeCustomers.ts';
import { writeDeliveries } from './writeDeliveries.ts';
import { writeEnquiries } from './writeEnquiries.ts';
import { writeMemberLife } from './writeMemberLife.ts';
import { writePapers } from './writePapers.ts';
import { writePlans } from './writePlans.ts';
import { writePoints } from './writePoints.ts';
import { writeProspects } from './writeProspects.ts';
import { writeRecall } from './writeRecall.ts';
import { writeRewards } from './writeRewards.ts';
import { writeSearch } from './writeSearch.ts';
import { writeSurveys } from './writeSurveys.ts';
import { writeTwins } from './writeTwins.ts';
import { type BoardVisit, writeVisits } from './writeVisits.ts';

/** Rises whenever the same seed gives another store, so that a kept one can be told from a fresh one. */
export const demoGenerator = 9;

export interface DemoOptions {
  readonly customers: number;
  readonly seed?: number;
  /** how long the store has been in use; 8 by default */
  readonly years?: number;
  /**
   * the store's last day, late in its morning; by default today, now. With the seed that moment decides everything but password
   * salts and audit hashes.
   */
  readonly today?: Day;
  /** Who builds it, for the audit log. */
  readonly actor?: Actor;
  readonly now?: () => number;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

export interface DemoCounts {
  readonly customers: number;
  readonly vehicles: number;
  readonly visits: number;
  readonly lines: number;
  readonly policies: number;
  readonly cards: number;
  readonly notes: number;
}

const systemActor: Actor = { kind: 'system', id: 'system', name: 'system', role: 'admin', desk: 'system' };
const mostCustomers = 10_000_000;
const mostYears = 30;

/** Tables whose indexes are made when all rows are there. */
const bigTables = [
  'customer',
  'customerPhone',
  'customerTag',
  'customerNote',
  'relation',
  'consent',
  'vehicle',
  'policy',
  'visit',
  'visitLine',
  'memberCard',
  'membership',
];

/** A build that breaks off leaves nothing behind: no journal, no waiting for the disk. */
const hurry = (connection: Connection): void => {
  connection.pragma('journal_mode = OFF');
  connection.pragma('synchronous = OFF');
  connection.pragma('foreign_keys = OFF');
  connection.pragma('locking_mode = EXCLUSIVE');
  connection.pragma('cache_size = -393216');
  connection.pragma('temp_store = FILE');
  connection.pragma('threads = 2');
};

const settle = (connection: Connection): void => {
  connection.pragma('locking_mode = NORMAL');
  connection.pragma('journal_mode = WAL');
  connection.pragma('wal_checkpoint(TRUNCATE)');
};

/**
 * Readings of the visits that stand, sorted once into the order of their table. Void visits leave none, as at the desk.
 */
const writeMileageLog = (connection: Connection): void => {
  connection.exec(`INSERT INTO mileageLog (vehicleId, day, km, source)
    SELECT vehicleId, day, mileage, 'visit:' || id FROM visit WHERE mileage IS NOT NULL AND voidedAt IS NULL
    ORDER BY vehicleId, day, mileage, id`);
};

/** What the desk and the sales room have going on: a fixed few of each, so that no store takes longer for them. */
const writeDeskLife = (build: DemoBuild, onBoard: readonly BoardVisit[]): void => {
  writeTwins(build);
  writeBookings(build, onBoard);
  writeProspects(build);
  writeRecall(build);
  writePlans(build);
  writeComplaints(build);
  writeEnquiries(build);
  writeContacts(build);
  writeClub(build);
  writeDeliveries(build);
  writeSurveys(build);
  writePapers(build);
};

const writeStaff = (connection: Connection, ids: readonly string[], hash: string, createdAt: number): void => {
  const insert = connection.prepare(
    'INSERT INTO staff (id, name, displayName, role, passwordHash, createdAt) VALUES (?, ?, ?, ?, ?, ?)',
  );
  demoStaff.forEach((person, index) => {
    insert.run(ids[index], person.name, person.displayName, person.role, hash, createdAt);
  });
};

/** The minute of the last day after which nobody has come in but those on the board. */
const latestToday = 10 * 60 + 20;
/** The minute at which a last day stands that was asked for by name. */
const lateMorning = 11 * 60;

/** The machine's clock, unless a test has one of its own. */
const clockOf = (options: DemoOptions): (() => number) => options.now ?? Date.now;

const checkedOptions = (options: DemoOptions): { customers: number; years: number; seed: number } => {
  const { customers, years = 8, seed = 1 } = options;
  const fields = [
    ...(Number.isInteger(customers) && customers >= 1 && customers <= mostCustomers
      ? []
      : [{ path: 'customers', reason: 'demo-customers' }]),
    ...(years > 0 && years <= mostYears ? [] : [{ path: 'years', reason: 'demo-years' }]),
    ...(Number.isSafeInteger(seed) ? [] : [{ path: 'seed', reason: 'demo-seed' }]),
  ];
  if (fields.length > 0) throw new CareError('VALIDATION', { fields });
  return { customers, years, seed };
};

const fill = async (connection: Connection, options: DemoOptions): Promise<DemoCounts> => {
  const { customers, years, seed } = checkedOptions(options);
  const now = clockOf(options);
  const today = options.today ?? dayOf(now(), defaultTimeZone);
  const hash = hashPassword(demoPassword);
  // a failure below must not leave this one unheard
  hash.catch(() => undefined);
  const dates = calendar(addYears(today, -Math.ceil(years) - 8), addYears(today, 2));
  const random = seededRandom(seed);
  const ids = seededIds(seed);
  const first = dates.number(today) - Math.round(years * 365.25);
  const lastDay = dates.number(today);
  const moment = options.today ? dates.instant(lastDay, lateMorning) : now();
  const minute = Math.floor((moment - dates.instant(lastDay, 0)) / 60_000);
  const latest = Math.min(latestToday, minute);
  const plan = demoPlan(random, dates, { customers, first, today: lastDay, latestToday: latest });
  const openedAt = dates.instant(first, 8 * 60);
  const total = plan.visits.length + customers * 2;
  let phase: Progress['phase'] = 'write';
  const build: DemoBuild = {
    connection,
    random,
    ids,
    dates,
    plan,
    today,
    goLiveDay: addMonths(today, -18),
    now: moment,
    staffIds: demoStaff.map((_, index) => ids(idKinds.staff, index, openedAt)),
    customerId: (customer) => ids(idKinds.customer, customer, plan.customerCreatedAt[customer] ?? 0),
    vehicleId: (vehicle) => ids(idKinds.vehicle, vehicle, plan.vehicleCreatedAt[vehicle] ?? 0),
    pause: async (done) => {
      options.onProgress?.({ phase, done, total });
      await new Promise((resolve) => setImmediate(resolve));
      if (options.signal?.aborted) throw new CareError('CANCELLED', { reason: 'cancelled' });
    },
  };
  const indexes = dropIndexes(connection, bigTables);
  const balanceIndexes = dropIndexes(connection, ['pointsBalance']);
  const traces = await writeVisits(build);
  const counts = await writeCustomers(build, traces, plan.visits.length);
  const written = plan.visits.length + customers;
  for (const index of indexes) {
    connection.exec(index.sql);
    await build.pause(written);
  }
  writeMileageLog(connection);
  await writePoints(build, written);
  await writeRewards(build);
  writeMemberLife(build);
  for (const index of balanceIndexes) connection.exec(index.sql);
  writeDeskLife(build, traces.onBoard);
  phase = 'search';
  await build.pause(written);
  await writeSearch(build, written);
  writeStaff(connection, build.staffIds, await hash, openedAt);
  connection
    .prepare('UPDATE store SET storeId = ?, name = ?, city = ?, demo = 1, goLiveDay = ?, createdAt = ?')
    .run(ids(idKinds.store, 0, openedAt), '示范汽车销售服务有限公司', '杭州', build.goLiveDay, openedAt);
  const made = { customers, vehicles: plan.vehicles, visits: plan.visits.length, lines: traces.lines, ...counts };
  // of a demo alone: every other store draws its own
  const secret = [0, 1].map((index) => ids(idKinds.store, index + 1, openedAt).replaceAll('-', '')).join('');
  connection.prepare('UPDATE statementKey SET secret = ?').run(secret);
  auditLog(connection).write({
    at: now(),
    actor: options.actor ?? systemActor,
    action: 'demo.build',
    entity: null,
    entityId: null,
    requestId: null,
    detail: JSON.stringify({ ...made, seed, years, today, generator: demoGenerator }),
  });
  phase = 'done';
  await build.pause(total);
  return made;
};

/** The file's bytes are on the disk before it gets its name. */
const synced = (file: string): void => {
  const descriptor = openSync(file, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
};

/**
 * Builds a sample store (示范数据) of any size, full of life: customers with 1.2 vehicles and 4 visits each over the years, the
 * last of them today. The same seed and moment give the same rows. Built beside its place and moved there whole.
 *
 * @throws CareError CONFLICT `store-there`, VALIDATION, CANCELLED
 */
export const buildDemo = async (dataDir: string, options: DemoOptions): Promise<DemoCounts> => {
  checkedOptions(options);
  if (existsSync(storeFileOf(dataDir))) throw new CareError('CONFLICT', { reason: 'store-there' });
  const folder = join(dataDir, 'demo.partial');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let connection: Connection | undefined;
  try {
    connection = await openStoreFile(folder, { create: true, now: clockOf(options) });
    hurry(connection);
    const counts = await fill(connection, options);
    settle(connection);
    connection.close();
    connection = undefined;
    synced(storeFileOf(folder));
    if (existsSync(storeFileOf(dataDir))) throw new CareError('CONFLICT', { reason: 'store-there' });
    renameSync(storeFileOf(folder), storeFileOf(dataDir));
    return counts;
  } finally {
    connection?.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
