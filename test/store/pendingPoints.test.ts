import { beforeEach, describe, expect, it } from 'vitest';
import { pendingPoints } from '../../db/features/points/pending.ts';
import { kyselyOf, openConnection } from '../../db/store/connection.ts';
import { storeFileOf } from '../../db/store/storeFile.ts';
import { verifyStore } from '../../db/store/verify.ts';
import { type Member, type MemberDesk, openMemberDesk, reception, shanghai } from './memberDesk.ts';
import { refusal } from './openTestStore.ts';

let desk: MemberDesk;
let member: Member;

beforeEach(async () => {
  desk = await openMemberDesk();
  member = await desk.addMember();
});

const pending = async (): Promise<number> => {
  const connection = openConnection(storeFileOf(desk.dataDir), { readonly: true });
  try {
    return await pendingPoints(kyselyOf(connection), member.membershipId, { today: () => '2026-11-22' });
  } finally {
    connection.close();
  }
};
const balance = () => desk.balance(member.membershipId);
const setPaid = (visit: { id: string; version: number }, paid: boolean) =>
  desk.call('points.setPaid', { visitId: visit.id, version: visit.version, paid }, reception);

describe('points that wait for the payment', () => {
  beforeEach(() => desk.setTerms({ whenPaid: true }));

  it('are told, and given once it is paid', async () => {
    const visit = await desk.visit(member.vehicleId, 30_000);
    expect([balance(), await pending()]).toEqual([[0, 0, 0], 300]);
    const { version } = await setPaid(visit, true);
    expect([balance(), await pending()]).toEqual([[300, 300, 0], 0]);
    expect(await desk.call('visits.get', { id: visit.id })).toMatchObject({ version, paidAt: desk.clock.now });
    await setPaid({ ...visit, version }, true);
    expect(balance()).toEqual([300, 300, 0]);
  });

  it('are given at once where it was paid as it was entered', async () => {
    await desk.visit(member.vehicleId, 30_000, { paid: true });
    expect([balance(), await pending()]).toEqual([[300, 300, 0], 0]);
  });

  it('are taken back where it was not paid after all', async () => {
    const visit = await desk.visit(member.vehicleId, 30_000, { paid: true });
    await setPaid(visit, false);
    expect([balance(), await pending()]).toEqual([[0, 0, 0], 300]);
    expect(desk.rows("SELECT reason FROM pointsEntry WHERE kind = 'reverse'")).toEqual([{ reason: 'visit-unpaid' }]);
  });

  it('go with the visit: void nothing waits, undone it does again, and paid then it gives', async () => {
    const visit = await desk.visit(member.vehicleId, 30_000);
    await desk.call('visits.void', { id: visit.id, version: 1, reason: '录错了' });
    expect(await pending()).toBe(0);
    expect(await refusal(setPaid({ ...visit, version: 2 }, true))).toEqual({ code: 'CONFLICT', reason: 'visit-void' });
    const { command } = (await desk.call('changes.recent')).rows[0];
    await desk.call('changes.undo', { command });
    expect([balance(), await pending()]).toEqual([[0, 0, 0], 300]);
    const { version } = await desk.call('visits.get', { id: visit.id });
    await setPaid({ ...visit, version }, true);
    expect(balance()).toEqual([300, 300, 0]);
    await desk.call('visits.void', { id: visit.id, version: version + 1, reason: '录错了' });
    expect([balance(), await pending()]).toEqual([[0, 0, 0], 0]);
    expect((await verifyStore(desk.dataDir)).findings).toEqual([]);
  });

  it('go by the rule and the tier of the arrival, though it is paid later', async () => {
    desk.clock.now = shanghai(2026, 11, 30, 23, 59);
    const visit = await desk.visit(member.vehicleId, 30_000);
    const { values } = await desk.call('settings.get');
    const ratios = values.pointsRules.ratios.map((ratio: object) => ({ ...ratio, points: 2 }));
    await desk.call('settings.update', {
      values: { pointsRules: { ...values.pointsRules, ratios } },
      fromDay: '2026-12-01',
    });
    desk.clock.now = shanghai(2027, 1, 10);
    await setPaid(visit, true);
    expect(balance()).toEqual([300, 300, 0]);
    expect(desk.lots(member.membershipId)).toEqual([{ lastDay: '2028-11-30', remaining: 300 }]);
  });

  it('wait on the days for which the store wants it', async () => {
    const { values } = await desk.call('settings.get');
    const pointsTerms = { ...values.pointsTerms, whenPaid: false };
    await desk.call('settings.update', { values: { pointsTerms }, fromDay: '2026-11-23' });
    desk.clock.now = shanghai(2026, 11, 22, 23, 59);
    await desk.visit(member.vehicleId, 10_000);
    desk.clock.now += 60_000;
    await desk.visit(member.vehicleId, 20_000);
    expect([balance(), await pending()]).toEqual([[200, 200, 0], 100]);
  });
});

describe('a tier without points', () => {
  it('earns nothing, and is owed nothing', async () => {
    const { values } = await desk.call('settings.get');
    const membershipRules = { ...values.membershipRules, pointsFreeTiers: ['gold'] };
    await desk.call('settings.update', { values: { membershipRules } });
    const golden = await desk.addMember({ tier: 'gold' });
    await desk.visit(golden.vehicleId, 30_000);
    await desk.visit(member.vehicleId, 30_000);
    expect(desk.balance(golden.membershipId)).toEqual([0, 0, 0]);
    expect(balance()).toEqual([300, 300, 0]);
  });
});

describe('a store that does not wait', () => {
  it('gives at once, and paying moves nothing', async () => {
    const visit = await desk.visit(member.vehicleId, 30_000);
    expect([balance(), await pending()]).toEqual([[300, 300, 0], 0]);
    const { version } = await setPaid(visit, true);
    await setPaid({ ...visit, version }, false);
    expect(desk.rows('SELECT id FROM pointsEntry')).toHaveLength(1);
  });
});
