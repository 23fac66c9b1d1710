import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/place.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { CheckIcon, PhoneIcon } from '../../ui/icons.tsx';
import { type DayFilter, isNarrowed } from './dayFilter.ts';
import type { DayRows } from './useDay.ts';

export interface NobodyLeftProps {
  readonly list: DayRows;
  readonly filter: DayFilter;
  readonly onClear: () => void;
}

/** Nobody on the list: all done, none that fits, or what this screen is for. */
export const NobodyLeft = ({ list: { day, error }, filter, onClear }: NobodyLeftProps) => {
  const { t } = useTranslation();
  const go = useGo();
  if (error || !day) return <div />;
  if (filter.left !== null) {
    return <EmptyState icon={<PhoneIcon size={32} />} title={t('tasks.leftOut.none')} />;
  }
  if (isNarrowed(filter)) {
    return (
      <EmptyState
        icon={<PhoneIcon size={32} />}
        title={t('tasks.empty.narrowed')}
        actions={<ActionButton label={t('tasks.clear')} onClick={onClear} />}
      />
    );
  }
  if (day.doneToday > 0 && filter.channel === 'call') {
    return (
      <EmptyState icon={<CheckIcon size={32} />} title={t('tasks.empty.doneTitle')}>
        {t('tasks.empty.doneText', { count: day.doneToday })}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<PhoneIcon size={32} />}
      title={filter.channel === 'call' ? t('tasks.empty.title') : t(`tasks.empty.${filter.channel}`)}
      actions={<ActionButton label={t('tasks.empty.rules')} onClick={() => go('/settings/taskRules')} />}
    >
      {t('tasks.empty.text')}
    </EmptyState>
  );
};
