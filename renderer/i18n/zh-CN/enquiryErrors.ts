/** What is said of refusals around enquiries and kept answers; part of `errors`. */
export const enquiryErrors = {
  reason: {
    'enquiry-not-found': '没有找到这条咨询。',
    'enquiry-closed': '这条咨询已经归档。要再处理，请先重开。',
    'enquiry-answered': '这条咨询已经答复过了。答复不行的，请先重开，再转专家。',
    'enquiry-open': '这条咨询还没有答复，不用重开。',
    'enquiry-unanswered': '这条咨询还没有答复，没有可以存的内容。',
    'enquiry-kept': '这条咨询的答复已经存为常用答复了。',
    'kept-answer-not-found': '没有找到这条常用答复。可能已被移除。',
    'customer-has-enquiries': '这位客户的咨询 {{number}} 还没有归档，档案不能删除。请先答复并归档。',
  },
  field: {
    'enquirer-missing': '请写明是谁在问：选一位客户，或填称呼、电话',
    'enquiry-unanswered': '还没有答复，请先答复，或写明为什么不用答复',
  },
};
