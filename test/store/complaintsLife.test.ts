import { describe, expect, it } from 'vitest';
import { dayMs, hour, minute, openComplaintDesk, wholeLife } from './complaintDesk.ts';

const kinds = (page: { events: { kind: string }[] }): string[] => page.events.map(({ kind }) => kind);

describe('a complaint', () => {
  it('comes in with a number, a clock with two faces, and what the customer said', async () => {
    const { add, page, clock, customerId } = await openComplaintDesk();
    const found = await page(await add());
    expect(found.complaint).toMatchObject({
      number: 'T2611-001',
      step: 'received',
      categoryName: '产品 · 空调',
      name: '王伟',
      plate: '京A3K927',
      phoneMasked: '138****8000',
      customerId,
      clock: { clock: 'acknowledge', state: 'running', late: false, natural: { dueAt: clock.now + 2 * hour } },
      breached: false,
      byName: '何静',
    });
    expect(found.clocks).toMatchObject([
      { clock: 'acknowledge', startedAt: clock.now },
      { clock: 'solve', natural: { limitMs: 24 * hour, leftMs: 24 * hour } },
    ]);
    expect(found.events).toMatchObject([
      { kind: 'received', byName: '何静', values: { step: 'received', channel: 'phone' } },
    ]);
    expect(found.reached).toEqual([{ step: 'received', at: clock.now }]);
  });

  it('goes its whole way to the archive, each deed on record and each step with its time', async () => {
    const { add, page, bring, clock } = await openComplaintDesk();
    const from = clock.now;
    const id = await add();
    await bring(id, ...wholeLife);
    const found = await page(id);
    expect(found.complaint).toMatchObject({
      step: 'closed',
      outcome: 'solved',
      cause: 'partDefect',
      causeName: '零件质量',
      closedAt: from + 7 * minute,
      clock: null,
      breached: false,
      round: 1,
    });
    expect(kinds(found)).toEqual([
      'closed',
      'askedBack',
      'done',
      'accepted',
      'proposal',
      'investigation',
      'contact',
      'received',
    ]);
    expect(found.reached).toEqual(
      ['received', 'acknowledged', 'investigating', 'proposed', 'agreed', 'done', 'askedBack', 'closed'].map(
        (step, index) => ({ step, at: from + index * minute }),
      ),
    );
    const [acknowledge, solve] = found.clocks;
    expect(acknowledge).toMatchObject({ state: 'stopped', stoppedAt: from + minute, natural: { usedMs: minute } });
    // solved when the solution was laid before the customer, not when it was agreed to
    expect(solve).toMatchObject({ state: 'stopped', stoppedAt: from + 3 * minute, natural: { usedMs: 3 * minute } });
    expect(found.events[1]).toMatchObject({ values: { answer: 'yes', score: 5 } });
  });

  it('stands while a solution lies before the customer, and runs on from there when it is refused', async () => {
    const { add, page, bring, deed, clock } = await openComplaintDesk();
    const id = await add();
    await bring(id, 'contact', 'investigate', 'propose');
    clock.now += 30 * hour;
    expect((await page(id)).clocks[1]).toMatchObject({ state: 'stands', late: false, natural: { usedMs: 3 * minute } });
    await deed(id, 'answer', { accepted: false, text: '不接受' });
    expect((await page(id)).complaint).toMatchObject({ step: 'investigating', clock: { state: 'running' } });
    clock.now += hour;
    expect((await page(id)).clocks[1].natural).toMatchObject({ usedMs: hour + 3 * minute, stoodMs: 30 * hour });
    await bring(id, 'propose', 'answer');
    const found = await page(id);
    expect(found.clocks[1]).toMatchObject({ state: 'stopped', late: false, natural: { usedMs: hour + 4 * minute } });
    expect(found.reached.map(({ step }: { step: string }) => step)).toEqual([
      'received',
      'acknowledged',
      'investigating',
      'proposed',
      'agreed',
    ]);
  });

  it('a solution may be the first word, and a better one may follow', async () => {
    const { add, page, bring } = await openComplaintDesk();
    const id = await add();
    await bring(id, 'propose', 'propose', 'answer');
    const found = await page(id);
    expect(found.complaint.step).toBe('agreed');
    expect(found.clocks[0]).toMatchObject({ state: 'stopped', natural: { usedMs: minute } });
    // the second was agreed to; between the two we waited for the customer
    expect(found.clocks[1].natural).toMatchObject({ usedMs: minute, stoodMs: minute });
  });

  it('pauses while we wait for the customer, says for what, and runs on', async () => {
    const { add, page, bring, deed, clock } = await openComplaintDesk();
    const id = await add();
    await bring(id, 'contact');
    await deed(id, 'pause', { reason: 'papers', text: '等发票' });
    clock.now += 5 * hour;
    expect((await page(id)).complaint).toMatchObject({ waitingFor: 'papers', clock: { state: 'stands' } });
    await deed(id, 'resume');
    const found = await page(id);
    expect(found.complaint).toMatchObject({ waitingFor: null, clock: { state: 'running' } });
    expect(found.clocks[1].natural).toMatchObject({ usedMs: minute, stoodMs: 5 * hour });
    expect(found.events[0]).toMatchObject({ kind: 'resumed', values: { waitingFor: 'papers', waitedMs: 5 * hour } });
  });

  it('asked back and not solved, has a whole new term', async () => {
    const { add, page, bring, deed, clock } = await openComplaintDesk();
    const id = await add();
    await bring(id, 'contact', 'propose', 'answer', 'finish');
    clock.now += 3 * dayMs;
    expect((await page(id)).complaint.askBackDay).toBe('2026-11-25');
    expect(await deed(id, 'askBack', { answer: 'unreached', score: null })).toMatchObject({ step: 'done' });
    expect(await deed(id, 'askBack', { answer: 'no', score: 2, text: '又响了' })).toMatchObject({
      step: 'investigating',
    });
    const found = await page(id);
    expect(found.complaint).toMatchObject({ step: 'investigating', round: 2, askBackDay: null });
    expect(found.clocks[1]).toMatchObject({ state: 'running', startedAt: clock.now, natural: { usedMs: 0 } });
    expect(found.badges).toContainEqual({ kind: 'reopened', lastDay: null, days: null, count: 2 });
    expect(found.reached.at(-1)).toEqual({ step: 'investigating', at: clock.now });
    await bring(id, 'propose', 'answer', 'finish', 'askBack', 'close');
    expect((await page(id)).complaint).toMatchObject({ step: 'closed', round: 2 });
  });

  it('is opened again from the archive', async () => {
    const { add, page, bring, deed, clock } = await openComplaintDesk();
    const id = await add();
    await bring(id, ...wholeLife);
    clock.now += 20 * dayMs;
    await deed(id, 'reopen');
    expect((await page(id)).complaint).toMatchObject({
      step: 'investigating',
      round: 2,
      outcome: null,
      closedAt: null,
      clock: { clock: 'solve', state: 'running', startedAt: clock.now },
    });
  });
});

describe('when the customer told us', () => {
  it('may be set back: the clock runs from there', async () => {
    const { add, page, clock } = await openComplaintDesk();
    const receivedAt = Date.UTC(2026, 9, 31, 8);
    const found = await page(await add({ receivedAt }));
    expect(found.complaint).toMatchObject({ number: 'T2610-001', receivedAt, createdAt: clock.now, breached: true });
    expect(found.clocks[0]).toMatchObject({ startedAt: receivedAt, late: true, reasonMissing: true });
  });

  it('a first contact set back counts when it was made', async () => {
    const { add, page, contact, clock } = await openComplaintDesk();
    const id = await add({ receivedAt: clock.now - 3 * hour });
    await contact(id, { at: clock.now - 2 * hour });
    const found = await page(id);
    expect(found.clocks[0]).toMatchObject({ state: 'stopped', late: false, natural: { usedMs: hour } });
    expect(found.complaint).toMatchObject({ step: 'acknowledged', breached: false });
    expect(found.reached[1]).toEqual({ step: 'acknowledged', at: clock.now - 2 * hour });
  });

  it('the earliest of two contacts is the answer, whichever was written first; a note is none', async () => {
    const { add, page, contact, clock } = await openComplaintDesk();
    const id = await add({ receivedAt: clock.now - 3 * hour });
    await contact(id, { kind: 'note', channel: null });
    expect((await page(id)).complaint.step).toBe('received');
    await contact(id);
    expect((await page(id)).clocks[0].late).toBe(true);
    await contact(id, { kind: 'apology', at: clock.now - 2.5 * hour });
    expect((await page(id)).clocks[0]).toMatchObject({ late: false, natural: { usedMs: 0.5 * hour } });
  });
});

describe('a missed term', () => {
  it('wants a reason and a manager’s name before the archive, and stays late', async () => {
    const { add, page, bring, deed, refused, clock, managerId } = await openComplaintDesk();
    const id = await add();
    await bring(id, 'contact');
    clock.now += 25 * hour;
    expect((await page(id)).complaint.breached).toBe(true);
    await bring(id, 'propose', 'answer', 'finish', 'askBack');
    expect(await refused(id, 'close')).toBe('breach-reason-missing');
    await deed(id, 'explainBreach', { managerId });
    const found = await page(id);
    expect(found.complaint.breached).toBe(false);
    expect(found.events[0]).toMatchObject({
      kind: 'breach',
      text: '等厂家发件',
      values: { clock: 'solve', to: '周凯' },
    });
    await deed(id, 'close');
    expect((await page(id)).clocks[1]).toMatchObject({ late: true, reasonMissing: false });
  });

  it('of an earlier round wants its reason as well', async () => {
    const { add, page, bring, deed, refused, clock } = await openComplaintDesk();
    const id = await add();
    await bring(id, 'contact');
    clock.now += 25 * hour;
    await bring(id, 'propose', 'answer', 'finish');
    await deed(id, 'askBack', { answer: 'no' });
    await bring(id, 'propose', 'answer', 'finish', 'askBack');
    expect(await refused(id, 'close')).toBe('breach-reason-missing');
    await deed(id, 'explainBreach');
    await deed(id, 'close');
    expect((await page(id)).complaint.step).toBe('closed');
  });

  it('by a changed severity is worked out from the beginning', async () => {
    const { add, page, contact, change, clock } = await openComplaintDesk();
    const id = await add();
    clock.now += 1.5 * hour;
    await contact(id);
    expect((await page(id)).clocks[0].late).toBe(false);
    await change(id, { severity: 'critical' });
    expect((await page(id)).clocks[0]).toMatchObject({ late: true, reasonMissing: true, natural: { limitMs: hour } });
    await change(id, { severity: 'major' });
    expect((await page(id)).clocks[0].late).toBe(false);
  });
});

describe('closed early', () => {
  it('withdrawn from any step: both clocks stop there', async () => {
    const { add, page, deed, clock } = await openComplaintDesk();
    const id = await add();
    clock.now += hour;
    await deed(id, 'close', { outcome: 'withdrawn', cause: 'customer' });
    const found = await page(id);
    expect(found.complaint).toMatchObject({ step: 'closed', outcome: 'withdrawn' });
    for (const one of found.clocks) expect(one).toMatchObject({ state: 'stopped', stoppedAt: clock.now, late: false });
    expect(found.reached.map(({ step }: { step: string }) => step)).toEqual(['received', 'closed']);
  });

  it('while we waited: nothing stands on', async () => {
    const { add, page, bring, deed } = await openComplaintDesk();
    const id = await add();
    await bring(id, 'contact', 'pause');
    await deed(id, 'close', { outcome: 'withdrawn', cause: 'customer' });
    await deed(id, 'reopen');
    expect((await page(id)).complaint).toMatchObject({ waitingFor: null, clock: { clock: 'solve', state: 'running' } });
  });

  it('of a stranger without a phone nobody can be asked', async () => {
    const { add, page, bring, deed } = await openComplaintDesk();
    const stranger = { customerId: null, vehicleId: null, strangerName: '路过的先生' };
    const id = await add(stranger);
    await bring(id, 'propose', 'answer', 'finish', 'close');
    expect((await page(id)).complaint).toMatchObject({ step: 'closed', name: '路过的先生', phoneMasked: null });
    const known = await add({ ...stranger, strangerPhone: '139 0013 9000' });
    await bring(known, 'propose', 'answer', 'finish');
    expect((await page(known)).complaint.strangerPhoneMasked).toBe('139****9000');
    await expect(deed(known, 'close')).rejects.toThrow('step-not-asked-back');
  });
});

it('a clock set back refuses nothing and counts nothing', async () => {
  const { add, page, bring, clock } = await openComplaintDesk();
  const id = await add();
  await bring(id, 'contact', 'pause');
  clock.now -= 2 * hour;
  await bring(id, 'resume', 'propose', 'answer', 'finish', 'askBack', 'close', 'reopen');
  const found = await page(id);
  expect(found.complaint).toMatchObject({ step: 'investigating', round: 2 });
  expect(found.clocks[1].natural.usedMs).toBe(0);
});
