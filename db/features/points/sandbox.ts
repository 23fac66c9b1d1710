import type { Contract } from '../../contract/index.ts';
import type { PointsRules } from '../../contract/pointsRules.ts';
import type { SettingKey, Settings } from '../../contract/settings.ts';
import { addDays, addMonths, type Day } from '../../domain/day.ts';
import { liabilityFen } from '../../domain/points/liability.ts';
import { type ReplayedMember, replay, winnersAndLosers } from '../../domain/points/replay.ts';
import type { QueryHandler, ReadDb } from '../../store/handler.ts';
import { rankOf, tierNameOf, tierOf } from '../members/tierNames.ts';
import { defaultSettings } from '../settings/defaults.ts';
import { settingsOn } from '../settings/settings.ts';
import { replayedVisits } from './replayedVisits.ts';

const mostNamed = 10;

/** A setting as it held on any day, read once: the replay asks for it with every visit. */
const versionsOf = async <K extends SettingKey>(db: ReadDb, key: K): Promise<(day: Day) => Settings[K]> => {
  const rows = await db
    .selectFrom('setting')
    .select(['fromDay', 'value'])
    .where('key', '=', key)
    .orderBy('fromDay', 'desc')
    .execute();
  const versions = rows.map(({ fromDay, value }) => ({ fromDay, value: JSON.parse(value) as Settings[K] }));
  return (day) => versions.find(({ fromDay }) => fromDay <= day)?.value ?? defaultSettings[key];
};

const namesOf = async (db: ReadDb, members: readonly ReplayedMember[]): Promise<Map<string, string>> => {
  const rows = await db
    .selectFrom('membership as m')
    .innerJoin('customer as c', 'c.id', 'm.customerId')
    .select(['m.id', 'c.name'])
    .where(
      'm.id',
      'in',
      members.map(({ membershipId }) => membershipId),
    )
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
};

const sumsByTier = (members: readonly ReplayedMember[], tiers: Settings['tiers']) => {
  const sums = new Map<string, { members: number; now: number; proposed: number }>();
  for (const { tier, now, proposed } of members) {
    const sum = sums.get(tier) ?? { members: 0, now: 0, proposed: 0 };
    sums.set(tier, { members: sum.members + 1, now: sum.now + now, proposed: sum.proposed + proposed });
  }
  return [...sums]
    .toSorted(([a], [b]) => rankOf(tiers, a) - rankOf(tiers, b))
    .map(([code, sum]) => ({ ...tierOf(tiers, code), ...sum }));
};

/** 规则沙盘: what the last months would have given under a proposed rule. Reads alone, on a reader thread, a step at a time. */
export const sandbox: QueryHandler<Contract['points']['sandbox']> = async (db, input, ctx) => {
  const from = ctx.now();
  const toDay = input.toDay ?? ctx.today();
  const fromDay = addDays(addMonths(toDay, -input.months), 1);
  const { tiers, pointsTerms } = await settingsOn(db, ctx.today());
  const rulesOn: (day: Day) => PointsRules = await versionsOf(db, 'pointsRules');
  const membershipRulesOn = await versionsOf(db, 'membershipRules');
  const versions = await db.selectFrom('setting').select('value').where('key', '=', 'pointsRules').execute();
  const multiplied = [input.rules, defaultSettings.pointsRules, ...versions.map(({ value }) => JSON.parse(value))];
  const span = {
    fromDay,
    toDay,
    tiers: tiers.map(({ code }) => code),
    birthdays: multiplied.some((rules: PointsRules) => rules.birthdayPercent !== null),
  };
  const replaying = replay(rulesOn, input.rules);
  for await (const visit of replayedVisits(db, span)) {
    if (!membershipRulesOn(visit.day).pointsFreeTiers.includes(visit.tier)) replaying.add(visit);
  }
  const { now, proposed, visits, members, byCategory } = replaying.result();
  const { mostWon, mostLost, ...counts } = winnersAndLosers(members, mostNamed);
  const names = await namesOf(db, [...mostWon, ...mostLost]);
  const named = (member: ReplayedMember) => ({
    membershipId: member.membershipId,
    name: names.get(member.membershipId) ?? '',
    tierName: tierNameOf(tiers, member.tier),
    now: member.now,
    proposed: member.proposed,
  });
  return {
    fromDay,
    toDay,
    visits,
    members: members.length,
    now: { issued: now, liabilityFen: liabilityFen(now, pointsTerms) },
    proposed: { issued: proposed, liabilityFen: liabilityFen(proposed, pointsTerms) },
    ...counts,
    byTier: sumsByTier(members, tiers),
    byCategory: [...byCategory].map(([category, sums]) => ({ category, ...sums })),
    mostWon: mostWon.map(named),
    mostLost: mostLost.map(named),
    ms: ctx.now() - from,
  };
};
