import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyStore } from '../../db/store/verify.ts';
import { openTestStore, type TestStore } from './openTestStore.ts';

/** What the store should hold, kept without any of its cleverness: every row has a home, every file may be inside another. */
class Model {
  readonly files: { id: string; into: number | null; phones: Set<string>; address: string | null }[] = [];
  readonly rows: { kind: 'note' | 'vehicle' | 'visit'; id: string; home: number; gone: boolean; vehicle?: number }[] =
    [];
  readonly undoable: { command: number; undone: boolean; undo: () => void }[] = [];

  /** the file that stands for this one now */
  resolve(index: number): number {
    const into = this.files[index]?.into ?? null;
    return into === null ? index : this.resolve(into);
  }
  phonesOf(index: number): Set<string> {
    return new Set(this.files.flatMap((file, at) => (this.resolve(at) === index ? [...file.phones] : [])));
  }
}

const numbers = ['13800138000', '13900139000', '13700137000', '13600136000', '13500135000'];
const people = 4;

const step = fc.record({
  what: fc.constantFrom(
    ...(['note', 'vehicle', 'visit', 'phone', 'address', 'transfer', 'merge', 'merge', 'undo', 'undo'] as const),
  ),
  a: fc.nat(99),
  b: fc.nat(99),
  c: fc.nat(99),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const lastCommand = async (test: TestStore): Promise<number> =>
  (await test.call('changes.recent', { limit: 1 })).rows[0].command;

const fileOf = (model: Model, index: number) => {
  const file = model.files[index];
  if (!file) throw new Error('no such file');
  return file;
};

const page = (test: TestStore, id: string) => test.call('customers.get', { id });

const edit = async (test: TestStore, id: string, change: object): Promise<void> => {
  const { customer } = await page(test, id);
  const { phones } = await test.call('customers.reveal', { id });
  await test.call('customers.update', {
    id,
    version: customer.version,
    name: customer.name,
    address: customer.address,
    phones,
    ...change,
  });
};

/** One thing that a desk does; in the store and in the model. */
const run = async (test: TestStore, model: Model, { what, a, b, c }: Step, mark: string): Promise<void> => {
  test.clock.now += 1000;
  const at = model.resolve(a % people);
  const file = fileOf(model, at);
  const vehicles = model.rows.filter((row) => row.kind === 'vehicle');
  const vehicle = vehicles[b % Math.max(vehicles.length, 1)];
  const undoable = async (undo: () => void): Promise<void> => {
    model.undoable.push({ command: await lastCommand(test), undone: false, undo });
  };
  switch (what) {
    case 'note': {
      const { noteId } = await test.call('customers.addNote', { id: file.id, text: mark });
      const row = { kind: 'note' as const, id: noteId, home: at, gone: false };
      model.rows.push(row);
      await undoable(() => {
        row.gone = true;
      });
      return;
    }
    case 'vehicle': {
      const { id } = await test.call('vehicles.add', { customerId: file.id, series: mark });
      model.rows.push({ kind: 'vehicle', id, home: at, gone: false });
      return;
    }
    case 'visit': {
      if (!vehicle) return;
      const lines = [{ category: 'repairLabour', amountFen: 100 }];
      const { id } = await test.call('visits.add', { vehicleId: vehicle.id, arrivedAt: test.clock.now, lines });
      const row = { kind: 'visit' as const, id, home: model.resolve(vehicle.home), gone: false };
      model.rows.push(row);
      await undoable(() => {
        row.gone = true;
      });
      return;
    }
    case 'phone': {
      const number = numbers[b % numbers.length] ?? '';
      if (model.phonesOf(at).has(number)) return;
      const { phones } = await test.call('customers.reveal', { id: file.id });
      await edit(test, file.id, { phones: [...phones, { number }] });
      file.phones.add(number);
      return;
    }
    case 'address': {
      const before = file.address;
      await edit(test, file.id, { address: mark });
      file.address = mark;
      await undoable(() => {
        file.address = before;
      });
      return;
    }
    case 'transfer': {
      const to = model.resolve(c % people);
      if (!vehicle || to === model.resolve(vehicle.home)) return;
      const { version } = (await test.call('vehicles.get', { id: vehicle.id })).vehicle;
      const toCustomerId = fileOf(model, to).id;
      await test.call('vehicles.transfer', { id: vehicle.id, version, toCustomerId, day: '2026-11-22' });
      const from = vehicle.home;
      vehicle.home = to;
      await undoable(() => {
        vehicle.home = from;
      });
      return;
    }
    case 'merge': {
      const drop = model.resolve(b % people);
      if (drop === at) return;
      const dropped = fileOf(model, drop);
      const versionOf = async (id: string): Promise<number> => (await page(test, id)).customer.version;
      const { command } = await test.call('duplicates.merge', {
        keepId: file.id,
        dropId: dropped.id,
        keepVersion: await versionOf(file.id),
        dropVersion: await versionOf(dropped.id),
        fields: c % 2 ? { address: 'drop' } : {},
      });
      dropped.into = at;
      model.undoable.push({
        command,
        undone: false,
        undo: () => {
          dropped.into = null;
        },
      });
      return;
    }
    case 'undo': {
      const open = model.undoable.filter((each) => !each.undone);
      const chosen = open[b % Math.max(open.length, 1)];
      if (chosen) await undo(test, chosen);
      return;
    }
  }
};

/** Some cannot be undone yet, because something builds on them: that is said, and nothing happens. */
const undo = async (test: TestStore, chosen: Model['undoable'][number]): Promise<boolean> => {
  try {
    await test.call('changes.undo', { command: chosen.command });
  } catch (error) {
    const { code, data } = error as { code: string; data: { reason: string } };
    expect(code).toBe('CONFLICT');
    expect(data.reason).toMatch(/^undo-(changed-since|gone|built-on|merged-again)$/);
    return false;
  }
  chosen.undone = true;
  chosen.undo();
  return true;
};

/** Every row is there once, with whom it belongs; every file shows the phones of all that are inside it. */
const compare = async (test: TestStore, model: Model): Promise<void> => {
  for (const [index, file] of model.files.entries()) {
    if (file.into !== null) {
      await expect(page(test, file.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      continue;
    }
    const { vehicles } = await page(test, file.id);
    const { items } = await test.call('customers.timeline', { id: file.id, kinds: ['note', 'visit'], limit: 200 });
    const { phones } = await test.call('customers.reveal', { id: file.id });
    const own = (kind: string): string[] =>
      model.rows
        .filter((row) => row.kind === kind && !row.gone && model.resolve(row.home) === index)
        .map((row) => row.id);
    const ids = (rows: { id: string }[]): string[] => rows.map((row) => row.id);
    expect(ids(vehicles).toSorted()).toEqual(own('vehicle').toSorted());
    expect(ids(items).toSorted()).toEqual([...own('note'), ...own('visit')].toSorted());
    expect(phones.map((phone: { number: string }) => phone.number).toSorted()).toEqual(
      [...model.phonesOf(index)].toSorted(),
    );
  }
};

describe('whatever happens in whatever order', () => {
  it('nothing is lost by merging and undoing, and nothing is there twice', async () => {
    const test = await openTestStore();
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
        const model = new Model();
        for (let i = 0; i < people; i++) {
          const own = numbers.filter((_, at) => (i + at) % 3 === 0).slice(0, 2);
          const address = i % 2 ? null : `home ${i}`;
          const phones = own.map((number) => ({ number }));
          const { id } = await test.call('customers.add', { name: `王${'伟维玮炜'[i]}`, phones, address });
          model.files.push({ id, into: null, phones: new Set(own), address });
        }
        for (const each of steps) {
          await run(test, model, each, `mark ${count++}`);
          await compare(test, model);
        }
        // weeks later everything that was merged is taken apart, the last merge first where they hang together
        test.clock.now += 30 * 86_400_000;
        for (const merge of model.undoable.toReversed()) if (!merge.undone) await undo(test, merge);
        await compare(test, model);
        for (const file of model.files) {
          if (model.files.some((other) => other.into !== null)) break;
          expect((await page(test, file.id)).customer.address).toBe(file.address);
        }
      }),
      { numRuns: 30 },
    );
    expect(await verifyStore(test.dataDir)).toMatchObject({ ok: true });
  }, 120_000);
});
