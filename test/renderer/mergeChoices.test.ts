import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeFields } from '../../db/contract/duplicates.ts';
import {
  beside,
  type Choice,
  type Chosen,
  choiceOf,
  choose,
  fieldsInput,
  groupFields,
  optionsOf,
} from '../../renderer/features/duplicates/mergeChoices.ts';
import type { ComparedField } from '../../renderer/features/duplicates/shapes.ts';

const field = (name: ComparedField['field'], standard: Choice = 'keep', same = false): ComparedField => ({
  field: name,
  same,
  standard,
});
const ids = { keepId: 'a', dropId: 'b' };

describe('choosing sides', () => {
  test('→ goes to the other file, then to both where lists can be joined, and stays at the end', () => {
    const interests = field('interests', 'both');
    expect(beside(interests, 'keep', 1)).toBe('drop');
    expect(beside(interests, 'drop', 1)).toBe('both');
    expect(beside(interests, 'both', 1)).toBe('both');
    expect(beside(field('address'), 'drop', 1)).toBe('drop');
    expect(beside(field('address'), 'drop', -1)).toBe('keep');
  });

  test('phones are all kept: only their order is chosen', () => {
    const phones = field('phones', 'both');
    expect(optionsOf(phones)).toEqual(['keep', 'drop']);
    expect(choiceOf(phones, {}, 'a')).toBe('keep');
    expect(fieldsInput([phones], {}, 'a')).toEqual({});
    expect(fieldsInput([phones], choose({}, phones, 'drop', ids), 'a')).toEqual({ phones: 'drop' });
  });

  test('a choice belongs to its file: it holds when the two change places', () => {
    const address = field('address');
    const chosen = choose({}, address, 'drop', ids);
    expect(choiceOf(address, chosen, 'a')).toBe('drop');
    expect(choiceOf(address, chosen, 'b')).toBe('keep');
  });

  test('the store is told what was chosen, and nothing that it would do by itself', () => {
    const standards: fc.Arbitrary<Choice> = fc.constantFrom('keep', 'drop', 'both');
    const fields = fc.uniqueArray(
      fc.record({ name: fc.constantFrom(...mergeFields), standard: standards, to: fc.option(standards) }),
      { selector: (one) => one.name },
    );
    fc.assert(
      fc.property(fields, (made) => {
        let chosen: Chosen = {};
        const all = made.map(({ name, standard }) => field(name, standard));
        for (const [index, one] of all.entries()) {
          const to = made[index]?.to;
          if (to && optionsOf(one).includes(to)) chosen = choose(chosen, one, to, ids);
        }
        const told = fieldsInput(all, chosen, 'a');
        for (const one of all) {
          const standard = one.field === 'phones' ? 'keep' : one.standard;
          expect(told[one.field] ?? standard).toBe(choiceOf(one, chosen, 'a'));
          expect(told[one.field]).not.toBe(standard);
        }
      }),
    );
  });
});

test('differences come first, phones beside the name, and what nobody knows is left out', () => {
  const said: Readonly<Record<string, readonly [string, string]>> = {
    name: ['王伟', '王玮'],
    phones: ['1', '2'],
    address: ['', '文三路'],
    stage: ['现有', '现有'],
  };
  const fields = [
    field('stage', 'keep', true),
    field('address', 'drop'),
    field('name'),
    field('job', 'keep', true),
    field('phones', 'both'),
  ];
  const groups = groupFields(fields, (name) => ({ keep: said[name]?.[0] ?? '', drop: said[name]?.[1] ?? '' }));
  const names = (some: readonly ComparedField[]) => some.map((one) => one.field);
  expect(names(groups.differ)).toEqual(['name', 'phones']);
  expect(names(groups.oneSided)).toEqual(['address']);
  expect(names(groups.same)).toEqual(['stage']);
});
