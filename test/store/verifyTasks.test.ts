import { describe, expect, it } from 'vitest';
import { openConnection } from '../../db/store/connection.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import { verifyStore } from '../../db/store/verify.ts';
import { openComplaintDesk } from './complaintDesk.ts';
import { rules } from './contactDesk.ts';

/** A store with a task done, one given up, one that waits for another try and one that nobody looked at. */
const openFilled = async () => {
  const desk = await openComplaintDesk();
  const { call, officer, customerId, clock, dataDir } = desk;
  const damage = (sql: string): void => {
    const connection = openConnection(storeFileOf(dataDir));
    connection.exec(sql);
    connection.close();
  };
  const ids = ['a', 'b', 'c', 'd'].map((sign) => `${sign.repeat(8)}-0000-4000-8000-000000000000`);
  for (const id of ids) {
    damage(`INSERT INTO task (id, ruleId, key, customerId, channel, purpose, occasionDay, dueAt, lastDay, day, createdAt, updatedAt)
      VALUES ('${id}', '${rules.insurance}', '${id}', '${customerId}', 'call', 'care', '2026-12-01', ${clock.now}, '2026-12-31',
        '2026-11-22', ${clock.now}, ${clock.now})`);
  }
  const [done, dropped, tried] = ids;
  await call('tasks.record', { customerId, taskIds: [done], outcome: 'connected' }, officer);
  await call('tasks.drop', { taskId: dropped, version: 1, note: '重复' }, officer);
  await call('tasks.record', { customerId, taskIds: [tried], outcome: 'noAnswer' }, officer);
  const findings = async () => (await verifyStore(dataDir)).findings.map(({ code }) => code);
  return { findings, damage };
};

describe('what the calls left', () => {
  it('adds up', async () => {
    expect(await (await openFilled()).findings()).toEqual([]);
  });

  it.each([
    ['task-closed', "UPDATE task SET closedBy = NULL WHERE state = 'dropped'"],
    ['task-closed', "UPDATE task SET endReason = NULL WHERE state = 'dropped'"],
    ['task-closed', "UPDATE task SET endReason = 'refused' WHERE state = 'open'"],
    ['task-contact', 'DELETE FROM contactTask'],
    ['task-contact', "UPDATE contact SET deletedAt = 1 WHERE outcome = 'connected'"],
    ['contact-day', "UPDATE contact SET day = '2026-11-21' WHERE outcome = 'noAnswer'"],
  ])('%s is found: %s', async (code, sql) => {
    const { findings, damage } = await openFilled();
    damage(sql);
    expect(new Set(await findings())).toEqual(new Set([code]));
  });
});
