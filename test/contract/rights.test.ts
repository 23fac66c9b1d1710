import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Role, roles } from '../../db/contract/entry.ts';
import { publicEntries } from '../../electron/host/entries.ts';
import { type Desk, httpDesk, loginNameOf, portDesk, type Served, serve, setUp } from './desk.ts';

const open = 'open';
const all: readonly Role[] = ['reception', 'service', 'manager', 'admin'];
const service: readonly Role[] = ['service', 'manager', 'admin'];
const managers: readonly Role[] = ['manager', 'admin'];
const admin: readonly Role[] = ['admin'];

/** Who may call what, on purpose: a change of the contract's roles is a change of this table. */
const expected: Readonly<Record<string, 'open' | readonly Role[]>> = {
  'session.state': open,
  'session.login': open,
  'session.logout': open,
  'session.me': all,
  'session.setup': open,
  'settings.get': all,
  'settings.updateStore': admin,
  'settings.update': managers,
  'settings.versions': all,
  'settings.takeBack': managers,
  'staff.list': all,
  'staff.add': admin,
  'staff.update': admin,
  'staff.resetPassword': admin,
  'staff.changePassword': all,
  'tokens.list': admin,
  'tokens.add': admin,
  'tokens.revoke': admin,
  'customers.search': all,
  'customers.list': all,
  'customers.get': all,
  'customers.timeline': all,
  'customers.facets': all,
  'customers.twins': all,
  'customers.reveal': all,
  'customers.add': all,
  'customers.update': all,
  'customers.tag': all,
  'customers.addNote': all,
  'customers.addRelation': all,
  'customers.removeRelation': all,
  'customers.setConsent': all,
  'customers.remove': managers,
  'customers.restore': managers,
  'vehicles.get': all,
  'vehicles.plan': all,
  'vehicles.add': all,
  'vehicles.update': all,
  'vehicles.addMileage': all,
  'vehicles.addPolicy': all,
  'vehicles.removePolicy': all,
  'vehicles.remove': all,
  'vehicles.transfer': all,
  'vehicles.retire': all,
  'vehicles.reactivate': all,
  'visits.get': all,
  'visits.ofDay': all,
  'visits.add': all,
  'visits.void': all,
  'imports.stage': managers,
  'imports.remap': managers,
  'imports.state': managers,
  'imports.preview': managers,
  'imports.apply': managers,
  'imports.cancel': managers,
  'imports.list': managers,
  'imports.undo': managers,
  'home.today': all,
  'home.numbered': all,
  'duplicates.list': all,
  'duplicates.ofCustomer': all,
  'duplicates.compare': all,
  'duplicates.dismiss': all,
  'duplicates.merge': all,
  'changes.recent': all,
  'changes.undo': all,
  'handover.preview': managers,
  'handover.run': managers,
  'appointments.get': all,
  'appointments.ofRange': all,
  'appointments.ofCustomer': all,
  'appointments.add': all,
  'appointments.change': all,
  'appointments.cancel': all,
  'appointments.noShow': all,
  'appointments.reopen': all,
  'appointments.reveal': all,
  'board.day': all,
  'board.arrive': all,
  'board.walkIn': all,
  'board.move': all,
  'board.setLines': all,
  'prospects.get': all,
  'prospects.ofCustomer': all,
  'prospects.list': all,
  'prospects.facets': all,
  'prospects.add': all,
  'prospects.update': all,
  'prospects.addTestDrive': all,
  'prospects.removeTestDrive': all,
  'prospects.convert': all,
  'prospects.lose': all,
  'prospects.reopen': all,
  'points.explain': all,
  'printing.templates': all,
  'printing.saveTemplate': managers,
  'printing.resetTemplate': managers,
  'printing.cards': all,
  'printing.queue': all,
  'printing.printers': all,
  'printing.savePrinter': managers,
  'printing.removePrinter': managers,
  'printing.record': all,
  'printing.log': all,
  'members.list': all,
  'members.get': all,
  'members.home': all,
  'members.atCounter': all,
  'members.ofCustomer': all,
  'members.proposal': all,
  'members.join': all,
  'members.renew': all,
  'members.upgrade': all,
  'members.setTier': managers,
  'members.cancel': managers,
  'members.reactivate': managers,
  'members.addCard': all,
  'members.setCardState': all,
  'members.replaceCard': all,
  'members.addParticipation': all,
  'members.removeParticipation': all,
  'members.useBenefit': all,
  'members.takeBackBenefit': all,
  'rewards.list': all,
  'rewards.add': managers,
  'rewards.update': managers,
  'rewards.remove': managers,
  'rewards.redeem': all,
  'rewards.settlement': managers,
  'rewards.donations': all,
  'vouchers.get': all,
  'vouchers.ofCustomer': all,
  'vouchers.list': all,
  'vouchers.use': all,
  'vouchers.void': all,
  'vouchers.grant': all,
  'vouchers.grantMany': all,
  'approvals.list': all,
  'approvals.grant': managers,
  'approvals.refuse': managers,
  'approvals.withdraw': all,
  'points.adjust': all,
  'points.transfer': all,
  'points.family': all,
  'points.setPaid': all,
  'points.statement': all,
  'points.checkStatement': all,
  'points.liability': managers,
  'points.sandbox': managers,
  'recalls.list': all,
  'recalls.get': all,
  'recalls.vehicles': all,
  'recalls.ofVehicle': all,
  'recalls.openFor': all,
  'recalls.done': all,
  'recalls.reopen': all,
  'accounts.list': all,
  'accounts.get': all,
  'accounts.ofCustomer': all,
  'savedFilters.list': all,
  'savedFilters.add': all,
  'savedFilters.update': all,
  'savedFilters.remove': all,
  'savedFilters.restore': all,
  'recalls.add': service,
  'recalls.update': service,
  'recalls.removeVin': service,
  'recalls.remove': managers,
  'accounts.candidates': managers,
  'accounts.add': managers,
  'accounts.update': managers,
  'accounts.remove': managers,
  'exports.customers': managers,
  'exports.state': managers,
  'exports.cancel': managers,
  'complaints.list': all,
  'complaints.get': all,
  'complaints.twins': all,
  'complaints.add': all,
  'complaints.update': all,
  'complaints.contact': all,
  'complaints.investigate': all,
  'complaints.propose': all,
  'complaints.answer': all,
  'complaints.finish': all,
  'complaints.askBack': all,
  'complaints.close': all,
  'complaints.reopen': all,
  'complaints.pause': all,
  'complaints.resume': all,
  'complaints.explainBreach': all,
  'complaints.addAction': all,
  'complaints.doAction': all,
  'complaints.checkAction': all,
  'complaints.removeAction': all,
  'complaints.compensate': all,
  'complaints.takeBackCompensation': managers,
  'complaints.reveal': all,
  'complaints.statistics': all,
  'promises.list': all,
  'promises.add': all,
  'promises.keep': all,
  'promises.move': all,
  'promises.drop': all,
  'promises.reopen': all,
  'enquiries.list': all,
  'enquiries.get': all,
  'enquiries.suggest': all,
  'enquiries.keptList': all,
  'enquiries.add': all,
  'enquiries.update': all,
  'enquiries.answer': all,
  'enquiries.handOver': all,
  'enquiries.close': all,
  'enquiries.reopen': all,
  'enquiries.reveal': all,
  'enquiries.keepAnswer': all,
  'enquiries.updateKept': all,
  'enquiries.removeKept': all,
  'enquiries.restoreKept': all,
  'taskRules.list': all,
  'taskRules.preview': managers,
  'taskRules.add': managers,
  'taskRules.update': managers,
  'taskRules.remove': managers,
  'tasks.day': all,
  'tasks.leftOut': all,
  'tasks.counts': all,
  'tasks.call': all,
  'tasks.record': all,
  'tasks.refuse': all,
  'tasks.drop': all,
  'tasks.texts': all,
  'tasks.send': all,
  'tasks.printSheet': all,
  'tasks.sheetRow': all,
  'tasks.enterRow': all,
  'tasks.enterRefusal': all,
  'tasks.ofCustomer': all,
  'attachments.list': all,
  'attachments.add': all,
  'attachments.remove': all,
  'attachments.restore': all,
  'events.changes': all,
};

let served: Served;
const desks = new Map<Role | 'nobody', Desk[]>();

beforeAll(async () => {
  served = await serve();
  await setUp(httpDesk(served));
  desks.set('nobody', [httpDesk(served), portDesk(served)]);
  for (const role of roles) {
    const own = [httpDesk(served), portDesk(served)];
    for (const desk of own) await desk.login(...loginNameOf(role));
    desks.set(role, own);
  }
});
afterAll(async () => {
  for (const desk of [...desks.values()].flat()) desk.close();
  await served.close();
});

/** No input of the contract has this field: whoever may call is told so, and nothing runs. */
const refusedInput = { noSuchField: 1 };

const codeOf = async (desk: Desk, name: string): Promise<string> => {
  const outcome = await desk.call(name, refusedInput);
  return 'error' in outcome ? outcome.error.code : 'OK';
};

describe('rights', () => {
  it('every entry is in the table, and no more', () => {
    expect(Object.keys(expected).sort()).toEqual(publicEntries.map(({ name }) => name).sort());
  });

  it.each(['nobody', ...roles] as const)('%s calls what the table allows, and nothing else', async (who) => {
    for (const desk of desks.get(who) ?? []) {
      for (const [name, allowed] of Object.entries(expected)) {
        const may = allowed === open || (who !== 'nobody' && allowed.includes(who));
        const refusal = who === 'nobody' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
        expect(await codeOf(desk, name), `${desk.label} ${who} ${name}`).toBe(may ? 'VALIDATION' : refusal);
      }
    }
  });

  it('the store refuses by itself what the host should have refused', async () => {
    const actor = {
      kind: 'staff',
      id: '01a20000-0000-7000-8000-000000000001',
      name: 'x',
      role: 'reception',
      desk: 'test',
    } as const;
    await expect(served.host.store.call('staff.add', {}, actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(served.host.store.call('sessions.credentials', { name: 'boss' }, actor)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('no transport offers the internal entries', async () => {
    for (const desk of desks.get('admin') ?? []) {
      const hidden = ['attachments.record', 'attachments.find', 'attachments.needed', 'complaints.remind'];
      for (const name of [
        'sessions.credentials',
        'sessions.find',
        'store.setup',
        'store.info',
        'staged.apply',
        ...hidden,
      ]) {
        expect(await codeOf(desk, name), `${desk.label} ${name}`).toBe('NOT_FOUND');
      }
    }
  });
});
