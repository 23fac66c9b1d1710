import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stepsInOrder } from '../../db/domain/complaints/steps.ts';
import { openConnection } from '../../db/store/connection.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import { verifyStore } from '../../db/store/verify.ts';
import { type ComplaintDesk, hour, minute, openComplaintDesk } from './complaintDesk.ts';

const deeds = [
  'contact',
  'contact',
  'investigate',
  'propose',
  'propose',
  'accept',
  'accept',
  'refuse',
  'finish',
  'solved',
  'notSolved',
  'unreached',
  'close',
  'withdraw',
  'reopen',
  'pause',
  'resume',
  'severity',
  'explain',
] as const;
type Deed = (typeof deeds)[number];

const step = fc.record({
  deed: fc.constantFrom(...deeds),
  /** minutes that pass before it; a machine's clock may be set back */
  minutes: fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: -90, max: 0 })),
});

/** Does it if it can be done; a refusal changes nothing. */
const act = async (desk: ComplaintDesk, id: string, deed: Deed, turn: number): Promise<void> => {
  switch (deed) {
    case 'contact':
      return void (await desk.contact(id));
    case 'accept':
    case 'refuse':
      return void (await desk.deed(id, 'answer', { accepted: deed === 'accept' }));
    case 'solved':
    case 'notSolved':
    case 'unreached': {
      const answer = { solved: 'yes', notSolved: 'no', unreached: 'unreached' }[deed];
      return void (await desk.deed(id, 'askBack', { answer }));
    }
    case 'withdraw':
      return void (await desk.deed(id, 'close', { outcome: 'withdrawn' }));
    case 'severity':
      return void (await desk.change(id, { severity: turn % 2 === 0 ? 'minor' : 'critical' }));
    case 'explain':
      await desk.deed(id, 'explainBreach', { clock: 'acknowledge' }).catch(() => undefined);
      return void (await desk.deed(id, 'explainBreach'));
    default:
      return void (await desk.deed(id, deed));
  }
};

interface Seen {
  readonly round: number;
  readonly events: readonly string[];
}

/** What must hold of a complaint whatever was done with it. */
const check = async (desk: ComplaintDesk, id: string, before: Seen): Promise<Seen> => {
  const { complaint, clocks, events, reached } = await desk.page(id);
  const connection = openConnection(storeFileOf(desk.dataDir));
  const row = connection
    .prepare<[string], Record<string, number | string | null>>('SELECT * FROM complaint WHERE id = ?')
    .get(id);
  const pauses = connection
    .prepare<[string], { kind: string; fromAt: number }>(
      'SELECT kind, fromAt FROM complaintPause WHERE complaintId = ? AND toAt IS NULL',
    )
    .all(id);
  connection.close();
  const rank = stepsInOrder.indexOf(complaint.step);
  // one span is open at most, and only while the solve clock is neither stopped nor archived
  const isOpen = complaint.step !== 'closed' && row?.['solvedAt'] === null;
  expect(pauses.length).toBeLessThanOrEqual(isOpen ? 1 : 0);
  expect(pauses.some(({ kind }) => kind === 'proposed')).toBe(complaint.step === 'proposed');
  const [acknowledge, solve] = clocks;
  // a machine set back to before a span has not reached it yet
  const reachedIt = pauses.every(({ fromAt }) => fromAt <= desk.clock.now);
  if (reachedIt) expect(solve.state).toBe(!isOpen ? 'stopped' : pauses.length === 1 ? 'stands' : 'running');
  expect(acknowledge.state === 'running').toBe(complaint.step === 'received');
  expect(row?.['solvedAt'] === null).toBe(
    rank < 4 || (complaint.step === 'closed' && !reached.some((one: { step: string }) => one.step === 'agreed')),
  );
  expect(row?.['doneAt'] !== null).toBe(reached.some((one: { step: string }) => one.step === 'done'));
  // late is written where a clock has stopped
  if (acknowledge.state === 'stopped') expect(row?.['acknowledgeLate']).not.toBeNull();
  if (solve.state === 'stopped') expect(row?.['solveLate']).not.toBeNull();
  if (complaint.step === 'closed') expect([acknowledge.reasonMissing, solve.reasonMissing]).toEqual([false, false]);
  for (const clock of clocks) expect(Math.min(clock.natural.usedMs, clock.working.usedMs)).toBeGreaterThanOrEqual(0);
  expect(reached.at(-1).step).toBe(complaint.step);
  const ids = events.map((event: { id: string }) => event.id);
  expect(before.events.every((known) => ids.includes(known))).toBe(true);
  expect(complaint.round - before.round === 0 || complaint.round - before.round === 1).toBe(true);
  return { round: complaint.round, events: ids };
};

it('any sequence of deeds leaves steps, rounds, spans and clocks in agreement, and the record only grows', async () => {
  const desk = await openComplaintDesk();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 24 }), async (steps) => {
      const id = await desk.add({ receivedAt: desk.clock.now - hour });
      let seen: Seen = { round: 1, events: [] };
      for (const [turn, { deed, minutes }] of steps.entries()) {
        desk.clock.now += minutes * minute;
        await act(desk, id, deed, turn).catch((error: unknown) => {
          expect(error).toMatchObject({ code: expect.stringMatching(/CONFLICT|VALIDATION/) });
        });
        seen = await check(desk, id, seen);
      }
    }),
    { numRuns: 25 },
  );
  expect((await verifyStore(desk.dataDir)).findings).toEqual([]);
}, 60_000);
