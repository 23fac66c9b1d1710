import type { Call } from './sampleDay.ts';

interface Member {
  readonly membershipId: string;
  readonly customerId: string;
  readonly cardNumber: string | null;
  readonly redeemable: number;
}

/** A catalogue with every kind, its limits and what is out of stock. */
const catalogue = [
  { kind: 'labour', name: '工时券 ¥50', points: 500, valueFen: 5_000, validDays: 180 },
  { kind: 'cash', name: '代金券 ¥100', points: 1_000, valueFen: 10_000, validDays: 180 },
  { kind: 'cash', name: '代金券 ¥500', points: 4_800, valueFen: 50_000, validDays: 365, tiers: ['gold', 'diamond'] },
  { kind: 'gift', name: '车载吸尘器', points: 1_200, valueFen: 16_900, stock: 12, validDays: 30 },
  { kind: 'gift', name: '雨伞', points: 300, valueFen: null, stock: 3, validDays: 30, mostPerPerson: 1 },
  { kind: 'gift', name: '真皮钥匙包', points: 200, valueFen: null, stock: 1, validDays: 30 },
  {
    kind: 'partner',
    name: '影院双人票',
    points: 900,
    valueFen: 8_000,
    partner: '星光影城',
    settleFen: 5_600,
    validDays: 90,
    mostPerPerson: 2,
    mostPerPeriod: 'year',
  },
  { kind: 'donation', name: '助学捐赠 10 元', points: 100, valueFen: 1_000, cause: '山区助学', validDays: 1 },
  { kind: 'gift', name: '春节礼盒', points: 800, valueFen: 9_900, validDays: 30, toDay: '2020-02-01' },
  { kind: 'gift', name: '旧款水杯', points: 150, valueFen: null, validDays: 30, active: false },
] as const;

/**
 * A catalogue, vouchers of every state and origin, and what waits for a manager: on top of the sample store's members.
 *
 * @param call as somebody who may do everything
 * @param askAs as somebody who may not: what is above a limit waits
 */
export const sampleRewards = async (call: Call, askAs: Call): Promise<void> => {
  const ids = new Map<string, string>();
  for (const reward of catalogue) {
    ids.set(reward.name, (await call<{ id: string }>('rewards.add', reward)).id);
  }
  const { rows } = await call<{ rows: readonly Member[] }>('members.list', { sort: 'points', limit: 12 });
  const [first, second, third, fourth] = rows.filter((row) => row.cardNumber !== null);
  if (!first || !second || !third || !fourth) throw new Error('the sample store has too few members');
  const redeem = (member: Member, name: string, count = 1) =>
    call<{ vouchers: readonly { id: string; code: string }[] }>('rewards.redeem', {
      card: member.cardNumber,
      rewardId: ids.get(name),
      count,
    });
  await redeem(first, '工时券 ¥50', 2);
  const tickets = await redeem(first, '影院双人票', 2);
  await redeem(second, '代金券 ¥100');
  await redeem(second, '助学捐赠 10 元', 2);
  await redeem(third, '助学捐赠 10 元');
  await redeem(third, '真皮钥匙包');
  for (const { code } of tickets.vouchers) await call('vouchers.use', { code });
  const given = await redeem(third, '雨伞');
  for (const { id } of given.vouchers) await call('vouchers.void', { id, version: 1, reason: '客户改主意' });

  const voucher = { kind: 'cash', name: '生日代金券 ¥50', valueFen: 5_000, validDays: 30, reason: '生日' };
  await call('vouchers.grant', { ...voucher, customerId: first.customerId, origin: 'birthday' });
  await call('vouchers.grant', {
    kind: 'gift',
    name: '免费洗车',
    validDays: 60,
    customerId: fourth.customerId,
    origin: 'complaint',
    reason: '等候太久',
  });
  await askAs('vouchers.grant', {
    kind: 'cash',
    name: '代金券 ¥800',
    valueFen: 80_000,
    validDays: 90,
    customerId: second.customerId,
    origin: 'complaint',
    reason: '空调异响两次返修，客户要求补偿',
  });
  await askAs('points.adjust', {
    membershipId: third.membershipId,
    cumulative: 1_500,
    redeemable: 1_500,
    reason: '7 月 3 日工单漏记',
  });
};
