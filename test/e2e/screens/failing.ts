import type { Stage } from '../stage.ts';
import type { Screen } from './screen.ts';

/** Answers an entry as a host whose disk is full would. */
const failing = async ({ page }: Stage, entry: string, path: string): Promise<void> => {
  const pattern = `**/rpc/${entry}*`;
  await page.route(pattern, (route) =>
    route.fulfill({
      status: 503,
      json: {
        json: { defined: true, code: 'DB_CORRUPT', status: 503, message: '', data: { reason: 'store-corrupt' } },
      },
    }),
  );
  // what an earlier screen fetched is not there to be shown instead
  await page.goto('about:blank');
  await page.goto(`/#${path}`);
  await page.getByRole('alert').first().waitFor();
  await page.unroute(pattern);
};

/** Screens whose store cannot be read. */
export const failingScreens: readonly Screen[] = [
  { name: 'failing today', open: (stage) => failing(stage, 'home/today', '/?view=overview') },
  { name: 'failing board', open: (stage) => failing(stage, 'board/day', '/?view=board') },
  { name: 'failing bookings', open: (stage) => failing(stage, 'appointments/ofRange', '/bookings') },
  { name: 'failing membership', open: (stage) => failing(stage, 'members/home', '/members') },
  { name: 'failing members', open: (stage) => failing(stage, 'members/list', '/members/list') },
  { name: 'failing rewards', open: (stage) => failing(stage, 'rewards/list', '/rewards') },
  { name: 'failing vouchers', open: (stage) => failing(stage, 'vouchers/list', '/vouchers') },
  { name: 'failing approvals', open: (stage) => failing(stage, 'approvals/list', '/approvals') },
  { name: 'failing print queue', open: (stage) => failing(stage, 'printing/queue', '/printing/queue') },
  { name: 'failing print log', open: (stage) => failing(stage, 'printing/log', '/printing/log') },
  { name: 'failing printers', open: (stage) => failing(stage, 'printing/printers', '/printing/printers') },
  { name: 'failing card faces', open: (stage) => failing(stage, 'printing/templates', '/printing/templates') },
  { name: 'failing rules', open: (stage) => failing(stage, 'settings/versions', '/settings/pointsRules') },
  { name: 'failing liability', open: (stage) => failing(stage, 'points/liability', '/reports/liability') },
  {
    name: 'failing statement',
    open: (stage) => failing(stage, 'points/statement', `/statements?membership=${stage.subjects.members.rich}`),
  },
  { name: 'failing complaints', open: (stage) => failing(stage, 'complaints/list', '/complaints') },
  {
    name: 'failing complaint',
    open: (stage) => failing(stage, 'complaints/get', `/complaints/${stage.subjects.complaints.twin}`),
  },
  {
    name: 'failing complaint statistics',
    open: (stage) => failing(stage, 'complaints/statistics', '/complaints/statistics'),
  },
  { name: 'failing enquiries', open: (stage) => failing(stage, 'enquiries/list', '/enquiries') },
  { name: 'failing kept answers', open: (stage) => failing(stage, 'enquiries/keptList', '/enquiries/answers') },
  { name: 'failing agency jobs', open: (stage) => failing(stage, 'agency/list', '/club/agency') },
  { name: 'failing rescues', open: (stage) => failing(stage, 'rescues/list', '/club/rescues') },
  { name: 'failing claims', open: (stage) => failing(stage, 'claims/list', '/club/claims') },
  { name: 'failing calls', open: (stage) => failing(stage, 'tasks/day', '/tasks') },
  {
    name: 'failing call',
    open: (stage) => failing(stage, 'tasks/call', `/tasks/${stage.subjects.tasks.firstCall}`),
  },
  {
    name: 'failing messages',
    open: (stage) => failing(stage, 'tasks/texts', '/tasks?channel=message'),
  },
  { name: 'failing call rules', open: (stage) => failing(stage, 'taskRules/list', '/settings/taskRules') },
  { name: 'failing surveys', open: (stage) => failing(stage, 'surveys/list', '/surveys') },
  { name: 'failing survey figures', open: (stage) => failing(stage, 'surveys/figures', '/surveys/figures') },
  {
    name: 'failing questionnaires',
    open: (stage) => failing(stage, 'questionnaires/list', '/settings/questionnaires'),
  },
  { name: 'failing prospects', open: (stage) => failing(stage, 'prospects/list', '/prospects') },
  { name: 'failing recalls', open: (stage) => failing(stage, 'recalls/list', '/recalls') },
  { name: 'failing customers', open: (stage) => failing(stage, 'customers/list', '/customers') },
  {
    name: 'failing customer page',
    open: (stage) => failing(stage, 'customers/get', `/customers/${stage.subjects.rich}`),
  },
];
