import type { Locator } from 'playwright-core';
import { go, type Stage } from '../stage.ts';

/** One thing that a person can have before them; `open` leaves it there, at rest. */
export interface Screen {
  readonly name: string;
  open(stage: Stage): Promise<unknown>;
}

export const heading = ({ page }: Stage, name: string): Locator => page.getByRole('heading', { name, exact: true });
export const dialog = ({ page }: Stage, name: string): Locator => page.getByRole('dialog', { name, exact: true });

/** A panel over the customer who has everything: `?do=what`. */
export const customerPanel = async (stage: Stage, what: string, title: string): Promise<Locator> => {
  const shown = dialog(stage, title);
  await go(stage, `/customers/${stage.subjects.rich}?do=${what}`, shown);
  return shown;
};
