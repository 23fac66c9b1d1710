import { useTranslation } from 'react-i18next';
import { useGo, useQueryValue } from '../../lib/place.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ChipGroup } from '../../ui/ChipGroup.tsx';
import { ContactRulesPart } from '../settings/ContactRulesPart.tsx';
import { ServicePlanPart } from '../settings/ServicePlanPart.tsx';
import { RulesPart } from './RulesPart.tsx';
import css from './taskRules.module.css';

const parts = ['rules', 'contact', 'servicePlan'] as const;

/** 回访规则: what finds whom to call, and 联系规则: how often and when customers are called, 养护项目: what cars need how often. */
export const TaskRulesSettings = () => {
  const { t } = useTranslation();
  const go = useGo();
  const asked = useQueryValue('part');
  const part = parts.find((one) => one === asked) ?? 'rules';
  return (
    <>
      <div className={css['parts']}>
        <ChipGroup label={t('taskRules.parts')}>
          {parts.map((one) => (
            <Chip
              key={one}
              pressed={one === part}
              onPress={() => go(`/settings/taskRules?part=${one}`, { replace: true })}
            >
              {t(`taskRules.part.${one}`)}
            </Chip>
          ))}
        </ChipGroup>
      </div>
      {part === 'rules' && <RulesPart />}
      {part === 'contact' && <ContactRulesPart />}
      {part === 'servicePlan' && <ServicePlanPart />}
    </>
  );
};
