import { describe, expect, it } from 'vitest';
import { verifyStore } from '../../db/store/verify.ts';
import { openTestStore, refusal } from './openTestStore.ts';

const vin = '1M8GDM9AXKP042788';
const lines = [{ category: 'repairLabour', amountFen: 100 }];

const twoOwners = async () => {
  const test = await openTestStore();
  const seller = await test.call('customers.add', { name: '王伟', vehicle: { plate: '京A11111', vin } });
  const buyer = await test.call('customers.add', { name: '李娜' });
  const { vehicleId } = seller;
  await test.call('visits.add', { vehicleId, arrivedAt: test.clock.now, lines });
  await test.call('vehicles.addPolicy', { id: vehicleId, endDay: '2026-12-01' });
  const page = (id: string) => test.call('customers.get', { id });
  const version = async (): Promise<number> => (await test.call('vehicles.get', { id: vehicleId })).vehicle.version;
  const found = async (q: string): Promise<string[]> =>
    (await test.call('customers.search', { q })).hits.map((hit: { name: string }) => hit.name);
  return { test, seller: seller.id, buyer: buyer.id, vehicleId, page, version, found };
};

describe('a car that changes hands', () => {
  it('goes to the new owner; its visits stay with who had it', async () => {
    const { test, seller, buyer, vehicleId, page, version, found } = await twoOwners();
    await test.call('vehicles.transfer', {
      id: vehicleId,
      version: await version(),
      toCustomerId: buyer,
      day: '2026-11-10',
    });
    const [sold, bought] = [await page(seller), await page(buyer)];
    expect(sold.vehicles).toEqual([]);
    expect(sold.pastVehicles).toMatchObject([
      { id: vehicleId, how: 'transferred', toDay: '2026-11-10', ownerId: buyer, ownerName: '李娜', visitCount: 1 },
    ]);
    expect(sold.spend).toMatchObject({ visits: 1, lastVisitDay: '2026-11-22' });
    expect(sold.due).toEqual([]);
    expect(bought.vehicles).toMatchObject([
      { id: vehicleId, plate: '京A11111', insuranceEndDay: '2026-12-01', visitCount: 0 },
    ]);
    expect(bought.spend.visits).toBe(0);
    expect(await found('11111')).toEqual(['李娜']);
    const lastVisit = async (name: string) =>
      (await test.call('customers.list')).rows.find((row: { name: string }) => row.name === name).lastVisitDay;
    expect([await lastVisit('王伟'), await lastVisit('李娜')]).toEqual(['2026-11-22', null]);
    expect((await test.call('vehicles.get', { id: vehicleId })).owners).toMatchObject([
      { customerId: buyer, fromDay: '2026-11-10', toDay: null },
      { customerId: seller, fromDay: null, toDay: '2026-11-10' },
    ]);
    expect(await verifyStore(test.dataDir)).toMatchObject({ ok: true });
  });

  it('can go to somebody new, who is filed by it, and that is undone as one', async () => {
    const { test, seller, vehicleId, page, version } = await twoOwners();
    const newOwner = { name: '赵六', phone: '138 0013 8000' };
    const { customerId } = await test.call('vehicles.transfer', {
      id: vehicleId,
      version: await version(),
      newOwner,
      day: '2026-11-22',
    });
    expect((await page(customerId)).phones).toMatchObject([{ masked: '138****8000' }]);
    const [{ command, kind }] = (await test.call('changes.recent', { limit: 1 })).rows;
    expect(kind).toBe('vehicleTransfer');
    await test.call('changes.undo', { command });
    expect((await page(seller)).vehicles).toHaveLength(1);
    expect((await page(seller)).pastVehicles).toEqual([]);
    expect((await refusal(page(customerId))).code).toBe('NOT_FOUND');
    expect(await verifyStore(test.dataDir)).toMatchObject({ ok: true });
  });

  it('is refused with a reason', async () => {
    const { test, seller, buyer, vehicleId, version } = await twoOwners();
    const give = async (input: object) =>
      refusal(test.call('vehicles.transfer', { id: vehicleId, version: await version(), day: '2026-11-22', ...input }));
    expect((await give({ toCustomerId: seller })).fields).toEqual(['toCustomerId: owner-unchanged']);
    expect((await give({})).fields).toEqual(['toCustomerId: owner-missing']);
    expect((await give({ toCustomerId: buyer, day: '2026-11-23' })).fields).toEqual(['day: day-future']);
    expect((await give({ newOwner: { name: '赵六', phone: '1380013800' } })).fields).toEqual([
      'newOwner.phone: phone-invalid',
    ]);
    expect((await give({ newOwner: { name: '··' } })).fields).toEqual(['newOwner.name: name-missing']);
    expect((await give({ toCustomerId: buyer, version: 1000 })).reason).toBe('changed-meanwhile');
    await test.call('vehicles.transfer', {
      id: vehicleId,
      version: await version(),
      toCustomerId: buyer,
      day: '2026-11-10',
    });
    expect((await give({ toCustomerId: seller, day: '2026-11-09' })).fields).toEqual(['day: day-before-last-owner']);
    const back = await give({ toCustomerId: seller, day: '2026-11-20' });
    expect(back.code).toBe('TAKEN');
    expect((await test.call('vehicles.get', { id: vehicleId })).owners).toHaveLength(3);
  });
});

describe('a car that was sold or scrapped', () => {
  it('leaves lists and reminders, stays in the history, and comes back', async () => {
    const { test, seller, vehicleId, page, version, found } = await twoOwners();
    const retire = (status: string) => async () =>
      test.call('vehicles.retire', { id: vehicleId, version: await version(), status, day: '2026-11-15' });
    await retire('sold')();
    const sold = await page(seller);
    expect(sold.vehicles).toEqual([]);
    expect(sold.due).toEqual([]);
    expect(sold.pastVehicles).toMatchObject([{ id: vehicleId, how: 'sold', toDay: '2026-11-15', ownerId: null }]);
    expect(await found('11111')).toEqual([]);
    const home = await test.call('home.today');
    expect(home.insurance).toEqual([]);
    expect(home.counts).toMatchObject({ vehicles: 0, insuranceDue: 0 });
    const list = await test.call('customers.list', { filter: { insuranceWithinDays: 60 } });
    expect(list.total).toBe(0);
    expect((await refusal(test.call('visits.add', { vehicleId, arrivedAt: test.clock.now, lines }))).reason).toBe(
      'vehicle-retired',
    );
    expect((await refusal(retire('scrapped')())).reason).toBe('vehicle-retired');
    await test.call('vehicles.reactivate', { id: vehicleId, version: await version() });
    expect((await page(seller)).vehicles).toMatchObject([{ status: 'active', statusDay: null }]);
    expect(await found('11111')).toEqual(['王伟']);
    expect((await test.call('home.today')).insurance).toHaveLength(1);
    expect(await verifyStore(test.dataDir)).toMatchObject({ ok: true });
  });

  it('lets its VIN come in again under a new owner, once', async () => {
    const { test, vehicleId, version } = await twoOwners();
    expect((await refusal(test.call('customers.add', { name: '赵六', vehicle: { vin } }))).reason).toBe('vin-known');
    await test.call('vehicles.retire', { id: vehicleId, version: await version(), status: 'sold', day: '2026-11-15' });
    const { warnings } = await test.call('customers.add', { name: '赵六', vehicle: { vin } });
    expect(warnings).toEqual([{ path: 'vehicle.vin', reason: 'vin-sold-before' }]);
    expect((await refusal(test.call('customers.add', { name: '钱七', vehicle: { vin } }))).reason).toBe('vin-known');
    expect((await refusal(test.call('vehicles.reactivate', { id: vehicleId, version: await version() }))).reason).toBe(
      'vin-known',
    );
    // a sale is no reason to think that seller and buyer are one
    expect((await test.call('duplicates.list')).total).toBe(0);
  });

  it('that was sold can be passed on when the buyer turns up; a scrapped one not', async () => {
    const { test, seller, buyer, vehicleId, page, version } = await twoOwners();
    const retire = async (status: string) =>
      test.call('vehicles.retire', { id: vehicleId, version: await version(), status, day: '2026-11-15' });
    const give = async () =>
      test.call('vehicles.transfer', {
        id: vehicleId,
        version: await version(),
        toCustomerId: buyer,
        day: '2026-11-22',
      });
    await retire('scrapped');
    expect((await refusal(give())).reason).toBe('vehicle-scrapped');
    await test.call('vehicles.reactivate', { id: vehicleId, version: await version() });
    await retire('sold');
    await give();
    expect((await page(buyer)).vehicles).toMatchObject([{ status: 'active' }]);
    expect((await page(seller)).pastVehicles).toMatchObject([{ how: 'transferred', toDay: '2026-11-15' }]);
  });
});

describe('a relation', () => {
  it('between two customers shows on both, as it is seen from each', async () => {
    const { test, seller, buyer, page } = await twoOwners();
    const birthday = { calendar: 'solar', year: 2018, month: 11, day: 25, leap: false };
    const { customer } = await page(buyer);
    await test.call('customers.update', { id: buyer, version: customer.version, name: '李娜', birthday });
    await test.call('customers.addRelation', { id: seller, kind: 'child', name: '小李', otherId: buyer });
    const [parent, child] = [await page(seller), await page(buyer)];
    expect(parent.relations).toMatchObject([{ kind: 'child', name: '李娜', otherId: buyer, birthday, inverse: false }]);
    expect(child.relations).toMatchObject([{ kind: 'parent', name: '王伟', otherId: seller, inverse: true }]);
    expect(parent.due.map((item: { kind: string; label: string }) => `${item.kind} ${item.label}`)).toContain(
      'familyBirthday 李娜',
    );
    // entered from the other side as well, it is still one, and goes as one
    await test.call('customers.addRelation', { id: buyer, kind: 'parent', name: '老王', otherId: seller });
    const both = await page(buyer);
    expect(both.relations).toHaveLength(1);
    await test.call('customers.removeRelation', {
      relationId: both.relations[0].id,
      version: both.relations[0].version,
    });
    expect([(await page(seller)).relations, (await page(buyer)).relations]).toEqual([[], []]);
  });

  it('to a customer who was removed keeps the name and leads nowhere', async () => {
    const { test, seller, buyer, page } = await twoOwners();
    await test.call('customers.addRelation', { id: seller, kind: 'friend', name: '李娜', otherId: buyer });
    await test.call('customers.remove', { id: buyer, version: 1, reason: 'x' });
    expect((await page(seller)).relations).toMatchObject([{ name: '李娜', otherId: null }]);
  });
});
