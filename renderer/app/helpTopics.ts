import type { Role } from '../../db/contract/entry.ts';
import type { TextKey } from '../i18n/index.ts';
import { todayViewOf } from '../lib/todayView.ts';

/** The screens, by the route that shows them; 今日 has two sides, each with words of its own. */
const pages = {
  '/': 'today',
  '/bookings': 'bookings',
  '/customers': 'customers',
  '/customers/new': 'customerForm',
  '/customers/$id': 'customer',
  '/customers/$id/edit': 'customerForm',
  '/members': 'members',
  '/members/list': 'memberList',
  '/members/$id': 'memberCard',
  '/complaints': 'complaints',
  '/complaints/$id': 'complaints',
  '/complaints/statistics': 'complaintStatistics',
  '/enquiries': 'enquiries',
  '/enquiries/$id': 'enquiries',
  '/enquiries/answers': 'keptAnswers',
  '/club': 'club',
  '/club/agency': 'club',
  '/club/agency/$id': 'club',
  '/club/rescues': 'club',
  '/club/rescues/$id': 'club',
  '/club/claims': 'club',
  '/club/claims/$id': 'club',
  '/surveys': 'surveys',
  '/surveys/$id': 'surveys',
  '/surveys/ask': 'surveys',
  '/surveys/figures': 'surveyFigures',
  '/tasks': 'tasks',
  '/tasks/$id': 'tasks',
  '/paper': 'paper',
  '/paper/$id': 'paper',
  '/deliveries': 'deliveries',
  '/deliveries/past': 'deliveries',
  '/prospects': 'prospects',
  '/recalls': 'recalls',
  '/accounts': 'accounts',
  '/redeem': 'redeem',
  '/rewards': 'rewards',
  '/rewards/donations': 'rewards',
  '/rewards/settlement': 'settlement',
  '/vouchers': 'vouchers',
  '/approvals': 'approvals',
  '/reports/liability': 'liability',
  '/statements': 'statement',
  '/sandbox': 'sandbox',
  '/printing/queue': 'printQueue',
  '/printing/log': 'printQueue',
  '/printing/printers': 'printers',
  '/printing/templates': 'cardFaces',
  '/duplicates': 'duplicates',
  '/duplicates/$keepId/$dropId': 'merge',
  '/imports': 'imports',
  '/settings': 'settings',
  '/settings/$section': 'settings',
  '/password': 'password',
} as const;

/**
 * The forms over a screen that are something else than the screen, by their titles: a form may be opened by a key, an address or
 * another form, and its title is what the person has before them.
 */
export const formTitles = {
  'visit.title': 'visitForm',
  'board.linesPanel.title': 'visitForm',
  'board.come.walkInTitle': 'arrivalForm',
  'board.come.arriveTitle': 'arrivalForm',
  'appointments.newTitle': 'bookingForm',
  'appointments.changeTitle': 'bookingForm',
  'vehicle.form.addTitle': 'vehicleForm',
  'vehicle.form.editTitle': 'vehicleForm',
  'customer.consent.title': 'consents',
  'customer.relation.title': 'relations',
  'members.join.title': 'joinForm',
  'members.renew.title': 'renewForm',
  'members.upgrade.title': 'renewForm',
  'prospects.newTitle': 'prospectForm',
  'prospects.panelTitle': 'prospectForm',
  'complaints.form.newTitle': 'complaintForm',
  'complaints.form.editTitle': 'complaintForm',
  'enquiries.form.newTitle': 'enquiryForm',
  'enquiries.form.editTitle': 'enquiryForm',
  'club.form.agencyTitle': 'clubForm',
  'club.form.rescueTitle': 'clubForm',
  'club.form.claimTitle': 'clubForm',
  'paper.entry.title': 'paper',
  'surveys.entry.title': 'surveyEntry',
  'questionnaires.newTitle': 'questionnaires',
  'questionnaires.editTitle': 'questionnaires',
  'taskRules.newTitle': 'taskRuleForm',
  'taskRules.editTitle': 'taskRuleForm',
  'taskRules.showTitle': 'taskRules',
  'deliveries.form.newTitle': 'deliveries',
  'deliveries.form.editTitle': 'deliveries',
  'deliveries.deliver.title': 'deliveries',
  'recalls.newTitle': 'recallForm',
  'recalls.editTitle': 'recallForm',
  'accounts.newTitle': 'planForm',
  'accounts.panelTitle': 'planForm',
  'handover.title': 'handover',
  'rewards.catalogue.newTitle': 'rewardForm',
  'rewards.catalogue.editTitle': 'rewardForm',
  'rewards.grant.title': 'grantForm',
  'rewards.voucher.listTitle': 'vouchers',
  'rewards.adjust.title': 'adjustForm',
  'rewards.transfer.title': 'transferForm',
  'pointsReports.proof.title': 'statement',
} as const satisfies Partial<Record<TextKey, string>>;

export type FormTitle = keyof typeof formTitles;

/** What F1 has words for (`help.topics`); `general` where a place has none, as an address that leads nowhere. */
export type HelpTopic =
  | (typeof pages)[keyof typeof pages]
  | (typeof formTitles)[FormTitle]
  | 'board'
  | 'rules'
  | 'complaintRules'
  | 'taskRules'
  | 'general';

const byRoute = new Map<string, HelpTopic>(Object.entries(pages));

export interface HelpPlace {
  readonly route: string | null;
  /** `?view=` */
  readonly view?: string | null;
  readonly role?: Role | undefined;
  /** of `/settings/$section` */
  readonly section?: string;
}

/** Sections of 设置 whose rules hold from a day on. */
const ruleSections = ['pointsRules', 'membershipRules', 'pointsTerms', 'tierBenefits'];

export const helpTopicOf = ({ route, view = null, role, section = '' }: HelpPlace): HelpTopic => {
  if (route === '/' && todayViewOf(view, role) === 'board') return 'board';
  if (route === '/settings/$section' && ruleSections.includes(section)) return 'rules';
  if (route === '/settings/$section' && section === 'complaintRules') return 'complaintRules';
  if (route === '/settings/$section' && section === 'taskRules') return 'taskRules';
  if (route === '/settings/$section' && section === 'questionnaires') return 'questionnaires';
  return byRoute.get(route ?? '') ?? 'general';
};

/**
 * The topic of a form by the title it shows; null for one that its screen explains.
 *
 * @param wordsOf a title's words in the language shown, the places of values in them as `{{name}}`
 */
export const formTopicOf = (shown: string, wordsOf: (key: FormTitle) => string): HelpTopic | null => {
  const fits = (words: string): boolean => {
    const parts = words.split(/{{.*?}}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${parts.join('.+')}$`).test(shown);
  };
  const found = (Object.keys(formTitles) as FormTitle[]).find((key) => fits(wordsOf(key)));
  return found ? formTitles[found] : null;
};
