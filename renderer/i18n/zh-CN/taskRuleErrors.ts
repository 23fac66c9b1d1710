/** What is said of refusals around 回访规则; part of `errors`. */
export const taskRuleErrors = {
  reason: {
    'task-rule-not-found': '没有找到这条回访规则。可能已被移除。',
  },
  field: {
    'lead-twice': '同一个天数（或月数）填了两次',
    'date-invalid': '没有这一天',
    'field-unknown': '没有“{{field}}”这个字段',
    'duty-not-owed': '只有承诺到期、投诉回访和不满意跟进才是应办',
    'form-needs-call': '首次电话六项和问卷只用于电话',
    'rule-hits-everybody': '会命中 {{count}} 位，超过全部客户的一半。请缩小对象，或改触发条件',
  },
  fieldName: {
    trigger: '触发',
    audience: '对象',
    script: '话术',
    purpose: '目的',
    form: '通话表单',
  },
};
