import { useTranslation } from 'react-i18next';
import { NamedList } from './NamedList.tsx';
import { namedListForm, readChecklist } from './namedListForm.ts';
import { RuleAbsent } from './RuleAbsent.tsx';
import { RuleFrame } from './RuleFrame.tsx';
import { useRule } from './useRule.ts';

const asForm = { key: 'deliveryChecklist', formOf: namedListForm, read: readChecklist } as const;

/** 交车检查项目: what is settled before a car is handed over. */
export const DeliverySettings = () => {
  const { t } = useTranslation();
  const { rule, absent } = useRule(asForm);
  if (!rule) return <RuleAbsent {...absent} />;
  return (
    <RuleFrame rule={rule} text={t('deliveries.settings.text')}>
      <NamedList
        rows={rule.form.rows}
        help={t('deliveries.settings.items')}
        longest={30}
        add={t('deliveries.settings.add')}
        say={rule.say}
        onChange={(rows) => rule.change({ rows })}
      />
    </RuleFrame>
  );
};
