import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../db/domain/day.ts';
import { openConnection } from '../../db/store/connection.ts';
import { verifyStore } from '../../db/store/verify.ts';
import { demoStore, desk, today } from './demoStore.ts';
import { openTestStore } from './openTestStore.ts';

const demo = demoStore();

describe('the members of a demo store', () => {
  it('have points that add up', async () => {
    expect((await verifyStore(demo.dir)).findings).toEqual([]);
  });

  it('earned by every visit since the go-live day as the desk would have given it: settling again changes nothing', async () => {
    const dataDir = join(demo.root, 'settled');
    cpSync(demo.dir, dataDir, { recursive: true });
    const test = await openTestStore({ dataDir });
    test.clock.now = Date.UTC(2026, 10, 22, 3);
    const connection = openConnection(join(dataDir, 'caredesk.sqlite'));
    connection.exec('INSERT INTO pointsQueue (visitId) SELECT id FROM visit');
    const entries = connection.prepare<[], number>('SELECT count(*) FROM pointsEntry').pluck(true);
    const before = entries.get();
    for (let more = true; more; ) ({ more } = await test.call('points.settle', {}, desk));
    expect(entries.get()).toBe(before);
    connection.close();
    expect(demo.value("SELECT count(*) FROM pointsEntry WHERE kind = 'earn'")).toBeGreaterThan(300);
  });

  it('have something to do at the desk: cards to print, a frozen and a lost one, approvals, vouchers, points that lapse', async () => {
    const soon = addDays(today, 60);
    const counts = {
      toPrint: demo.value('SELECT count(*) FROM memberCard WHERE printWanted = 1'),
      states: demo.column("SELECT state FROM memberCard WHERE state <> 'active' ORDER BY state"),
      approvals: demo.value("SELECT count(*) FROM approval WHERE state = 'waiting'"),
      rewards: demo.value('SELECT count(*) FROM reward'),
      lapsing: demo.value(
        `SELECT count(*) FROM pointsLot WHERE remaining > 0 AND lastDay BETWEEN '${today}' AND '${soon}'`,
      ),
    };
    expect(counts).toEqual({ toPrint: 6, states: ['frozen', 'lost'], approvals: 2, rewards: 10, lapsing: 14 });
    expect(demo.column('SELECT DISTINCT state FROM voucher ORDER BY state')).toEqual(['active', 'used', 'void']);
    expect(demo.value(`SELECT count(*) FROM voucher WHERE state = 'active' AND lastDay < '${today}'`)).toBeGreaterThan(
      0,
    );
    expect(demo.value('SELECT count(*) FROM participation')).toBe(30);
    expect(demo.value('SELECT count(*) FROM benefitUse')).toBeGreaterThan(5);
    const month = `${today.slice(0, 7)}-31`;
    expect(
      demo.value(`SELECT count(*) FROM membership WHERE validThrough BETWEEN '${today}' AND '${month}'`),
    ).toBeGreaterThan(0);
    const { counts: home } = (await demo.store.call('members.home', {}, desk)) as { counts: Record<string, number> };
    expect(home).toMatchObject({ toPrint: 6, approvals: 2 });
    for (const what of ['active', 'expiringThisMonth', 'eligible', 'lapsing'])
      expect(home[what], what).toBeGreaterThan(0);
  });
});
