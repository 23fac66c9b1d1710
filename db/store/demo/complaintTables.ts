import { addDays } from '../../domain/day.ts';
import { dayOf } from '../../domain/zonedTime.ts';
import { defaultTimeZone } from '../storeFile.ts';
import type { DemoBuild } from './build.ts';
import { bulkInsert } from './bulkInsert.ts';
import type { DemoComplaint, LifeEvent } from './complaintLife.ts';
import { idKinds } from './seededIds.ts';

const hour = 3_600_000;

interface Named {
  readonly number: string;
  readonly receivedDay: string;
  /** when it is looked whether a measure helped */
  readonly checkDay: string;
}

const day = (at: number): string => dayOf(at, defaultTimeZone);

/** Writes complaints with all that hangs on them. */
export const complaintTables = (build: DemoBuild) => {
  const { connection, ids, plan, now, today, staffIds } = build;
  const complaints = bulkInsert(connection, 'complaint', [
    ...[
      'id',
      'number',
      'channel',
      'customerId',
      'vehicleId',
      'title',
      'what',
      'remedy',
      'severity',
      'category',
      'part',
    ],
    ...['about', 'department', 'ownerId', 'receivedAt', 'receivedDay', 'step', 'round', 'roundAt', 'acknowledgedAt'],
    ...['acknowledgeLate', 'solvedAt', 'solveLate', 'doneAt', 'doneDay', 'askedBackAt', 'askedScore', 'closedAt'],
    ...['outcome', 'cause', 'createdAt', 'updatedAt', 'byName', 'version'],
  ]);
  const events = bulkInsert(connection, 'complaintEvent', [
    ...['id', 'complaintId', 'kind', 'at', 'writtenAt', 'byName', 'channel', 'text', 'detail'],
  ]);
  const pauses = bulkInsert(connection, 'complaintPause', ['id', 'complaintId', 'kind', 'reason', 'fromAt', 'toAt']);
  const breaches = bulkInsert(connection, 'complaintBreach', [
    ...['complaintId', 'clock', 'round', 'reason', 'managerId', 'at', 'byName'],
  ]);
  const promises = bulkInsert(connection, 'promise', [
    ...['id', 'customerId', 'complaintId', 'text', 'dueAt', 'ownerId', 'state', 'endedAt', 'endedBy', 'createdAt'],
    ...['byName', 'version'],
  ]);
  const compensations = bulkInsert(connection, 'compensation', [
    ...['id', 'complaintId', 'kind', 'state', 'amountFen', 'reason', 'at', 'byName'],
  ]);
  const actions = bulkInsert(connection, 'complaintAction', [
    ...['id', 'complaintId', 'kind', 'text', 'ownerId', 'dueDay', 'doneDay', 'checkDay', 'checkedDay', 'helped'],
    ...['createdAt', 'byName', 'version'],
  ]);
  const counts = { events: 0, pauses: 0 };
  const officer = staffIds[1] ?? null;
  const manager = staffIds[2] ?? null;

  const tell = (complaintId: string, event: LifeEvent): void => {
    const { kind, at, byName, channel, text, values } = event;
    const id = ids(idKinds.complaintEvent, counts.events++, at);
    events.add([id, complaintId, kind, at, at, byName, channel, text, JSON.stringify(values)]);
  };
  const note = (complaintId: string, at: number, kind: string, text: string, values: LifeEvent['values']): void =>
    tell(complaintId, { kind, at, byName: '何静', channel: null, text, values });

  /** What was promised at the first contact: kept where it is solved by now, else still to be kept. */
  const promise = (complaint: DemoComplaint, id: string, customerId: string, index: number): void => {
    const { acknowledgedAt, solvedAt } = complaint.life;
    if (acknowledgedAt === null || (solvedAt !== null && index % 4 !== 0)) return;
    const at = acknowledgedAt + 60_000;
    const isKept = solvedAt !== null;
    // the older of the open ones are overdue
    const dueAt = isKept ? solvedAt + hour : acknowledgedAt + 24 * hour;
    const promiseId = ids(idKinds.promise, index, at);
    const text = '我们会在约定时间前回电，给出处理方案';
    promises.add([
      ...[promiseId, customerId, id, text, dueAt, officer, isKept ? 'kept' : 'open', solvedAt, isKept ? '何静' : null],
      ...[at, '何静', isKept ? 2 : 1],
    ]);
    const values = { promiseId, dueAt, to: '何静' };
    note(id, at, 'promise', text, { ...values, deed: 'made' });
    if (isKept) note(id, solvedAt + 1, 'promise', text, { ...values, deed: 'kept' });
  };

  const compensate = (complaint: DemoComplaint, id: string, index: number): void => {
    const { solvedAt } = complaint.life;
    if (solvedAt === null || index % 6 !== 0) return;
    const at = solvedAt + 2;
    const amountFen = 10_000 + (index % 4) * 10_000;
    const reason = '多次往返，补偿交通费';
    compensations.add([ids(idKinds.compensation, index, at), id, 'amount', 'given', amountFen, reason, at, '何静']);
    note(id, at, 'compensation', reason, { state: 'given', kind: 'amount', amountFen });
  };

  /** 措施: what was done against it coming again; where its day has come, whether it helped. */
  const act = (complaint: DemoComplaint, id: string, index: number, checkDay: string): void => {
    const { closedAt, trouble } = complaint.life;
    if (closedAt === null || trouble.measure === undefined || index % 3 === 2) return;
    const at = closedAt - 2 * 60_000;
    const dueDay = addDays(day(at), 14);
    const isDone = dueDay < today;
    const helped = isDone && checkDay < today ? (index % 5 === 0 ? 'partly' : 'yes') : null;
    actions.add([
      ...[ids(idKinds.complaintAction, index, at), id, 'preventive', trouble.measure, manager, dueDay],
      ...[isDone ? dueDay : null, checkDay > dueDay ? checkDay : dueDay, helped && today, helped, at, '何静'],
      ...[1 + Number(isDone) + Number(helped !== null)],
    ]);
    note(id, at, 'action', trouble.measure, { kind: 'preventive', what: 'added', day: dueDay });
  };

  const write = (complaint: DemoComplaint, index: number, named: Named): void => {
    const { life, vehicle, channel } = complaint;
    const { trouble } = life;
    const id = ids(idKinds.complaint, index, life.receivedAt);
    const customerId = build.customerId(plan.owner[vehicle] ?? 0);
    const lastAt = life.events.at(-1)?.at ?? now;
    complaints.add([
      ...[id, named.number, channel, customerId, build.vehicleId(vehicle), trouble.title, trouble.what, trouble.remedy],
      ...[trouble.severity, trouble.category, trouble.part ?? null, trouble.about ?? null, trouble.department],
      ...[
        trouble.department === 'sales' ? manager : officer,
        life.receivedAt,
        named.receivedDay,
        life.step,
        life.round,
      ],
      ...[life.roundAt, life.acknowledgedAt, life.acknowledgeLate, life.solvedAt, life.solveLate, life.doneAt],
      ...[life.doneAt === null ? null : day(life.doneAt), life.askedBackAt, life.askedScore, life.closedAt],
      ...[life.closedAt === null ? null : 'solved', life.closedAt === null ? null : trouble.cause],
      ...[life.receivedAt, lastAt, '何静', life.events.length],
    ]);
    for (const event of life.events) tell(id, event);
    for (const { kind, reason, fromAt, toAt } of life.pauses) {
      pauses.add([ids(idKinds.complaintPause, counts.pauses++, fromAt), id, kind, reason, fromAt, toAt]);
    }
    for (const { clock, round, at } of life.breaches) {
      breaches.add([id, clock, round, '节假日值班交接遗漏', manager, at, '何静']);
    }
    promise(complaint, id, customerId, index);
    compensate(complaint, id, index);
    act(complaint, id, index, named.checkDay);
  };

  const tables = [complaints, events, pauses, breaches, promises, compensations, actions];
  return {
    write,
    flush: () => {
      for (const table of tables) table.flush();
    },
  };
};
