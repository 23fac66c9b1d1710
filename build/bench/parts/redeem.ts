import { randomUUID } from 'node:crypto';
import { addDays } from '../../../db/domain/day.ts';
import { newVoucherCode } from '../../../db/domain/voucherCode.ts';
import { dayOf } from '../../../db/domain/zonedTime.ts';
import { type Connection, openConnection } from '../../../db/store/connection.ts';
import { idMaker } from '../../../db/store/ids.ts';
import { openStore } from '../../../db/store/openStore.ts';
import { storeFileOf } from '../../../db/store/storeFile.ts';
import { clerk } from '../actor.ts';
import { bareCommand } from '../bareCommand.ts';
import { writeLots } from '../manyLots.ts';
import { type Part, sizeName } from '../part.ts';
import { timesOf } from '../time.ts';

const customers = 100_000;
const lotsEach = 50;
const pointsEach = 100;

interface Member {
  readonly id: string;
  readonly customerId: string;
  readonly card: string;
}

const membersOf = (connection: Connection, count: number): Member[] =>
  connection
    .prepare<[number], Member>(
      `SELECT m.id, m.customerId, c.number AS card FROM membership m JOIN memberCard c ON c.membershipId = m.id
       WHERE m.state = 'active' AND c.state = 'active' AND m.validThrough > date('now', '+2 days')
         AND NOT EXISTS (SELECT 1 FROM pointsBalance b WHERE b.membershipId = m.id AND b.debt > 0)
       ORDER BY substr(m.id, -6) LIMIT ?`,
    )
    .all(count);

/** A redemption with prepared statements: the balance, the lots that lapse first, entry, moves, voucher, record. */
const bareRedeem = (connection: Connection, rewardId: string, points: number): ((member: Member) => void) => {
  const newId = idMaker(Date.now);
  const record = bareCommand(connection);
  const debt = connection
    .prepare<[string], number>('SELECT debt FROM pointsBalance WHERE membershipId = ?')
    .pluck(true);
  const open = connection.prepare<[string, string], { id: string; remaining: number }>(
    'SELECT id, remaining FROM pointsLot WHERE membershipId = ? AND remaining > 0 AND lastDay >= ? ORDER BY lastDay, id',
  );
  const given = connection.prepare("SELECT count(*) FROM voucher WHERE rewardId = ? AND state <> 'void'");
  const entry = connection.prepare(
    `INSERT INTO pointsEntry (id, membershipId, kind, cumulative, redeemable, tier, day, at, byName, sourceKind, sourceId)
     VALUES (?, ?, 'redeem', 0, ?, 'silver', ?, ?, 'bench', 'voucher', ?)`,
  );
  const move = connection.prepare('INSERT INTO pointsMove (entryId, lotId, points) VALUES (?, ?, ?)');
  const voucher = connection.prepare(
    `INSERT INTO voucher (id, code, customerId, membershipId, rewardId, kind, name, points, entryId, origin, lastDay, issuedDay,
       issuedAt, issuedBy) VALUES (?, ?, ?, ?, ?, 'gift', 'bench', ?, ?, 'redeem', ?, ?, ?, 'bench')`,
  );
  const redeem = connection.transaction((member: Member): void => {
    const at = Date.now();
    const today = dayOf(at, 'Asia/Shanghai');
    given.get(rewardId);
    if ((debt.get(member.id) ?? 0) > 0) throw new Error('a debt');
    const [id, entryId] = [newId(), newId()];
    entry.run(entryId, member.id, -points, today, at, id);
    let missing = points;
    for (const lot of open.all(member.id, today)) {
      if (missing === 0) break;
      const taken = Math.min(missing, lot.remaining);
      move.run(entryId, lot.id, -taken);
      missing -= taken;
    }
    if (missing > 0) throw new Error('not enough');
    const code = newVoucherCode((limit) => Math.floor(Math.random() * limit));
    voucher.run(id, code, member.customerId, member.id, rewardId, points, entryId, addDays(today, 30), today, at);
    record({
      requestId: randomUUID(),
      action: 'rewards.redeem',
      input: { card: member.card, rewardId },
      result: { vouchers: [{ id, code }], points },
      change: { entityId: id, ownerId: member.customerId, version: 1, op: 'insert', before: null, after: null },
    });
  });
  return (member) => redeem.immediate(member);
};

/** 兑换 that empties fifty lots at once, written through to the disk. */
export const redeem: Part = {
  name: 'redeem',
  run: async (bench) => {
    const dir = await bench.copyOf(customers);
    const today = dayOf(Date.now(), 'Asia/Shanghai');
    const count = bench.samples(100);
    const connection = openConnection(storeFileOf(dir));
    const members = membersOf(connection, 2 * count + 20);
    // they lapse before anything else that these members have
    writeLots(
      connection,
      members.flatMap(({ id }) => Array.from({ length: lotsEach }, () => id)),
      { points: pointsEach, today, lastDay: (index) => addDays(today, index % 3) },
    );
    const store = await openStore(dir, { threads: true, create: false });
    try {
      const points = lotsEach * pointsEach;
      const reward = { kind: 'gift', name: 'bench', points, validDays: 30 };
      const { id: rewardId } = (await store.call('rewards.add', reward, clerk)) as { id: string };
      const ours = (member: Member): Promise<unknown> =>
        store.call('rewards.redeem', { requestId: randomUUID(), card: member.card, rewardId }, clerk);
      const bare = bareRedeem(connection, rewardId, points);
      await timesOf(members.slice(0, 10), ours);
      await timesOf(members.slice(10, 20), bare);
      const half = Math.floor((members.length - 20) / 2);
      const samples = await timesOf(members.slice(20, 20 + half), ours);
      const bareTimes = await timesOf(members.slice(20 + half), bare);
      const moves = connection
        .prepare<[string], number>(
          'SELECT min((SELECT count(*) FROM pointsMove WHERE entryId = v.entryId)) FROM voucher v WHERE v.rewardId = ?',
        )
        .pluck(true)
        .get(rewardId);
      if (moves !== lotsEach) throw new Error(`${moves} lots were touched`);
      return [
        {
          name: `redeem ${sizeName(bench.sizeOf(customers))}: across ${lotsEach} lots`,
          samples,
          bare: bareTimes,
          bound: 50,
          judged: 'p95',
        },
      ];
    } finally {
      await store.close();
      connection.close();
    }
  },
};
