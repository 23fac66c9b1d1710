import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { Settings } from '../../db/contract/settings.ts';
import type { DeskPage } from './journey.ts';
import { zh } from './texts.ts';

/** Rules by which a member renews on the day of joining and rises to gold with 500 points. */
export const quickRules = async (manager: DeskPage): Promise<void> => {
  const { values } = await manager.call<{ values: Settings }>('settings.get');
  const rules = values.membershipRules;
  await manager.call('settings.update', {
    values: {
      membershipRules: {
        ...rules,
        renewal: { ...rules.renewal, fromDays: 366 },
        upgrades: rules.upgrades.map((rule) => (rule.tier === 'gold' ? { ...rule, cumulativePoints: 500 } : rule)),
      },
    },
  });
};

/** Where a member stands on the screens of a desk. The desk is asked for each time: it is there only once the journey began. */
export const memberScreens = (desk: () => DeskPage) => {
  const strip = (): Locator => desk().getByRole('region', { name: zh('customer.strip.label') });
  return {
    strip,
    stripSays: (text: string | RegExp): Promise<unknown> => {
      const shown = expect.poll(() => strip().innerText());
      return text instanceof RegExp ? shown.toMatch(text) : shown.toContain(text);
    },
    dialog: (name: string, on = desk()): Locator => on.getByRole('dialog', { name, exact: true }),
    heading: (name: string): Locator => desk().getByRole('heading', { name, exact: true }),
    hash: (): string => new URL(desk().url()).hash,
  };
};

/** The reason that a deed asks for. */
export const reasonIn = (form: Locator): Locator => form.getByRole('textbox', { name: zh('members.reason.label') });
