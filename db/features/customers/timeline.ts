import { sql } from 'kysely';
import type { TimelineItem } from '../../contract/customerViews.ts';
import { badField, notFound } from '../../contract/errors.ts';
import type { Contract } from '../../contract/index.ts';
import { dayOf, instantOf } from '../../domain/zonedTime.ts';
import type { QueryContext, QueryHandler, ReadDb } from '../../store/handler.ts';
import { clubOf } from '../clubServices/timeline.ts';
import { surveysOf } from '../surveys/timeline.ts';
import { contactsOf } from '../tasks/history.ts';
import { allFilesOf } from './mergedFiles.ts';

interface Window {
  readonly customerId: string;
  /** items strictly older than this, or as old with a smaller id */
  readonly before: { readonly at: number; readonly id: string } | null;
  readonly limit: number;
}
type Part = (db: ReadDb, window: Window, ctx: QueryContext) => Promise<TimelineItem[]>;

/** Everything before an instant, its own millisecond included; `older` drops what was shown. */
const until = (window: Window): number => window.before?.at ?? Number.MAX_SAFE_INTEGER;

const visits: Part = async (db, window) => {
  const rows = await db
    .selectFrom('visit')
    .innerJoin('vehicle', 'vehicle.id', 'visit.vehicleId')
    .selectAll('visit')
    .select('vehicle.plate')
    .where('visit.customerId', '=', window.customerId)
    .where('visit.deletedAt', 'is', null)
    .where('visit.arrivedAt', '<=', until(window))
    .orderBy('visit.arrivedAt', 'desc')
    .limit(window.limit)
    .execute();
  const ids = rows.map((row) => row.id);
  const lines =
    ids.length === 0
      ? []
      : await db
          .selectFrom('visitLine')
          .select(['visitId', 'category', 'amountFen', 'description'])
          .where('visitId', 'in', ids)
          .orderBy('visitId')
          .orderBy('position')
          .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: 'visit' as const,
    at: row.arrivedAt,
    day: row.day,
    by: row.adviser,
    visit: {
      visitId: row.id,
      orderNo: row.orderNo,
      plate: row.plate,
      mileage: row.mileage,
      amountFen: row.amountFen,
      void: row.voidedAt !== null,
      voidReason: row.voidReason,
      version: row.version,
      lines: lines
        .filter((line) => line.visitId === row.id)
        .map(({ category, amountFen, description }) => ({ category, amountFen, description })),
    },
  }));
};

const notes: Part = async (db, window, ctx) => {
  const rows = await db
    .selectFrom('customerNote')
    .selectAll()
    .where('customerId', '=', window.customerId)
    .where('deletedAt', 'is', null)
    .where('at', '<=', until(window))
    .orderBy('at', 'desc')
    .limit(window.limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: 'note' as const,
    at: row.at,
    day: dayOf(row.at, ctx.timeZone),
    by: row.byName,
    text: row.text,
  }));
};

const consents: Part = async (db, window, ctx) => {
  const rows = await db
    .selectFrom('consent')
    .selectAll()
    .where('customerId', '=', window.customerId)
    .where('at', '<=', until(window))
    .orderBy('at', 'desc')
    .limit(window.limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: 'consent' as const,
    at: row.at,
    day: dayOf(row.at, ctx.timeZone),
    by: row.byName,
    consent: { purpose: row.purpose as 'reminders', state: row.state as 'granted', channel: row.channel as 'counter' },
  }));
};

/** Tables whose rows are on the timeline by themselves, so that their changes are not told beside. */
export const toldByThemselves = [
  'visit',
  'customerNote',
  'complaint',
  'promise',
  'enquiry',
  'task',
  'contact',
  'surveyResponse',
  // what was entered of it is a contact
  'callSheetRow',
  'agencyJob',
  'rescue',
  'claim',
  'paperRow',
  // each comes with a change of its delivery
  'deliveryMove',
] as const;

const columnsOf = (image: string | null): string[] => (image ? Object.keys(JSON.parse(image) as object) : []);

const changes: Part = async (db, window, ctx) => {
  const rows = await db
    .selectFrom('changeLog')
    .innerJoin('auditLog', 'auditLog.seq', 'changeLog.command')
    .leftJoin('staff', 'staff.id', 'auditLog.actor')
    .leftJoin('undoneCommand', 'undoneCommand.command', 'changeLog.command')
    .leftJoin('policy', 'policy.id', 'changeLog.entityId')
    .leftJoin('vehicle', 'vehicle.id', 'policy.vehicleId')
    .select([
      'changeLog.seq',
      'changeLog.entity',
      'changeLog.op',
      'changeLog.after',
      'changeLog.command',
      'auditLog.at',
      'auditLog.actor',
      'auditLog.action',
      'staff.displayName',
      'undoneCommand.undoneBy',
      'vehicle.plate',
      'policy.kind as policyKind',
      'policy.insurer',
      'policy.endDay',
    ])
    .where('changeLog.ownerId', 'in', allFilesOf(window.customerId))
    .where('changeLog.entity', 'not in', toldByThemselves)
    .where('auditLog.at', '<=', until(window))
    .orderBy('changeLog.seq', 'desc')
    .limit(window.limit)
    .execute();
  return rows.map((row) => ({
    id: `change-${String(row.seq).padStart(15, '0')}`,
    kind: 'change' as const,
    at: row.at,
    day: dayOf(row.at, ctx.timeZone),
    by: row.displayName ?? row.actor,
    change: {
      entity: row.entity,
      op: row.op as 'update',
      columns: columnsOf(row.after),
      action: row.action,
      command: row.command,
      undone: row.undoneBy !== null,
      ...(row.endDay === null
        ? {}
        : {
            policy: {
              plate: row.plate,
              kind: row.policyKind as 'commercial',
              insurer: row.insurer,
              endDay: row.endDay,
            },
          }),
    },
  }));
};

/** A car was delivered to who had it then: the present owner, or one before. */
const deliveries: Part = async (db, window, ctx) => {
  const { rows } = await sql<{
    id: string;
    plate: string | null;
    brand: string | null;
    series: string | null;
    model: string | null;
    deliveryDay: string | null;
  }>`
    SELECT id, plate, brand, series, model, deliveryDay FROM vehicle v
    WHERE customerId = ${window.customerId} AND deletedAt IS NULL AND deliveryDay IS NOT NULL AND NOT EXISTS
      (SELECT 1 FROM vehicleOwner WHERE vehicleId = v.id AND toDay > v.deliveryDay AND deletedAt IS NULL)
    UNION SELECT v.id, v.plate, v.brand, v.series, v.model, v.deliveryDay FROM vehicleOwner o
      JOIN vehicle v ON v.id = o.vehicleId AND v.deletedAt IS NULL
    WHERE o.customerId = ${window.customerId} AND o.deletedAt IS NULL AND v.deliveryDay <= o.toDay
      AND v.deliveryDay >= coalesce(o.fromDay, '')`.execute(db);
  return rows.flatMap((row) =>
    row.deliveryDay === null
      ? []
      : [
          {
            id: `delivery-${row.id}`,
            kind: 'delivery' as const,
            at: instantOf(row.deliveryDay, '12:00', ctx.timeZone),
            day: row.deliveryDay,
            by: null,
            delivery: { plate: row.plate, model: [row.series, row.model].filter(Boolean).join(' ') || row.brand },
          },
        ],
  );
};

/** When each came in and when it was archived: two things that happened. */
const complaints: Part = async (db, window, ctx) => {
  const { rows } = await sql<{
    id: string;
    number: string;
    title: string;
    what: 'received' | 'closed';
    at: number;
    outcome: 'solved' | null;
    by: string | null;
  }>`
    SELECT id, number, title, 'received' AS what, receivedAt AS at, NULL AS outcome, byName AS "by" FROM complaint
    WHERE customerId = ${window.customerId} AND deletedAt IS NULL AND receivedAt <= ${until(window)}
    UNION ALL SELECT id, number, title, 'closed', closedAt, outcome, NULL FROM complaint
    WHERE customerId = ${window.customerId} AND deletedAt IS NULL AND closedAt <= ${until(window)}
    ORDER BY at DESC LIMIT ${window.limit}`.execute(db);
  return rows.map(({ id, number, title, what, at, outcome, by }) => ({
    id: `${id}-${what}`,
    kind: 'complaint' as const,
    at,
    day: dayOf(at, ctx.timeZone),
    by,
    complaint: { complaintId: id, number, title, what, outcome },
  }));
};

const promises: Part = async (db, window, ctx) => {
  const rows = await db
    .selectFrom('promise')
    .selectAll()
    .where('customerId', '=', window.customerId)
    .where('deletedAt', 'is', null)
    .where('createdAt', '<=', until(window))
    .orderBy('createdAt', 'desc')
    .limit(window.limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: 'promise' as const,
    at: row.createdAt,
    day: dayOf(row.createdAt, ctx.timeZone),
    by: row.byName,
    promise: {
      promiseId: row.id,
      text: row.text,
      dueAt: row.dueAt,
      state: row.state as 'open',
      overdue: row.state === 'open' && row.dueAt < ctx.now(),
      complaintId: row.complaintId,
    },
  }));
};

const enquiries: Part = async (db, window, ctx) => {
  const rows = await db
    .selectFrom('enquiry')
    .selectAll()
    .where('customerId', '=', window.customerId)
    .where('deletedAt', 'is', null)
    .where('receivedAt', '<=', until(window))
    .orderBy('receivedAt', 'desc')
    .limit(window.limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: 'enquiry' as const,
    at: row.receivedAt,
    day: dayOf(row.receivedAt, ctx.timeZone),
    by: row.byName,
    enquiry: {
      enquiryId: row.id,
      number: row.number,
      question: row.question,
      state: row.state as 'open',
      overdue: row.answeredAt === null && row.closedAt === null && row.dueAt < ctx.now(),
    },
  }));
};

const contacts: Part = async (db, window, ctx) =>
  (await contactsOf(db, window.customerId, window.limit, until(window))).map((row) => ({
    id: row.id,
    kind: 'contact' as const,
    at: row.at,
    day: dayOf(row.at, ctx.timeZone),
    by: row.byName,
    contact: {
      contactId: row.id,
      channel: row.channel,
      outcome: row.outcome,
      note: row.note,
      about: row.about,
      nextAt: row.nextAt,
      complaintId: row.complaintId,
    },
  }));

const club: Part = async (db, window, ctx) => {
  const found = await clubOf(db, window.customerId, window.limit, until(window));
  return found.map(({ id, at, by, ...told }) => ({
    id,
    kind: 'club' as const,
    at,
    day: dayOf(at, ctx.timeZone),
    by,
    club: told,
  }));
};

const surveys: Part = (db, window) => surveysOf(db, window.customerId, window.limit, until(window));

const parts = {
  visit: visits,
  note: notes,
  consent: consents,
  change: changes,
  delivery: deliveries,
  complaint: complaints,
  promise: promises,
  enquiry: enquiries,
  contact: contacts,
  survey: surveys,
  club,
} as const;
type Kind = keyof typeof parts;
const allKinds = Object.keys(parts) as Kind[];

const readCursor = (cursor: string): { at: number; id: string } => {
  const match = /^(\d{1,16}):([\w-]{1,80})$/.exec(cursor);
  if (!match?.[1] || !match[2]) throw badField('cursor', 'cursor-invalid');
  return { at: Number(match[1]), id: match[2] };
};

const newestFirst = (a: TimelineItem, b: TimelineItem): number => b.at - a.at || (a.id < b.id ? 1 : -1);

/** One timeline (往来): visits, notes, consents, deliveries, complaints, promises, enquiries, contacts, answers and changes, newest first, a page at a time. */
export const timeline: QueryHandler<Contract['customers']['timeline']> = async (db, input, ctx) => {
  const customer = await db
    .selectFrom('customer')
    .select('id')
    .where('id', '=', input.id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!customer) throw notFound('customer');
  const before = input.cursor ? readCursor(input.cursor) : null;
  // a few more than asked for: items of the cursor's own millisecond come again and are dropped
  const window: Window = { customerId: input.id, before, limit: input.limit + 20 };
  const items: TimelineItem[] = [];
  for (const kind of input.kinds ?? allKinds) items.push(...(await parts[kind](db, window, ctx)));
  const older = items
    .filter((item) => !before || item.at < before.at || (item.at === before.at && item.id < before.id))
    .toSorted(newestFirst);
  const page = older.slice(0, input.limit);
  const last = page.at(-1);
  return { items: page, next: older.length > page.length && last ? `${last.at}:${last.id}` : null };
};
