import { dayOf } from '../../domain/zonedTime.ts';
import { defaultTimeZone } from '../storeFile.ts';
import type { DemoBuild } from './build.ts';
import { bulkInsert } from './bulkInsert.ts';
import { few } from './few.ts';
import { idKinds } from './seededIds.ts';

/** A store of fewer customers has none to show. */
const fewestCustomers = 190;
const mostContacts = 90;

interface DemoContact {
  readonly channel: 'call' | 'message';
  readonly outcome: string;
  readonly note: string | null;
}

/** What the officer notes of a usual quarter. */
const said: readonly DemoContact[] = [
  { channel: 'call', outcome: 'connected', note: '车况正常，下周末有空再约保养。' },
  { channel: 'call', outcome: 'noAnswer', note: null },
  { channel: 'call', outcome: 'connected', note: '对上次维修满意，问了冬季轮胎。' },
  { channel: 'message', outcome: 'sent', note: null },
  { channel: 'call', outcome: 'booked', note: '已约到店做保养。' },
  { channel: 'call', outcome: 'busy', note: null },
  { channel: 'call', outcome: 'elsewhere', note: '保险已由亲戚代办。' },
  { channel: 'call', outcome: 'connected', note: '积分想换洗车券，已说明办法。' },
  { channel: 'call', outcome: 'refused', note: '最近忙，过两个月再说。' },
  { channel: 'call', outcome: 'off', note: null },
];

/** 联系记录 of the last quarter: some ninety calls and messages, one on most working mornings. */
export const writeContacts = (build: DemoBuild): void => {
  const { connection, dates, ids, plan, staffIds } = build;
  if (plan.customers < fewestCustomers) return;
  const contacts = bulkInsert(connection, 'contact', [
    ...['id', 'customerId', 'at', 'day', 'staffId', 'byName', 'channel', 'outcome', 'note'],
  ]);
  connection.exec('BEGIN');
  // customers who were on file half a year ago
  few(mostContacts, Math.floor(plan.customers * 0.7)).forEach((customer, index) => {
    const { channel, outcome, note } = said[(index * 7) % said.length] as DemoContact;
    const at = dates.instant(plan.today - 90 + Math.floor((index * 89) / mostContacts), 9 * 60 + ((index * 53) % 480));
    contacts.add([
      ...[ids(idKinds.contact, index, at), build.customerId(customer), at, dayOf(at, defaultTimeZone)],
      ...[staffIds[1] ?? null, '何静', channel, outcome, note],
    ]);
  });
  contacts.flush();
  connection.exec('COMMIT');
};
