import { useTranslation } from 'react-i18next';
import { NamedList } from './NamedList.tsx';
import { namedListForm, readCauses, readDepartments } from './namedListForm.ts';
import { RuleAbsent } from './RuleAbsent.tsx';
import { RuleFrame } from './RuleFrame.tsx';
import { useRule } from './useRule.ts';

const departments = { key: 'complaintDepartments', formOf: namedListForm, read: readDepartments } as const;
const causes = { key: 'complaintCauses', formOf: namedListForm, read: readCauses } as const;

/** 责任部门 */
export const DepartmentsPart = () => {
  const { t } = useTranslation();
  const { rule, absent } = useRule(departments);
  if (!rule) return <RuleAbsent {...absent} />;
  return (
    <RuleFrame rule={rule} text={t('complaintRules.list.departments')}>
      <NamedList
        rows={rule.form.rows}
        help={t('complaintRules.list.inUse')}
        add={t('complaintRules.list.addDepartment')}
        say={rule.say}
        onChange={(rows) => rule.change({ rows })}
      />
    </RuleFrame>
  );
};

/** 原因 */
export const CausesPart = () => {
  const { t } = useTranslation();
  const { rule, absent } = useRule(causes);
  if (!rule) return <RuleAbsent {...absent} />;
  return (
    <RuleFrame rule={rule} text={t('complaintRules.list.causes')}>
      <NamedList
        rows={rule.form.rows}
        help={t('complaintRules.list.inUse')}
        add={t('complaintRules.list.addCause')}
        say={rule.say}
        onChange={(rows) => rule.change({ rows })}
      />
    </RuleFrame>
  );
};
