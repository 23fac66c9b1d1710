import { addDays, endOfMonth } from '../../domain/day.ts';
import { demoClerks } from './accounts.ts';
import type { DemoBuild } from './build.ts';
import { bulkInsert } from './bulkInsert.ts';
import { streams } from './random.ts';
import { idKinds } from './seededIds.ts';

const hour = 3_600_000;
const dayMs = 24 * hour;
/** Numbers of these entries and lots lie behind all others. */
const lifeFrom = 30_000_000;

interface Member {
  readonly membershipId: string;
  readonly cardId: string;
  readonly customerId: string;
  readonly tier: string;
  readonly joinDay: string;
}

const outings = ['千岛湖自驾游', '安全驾驶训练营', '亲子洗车日', '新能源试驾会'] as const;

/** Cards that wait for the printer, one that is frozen, one that was lost. */
const writeCards = (build: DemoBuild, newest: readonly Member[], others: readonly Member[]): void => {
  const { connection, ids, now } = build;
  const want = connection.prepare('UPDATE memberCard SET printWanted = 1 WHERE id = ?');
  for (const { cardId } of newest) want.run(cardId);
  const states = [
    { state: 'frozen', kind: 'cardFrozen', reason: '客户来电：卡片一时找不到，先冻结', daysAgo: 2 },
    { state: 'lost', kind: 'cardLost', reason: '钱包遗失，等补卡', daysAgo: 6 },
  ] as const;
  const set = connection.prepare(
    'UPDATE memberCard SET state = ?, stateReason = ?, stateAt = ?, stateBy = ?, version = version + 1 WHERE id = ?',
  );
  const event = connection.prepare(
    `INSERT INTO membershipEvent (id, membershipId, cardId, kind, day, at, byName, reason, facts)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, '{"before":"active"}')`,
  );
  states.forEach(({ state, kind, reason, daysAgo }, index) => {
    const member = others[index];
    if (!member) return;
    const at = now - daysAgo * dayMs;
    set.run(state, reason, at, demoClerks[0], member.cardId);
    const id = ids(idKinds.membershipEvent, lifeFrom + index, at);
    const { membershipId, cardId } = member;
    event.run(id, membershipId, cardId, kind, addDays(build.today, -daysAgo), at, demoClerks[0], reason);
  });
};

/** 待审批: an adjustment above the limit, and a compensation. */
const writeApprovals = (build: DemoBuild, members: readonly Member[]): void => {
  const { connection, ids, now, staffIds } = build;
  const insert = connection.prepare(
    `INSERT INTO approval (id, kind, customerId, membershipId, request, reason, requestedAt, requestedBy, requestedById)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const [first, second] = members;
  if (first) {
    const { membershipId, customerId } = first;
    const reason = '旧系统漏转的积分，客户带了当时的小票';
    const request = { membershipId, cumulative: 1500, redeemable: 1500, reason };
    const at = now - 3 * hour;
    const id = ids(idKinds.approval, 0, at);
    insert.run(id, 'adjust', customerId, membershipId, JSON.stringify(request), reason, at, demoClerks[0], staffIds[0]);
  }
  if (second) {
    const { customerId } = second;
    const reason = '返修两次，客户不满意，补偿一次';
    const request = {
      ...{ customerId, origin: 'complaint', kind: 'cash', name: '致歉代金券 600 元', valueFen: 60_000 },
      ...{ validDays: 180, reason },
    };
    const at = now - hour;
    const id = ids(idKinds.approval, 1, at);
    insert.run(id, 'voucher', customerId, null, JSON.stringify(request), reason, at, demoClerks[1], staffIds[1]);
  }
};

/** 参与记录 and 服务包: who came along, and whose car was washed. */
const writeUses = (build: DemoBuild, members: readonly Member[]): void => {
  const { connection, ids, random, now, today } = build;
  const participations = bulkInsert(connection, 'participation', ['id', 'customerId', 'day', 'name', 'at', 'byName']);
  const uses = bulkInsert(connection, 'benefitUse', [
    ...['id', 'membershipId', 'benefit', 'name', 'yearFrom', 'day', 'at', 'byName'],
  ]);
  members.forEach(({ customerId, membershipId, joinDay }, index) => {
    const daysAgo = random.between(20, 300);
    const at = now - daysAgo * dayMs;
    const name = outings[index % outings.length] ?? outings[0];
    const clerk = random.pick(demoClerks);
    participations.add([ids(idKinds.participation, index, at), customerId, addDays(today, -daysAgo), name, at, clerk]);
    if (index % 3 !== 0) return;
    const year = Number(today.slice(0, 4)) - (joinDay.slice(5) > today.slice(5) ? 1 : 0);
    const yearFrom = joinDay.slice(5) === '02-29' ? `${year}-02-28` : `${year}${joinDay.slice(4)}`;
    if (joinDay > yearFrom) return;
    uses.add([
      ...[
        ids(idKinds.benefitUse, index, now - hour),
        membershipId,
        'wash',
        '免费洗车',
        yearFrom,
        today,
        now - hour,
        clerk,
      ],
    ]);
  });
  participations.flush();
  uses.flush();
};

/** Points of a campaign that lapse soon: the end of this month, or of the next. */
const writeLapsing = (build: DemoBuild, members: readonly Member[]): void => {
  const { connection, ids, random, now, today } = build;
  const at = now - 40 * dayMs;
  const entry = connection.prepare(
    `INSERT INTO pointsEntry (id, membershipId, kind, cumulative, redeemable, tier, day, at, byName, reason)
     VALUES (?, ?, 'adjust', 0, ?, ?, ?, ?, ?, '店庆赠送，短期有效')`,
  );
  const lot = connection.prepare('INSERT INTO pointsLot (id, membershipId, entryId, lastDay) VALUES (?, ?, ?, ?)');
  const move = connection.prepare('INSERT INTO pointsMove (entryId, lotId, points) VALUES (?, ?, ?)');
  members.forEach(({ membershipId, tier }, index) => {
    const points = random.between(2, 9) * 100;
    const entryId = ids(idKinds.pointsEntry, lifeFrom + index, at);
    const lotId = ids(idKinds.pointsLot, lifeFrom + index, at);
    const lastDay = index % 3 === 0 ? endOfMonth(today) : addDays(endOfMonth(today), random.between(5, 27));
    entry.run(entryId, membershipId, points, tier, addDays(today, -40), at, demoClerks[2]);
    lot.run(lotId, membershipId, entryId, lastDay);
    move.run(entryId, lotId, points);
  });
};

/** What the members' desk has to do today: a fixed few of each, so that no store takes longer for it. */
export const writeMemberLife = (build: DemoBuild): void => {
  const { connection, random, today } = build;
  random.begin(streams.memberLife, 1);
  const members = connection.prepare<[string, string, number], Member>(
    `SELECT m.id AS membershipId, c.id AS cardId, m.customerId, m.tier, m.joinDay
     FROM membership m JOIN memberCard c ON c.membershipId = m.id
     WHERE m.validThrough >= ? AND m.joinDay <= ? ORDER BY coalesce(m.joinDay, '') DESC, m.id DESC LIMIT ?`,
  );
  const newest = members.all(today, today, 6);
  const settled = members.all(today, addDays(today, -400), 60);
  connection.exec('BEGIN');
  writeCards(build, newest, settled.slice(0, 2));
  writeApprovals(build, settled.slice(2, 4));
  writeUses(build, settled.slice(4, 34));
  writeLapsing(build, settled.slice(34, 48));
  connection.exec('COMMIT');
};
