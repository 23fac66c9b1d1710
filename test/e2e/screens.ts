import type { Beginning } from './journey.ts';
import { boardScreens } from './screens/board.ts';
import { clubScreens, noClubScreens } from './screens/club.ts';
import { complaintReportScreens } from './screens/complaintReports.ts';
import { complaintScreens } from './screens/complaints.ts';
import { customerScreens } from './screens/customer.ts';
import { customersListScreens } from './screens/customersList.ts';
import { deliveryScreens, noDeliveryScreens } from './screens/deliveries.ts';
import { doorScreens, firstRunScreens } from './screens/door.ts';
import { emptyStoreScreens } from './screens/emptyStore.ts';
import { enquiryScreens, noEnquiryScreens } from './screens/enquiries.ts';
import { failingScreens } from './screens/failing.ts';
import { frameScreens } from './screens/frame.ts';
import { importScreens } from './screens/imports.ts';
import { memberScreens } from './screens/members.ts';
import { oneCustomerScreens } from './screens/oneCustomer.ts';
import { overlayScreens } from './screens/overlays.ts';
import { noPaperScreens, paperScreens } from './screens/paper.ts';
import { printingScreens } from './screens/printing.ts';
import { receptionScreens } from './screens/reception.ts';
import { rewardScreens } from './screens/rewards.ts';
import { rulesScreens } from './screens/rules.ts';
import type { Screen } from './screens/screen.ts';
import { settingsScreens } from './screens/settings.ts';
import { noSurveyScreens, surveyScreens } from './screens/surveys.ts';
import { noTaskRuleScreens, taskRuleScreens } from './screens/taskRules.ts';
import { noTaskScreens, officerScreens, taskScreens } from './screens/tasks.ts';
import { wishScreens } from './screens/wishes.ts';
import type { Who } from './stage.ts';

/** The sample store, as its administrator. */
export const deskScreens: readonly Screen[] = [
  ...frameScreens,
  ...boardScreens,
  ...customersListScreens,
  ...customerScreens,
  ...oneCustomerScreens,
  ...memberScreens,
  ...rewardScreens,
  ...complaintScreens,
  ...enquiryScreens,
  ...clubScreens,
  ...taskScreens,
  ...surveyScreens,
  ...paperScreens,
  ...complaintReportScreens,
  ...printingScreens,
  ...wishScreens,
  ...deliveryScreens,
  ...importScreens,
  ...settingsScreens,
  ...rulesScreens,
  ...taskRuleScreens,
  ...overlayScreens,
];

/** A store, and who sits before which of its screens. */
export interface ScreenGroup {
  /** `first-run`, `empty`, `full` */
  readonly name: string;
  readonly beginning: Beginning;
  readonly parts: readonly (readonly [who: Who, what: string, screens: readonly Screen[]])[];
}

/** Every screen of the desk. */
export const screenGroups: readonly ScreenGroup[] = [
  { name: 'first-run', beginning: 'empty', parts: [['nobody', 'sets it up', firstRunScreens]] },
  {
    name: 'empty',
    beginning: 'setUp',
    parts: [
      [
        'boss',
        'has no customers yet',
        [
          ...emptyStoreScreens,
          ...noEnquiryScreens,
          ...noClubScreens,
          ...noTaskScreens,
          ...noSurveyScreens,
          ...noPaperScreens,
          ...noTaskRuleScreens,
          ...noDeliveryScreens,
        ],
      ],
    ],
  },
  {
    name: 'full',
    beginning: { demoCustomers: 300 },
    parts: [
      ['nobody', 'stands at the door', doorScreens],
      ['admin', 'works', deskScreens],
      ['reception', 'may not do all', receptionScreens],
      ['service', 'makes the calls', officerScreens],
      ['admin', 'has a broken store', failingScreens],
    ],
  },
];
