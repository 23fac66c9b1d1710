import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { day } from '../../lib/formats.ts';
import { Chip, type ChipTone } from '../../ui/Chip.tsx';
import { CakeIcon, ClockIcon, WarningIcon } from '../../ui/icons.tsx';
import css from './customer.module.css';
import { plateText } from './plateText.ts';
import type { DueItem } from './shapes.ts';

const tones: Readonly<Record<DueItem['urgency'], ChipTone>> = { overdue: 'red', soon: 'amber', ahead: 'plain' };

/** How many fit into the strip before the rest waits behind a button. */
const shownFirst = 3;

export interface DueChipsProps {
  readonly due: readonly DueItem[];
  /** then its plate need not be said */
  readonly oneVehicle: boolean;
}

/** 近期: what is due, most urgent first; the colour never speaks alone. */
export const DueChips = ({ due, oneVehicle }: DueChipsProps) => {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  if (due.length === 0) return <div className="quiet">{t('customer.strip.noDue')}</div>;
  const shown = all ? due : due.slice(0, shownFirst);
  return (
    <ul className={css['chips']}>
      {shown.map((item) => (
        <li key={`${item.kind} ${item.vehicleId ?? ''} ${item.label} ${item.day}`}>
          <DueChip item={item} named={item.vehicleId === null || !oneVehicle} />
        </li>
      ))}
      {shown.length < due.length && (
        <li>
          <Chip onPress={() => setAll(true)}>{t('customer.strip.more', { n: due.length - shown.length })}</Chip>
        </li>
      )}
    </ul>
  );
};

const DueChip = ({ item, named }: { readonly item: DueItem; readonly named: boolean }) => {
  const { t, i18n } = useTranslation();
  const when =
    item.days < 0
      ? t('customer.due.past', { n: -item.days })
      : item.days === 0
        ? t('customer.due.today')
        : t('customer.due.ahead', { n: item.days });
  const who = named && item.kind !== 'birthday' && item.kind !== 'card' ? plateText(item.label) : null;
  const lunar = i18n.language === 'en' ? null : item.lunarText;
  return (
    <Chip
      tone={tones[item.urgency]}
      icon={iconOf(item)}
      title={`${day(item.day)} · ${t(`customer.urgency.${item.urgency}`)}`}
    >
      {[who, t(`customer.due.${item.kind}`), lunar].filter(Boolean).join(' ')} · {when}
    </Chip>
  );
};

const iconOf = (item: DueItem) => {
  if (item.kind === 'birthday' || item.kind === 'familyBirthday') return <CakeIcon size={14} />;
  return item.urgency === 'overdue' ? <WarningIcon size={14} /> : <ClockIcon size={14} />;
};
