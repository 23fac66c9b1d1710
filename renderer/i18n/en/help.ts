import type { Translated } from '../translated.ts';
import type { help as source } from '../zh-CN/help.ts';

export const help: Translated<typeof source> = {
  command: 'Help on this screen',
  title: 'Help',
  keys: 'Keys of this screen',
  fixedKeys: 'In a form',
  next: 'Next',
  tour: 'First day in seven steps (three minutes)',
  tourAgain: 'The seven steps again',
  tourOnlyDemo:
    'The seven steps run in the sample store only, so that your real customers are left alone. Open it with caredesk desk --demo.',
  topics: {
    today: {
      title: 'Today',
      text: 'What this desk has to do now: who is here, what falls due, whose birthday it is.\nJust type to find somebody: plate, last four digits of the phone, name, pinyin, VIN or card number; Enter opens.\nScanning a member card opens its customer from anywhere.',
    },
    customers: {
      title: 'Customers',
      text: 'Filters narrow the list and can be combined; a combination can be kept as a customer group and is then one click away.\n“Columns” chooses what is shown, for you alone.\nManagers can export the list to Excel or CSV: the file holds what your filters and columns show, and the export is put on record.',
    },
    customer: {
      title: 'Customer page',
      text: 'The strip on top says the most important in ten seconds: tier, validity, what is due, and whether they like to be called.\nBelow are the vehicles and everything between us; on the right what can be done, each with its key.\nA mistake does no harm: “Undo” at the bottom, or Ctrl Z, takes it back.',
    },
    customerForm: {
      title: 'Customer details',
      text: 'Name and mobile come first; the rest can wait.\nPaste a whole line with plate, phone and name, and each part finds its field.\nLeaving with Esc loses nothing: what was not saved is there next time, even after a power cut.',
    },
    imports: {
      title: 'Import',
      text: 'Export Excel or CSV from your old system and drop it here.\nLook through the check first: each row is added, joined or left out, with the reason beside it; only then is anything written.\nA whole import can be undone.',
    },
    settings: {
      title: 'Settings',
      text: 'Choose a part on the left, change it, and save with Ctrl S.\nStaff, rights, reminders and tiers are the administrator’s; looks and language belong to each computer.',
    },
    duplicates: {
      title: 'Duplicate customers',
      text: 'Files that may be one and the same person, and why.\nA merge keeps the vehicles, visits and notes of both, and can be undone weeks later.',
    },
    general: {
      title: 'CareDesk',
      text: 'Ctrl K finds customers, vehicles and everything that can be done; ? lists the keys of a screen.\nCtrl Z takes a mistake back, and what was not saved is never lost.',
    },
  },
};
