import { describe, expect, it } from 'vitest';
import type { PointsRules } from '../../db/contract/pointsRules.ts';
import { type ReplayedVisit, replay, winnersAndLosers } from '../../db/domain/points/replay.ts';
import { defaultSettings } from '../../db/features/settings/defaults.ts';

const shipped = defaultSettings.pointsRules;
const doubled: PointsRules = { ...shipped, ratios: shipped.ratios.map((ratio) => ({ ...ratio, points: 2 })) };
const onlyParts: PointsRules = {
  ...shipped,
  ratios: [{ category: 'parts', tier: null, points: 3, perFen: 100 }],
  birthdayPercent: 200,
};
const visit = (membershipId: string, part: Partial<ReplayedVisit> = {}): ReplayedVisit => ({
  membershipId,
  day: '2026-06-18',
  tier: 'silver',
  birthdayMonth: false,
  lines: [{ category: 'parts', amountFen: 10_000 }],
  ...part,
});

describe('the sandbox', () => {
  it('earns every visit by the rules of its day and by the proposed ones', () => {
    const replaying = replay((day) => (day < '2026-06-18' ? shipped : doubled), onlyParts);
    replaying.add(visit('a', { day: '2026-06-17' }));
    replaying.add(visit('a', { tier: 'gold' }));
    replaying.add(visit('b', { lines: [{ category: 'maintenanceLabour', amountFen: 5050 }] }));
    replaying.add(visit('c', { birthdayMonth: true }));
    const result = replaying.result();
    expect(result).toMatchObject({ visits: 4, now: 100 + 200 + 101 + 200, proposed: 300 + 300 + 600 });
    expect(result.members).toEqual([
      { membershipId: 'a', tier: 'gold', now: 300, proposed: 600 },
      { membershipId: 'b', tier: 'silver', now: 101, proposed: 0 },
      { membershipId: 'c', tier: 'silver', now: 200, proposed: 600 },
    ]);
    expect(Object.fromEntries(result.byCategory)).toEqual({
      parts: { now: 500, proposed: 1200 },
      maintenanceLabour: { now: 101, proposed: 0 },
    });
  });

  it('names winners and losers, the most affected first', () => {
    const members = [
      { membershipId: 'a', tier: 'silver', now: 10, proposed: 30 },
      { membershipId: 'b', tier: 'silver', now: 10, proposed: 10 },
      { membershipId: 'c', tier: 'silver', now: 50, proposed: 0 },
      { membershipId: 'd', tier: 'silver', now: 0, proposed: 90 },
      { membershipId: 'e', tier: 'silver', now: 5, proposed: 4 },
    ];
    const found = winnersAndLosers(members, 1);
    expect(found).toMatchObject({ winners: 2, losers: 2, unchanged: 1 });
    expect(found.mostWon.map(({ membershipId }) => membershipId)).toEqual(['d']);
    expect(found.mostLost.map(({ membershipId }) => membershipId)).toEqual(['c']);
  });
});
