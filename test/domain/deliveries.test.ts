import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkCounts, checklistOf, type KeptCheck, withCheck } from '../../db/domain/deliveries/checklist.ts';
import { deliverySteps, stepAfter, stepBefore } from '../../db/domain/deliveries/steps.ts';

const codes = ['tax', 'plates', 'insurance', 'member', 'film'] as const;
const said = fc.record({
  code: fc.constantFrom(...codes),
  state: fc.constantFrom('open' as const, 'done' as const, 'needless' as const),
});
const items = fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1 });

it('a car goes through five steps, back to the one before; what was delivered goes nowhere', () => {
  expect(deliverySteps.map(stepAfter)).toEqual(['transport', 'pdi', 'preparation', 'delivered', null]);
  expect(deliverySteps.map(stepBefore)).toEqual([null, 'inspection', 'transport', 'pdi', null]);
});

it('the last word of each item counts, whatever was said in between', () => {
  fc.assert(
    fc.property(fc.array(said, { maxLength: 30 }), items, (words, asked) => {
      let kept: readonly KeptCheck[] = [];
      words.forEach(({ code, state }, at) => {
        kept = withCheck(kept, { code, name: code, state, at, byName: '周凯' });
      });
      const list = checklistOf(
        asked.map((code) => ({ code, name: `${code}!` })),
        kept,
      );
      const last = (code: string) => words.findLast((one) => one.code === code)?.state ?? 'open';
      expect(list.map(({ code, name, state }) => [code, name, state])).toEqual(
        asked.map((code) => [code, `${code}!`, last(code)]),
      );
      expect(checkCounts(list)).toEqual({
        done: asked.filter((code) => last(code) !== 'open').length,
        of: asked.length,
      });
    }),
  );
});
