import type { Translated } from '../translated.ts';
import type { taskRuleErrors as source } from '../zh-CN/taskRuleErrors.ts';

export const taskRuleErrors = {
  reason: {
    'task-rule-not-found': 'There is no such call rule. It may have been removed.',
  },
  field: {
    'lead-twice': 'the same number of days (or months) stands there twice',
    'date-invalid': 'there is no such day',
    'field-unknown': 'there is no field “{{field}}”',
    'duty-not-owed': 'only promises, ask-backs and bad answers are owed',
    'form-needs-call': 'the six points of the first call and questionnaires are for calls only',
    'rule-hits-everybody': 'hits {{count}} customers, more than half of all; narrow whom it is for, or when',
  },
  fieldName: {
    trigger: 'When',
    audience: 'For whom',
    script: 'Script',
    purpose: 'Purpose',
    form: 'Form of the call',
  },
} satisfies Translated<typeof source>;
