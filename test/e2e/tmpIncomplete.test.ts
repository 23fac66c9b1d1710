import axe from 'axe-core';
import { it } from 'vitest';
import { openJourney } from './journey.ts';
import { atRest, deskScreens, prepareSubjects, takeStage } from './screens.ts';
it('x', async () => {
  const journey = await openJourney({ demoCustomers: 300 });
  const first = await takeStage(journey, 'zh-CN', 'admin');
  const subjects = await prepareSubjects(first.page);
  const stage = await takeStage(journey, 'zh-CN', 'admin', subjects);
  for (const screen of deskScreens.filter((s) => /^(today|one box, hits|customers|customer page|visit|consents|import, checked|settings: staff|account menu|list of keys|new customer with)/.test(s.name))) {
    await screen.open(stage);
    for (const theme of ['light', 'dark'] as const) {
      await stage.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await atRest(stage.page);
      await stage.page.evaluate(axe.source);
      const out = await stage.page.evaluate(async () => {
        const r = await (window as any).axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'], resultTypes: ['incomplete', 'passes'] });
        const c = r.passes.find((p: any) => p.id === 'color-contrast');
        return { passed: c?.nodes.length ?? 0, inc: r.incomplete.map((i: any) => `${i.id} ${i.nodes.length}: ${[...new Set(i.nodes.map((n: any) => n.any[0]?.data?.messageKey ?? n.any[0]?.message))].join('|')} e.g. ${i.nodes.slice(0, 3).map((n: any) => n.target.join(' ')).join(' ; ')}`) };
      });
      console.log(screen.name, theme, 'passed', out.passed, out.inc.join('\n   '));
    }
  }
  await journey.close();
}, 300000);
