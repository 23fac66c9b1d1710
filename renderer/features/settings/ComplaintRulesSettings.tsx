import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo, useQueryValue } from '../../lib/place.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ChipGroup } from '../../ui/ChipGroup.tsx';
import { CategoriesPart } from './CategoriesPart.tsx';
import { ComplaintTermsPart } from './ComplaintTermsPart.tsx';
import own from './complaintRules.module.css';
import { HolidaysPart } from './HolidaysPart.tsx';
import { CausesPart, DepartmentsPart } from './NamedListParts.tsx';

const parts = [
  'complaintTerms',
  'complaintCategories',
  'complaintDepartments',
  'complaintCauses',
  'holidayYears',
] as const;
type Part = (typeof parts)[number];

const shownAs: Readonly<Record<Part, ComponentType>> = {
  complaintTerms: ComplaintTermsPart,
  complaintCategories: CategoriesPart,
  complaintDepartments: DepartmentsPart,
  complaintCauses: CausesPart,
  holidayYears: HolidaysPart,
};

/** 投诉规则: five rules, each with its own draft, first day and versions. */
export const ComplaintRulesSettings = () => {
  const { t } = useTranslation();
  const go = useGo();
  const asked = useQueryValue('part');
  const part = parts.find((one) => one === asked) ?? 'complaintTerms';
  const Shown = shownAs[part];
  return (
    <>
      <h2 className="heard-only">{t('settings.section.complaintRules')}</h2>
      <div className={own['parts']}>
        <ChipGroup label={t('complaintRules.parts')}>
          {parts.map((one) => (
            <Chip
              key={one}
              pressed={one === part}
              onPress={() => go(`/settings/complaintRules?part=${one}`, { replace: true })}
            >
              {t(`complaintRules.part.${one}`)}
            </Chip>
          ))}
        </ChipGroup>
      </div>
      <Shown key={part} />
    </>
  );
};
