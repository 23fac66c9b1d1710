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
  await page.goto(`/#${path}`);
  await page.reload();
  await page.getByRole('alert').first().waitFor();
  await page.unroute(pattern);
};

/** Screens whose store cannot be read. */
export const failingScreens: readonly Screen[] = [
  { name: 'failing today', open: (stage) => failing(stage, 'home/today', '/?view=overview') },
  { name: 'failing board', open: (stage) => failing(stage, 'board/day', '/?view=board') },
  { name: 'failing bookings', open: (stage) => failing(stage, 'appointments/ofRange', '/bookings') },
  { name: 'failing prospects', open: (stage) => failing(stage, 'prospects/list', '/prospects') },
  { name: 'failing recalls', open: (stage) => failing(stage, 'recalls/list', '/recalls') },
  { name: 'failing customers', open: (stage) => failing(stage, 'customers/list', '/customers') },
  {
    name: 'failing customer page',
    open: (stage) => failing(stage, 'customers/get', `/customers/${stage.subjects.rich}`),
  },
];
