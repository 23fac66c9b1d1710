import { go } from '../stage.ts';
import { heading, type Screen } from './screen.ts';

/** A store without customers, as its administrator. */
export const emptyStoreScreens: readonly Screen[] = [
  { name: 'today, empty', open: (stage) => go(stage, '/', heading(stage, stage.t('today.emptyTitle'))) },
  { name: 'customers, none', open: (stage) => go(stage, '/customers', heading(stage, stage.t('customers.empty'))) },
  {
    name: 'bookings, none',
    open: (stage) => go(stage, '/bookings', heading(stage, stage.t('appointments.none'))),
  },
  { name: 'prospects, none', open: (stage) => go(stage, '/prospects', heading(stage, stage.t('prospects.empty'))) },
  { name: 'recalls, none', open: (stage) => go(stage, '/recalls', heading(stage, stage.t('recalls.empty'))) },
  { name: 'yearly plans, none', open: (stage) => go(stage, '/accounts', heading(stage, stage.t('accounts.empty'))) },
  {
    name: 'imports, none yet',
    open: (stage) => go(stage, '/imports', stage.page.getByText(stage.t('imports.past.none'))),
  },
  {
    name: 'settings: tokens, none',
    open: (stage) => go(stage, '/settings/tokens', stage.page.getByText(stage.t('settings.tokens.none'))),
  },
];
