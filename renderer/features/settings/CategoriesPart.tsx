import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { CloseIcon, PlusIcon } from '../../ui/icons.tsx';
import { type CategoryText, categoriesForm, newCategory, readCategories } from './categoriesForm.ts';
import own from './complaintRules.module.css';
import { moveUp } from './moveUp.ts';
import { type NamedText, newCode } from './namedListForm.ts';
import { RuleAbsent } from './RuleAbsent.tsx';
import { RuleFrame } from './RuleFrame.tsx';
import css from './rules.module.css';
import { TableText } from './TableText.tsx';
import { useRule } from './useRule.ts';

const asForm = { key: 'complaintCategories', formOf: categoriesForm, read: readCategories } as const;

/** 投诉分类, on two levels. */
export const CategoriesPart = () => {
  const { t } = useTranslation();
  const { rule, absent } = useRule(asForm);
  if (!rule) return <RuleAbsent {...absent} />;
  const { form, change, say } = rule;
  const set = (code: string, part: Partial<CategoryText>): void =>
    change({ rows: form.rows.map((row) => (row.code === code ? { ...row, ...part } : row)) });
  return (
    <RuleFrame rule={rule} text={t('complaintRules.categories.text')}>
      <p className="quiet">{t('complaintRules.list.inUse')}</p>
      {form.rows.map((row, at) => (
        <Category
          key={row.code}
          row={row}
          at={at}
          say={say}
          onChange={(part) => set(row.code, part)}
          onUp={() => change({ rows: moveUp(form.rows, at) })}
          onRemove={() => change({ rows: form.rows.filter(({ code }) => code !== row.code) })}
        />
      ))}
      {say('rows') && (
        <p className={css['cellWrong']} role="alert">
          {say('rows')}
        </p>
      )}
      <div>
        <Button icon={<PlusIcon size={16} />} onClick={() => change({ rows: [...form.rows, newCategory()] })}>
          {t('complaintRules.categories.add')}
        </Button>
      </div>
    </RuleFrame>
  );
};

interface CategoryProps {
  readonly row: CategoryText;
  readonly at: number;
  readonly say: (path: string) => string | undefined;
  readonly onChange: (part: Partial<CategoryText>) => void;
  readonly onUp: () => void;
  readonly onRemove: () => void;
}

const Category = ({ row, at, say, onChange, onUp, onRemove }: CategoryProps) => {
  const { t } = useTranslation();
  const { code, children } = row;
  const named = row.name.trim() || t('complaintRules.list.unnamed');
  const setChild = (child: NamedText, name: string): void =>
    onChange({ children: children.map((one) => (one.code === child.code ? { ...one, name } : one)) });
  return (
    <fieldset className={own['category']}>
      <legend className="heard-only">{named}</legend>
      <div className={own['categoryHead']}>
        <span aria-hidden="true" className={own['place']}>
          {at + 1}
        </span>
        <span className={css['name']}>
          <TableText
            words
            label={t('complaintRules.categories.nameOf', { n: at + 1 })}
            value={row.name}
            maxLength={20}
            wrong={say(code)}
            onChange={(name) => onChange({ name })}
          />
        </span>
        <label className={css['check']}>
          <input
            type="checkbox"
            aria-label={t('complaintRules.categories.defectOf', { name: named })}
            checked={row.defect}
            onChange={(event) => onChange({ defect: event.target.checked })}
          />
          {t('complaintRules.categories.defect')}
        </label>
        <span className={own['categoryDeeds']}>
          <Button aria-label={t('complaintRules.list.upOf', { name: named })} disabled={at === 0} onClick={onUp}>
            {t('complaintRules.list.up')}
          </Button>
          <Button aria-label={t('complaintRules.list.remove', { name: named })} onClick={onRemove}>
            {t('common.remove')}
          </Button>
        </span>
      </div>
      <ol className={own['children']} aria-label={t('complaintRules.categories.children', { name: named })}>
        {children.map((child, place) => (
          <li key={child.code}>
            <span className={own['nameLine']}>
              <span aria-hidden="true" className={own['place']}>
                {place + 1}
              </span>
              <TableText
                words
                label={t('complaintRules.categories.childOf', { name: named, n: place + 1 })}
                value={child.name}
                maxLength={20}
                wrong={say(`${code}.${child.code}`)}
                onChange={(name) => setChild(child, name)}
              />
              <Button
                type="text"
                icon={<CloseIcon size={14} />}
                aria-label={t('complaintRules.list.remove', {
                  name: child.name.trim() || t('complaintRules.list.unnamed'),
                })}
                onClick={() => onChange({ children: children.filter((one) => one.code !== child.code) })}
              />
            </span>
          </li>
        ))}
        <li>
          <Button
            icon={<PlusIcon size={14} />}
            aria-label={t('complaintRules.categories.addChildOf', { name: named })}
            onClick={() => onChange({ children: [...children, { code: newCode(), name: '' }] })}
          >
            {t('complaintRules.categories.addChild')}
          </Button>
        </li>
      </ol>
    </fieldset>
  );
};
