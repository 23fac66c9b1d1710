import { go } from '../stage.ts';
import { dialog, heading, type Screen } from './screen.ts';

const sections = [
  'store',
  'hours',
  'tiers',
  'pointsRules',
  'membershipRules',
  'pointsTerms',
  'tierBenefits',
  'taskRules',
  'questionnaires',
  'reminders',
  'staff',
  'tokens',
  'appearance',
  'about',
] as const;

export const settingsScreens: readonly Screen[] = [
  ...sections.map(
    (section): Screen => ({
      name: `settings: ${section}`,
      open: (stage) => go(stage, `/settings/${section}`, heading(stage, stage.t(`settings.section.${section}`))),
    }),
  ),
  {
    name: 'settings: adding staff',
    open: async (stage) => {
      const { page, t } = stage;
      await go(stage, '/settings/staff', page.getByRole('row').nth(2));
      await page.getByRole('button', { name: t('settings.staff.add') }).click();
      await page.keyboard.press('Control+s');
      await dialog(stage, t('settings.staff.add')).getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'settings: a new token',
    open: async (stage) => {
      const { page, t } = stage;
      await go(stage, '/settings/tokens', page.getByRole('button', { name: t('settings.tokens.add') }));
      await page.getByRole('button', { name: t('settings.tokens.add') }).click();
      await dialog(stage, t('settings.tokens.add')).waitFor();
    },
  },
];
