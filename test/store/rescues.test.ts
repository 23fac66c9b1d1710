import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayMs, minute, openClubDesk } from './clubDesk.ts';

describe('a rescue', () => {
  it('is called, sent, arrives and is done, each at its time', async () => {
    const { rescue, rescuePage, rescueDeed, clock, asked } = await openClubDesk();
    const calledAt = clock.now - 5 * minute;
    const id = await rescue({ calledAt });
    expect(await rescuePage(id)).toMatchObject({ number: 'RS2611-001', state: 'called', minutes: 5, name: '王伟' });
    clock.now += 5 * minute;
    await rescueDeed(id, 'move', { to: 'dispatched', crew: '李强，拖车' });
    clock.now += 55 * minute;
    expect(await rescuePage(id)).toMatchObject({ state: 'dispatched', crew: '李强，拖车', minutes: 65 });
    expect((await asked('rescues.list')).counts).toEqual({ open: 1, ended: 0, late: 1 });
    expect(await asked('clubServices.counts')).toEqual({ agency: 0, rescues: 1, claims: 0, late: 1 });
    await rescueDeed(id, 'move', { to: 'arrived', at: clock.now - 10 * minute });
    expect(await rescuePage(id)).toMatchObject({ state: 'arrived', minutes: 55 });
    await rescueDeed(id, 'close', { result: '换了电瓶', feeFen: 30_000 });
    expect(await rescuePage(id)).toMatchObject({
      state: 'closed',
      endedAt: clock.now,
      feeFen: 30_000,
      onQuota: false,
      minutes: 55,
    });
  });

  it('of a stranger has a name, a phone or a plate; the number is masked and stays', async () => {
    const { rescue, rescuePage, rescueDeed, asked } = await openClubDesk();
    const stranger = { customerId: null, vehicleId: null };
    const id = await rescue({
      ...stranger,
      strangerName: ' 赵先生 ',
      strangerPhone: '139 0013 9000',
      strangerPlate: '京b·12345',
    });
    expect(await rescuePage(id)).toMatchObject({
      customerId: null,
      name: '赵先生',
      phoneMasked: '139****9000',
      plate: '京B12345',
    });
    await rescueDeed(id, 'update', { ...stranger, strangerPlate: '京B12345', kind: 'tow', place: '五环' });
    expect(await rescuePage(id)).toMatchObject({ name: '', phoneMasked: '139****9000', kind: 'tow', place: '五环' });
    expect(await asked('rescues.reveal', { id })).toEqual({ phones: ['13900139000'] });
    expect((await asked('rescues.list', { q: '9000' })).rows).toHaveLength(1);
    expect((await asked('home.numbered', { number: 'RS26' })).rows).toMatchObject([{ title: '京B12345' }]);
  });

  it('is refused with a reason', async () => {
    const { rescue, rescueDeed, refused, clock, addCustomer, addMember } = await openClubDesk();
    const { vehicleId: others } = await addCustomer('李娜');
    const silver = await addMember({ tier: 'silver' });
    const free = { result: '送油', feeFen: 0, onQuota: true };
    const ended = await rescue();
    await rescueDeed(ended, 'cancel', { reason: '自行脱困' });
    const arrived = await rescue();
    await rescueDeed(arrived, 'move', { to: 'arrived' });
    const open = await rescue();
    const plain = await rescue({ customerId: silver.customerId, vehicleId: null });
    const stranger = await rescue({ customerId: null, vehicleId: null, strangerName: '赵先生' });
    const tried: readonly (readonly [() => Promise<unknown>, string])[] = [
      [() => rescue({ customerId: null, vehicleId: null }), 'name: caller-missing'],
      [() => rescue({ vehicleId: others }), 'vehicleId: vehicle-of-another'],
      [() => rescue({ calledAt: clock.now + minute }), 'calledAt: call-ahead'],
      [() => rescue({ customerId: null, vehicleId: null, strangerPhone: '12' }), 'strangerPhone: phone-invalid'],
      [() => rescueDeed(open, 'move', { to: 'arrived', at: clock.now - minute }), 'at: step-before-last'],
      [() => rescueDeed(open, 'move', { to: 'arrived', at: clock.now + minute }), 'at: step-ahead'],
      [() => rescueDeed(arrived, 'move', { to: 'dispatched' }), 'step-past'],
      [() => rescueDeed(arrived, 'move', { to: 'arrived' }), 'step-past'],
      [() => rescueDeed(ended, 'move', { to: 'arrived' }), 'rescue-ended'],
      [() => rescueDeed(plain, 'close', free), 'quota-none'],
      [() => rescueDeed(stranger, 'close', free), 'quota-none'],
    ];
    for (const [attempt, reason] of tried) expect(await refused(attempt())).toBe(reason);
  });
});

describe('free rescues', () => {
  it('are those of the tier, in the year of the membership, and come back when undone', async () => {
    const { rescue, rescuePage, closeFree, quota, refused, undo, clock, asked, member } = await openClubDesk();
    expect(await quota()).toEqual({ tierName: '钻石卡', name: '免费道路救援', of: 2, used: 0, left: 2 });
    const first = await rescue();
    await closeFree(first);
    expect(await rescuePage(first)).toMatchObject({ onQuota: true, feeFen: 0 });
    await closeFree(await rescue());
    expect(await quota()).toMatchObject({ used: 2, left: 0 });
    const third = await rescue();
    expect(await refused(closeFree(third))).toBe('quota-used-up');
    expect((await rescuePage(third)).state).toBe('called');
    await undo(); // the third call
    await undo(); // the second one, done
    expect(await quota()).toMatchObject({ used: 1, left: 1 });
    // one that is given back at the member's page is no free one any more
    const { benefits } = await asked('members.get', { id: member.membershipId });
    const [use] = benefits.find(({ code }: { code: string }) => code === 'rescue').uses;
    await asked('members.takeBackBenefit', { id: use.id, version: use.version });
    expect((await rescuePage(first)).onQuota).toBe(false);
    expect(await quota()).toMatchObject({ used: 0, left: 2 });
    clock.now += 366 * dayMs;
    expect(await quota()).toMatchObject({ used: 0, left: 2 });
  });

  it('count in the year of the call, however late it is closed', async () => {
    const { rescue, closeFree, quota, clock } = await openClubDesk();
    // the membership's year begins on 1 January
    clock.now = Date.UTC(2026, 11, 31, 10);
    const calledAt = clock.now;
    const id = await rescue();
    clock.now += dayMs;
    await closeFree(id);
    expect(await quota({ at: calledAt })).toMatchObject({ used: 1, left: 1 });
    expect(await quota()).toMatchObject({ used: 0, left: 2 });
  });

  it('that were used on a membership since merged into this one stay used', async () => {
    const { rescue, closeFree, quota, addMember, call, asked, customerId } = await openClubDesk();
    const other = await addMember({ name: '王炜', tier: 'diamond' });
    await closeFree(await rescue({ customerId: other.customerId, vehicleId: null }));
    await closeFree(await rescue());
    expect(await quota()).toMatchObject({ used: 1, left: 1 });
    const versionOf = async (id: string): Promise<number> => (await asked('customers.get', { id })).customer.version;
    const { command } = await call('duplicates.merge', {
      keepId: customerId,
      dropId: other.customerId,
      keepVersion: await versionOf(customerId),
      dropVersion: await versionOf(other.customerId),
    });
    expect(await quota()).toMatchObject({ used: 2, left: 0 });
    await call('changes.undo', { command });
    expect(await quota()).toMatchObject({ used: 1, left: 1 });
  });

  it('are never more than the tier has, whatever is closed and taken back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('close', 'undo', 'use', 'nextYear' as const), { minLength: 1, maxLength: 12 }),
        async (deeds) => {
          const { rescue, closeFree, quota, undo, asked, clock, member } = await openClubDesk();
          let year = 2026;
          let used = 0;
          // whether the last deed was a close, so that it is what is undone first
          let closed = false;
          const tried = (deed: Promise<unknown>): Promise<boolean> =>
            deed.then(
              () => true,
              () => false,
            );
          for (const deed of deeds) {
            if (deed === 'undo' && closed) {
              await undo();
              closed = false;
              used -= 1;
            } else if (deed === 'close' || deed === 'use') {
              const done =
                deed === 'close'
                  ? await tried(closeFree(await rescue()))
                  : await tried(asked('members.useBenefit', { membershipId: member.membershipId, code: 'rescue' }));
              expect(done).toBe(used < 2);
              if (done) used += 1;
              closed = done && deed === 'close';
            } else if (deed === 'nextYear') {
              year += 1;
              clock.now = Date.UTC(year, 0, 5);
              used = 0;
              closed = false;
            }
            expect(await quota()).toMatchObject({ of: 2, used, left: 2 - used });
          }
        },
      ),
      { numRuns: 12 },
    );
  }, 60_000);
});
