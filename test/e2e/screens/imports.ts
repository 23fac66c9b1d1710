import type { Locator } from 'playwright-core';
import { go, type Stage } from '../stage.ts';
import { heading, type Screen } from './screen.ts';

const nameless = 'name,phone\nWang,13800138000\n';

const imports = (stage: Stage, id: string, shown: Locator): Promise<void> => go(stage, `/imports?import=${id}`, shown);
/** An old system's file on its way in. */
export const importScreens: readonly Screen[] = [
  { name: 'imports, with past ones', open: (stage) => go(stage, '/imports', stage.page.getByRole('row').nth(2)) },
  {
    name: 'imports, about to be undone',
    open: async (stage) => {
      const { page, t } = stage;
      await go(stage, '/imports', page.getByRole('row').nth(2));
      await page
        .getByRole('button', { name: t('imports.past.undo'), exact: true })
        .first()
        .click();
      await page.getByRole('button', { name: t('imports.past.undoYes') }).waitFor();
    },
  },
  {
    name: 'imports, a file that is none',
    open: async (stage) => {
      const { page, t } = stage;
      await go(stage, '/imports', heading(stage, t('imports.heading')));
      const file = { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') };
      await page.getByLabel(t('imports.file.label')).setInputFiles(file);
      await page.getByText(t('imports.refused.file-wrong-kind')).waitFor();
    },
  },
  {
    name: 'imports, sending a file',
    open: async (stage) => {
      const { page, t } = stage;
      await go(stage, '/imports', heading(stage, t('imports.heading')));
      await page.route('**/api/files*', () => undefined);
      const file = { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(nameless) };
      await page.getByLabel(t('imports.file.label')).setInputFiles(file);
      await page.getByRole('progressbar').waitFor();
      await page.unroute('**/api/files*');
    },
  },
  {
    name: 'import, being checked',
    open: async (stage) => {
      const { page, subjects } = stage;
      await page.route('**/rpc/imports/state*', async (route) => {
        const answer = await route.fetch();
        const { json } = await answer.json();
        await route.fulfill({ json: { json: { ...json, state: 'staging', phase: 'check', done: 1200, total: 3000 } } });
      });
      await imports(stage, subjects.staged, page.getByRole('progressbar'));
      await page.unroute('**/rpc/imports/state*');
    },
  },
  {
    name: 'import, checked',
    open: (stage) => imports(stage, stage.subjects.staged, stage.page.getByRole('row').nth(20)),
  },
  {
    name: 'import, columns being moved',
    open: async (stage) => {
      const { page, t, subjects } = stage;
      await imports(stage, subjects.staged, page.getByRole('row').nth(20));
      await page.getByRole('button', { name: t('imports.mapping.open') }).click();
      const region = page.getByRole('region', { name: t('imports.mapping.title') });
      await region.getByRole('combobox').first().selectOption('');
      await region.getByRole('alert').waitFor();
    },
  },
  {
    name: 'import, done',
    open: (stage) => imports(stage, stage.subjects.applied, stage.page.getByText(stage.t('imports.result.cumulative'))),
  },
  {
    name: 'import, undone',
    open: (stage) =>
      imports(stage, stage.subjects.undone, stage.page.getByText(stage.t('imports.result.undone')).first()),
  },
  {
    name: 'import, refused',
    open: (stage) =>
      imports(stage, stage.subjects.refused, stage.page.getByText(stage.t('imports.refused.file-empty'))),
  },
  {
    name: 'import, gone',
    open: (stage) =>
      imports(stage, crypto.randomUUID(), stage.page.getByText(stage.t('imports.refused.import-not-found'))),
  },
];
