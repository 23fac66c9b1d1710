/** What is said of refusals around deliveries; part of `errors`. */
export const deliveryErrors = {
  reason: {
    'delivery-not-found': '没有找到这次交车。可能已被撤销。',
    'delivery-ended': '这次交车已经交付或取消，不能再改。',
    'delivery-open': '这台车已经在交车看板上了。',
    'vehicle-delivered': '这台车已经交付过了。',
    'delivery-vehicle-gone': '这台车已移除、售出或过户给别人，不能再交给这位客户。',
    'customer-has-delivery': '这位客户还有车没有交付，档案不能删除。请先交付，或取消交车。',
    'vehicle-has-delivery': '这台车有交车记录，不能移除。',
  },
  field: {
    'delivery-ahead': '交付时间不能在将来',
    'delivery-too-long-ago': '超过 30 天了，请改在车辆资料里填交车日',
    'checklist-open': '还有 {{count}} 项没有办，请写明原因',
    'delivery-check-unknown': '检查项目里已经没有这一项了',
  },
  fieldName: {
    plannedDay: '约定交车日',
    plannedTime: '约定时间',
    deliveryChecklist: '交车检查项目',
  },
};
