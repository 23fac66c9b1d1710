import { go, type Stage } from '../stage.ts';
import { dialog, heading, type Screen } from './screen.ts';

/** As it holds: what another screen left there unsaved is thrown away. */
const rules = async (stage: Stage, section: 'pointsRules' | 'membershipRules' | 'tierBenefits'): Promise<void> => {
  await go(stage, `/settings/${section}`, heading(stage, stage.t('rules.versions.title')));
  const drop = stage.page.getByRole('button', { name: stage.t('customer.form.draftDrop') });
  if (await drop.isVisible()) await drop.click();
};

/** A rule on trial: double points for labour, since that line was changed and not saved. */
const onTrial = async (stage: Stage): Promise<void> => {
  const { page, t } = stage;
  await rules(stage, 'pointsRules');
  const labour = { category: t('visit.category.maintenanceLabour'), tier: t('rules.everyTier') };
  await page.getByLabel(t('rules.points.pointsOf', labour), { exact: true }).fill('2');
};

interface Statement {
  readonly proof: string;
}

const proofOf = async (stage: Stage): Promise<string> => {
  const membershipId = stage.subjects.members.rich;
  const span = { fromDay: '2000-01-01', toDay: '2100-01-01' };
  return (await stage.page.call<Statement>('points.statement', { membershipId, ...span })).proof;
};

const verdict = async (stage: Stage, proof: string, shown: 'genuine' | 'changed' | 'foreign'): Promise<void> => {
  const panel = dialog(stage, stage.t('pointsReports.proof.title'));
  await go(stage, `/statements?proof=${encodeURIComponent(proof)}`, panel);
  await panel.getByRole('heading', { name: stage.t(`pointsReports.proof.${shown}`) }).waitFor();
};

/** Rules with mistakes and on trial, and what is reported about points. */
export const rulesScreens: readonly Screen[] = [
  {
    name: 'earning rules with mistakes',
    open: async (stage) => {
      const { page, t } = stage;
      await rules(stage, 'pointsRules');
      const labour = { category: t('visit.category.maintenanceLabour'), tier: t('rules.everyTier') };
      await page.getByLabel(t('rules.points.yuanOf', labour), { exact: true }).fill('');
      await page.getByRole('button', { name: t('rules.points.addBonus') }).click();
      await page.getByLabel(t('rules.points.bonus.times'), { exact: true }).fill('1');
      await page.getByText(t('rules.check.times')).waitFor();
    },
  },
  {
    name: 'membership rules with mistakes',
    open: async (stage) => {
      const { page, t } = stage;
      await rules(stage, 'membershipRules');
      await page.getByLabel(t('rules.membership.downgradeOn')).check();
      await page.getByLabel(t('rules.membership.joinFee'), { exact: true }).fill('x');
      await page.getByText(t('rules.check.keep-missing')).waitFor();
    },
  },
  {
    name: 'benefits with mistakes',
    open: async (stage) => {
      const { page, t } = stage;
      await rules(stage, 'tierBenefits');
      await page.getByRole('button', { name: t('rules.benefits.addService') }).click();
      await page.getByText(t('rules.check.required')).first().waitFor();
    },
  },
  {
    name: 'sandbox, nothing on trial',
    open: (stage) => go(stage, '/sandbox', heading(stage, stage.t('pointsReports.sandbox.title'))),
  },
  {
    name: 'sandbox',
    open: async (stage) => {
      await onTrial(stage);
      await stage.page.keyboard.press('Alt+s');
      await stage.page.getByRole('region', { name: stage.t('pointsReports.sandbox.issued') }).waitFor();
    },
  },
  {
    name: 'points liability',
    open: (stage) => go(stage, '/reports/liability', stage.page.getByRole('img')),
  },
  {
    name: 'points liability by tier, three years',
    open: (stage) => go(stage, '/reports/liability?from=2024-01&to=2026-12&rows=tier', stage.page.getByRole('img')),
  },
  {
    name: 'points liability of no month',
    open: (stage) =>
      go(
        stage,
        '/reports/liability?from=2026-05&to=2026-01',
        stage.page.getByText(stage.t('pointsReports.liability.reversedSpan')),
      ),
  },
  {
    name: 'statements',
    open: (stage) => go(stage, '/statements', heading(stage, stage.t('pointsReports.statement.empty'))),
  },
  {
    name: 'statement',
    open: async (stage) =>
      go(
        stage,
        `/statements?membership=${stage.subjects.members.rich}&span=all`,
        heading(stage, stage.t('pointsReports.statement.entries')),
      ),
  },
  { name: 'statement, genuine', open: async (stage) => verdict(stage, await proofOf(stage), 'genuine') },
  {
    name: 'statement, changed',
    open: async (stage) => {
      const parts = (await proofOf(stage)).split('.');
      await verdict(stage, parts.with(7, '999999').join('.'), 'changed');
    },
  },
  {
    name: 'statement, foreign',
    open: async (stage) => {
      const parts = (await proofOf(stage)).split('.');
      await verdict(stage, parts.with(1, '000000000000').join('.'), 'foreign');
    },
  },
  {
    name: 'statement, no code of one',
    open: async (stage) => {
      const panel = dialog(stage, stage.t('pointsReports.proof.title'));
      await go(stage, '/statements?proof=882004170036', panel);
      await panel.getByRole('alert').waitFor();
    },
  },
];
