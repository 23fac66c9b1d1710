import { addDays } from '../../domain/day.ts';
import { newVoucherCode } from '../../domain/voucherCode.ts';
import { dayOf } from '../../domain/zonedTime.ts';
import type { LedgerContext } from '../../features/points/entries.ts';
import { reverse, take } from '../../features/points/ledger.ts';
import { kyselyOf } from '../connection.ts';
import { defaultTimeZone } from '../storeFile.ts';
import { demoClerks } from './accounts.ts';
import type { DemoBuild } from './build.ts';
import { bulkInsert } from './bulkInsert.ts';
import { streams } from './random.ts';
import { type DemoReward, demoRewards } from './rewardList.ts';
import { idKinds } from './seededIds.ts';

const hour = 3_600_000;
const dayMs = 24 * hour;
/** Numbers of these entries and lots lie behind those of visits. */
const spentFrom = 20_000_000;
/** Vouchers against points; each reward is taken in turn. */
const bought = 36;

interface Taker {
  readonly membershipId: string;
  readonly customerId: string;
  readonly tier: string;
  /** left of the opening balance: what was there all along */
  readonly opening: number;
}

type End = 'active' | 'used' | 'void';

/** A clock that a step of the build sets, and ids that rise with what it writes. */
const ledgerAt = (build: DemoBuild): { ctx: LedgerContext; set: (at: number, clerk: string) => void } => {
  let [at, by, count] = [build.now, demoClerks[0], spentFrom];
  return {
    ctx: {
      now: () => at,
      today: () => dayOf(at, defaultTimeZone),
      newId: () => build.ids(idKinds.pointsEntry, count++, at),
      get actor() {
        return { kind: 'system' as const, id: 'system', name: by, role: 'reception' as const, desk: 'demo' };
      },
    },
    set: (to, clerk) => {
      [at, by] = [to, clerk];
    },
  };
};

const writeCatalogue = (build: DemoBuild, openedAt: number): readonly string[] => {
  const rows = bulkInsert(build.connection, 'reward', [
    ...['id', 'kind', 'name', 'points', 'valueFen', 'stock', 'tiers', 'mostPerPerson', 'mostPerPeriod', 'validDays'],
    ...['partner', 'settleFen', 'cause', 'note', 'createdAt', 'updatedAt'],
  ]);
  const ids = demoRewards.map((reward, index) => {
    const id = build.ids(idKinds.reward, index, openedAt);
    rows.add([
      ...[id, reward.kind, reward.name, reward.points, reward.valueFen, reward.stock, JSON.stringify(reward.tiers)],
      ...[reward.mostPerPerson, reward.mostPerPeriod, reward.validDays, reward.partner, reward.settleFen],
      ...[reward.cause, reward.note, openedAt, openedAt],
    ]);
    return id;
  });
  rows.flush();
  return ids;
};

/** What was given without points: birthdays, a complaint, by hand. */
const gifts = [
  {
    origin: 'birthday',
    kind: 'gift',
    name: '生日礼：车载香薰',
    valueFen: 9800,
    reason: '生日月',
    daysAgo: 5,
    validDays: 60,
  },
  {
    origin: 'birthday',
    kind: 'labour',
    name: '生日礼：精洗一次',
    valueFen: 5000,
    reason: '生日月',
    daysAgo: 12,
    validDays: 60,
  },
  {
    origin: 'complaint',
    kind: 'cash',
    name: '致歉代金券 200 元',
    valueFen: 20_000,
    reason: '等候超过 2 小时',
    daysAgo: 9,
    validDays: 90,
  },
  {
    origin: 'event',
    kind: 'gift',
    name: '自驾游纪念帽',
    valueFen: 3000,
    reason: '千岛湖自驾游',
    daysAgo: 40,
    validDays: 20,
  },
  {
    origin: 'hand',
    kind: 'cash',
    name: '老客户代金券 100 元',
    valueFen: 10_000,
    reason: '十年车主',
    daysAgo: 20,
    validDays: 180,
  },
  {
    origin: 'hand',
    kind: 'labour',
    name: '免费检测工时券',
    valueFen: 12_000,
    reason: '新车首月关怀',
    daysAgo: 3,
    validDays: 90,
  },
] as const;

/** 积分商城: a catalogue, vouchers bought with points in every state, and a few that were given. */
export const writeRewards = async (build: DemoBuild): Promise<void> => {
  const { connection, random, ids, now, today } = build;
  const db = kyselyOf(connection);
  random.begin(streams.memberLife, 0);
  connection.exec('BEGIN');
  const rewardIds = writeCatalogue(build, now - 300 * dayMs);
  const vouchers = bulkInsert(connection, 'voucher', [
    ...[
      'id',
      'code',
      'customerId',
      'membershipId',
      'rewardId',
      'kind',
      'name',
      'valueFen',
      'points',
      'entryId',
      'origin',
    ],
    ...['reason', 'partner', 'settleFen', 'cause', 'lastDay', 'issuedDay', 'issuedAt', 'issuedBy'],
    ...['state', 'endedDay', 'endedAt', 'endedBy', 'endReason', 'version'],
  ]);
  const takers = connection
    .prepare<[string, number], Taker>(
      `SELECT m.id AS membershipId, m.customerId, m.tier, l.remaining AS opening
       FROM pointsLot l JOIN pointsEntry e ON e.id = l.entryId AND e.kind = 'migrate' JOIN membership m ON m.id = l.membershipId
       WHERE l.remaining >= 5000 AND m.validThrough >= ? ORDER BY l.rowid LIMIT ?`,
    )
    .all(today, bought);
  const ledger = ledgerAt(build);
  const codes = new Set<string>();
  const newCode = (): string => {
    for (;;) {
      const code = newVoucherCode((limit) => random.below(limit));
      if (!codes.has(code) && codes.add(code)) return code;
    }
  };
  const fits = (reward: DemoReward, taker: Taker): boolean =>
    reward.points <= taker.opening && (reward.tiers.length === 0 || reward.tiers.includes(taker.tier));
  let count = 0;

  const buy = async (taker: Taker, index: number): Promise<void> => {
    const which = [...demoRewards.keys()].find((_, shift) => {
      const reward = demoRewards[(index + shift) % demoRewards.length];
      return reward !== undefined && fits(reward, taker);
    });
    const at = (index + (which ?? 0)) % demoRewards.length;
    const reward = demoRewards[at];
    const rewardId = rewardIds[at];
    if (which === undefined || !reward || !rewardId) return;
    // the oldest first; the first few have lapsed by now unless used
    const issuedAt = now - Math.round(((bought - index) * 7 + 1) * dayMs) + random.between(1, 5) * hour;
    const clerk = random.pick(demoClerks);
    ledger.set(issuedAt, clerk);
    const issuedDay = ledger.ctx.today();
    const id = ids(idKinds.voucher, count++, issuedAt);
    const entryId = await take(db, ledger.ctx, {
      membershipId: taker.membershipId,
      kind: reward.kind === 'donation' ? 'donate' : 'redeem',
      cumulative: 0,
      redeemable: -reward.points,
      tier: taker.tier,
      day: issuedDay,
      source: { kind: 'voucher', id },
      ruleDay: null,
      detail: { reward: reward.name },
    });
    const atOnce = reward.kind === 'donation' || (reward.kind === 'gift' && index % 2 === 0);
    const end: End = atOnce || index % 3 === 1 ? 'used' : index % 11 === 5 ? 'void' : 'active';
    const endedAt = end === 'active' ? null : atOnce ? issuedAt : issuedAt + random.between(1, 6) * dayMs;
    const endedBy = end === 'active' ? null : atOnce ? clerk : random.pick(demoClerks);
    if (end === 'void' && endedAt !== null && endedBy !== null) {
      ledger.set(endedAt, endedBy);
      await reverse(db, ledger.ctx, entryId, '客户改主意');
    }
    vouchers.add([
      ...[id, newCode(), taker.customerId, taker.membershipId, rewardId, reward.kind, reward.name, reward.valueFen],
      ...[reward.points, entryId, 'redeem', null, reward.partner, reward.settleFen, reward.cause],
      ...[addDays(issuedDay, reward.validDays), issuedDay, issuedAt, clerk, end],
      ...[endedAt === null ? null : dayOf(endedAt, defaultTimeZone), endedAt, endedBy],
      ...[end === 'void' ? '客户改主意' : null, end === 'active' || atOnce ? 1 : 2],
    ]);
  };

  for (const [index, taker] of takers.entries()) await buy(taker, index);
  for (const [index, gift] of gifts.entries()) {
    const taker = takers[(index * 5) % Math.max(1, takers.length)];
    if (!taker) break;
    const issuedAt = now - gift.daysAgo * dayMs - hour;
    const issuedDay = dayOf(issuedAt, defaultTimeZone);
    vouchers.add([
      ...[ids(idKinds.voucher, count++, issuedAt), newCode(), taker.customerId, null, null, gift.kind, gift.name],
      ...[gift.valueFen, 0, null, gift.origin, gift.reason, null, null, null, addDays(issuedDay, gift.validDays)],
      ...[issuedDay, issuedAt, random.pick(demoClerks), 'active', null, null, null, null, 1],
    ]);
  }
  vouchers.flush();
  connection.exec('COMMIT');
};
