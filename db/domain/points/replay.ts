import type { PointsRules } from '../../contract/pointsRules.ts';
import type { Day } from '../day.ts';
import { type EarningLine, earn } from './earning.ts';

/** A visit as the sandbox replays it: by the tier of its arrival. */
export interface ReplayedVisit {
  readonly membershipId: string;
  readonly day: Day;
  readonly tier: string;
  readonly birthdayMonth: boolean;
  readonly lines: readonly EarningLine[];
}

export interface NowAndProposed {
  /** points by the rules as they stood */
  readonly now: number;
  /** points by the proposed rules */
  readonly proposed: number;
}

export interface ReplayedMember extends NowAndProposed {
  readonly membershipId: string;
  /** of the latest visit */
  readonly tier: string;
}

export interface Replayed extends NowAndProposed {
  readonly visits: number;
  readonly members: readonly ReplayedMember[];
  readonly byCategory: ReadonlyMap<string, NowAndProposed>;
}

interface Sums {
  now: number;
  proposed: number;
}

/**
 * 规则沙盘: earns every visit twice, by the rules of its day and by the proposed ones, both worked out alike, so that they compare.
 *
 * @param rulesOn the rules that held on a day
 */
export const replay = (rulesOn: (day: Day) => PointsRules, proposed: PointsRules) => {
  const members = new Map<string, Sums & { tier: string }>();
  const categories = new Map<string, Sums>();
  const all: Sums = { now: 0, proposed: 0 };
  let visits = 0;

  const countLines = (points: ReturnType<typeof earn>, which: keyof Sums): number => {
    for (const line of points.lines) {
      const given = line.points + line.bonus;
      if (given === 0) continue;
      const sums = categories.get(line.category) ?? { now: 0, proposed: 0 };
      sums[which] += given;
      categories.set(line.category, sums);
    }
    return points.base + points.bonus;
  };

  return {
    /** In the order in which they came. */
    add: (visit: ReplayedVisit): void => {
      visits++;
      const member = members.get(visit.membershipId) ?? { now: 0, proposed: 0, tier: visit.tier };
      const now = countLines(earn(visit.lines, rulesOn(visit.day), visit), 'now');
      const then = countLines(earn(visit.lines, proposed, visit), 'proposed');
      member.now += now;
      member.proposed += then;
      member.tier = visit.tier;
      members.set(visit.membershipId, member);
      all.now += now;
      all.proposed += then;
    },
    result: (): Replayed => ({
      ...all,
      visits,
      members: [...members].map(([membershipId, member]) => ({ membershipId, ...member })),
      byCategory: categories,
    }),
  };
};

const gain = (member: NowAndProposed): number => member.proposed - member.now;

/** Whom the proposed rules give more, fewer, and as many points; of the first two the most affected. */
export const winnersAndLosers = (members: readonly ReplayedMember[], most: number) => {
  const byGain = members.toSorted(
    (a, b) => gain(b) - gain(a) || (a.membershipId < b.membershipId ? -1 : a.membershipId > b.membershipId ? 1 : 0),
  );
  const winners = byGain.filter((member) => gain(member) > 0);
  const losers = byGain.filter((member) => gain(member) < 0).toReversed();
  return {
    winners: winners.length,
    losers: losers.length,
    unchanged: members.length - winners.length - losers.length,
    mostWon: winners.slice(0, most),
    mostLost: losers.slice(0, most),
  };
};
