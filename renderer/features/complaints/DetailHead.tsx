import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { day, daysLeft } from '../../lib/formats.ts';
import { useStoreSettings } from '../../lib/store.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip, type ChipTone } from '../../ui/Chip.tsx';
import { ControlGroup } from '../../ui/ControlGroup.tsx';
import { WarningIcon } from '../../ui/icons.tsx';
import { type Deed, deedKeys, deedLabel, nextDeed, otherDeeds } from './deeds.ts';
import css from './detail.module.css';
import { StepLine } from './StepLine.tsx';
import type { Badge, ComplaintPage, Severity } from './shapes.ts';

export const severityTone: Readonly<Record<Severity, ChipTone>> = { minor: 'plain', major: 'amber', critical: 'red' };

/** What it is, how far it came, and what one can do; the deed that comes next stands top right and has Enter. */
export const DetailHead = ({
  page,
  onDeed,
}: {
  readonly page: ComplaintPage;
  readonly onDeed: (deed: Deed) => void;
}) => {
  const { t } = useTranslation();
  const { complaint, badges, reached } = page;
  const first = nextDeed(complaint);
  return (
    <header className={`panel ${css['head']}`}>
      <div className={css['headLine']}>
        <h2 className={css['title']}>
          {complaint.number} {complaint.title}
        </h2>
        <span className={css['chips']}>
          <Chip>{complaint.categoryName}</Chip>
          <Chip tone={severityTone[complaint.severity]}>{t(`complaints.severity.${complaint.severity}`)}</Chip>
          {badges.map((badge) => (
            <BadgeChip key={badge.kind} badge={badge} />
          ))}
        </span>
        <span className={css['headActions']}>
          <ActionButton label={t(deedLabel('print'))} keys={deedKeys.print} onClick={() => onDeed('print')} />
          {first && (
            <ActionButton type="primary" label={t(deedLabel(first))} keys="Enter" onClick={() => onDeed(first)} />
          )}
        </span>
      </div>
      <StepLine step={complaint.step} reached={reached} />
      <ControlGroup label={t('complaints.deeds')} className={css['deeds']}>
        {otherDeeds(complaint).map((deed) => (
          <ActionButton
            key={deed}
            size="small"
            label={t(deedLabel(deed))}
            keys={deedKeys[deed]}
            onClick={() => onDeed(deed)}
          />
        ))}
      </ControlGroup>
    </header>
  );
};

const BadgeChip = ({ badge }: { readonly badge: Badge }) => {
  const { t } = useTranslation();
  const months = useStoreSettings()?.values.complaintTerms.defectMonths ?? 6;
  const words = badgeWords(badge, months, t);
  if (!words) return null;
  const till = badge.lastDay === null ? {} : { title: lastDayWords(badge) };
  return (
    <Chip tone={words.tone} icon={words.tone === 'red' ? <WarningIcon size={13} /> : undefined} {...till}>
      {words.text}
    </Chip>
  );
};

const lastDayWords = ({ lastDay, days }: Badge): string =>
  [lastDay && day(lastDay), days !== null && daysLeft(days)].filter(Boolean).join(' · ');

/** Null for what has a box of its own. */
const badgeWords = (
  { kind, lastDay, days, count }: Badge,
  months: number,
  t: TFunction,
): { readonly tone: ChipTone; readonly text: string } | null => {
  switch (kind) {
    case 'defect':
      return { tone: 'red', text: t('complaints.badge.defect', { months }) };
    case 'authority':
      return {
        tone: days !== null && days < 0 ? 'red' : 'amber',
        text:
          lastDay === null
            ? t('complaints.badge.authority')
            : t('complaints.badge.authorityTill', { day: lastDay.slice(5), left: days === null ? '' : daysLeft(days) }),
      };
    case 'reopened':
      return { tone: 'amber', text: t('complaints.badge.reopened', { count: count ?? 2 }) };
    case 'twins':
      return null;
  }
};
