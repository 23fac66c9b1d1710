import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { DeskPage } from './journey.ts';
import { atRest } from './stage.ts';

export const allRules = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa'] } as const;
/** What another theme can make different: the page's words and roles are the same in both. */
export const colourRules = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } as const;

/** What a person who hears, enlarges or hardly sees colours would stumble over. */
export const violations = async (
  page: DeskPage,
  rules: typeof allRules | typeof colourRules,
): Promise<readonly string[]> => {
  await atRest(page);
  // by the debugger: the desk's own policy lets no foreign script in
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate<AxeResults, RunOptions>(
    (options) => (window as unknown as { axe: typeof axe }).axe.run(document, options),
    { runOnly: { type: rules.type, values: [...rules.values] }, resultTypes: ['violations'] },
  );
  return found.flatMap((rule) =>
    rule.nodes.map(
      (node) => `${rule.id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`,
    ),
  );
};
