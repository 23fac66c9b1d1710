import type { Translated } from '../translated.ts';
import type { clubErrors as source } from '../zh-CN/clubErrors.ts';

export const clubErrors: Translated<typeof source> = {
  reason: {
    'agency-not-found': 'This agency job was not found.',
    'agency-ended': 'This agency job has ended. To change it, undo the handing back or the cancelling first.',
    'agency-unpaid': 'The fees have not been paid. Take the payment first, or tick “fees paid” and hand back then.',
    'rescue-not-found': 'This rescue was not found.',
    'rescue-ended': 'This rescue has ended. To change it, undo the last step first.',
    'step-past': 'This step has been done already.',
    'quota-none': 'This customer’s tier has no free rescues. Please charge for it.',
    'quota-used-up': 'All {{times}} free rescues of this year are used. Please charge for it.',
    'claim-not-found': 'This claim was not found.',
    'claim-ended': 'This claim is closed. To change it, undo the closing first.',
    'customer-has-club':
      '{{number}} of this customer is still under way, so the file stays. Finish or cancel it first.',
  },
  field: {
    'caller-missing': 'Say who calls: choose a customer, or give a name, a phone or a plate',
    'call-ahead': 'The call cannot be later than now',
    'step-before-last': 'Not before the step that came last',
    'step-ahead': 'Not later than now',
    'accident-ahead': 'The accident cannot be later than today',
    'policy-of-another': 'This policy is of another car',
  },
  fieldName: {
    documents: 'documents',
    place: 'place',
    crew: 'crew',
    calledAt: 'time of the call',
    accidentDay: 'day of the accident',
    paidFen: 'amount paid',
    estimateFen: 'estimate',
    officialFen: 'official charges',
    feeFen: 'our fee',
    result: 'what was done',
    handedBackTo: 'received by',
    caseNo: 'case number',
    strangerPlate: 'plate',
  },
};
