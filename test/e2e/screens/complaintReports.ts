import { go, type Stage } from '../stage.ts';
import { heading, type Screen } from './screen.ts';

type Part = 'complaintTerms' | 'complaintCategories' | 'complaintDepartments' | 'complaintCauses' | 'holidayYears';

/** As it holds: what another screen left there unsaved is thrown away. */
const rule = async (stage: Stage, part: Part): Promise<void> => {
  const { page, t } = stage;
  await go(stage, `/settings/complaintRules?part=${part}`, heading(stage, t(`complaintRules.title.${part}`)));
  await heading(stage, t('rules.versions.title')).waitFor();
  const drop = page.getByRole('button', { name: t('customer.form.draftDrop') });
  if (await drop.isVisible()) await drop.click();
};

/** Its charts are drawn. */
const statistics = async (stage: Stage, query = ''): Promise<void> => {
  await go(stage, `/complaints/statistics${query}`, heading(stage, stage.t('complaintReports.causes.title')));
  await stage.page.locator('[data-drawn] svg').nth(2).waitFor();
};

/** What is told about complaints, and the rules by which they are dealt with. */
export const complaintReportScreens: readonly Screen[] = [
  { name: 'complaint statistics', open: (stage) => statistics(stage) },
  {
    name: 'complaint statistics, a span without any',
    open: (stage) =>
      go(
        stage,
        '/complaints/statistics?from=2020-01-01&to=2020-03-31',
        heading(stage, stage.t('complaintReports.empty.title')),
      ),
  },
  {
    name: 'complaint statistics of no day',
    open: (stage) =>
      go(
        stage,
        '/complaints/statistics?from=2026-05-01&to=2026-01-01',
        stage.page.getByText(stage.t('complaintReports.reversedSpan')),
      ),
  },
  { name: 'complaint rules: terms', open: (stage) => rule(stage, 'complaintTerms') },
  {
    name: 'complaint rules: terms with mistakes',
    open: async (stage) => {
      const { page, t } = stage;
      await rule(stage, 'complaintTerms');
      await page.getByLabel(t('complaintRules.terms.twinDays'), { exact: true }).fill('0');
      await page.getByLabel(t('complaintRules.terms.warn'), { exact: true }).fill('50, 120');
      await page.getByText(t('rules.check.percents')).waitFor();
    },
  },
  {
    name: 'complaint rules: categories, a new one',
    open: async (stage) => {
      const { page, t } = stage;
      await rule(stage, 'complaintCategories');
      await page.getByRole('button', { name: t('complaintRules.categories.add'), exact: true }).click();
      await page.getByText(t('rules.check.required')).waitFor();
    },
  },
  { name: 'complaint rules: departments', open: (stage) => rule(stage, 'complaintDepartments') },
  { name: 'complaint rules: causes', open: (stage) => rule(stage, 'complaintCauses') },
  { name: 'complaint rules: holidays as shipped', open: (stage) => rule(stage, 'holidayYears') },
  {
    name: 'complaint rules: holidays of a year, own',
    open: async (stage) => {
      const { page, t } = stage;
      await rule(stage, 'holidayYears');
      await page.getByRole('button', { name: t('complaintRules.holidays.copy'), exact: true }).click();
      await page.getByLabel(t('complaintRules.holidays.dayOf', { n: 1 }), { exact: true }).waitFor();
    },
  },
];
