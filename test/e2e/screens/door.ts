import { go } from '../stage.ts';
import { heading, type Screen } from './screen.ts';

/** Before anything is set up. */
export const firstRunScreens: readonly Screen[] = [
  { name: 'setup', open: (stage) => go(stage, '/', heading(stage, stage.t('session.setup.title'))) },
  {
    name: 'setup with mistakes',
    open: async (stage) => {
      const { page, t } = stage;
      await go(stage, '/', heading(stage, t('session.setup.title')));
      await page.field(t('session.setup.password')).fill('short');
      await page.button(t('session.setup.start')).click();
      await page.getByText(t('errors.field.password-short')).waitFor();
    },
  },
];

/** The log-in page of the sample store. */
export const doorScreens: readonly Screen[] = [
  { name: 'log-in', open: (stage) => go(stage, '/', stage.page.getByText(stage.t('session.demo'))) },
  {
    name: 'log-in refused',
    open: async (stage) => {
      const { page, t } = stage;
      await go(stage, '/', page.button(t('session.login')));
      await page.field(t('session.name')).fill('nobody');
      await page.field(t('session.password')).fill('Not-the-word-1');
      await page.button(t('session.login')).click();
      await page.getByRole('alert').waitFor();
    },
  },
];
