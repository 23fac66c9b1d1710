import { useTranslation } from 'react-i18next';
import { useGo, useQueryValue } from '../../lib/place.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ChipGroup } from '../../ui/ChipGroup.tsx';
import { SurveyTermsPart } from '../settings/SurveyTermsPart.tsx';
import rules from '../taskRules/taskRules.module.css';
import { QuestionnairesPart } from './QuestionnairesPart.tsx';

const parts = ['questionnaires', 'terms'] as const;

/** 问卷: what is asked, and 满意度目标: what counts as satisfied and what the store wants to reach. */
export const QuestionnairesSettings = () => {
  const { t } = useTranslation();
  const go = useGo();
  const asked = useQueryValue('part');
  const part = parts.find((one) => one === asked) ?? 'questionnaires';
  return (
    <>
      <div className={rules['parts']}>
        <ChipGroup label={t('questionnaires.parts')}>
          {parts.map((one) => (
            <Chip
              key={one}
              pressed={one === part}
              onPress={() => go(`/settings/questionnaires?part=${one}`, { replace: true })}
            >
              {t(`questionnaires.part.${one}`)}
            </Chip>
          ))}
        </ChipGroup>
      </div>
      {part === 'questionnaires' ? <QuestionnairesPart /> : <SurveyTermsPart />}
    </>
  );
};
