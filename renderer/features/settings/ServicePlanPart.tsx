import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { PlusIcon } from '../../ui/icons.tsx';
import { moveUp } from './moveUp.ts';
import { RuleAbsent } from './RuleAbsent.tsx';
import { RuleFrame } from './RuleFrame.tsx';
import { RuleText } from './RuleText.tsx';
import css from './rules.module.css';
import { newPlanItem, type PlanItemText, readServicePlan, servicePlanForm } from './servicePlanForm.ts';
import { TableText } from './TableText.tsx';
import { useRule } from './useRule.ts';

const asForm = { key: 'servicePlan', formOf: servicePlanForm, read: readServicePlan } as const;

/** 养护项目: what a car needs how often, by which its 贴身服务计划 is worked out. */
export const ServicePlanPart = () => {
  const { t } = useTranslation();
  const { rule, absent } = useRule(asForm);
  if (!rule) return <RuleAbsent {...absent} />;
  const { form, change, say } = rule;
  const figure = (name: 'severePercent' | 'horizonMonths' | 'assumedKmPerYear', help: string) => (
    <RuleText
      label={t(`plan.rules.${name}`)}
      help={help}
      value={form[name]}
      wrong={say(name)}
      onChange={(text) => change({ [name]: text })}
    />
  );
  return (
    <RuleFrame rule={rule} text={t('plan.rules.text')}>
      <Items rows={form.items} say={say} onChange={(items) => change({ items })} />
      <div className={css['row']}>
        {figure('severePercent', t('plan.rules.severeHelp'))}
        {figure('horizonMonths', t('plan.rules.horizonHelp'))}
        {figure('assumedKmPerYear', t('plan.rules.assumedHelp'))}
      </div>
    </RuleFrame>
  );
};

interface ItemsProps {
  readonly rows: readonly PlanItemText[];
  readonly say: (path: string) => string | undefined;
  readonly onChange: (rows: readonly PlanItemText[]) => void;
}

const Items = ({ rows, say, onChange }: ItemsProps) => {
  const { t } = useTranslation();
  return (
    <>
      <div className={css['tableWrap']}>
        <table className={css['table']}>
          <thead>
            <tr>
              <th scope="col">{t('plan.rules.item')}</th>
              <th scope="col">{t('plan.rules.everyKm')}</th>
              <th scope="col">{t('plan.rules.everyMonths')}</th>
              <th scope="col">{t('plan.rules.engineOnly')}</th>
              <th scope="col">
                <span className="heard-only">{t('common.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <ItemRow key={row.key} row={row} at={at} rows={rows} say={say} onChange={onChange} />
            ))}
          </tbody>
        </table>
      </div>
      {say('items') && (
        <p className={css['cellWrong']} role="alert">
          {say('items')}
        </p>
      )}
      <div>
        <Button icon={<PlusIcon size={16} />} onClick={() => onChange([...rows, newPlanItem()])}>
          {t('plan.rules.add')}
        </Button>
      </div>
    </>
  );
};

const ItemRow = ({
  row,
  at,
  rows,
  say,
  onChange,
}: ItemsProps & { readonly row: PlanItemText; readonly at: number }) => {
  const { t } = useTranslation();
  const named = row.name.trim() || t('plan.rules.unnamed');
  const set = (part: Partial<PlanItemText>): void =>
    onChange(rows.map((one) => (one.key === row.key ? { ...one, ...part } : one)));
  return (
    <tr>
      <td className={css['name']}>
        <TableText
          words
          label={t('plan.rules.nameOf', { n: at + 1 })}
          value={row.name}
          maxLength={30}
          wrong={say(`${row.key}.name`)}
          onChange={(name) => set({ name })}
        />
      </td>
      {(['everyKm', 'everyMonths'] as const).map((by) => (
        <td key={by}>
          <span className={css['cell']}>
            <TableText
              label={t(`plan.rules.${by}Of`, { name: named })}
              value={row[by]}
              maxLength={7}
              wrong={say(`${row.key}.${by}`)}
              onChange={(text) => set({ [by]: text })}
            />
          </span>
        </td>
      ))}
      <td>
        <input
          type="checkbox"
          aria-label={t('plan.rules.engineOnlyOf', { name: named })}
          checked={row.engineOnly}
          onChange={(event) => set({ engineOnly: event.target.checked })}
        />
      </td>
      <td>
        <span className={css['cell']}>
          <Button
            aria-label={t('complaintRules.list.upOf', { name: named })}
            disabled={at === 0}
            onClick={() => onChange(moveUp(rows, at))}
          >
            {t('complaintRules.list.up')}
          </Button>
          <Button
            aria-label={t('complaintRules.list.remove', { name: named })}
            onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
          >
            {t('common.remove')}
          </Button>
        </span>
      </td>
    </tr>
  );
};
