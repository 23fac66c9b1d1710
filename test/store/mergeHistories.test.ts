import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FileMember, importMembers, visitOf } from './memberFile.ts';
import { accountOf, adjust, expectSound, lapseAll, merge, undo } from './mergedAccounts.ts';
import { openTestStore, refusal } from './openTestStore.ts';

const day = 86_400_000;

type Step =
  | { readonly what: 'visit'; readonly of: 'keep' | 'drop'; readonly yuan: number }
  | { readonly what: 'void'; readonly which: number }
  | { readonly what: 'edit'; readonly which: number; readonly yuan: number }
  | { readonly what: 'spend'; readonly of: 'keep' | 'drop'; readonly points: number }
  | { readonly what: 'pass'; readonly days: number };

const of = fc.constantFrom('keep' as const, 'drop' as const);
const yuan = fc.integer({ min: 1, max: 400 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ what: fc.constant('visit' as const), of, yuan }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('void' as const), which: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('edit' as const), which: fc.nat(20), yuan }) },
  {
    weight: 4,
    arbitrary: fc.record({ what: fc.constant('spend' as const), of, points: fc.integer({ min: 1, max: 500 }) }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('pass' as const), days: fc.integer({ min: 1, max: 500 }) }) },
);
const steps = fc.array(step, { maxLength: 7 });

interface Entered {
  readonly id: string;
  version: number;
}

/** A visit, as the merged pair and its twin that never merged have it. */
interface Visits {
  readonly merged: Entered;
  readonly apart: Entered;
}

describe('any history with a merge in it', () => {
  const pairs = 50;

  it('loses and makes no point, and its undoing gives each account what it would have had', {
    timeout: 240_000,
  }, async () => {
    const test = await openTestStore();
    const opening = [{ points: [100, 60] as const }, { points: [300, 150] as const }];
    const members = await importMembers(
      test,
      Array.from({ length: pairs * 4 }, (_, index) => opening[index % 2] ?? {}),
    );
    let pair = 0;
    const history = async (before: readonly Step[], joined: readonly Step[], after: readonly Step[]): Promise<void> => {
      const [keep, drop, keepTwin, dropTwin] = members.slice((pair % pairs) * 4, (pair % pairs) * 4 + 4);
      pair++;
      if (!keep || !drop || !keepTwin || !dropTwin) throw new Error('no members');
      const visits: Visits[] = [];
      /**
       * spent beyond what the twin could: of the joined account, and of either afterwards where a correction while they were joined took
       * from lots that lapse at another time
       */
      const owed = { keep: 0, drop: 0 };
      let merged = false;

      const enter = async (each: Extract<Step, { what: 'visit' }>): Promise<void> => {
        const twin = merged || each.of === 'keep' ? keepTwin : dropTwin;
        visits.push({
          merged: await visitOf(test, each.of === 'keep' ? keep : drop, each.yuan),
          apart: await visitOf(test, twin, each.yuan),
        });
      };
      const spend = async (each: Extract<Step, { what: 'spend' }>): Promise<void> => {
        const fromKept = merged || each.of === 'keep';
        const done = await refusal(adjust(test, fromKept ? keep : drop, -each.points));
        if (done.code !== 'TAKEN') return;
        const twin = await refusal(adjust(test, fromKept ? keepTwin : dropTwin, -each.points));
        if (twin.code !== 'TAKEN') owed[fromKept ? 'keep' : 'drop'] += each.points;
      };
      const change = async (which: number, to: number | null): Promise<void> => {
        const at = which % Math.max(1, visits.length);
        const entered = visits[at];
        if (!entered) return;
        for (const visit of [entered.merged, entered.apart]) {
          // a merge and its undoing raise the version
          const { version } = await test.call('visits.get', { id: visit.id });
          const key = { id: visit.id, version };
          if (to === null) await test.call('visits.void', { ...key, reason: '录错了' });
          else await test.call('board.setLines', { ...key, lines: [{ category: 'parts', amountFen: to * 100 }] });
        }
        if (to === null) visits.splice(at, 1);
      };
      const live = async (all: readonly Step[]): Promise<void> => {
        for (const each of all) {
          if (each.what === 'visit') await enter(each);
          else if (each.what === 'spend') await spend(each);
          else if (each.what === 'void') await change(each.which, null);
          else if (each.what === 'edit') await change(each.which, each.yuan);
          else {
            test.clock.now += each.days * day;
            await lapseAll(test);
          }
        }
      };
      /** cumulative points, and what was given less what was spent: neither knows when a point lapses */
      const figures = (...accounts: readonly FileMember[]): [number, number] => {
        const all = accounts.map((each) => accountOf(test, each));
        return [
          all.reduce((sum, { cumulative }) => sum + cumulative, 0),
          all.reduce((sum, { redeemable, lapsed }) => sum + redeemable + lapsed, 0),
        ];
      };
      const less = ([cumulative, left]: [number, number], points: number): [number, number] => [
        cumulative,
        left - points,
      ];

      await live(before);
      const owesNothing = accountOf(test, dropTwin).debt === 0;
      const corrected = joined.some(({ what }) => what === 'void' || what === 'edit');
      const command = await merge(test, keep, drop);
      merged = true;
      expect(accountOf(test, drop)).toMatchObject({ cumulative: 0, redeemable: 0, debt: 0 });
      await live(joined);
      expect(accountOf(test, drop)).toMatchObject({ cumulative: 0, redeemable: 0, debt: 0 });
      expect(figures(keep, drop)).toEqual(less(figures(keepTwin, dropTwin), owed.keep + owed.drop));
      await undo(test, command);
      merged = false;
      if (owesNothing && !corrected) expect(accountOf(test, drop)).toEqual(accountOf(test, dropTwin));
      expect(figures(drop)).toEqual(less(figures(dropTwin), owed.drop));
      expect(figures(keep)).toEqual(less(figures(keepTwin), owed.keep));
      await live(after.filter(({ what }) => what !== 'visit' && what !== 'edit'));
      expect(figures(drop)).toEqual(less(figures(dropTwin), owed.drop));
      expect(figures(keep)).toEqual(less(figures(keepTwin), owed.keep));
    };
    await fc.assert(fc.asyncProperty(steps, steps, steps, history), { numRuns: pairs, endOnFailure: true });
    await expectSound(test);
  });
});
