import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../db/domain/day.ts';
import { verifyStore } from '../../db/store/verify.ts';
import { type MembersDesk, membersDesk } from './membersDesk.ts';

type Step =
  | { readonly what: 'card'; readonly state: string; readonly which: number }
  | { readonly what: 'replace' | 'addCard' | 'cancel' | 'reactivate' | 'join' }
  | { readonly what: 'renew'; readonly path: string }
  | { readonly what: 'upgrade'; readonly tier: string; readonly path: string }
  | { readonly what: 'setTier'; readonly tier: string }
  | { readonly what: 'visit'; readonly yuan: number }
  | { readonly what: 'pass'; readonly days: number };

const tier = fc.constantFrom('silver', 'gold', 'diamond');
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    what: fc.constant('card' as const),
    state: fc.constantFrom('active', 'frozen', 'lost', 'cancelled'),
    which: fc.nat(3),
  }),
  fc.record({
    what: fc.constantFrom(
      'replace' as const,
      'addCard' as const,
      'cancel' as const,
      'reactivate' as const,
      'join' as const,
    ),
  }),
  fc.record({ what: fc.constant('renew' as const), path: fc.constantFrom('fee', 'points', 'insurance') }),
  fc.record({
    what: fc.constant('upgrade' as const),
    tier,
    path: fc.constantFrom('cumulativePoints', 'deductPoints', 'repair'),
  }),
  fc.record({ what: fc.constant('setTier' as const), tier }),
  fc.record({ what: fc.constant('visit' as const), yuan: fc.integer({ min: 1, max: 12_000 }) }),
  { weight: 2, arbitrary: fc.record({ what: fc.constant('pass' as const), days: fc.integer({ min: 1, max: 300 }) }) },
);

interface Event {
  readonly membershipId: string;
  readonly kind: string;
  readonly tierFrom: string | null;
  readonly tierTo: string | null;
  readonly validTo: string | null;
}

/** Whatever happened: one living main card each, events that lead to the present tier and last day, and books that add up. */
const expectSound = (desk: MembersDesk): void => {
  const mains = desk.rows<{ id: string; mains: number }>(
    `SELECT m.id, (SELECT count(*) FROM memberCard c WHERE c.membershipId = m.id AND c.role = 'main'
       AND c.state IN ('active', 'frozen', 'lost')) AS mains FROM membership m`,
  );
  expect(mains.filter(({ mains: count }) => count !== 1)).toEqual([]);
  const events = desk.rows<Event>('SELECT * FROM membershipEvent ORDER BY at, id');
  for (const m of desk.rows<{ id: string; tier: string; state: string; validThrough: string }>(
    'SELECT * FROM membership',
  )) {
    let now: string | null = null;
    let through = '';
    let state = '';
    for (const event of events.filter(({ membershipId }) => membershipId === m.id)) {
      if (event.tierFrom !== null) expect(event.tierFrom).toBe(now);
      now = event.tierTo ?? now;
      if (event.validTo !== null) {
        expect(event.validTo > through).toBe(true);
        through = event.validTo;
      }
      if (event.kind === 'join' || event.kind === 'reactivate') state = 'active';
      if (event.kind === 'cancel') state = 'cancelled';
    }
    expect({ tier: m.tier, validThrough: m.validThrough, state: m.state }).toEqual({
      tier: now,
      validThrough: through,
      state,
    });
  }
  const unnamed = desk.rows(
    `SELECT id FROM pointsEntry WHERE kind IN ('renew', 'upgrade')
       AND NOT EXISTS (SELECT 1 FROM membershipEvent e WHERE e.entryId = pointsEntry.id AND e.id = pointsEntry.sourceId)`,
  );
  expect(unnamed).toEqual([]);
  const cards = desk.rows("SELECT id FROM memberCard WHERE (state = 'replaced') <> (replacedBy IS NOT NULL)");
  expect(cards).toEqual([]);
};

/** Every refusal must be one of a rule, never of a constraint or a mistake of ours. */
const attempt = async (call: () => Promise<unknown>): Promise<void> => {
  try {
    await call();
  } catch (error) {
    const { code } = error as { code?: string };
    expect(['CONFLICT', 'VALIDATION', 'INSUFFICIENT_POINTS', 'NOT_FOUND'], String(error)).toContain(code);
  }
};

describe('any history of a membership', () => {
  it('keeps one main card, explains its tier, and never loses a day by renewing', async () => {
    const desk = await membersDesk();
    let people = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        let day = '2026-11-22';
        desk.at(day);
        const who = await desk.person(`客户${people++}`);
        let { membershipId: id } = await desk.join(who);
        const run = async (each: Step): Promise<void> => {
          switch (each.what) {
            case 'pass':
              day = addDays(day, each.days);
              desk.at(day);
              return;
            case 'visit':
              await desk.visit(who, { parts: each.yuan * 100 });
              return;
            case 'card': {
              const { cards } = await desk.page(id);
              await desk.setCard(id, cards[each.which % cards.length].id, each.state);
              return;
            }
            case 'replace': {
              const [card] = (await desk.page(id)).cards;
              await desk.call('members.replaceCard', { cardId: card.id, version: card.version, reason: '补卡' });
              return;
            }
            case 'addCard':
              await desk.call('members.addCard', { id, customerId: (await desk.person(`家人${people++}`)).id });
              return;
            case 'join':
              ({ membershipId: id } = await desk.join(who));
              return;
            case 'renew': {
              const before = (await desk.page(id)).membership.validThrough;
              const { validThrough } = await desk.change('renew', id, { path: each.path, receiptNo: 'R' });
              expect(validThrough >= before && validThrough >= day).toBe(true);
              return;
            }
            case 'upgrade':
              await desk.change('upgrade', id, { tier: each.tier, path: each.path });
              return;
            case 'setTier':
              await desk.change('setTier', id, { tier: each.tier, reason: 'x' });
              return;
            case 'cancel':
            case 'reactivate':
              await desk.change(each.what, id, { reason: 'x' });
          }
        };
        for (const each of steps) await attempt(() => run(each));
        expectSound(desk);
      }),
      { numRuns: 40 },
    );
    expect((await verifyStore(desk.dataDir)).findings).toEqual([]);
  }, 120_000);
});
