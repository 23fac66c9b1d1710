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
  { name: 'membership, none', open: (stage) => go(stage, '/members', heading(stage, stage.t('members.empty.title'))) },
  {
    name: 'members, none',
    open: (stage) => go(stage, '/members/list', heading(stage, stage.t('members.empty.title'))),
  },
  { name: 'redeem counter', open: (stage) => go(stage, '/redeem', heading(stage, stage.t('rewards.counter.begin'))) },
  {
    name: 'rewards, none',
    open: (stage) => go(stage, '/rewards', heading(stage, stage.t('rewards.catalogue.empty'))),
  },
  {
    name: 'donations, none',
    open: (stage) => go(stage, '/rewards/donations', heading(stage, stage.t('rewards.donations.empty'))),
  },
  {
    name: 'partner settlement, none',
    open: (stage) => go(stage, '/rewards/settlement', heading(stage, stage.t('rewards.settlement.empty'))),
  },
  { name: 'vouchers, none', open: (stage) => go(stage, '/vouchers', heading(stage, stage.t('rewards.voucher.empty'))) },
  {
    name: 'approvals, none',
    open: (stage) => go(stage, '/approvals', heading(stage, stage.t('rewards.approvals.empty'))),
  },
  {
    name: 'points liability, none',
    open: (stage) => go(stage, '/reports/liability', heading(stage, stage.t('pointsReports.liability.empty'))),
  },
  {
    name: 'sandbox, nobody came',
    open: (stage) => go(stage, '/sandbox?run=1', heading(stage, stage.t('pointsReports.sandbox.empty'))),
  },
  {
    name: 'cards to print, none',
    open: (stage) => go(stage, '/printing/queue', heading(stage, stage.t('printing.queue.empty'))),
  },
  {
    name: 'print log, none',
    open: (stage) => go(stage, '/printing/log', heading(stage, stage.t('printing.log.empty'))),
  },
  {
    name: 'printers, none',
    open: (stage) => go(stage, '/printing/printers', heading(stage, stage.t('printing.printers.empty'))),
  },
  {
    name: 'complaints, none',
    open: (stage) => go(stage, '/complaints', heading(stage, stage.t('complaints.empty.title'))),
  },
  {
    name: 'complaint statistics, none',
    open: (stage) => go(stage, '/complaints/statistics', heading(stage, stage.t('complaintReports.empty.title'))),
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
