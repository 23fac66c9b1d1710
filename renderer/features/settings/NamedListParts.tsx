import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { PlusIcon } from '../../ui/icons.tsx';
import own from './complaintRules.module.css';
import { moveUp } from './moveUp.ts';
import { type NamedText, namedListForm, newCode, readCauses, readDepartments } from './namedListForm.ts';
import { RuleAbsent } from './RuleAbsent.tsx';
import { RuleFrame } from './RuleFrame.tsx';
import css from './rules.module.css';
import { TableText } from './TableText.tsx';
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
      <Names
        rows={rule.form.rows}
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
      <Names
        rows={rule.form.rows}
        add={t('complaintRules.list.addCause')}
        say={rule.say}
        onChange={(rows) => rule.change({ rows })}
      />
    </RuleFrame>
  );
};

interface NamesProps {
  readonly rows: readonly NamedText[];
  readonly add: string;
  readonly say: (path: string) => string | undefined;
  readonly onChange: (rows: readonly NamedText[]) => void;
}

const Names = ({ rows, add, say, onChange }: NamesProps) => {
  const { t } = useTranslation();
  return (
    <>
      <p className="quiet">{t('complaintRules.list.inUse')}</p>
      <ol className={own['names']}>
        {rows.map(({ code, name }, at) => {
          const named = name.trim() || t('complaintRules.list.unnamed');
          return (
            <li key={code} className={css['name']}>
              <span className={own['nameLine']}>
                <TableText
                  words
                  label={t('complaintRules.list.nameOf', { n: at + 1 })}
                  value={name}
                  maxLength={20}
                  wrong={say(code)}
                  onChange={(text) => onChange(rows.map((row) => (row.code === code ? { ...row, name: text } : row)))}
                />
                <Button
                  aria-label={t('complaintRules.list.upOf', { name: named })}
                  disabled={at === 0}
                  onClick={() => onChange(moveUp(rows, at))}
                >
                  {t('complaintRules.list.up')}
                </Button>
                <Button
                  aria-label={t('complaintRules.list.remove', { name: named })}
                  onClick={() => onChange(rows.filter((row) => row.code !== code))}
                >
                  {t('common.remove')}
                </Button>
              </span>
            </li>
          );
        })}
      </ol>
      {say('rows') && (
        <p className={css['cellWrong']} role="alert">
          {say('rows')}
        </p>
      )}
      <div>
        <Button icon={<PlusIcon size={16} />} onClick={() => onChange([...rows, { code: newCode(), name: '' }])}>
          {add}
        </Button>
      </div>
    </>
  );
};
