import type { enquiryErrors as source } from '../zh-CN/enquiryErrors.ts';

export const enquiryErrors: typeof source = {
  reason: {
    'enquiry-not-found': 'This enquiry was not found.',
    'enquiry-closed': 'This enquiry is closed. Reopen it first to work on it again.',
    'enquiry-answered': 'This enquiry has been answered. If the answer did not do, reopen it first, then hand it over.',
    'enquiry-open': 'This enquiry has no answer yet, so there is nothing to reopen.',
    'enquiry-unanswered': 'This enquiry has no answer yet, so there is nothing to keep.',
    'enquiry-kept': 'The answer to this enquiry has been kept already.',
    'kept-answer-not-found': 'This kept answer was not found. It may have been removed.',
    'customer-has-enquiries':
      'Enquiry {{number}} of this customer is not closed yet, so the file cannot be deleted. Answer and close it first.',
  },
  field: {
    'enquirer-missing': 'Say who asks: choose a customer, or enter a name or phone',
    'enquiry-unanswered': 'There is no answer yet: answer first, or say why none is needed',
  },
};
