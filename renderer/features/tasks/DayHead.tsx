import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ChipGroup } from '../../ui/ChipGroup.tsx';
import { BackIcon, WarningIcon } from '../../ui/icons.tsx';
import css from '../../ui/listDetail.module.css';
import { Menu } from '../../ui/Menu.tsx';
import type { DayFilter } from './dayFilter.ts';
import { channels, type TaskDay } from './shapes.ts';
import own from './tasks.module.css';
import type { DayRows } from './useDay.ts';

const SheetButtons = lazy(() => import('./SheetButtons.tsx'));

export interface DayHeadProps {
  readonly list: DayRows;
  readonly filter: DayFilter;
  readonly onChange: (change: Partial<DayFilter>) => void;
}

/** By which way, mine or all, by rule; how many are listed, and how many are not, and why. */
export const DayHead = ({ list: { day }, filter, onChange }: DayHeadProps) => {
  const { t } = useTranslation();
  return (
    <>
      <div className="panel-head">
        <h1 className="panel-title">{t(filter.left === null ? 'tasks.title' : 'tasks.leftOut.title')}</h1>
        <div className="panel-actions">
          <ChipGroup label={t('tasks.channels')}>
            {channels.map((one) => (
              <Chip
                key={one}
                pressed={one === filter.channel}
                onPress={() => onChange({ channel: one, ruleId: null, left: null })}
              >
                {t(`tasks.channel.${one}`)}
              </Chip>
            ))}
          </ChipGroup>
        </div>
      </div>
      <div className={css['filters']}>
        {filter.left === null ? (
          <ChipGroup label={t('tasks.filters')}>
            <Chip pressed={filter.mine} onPress={() => onChange({ mine: !filter.mine })}>
              {t('tasks.mine')}
            </Chip>
            <RuleMenu filter={filter} onChange={onChange} />
          </ChipGroup>
        ) : (
          <ChipGroup label={t('tasks.count.reasons')}>
            <Chip icon={<BackIcon size={13} />} onPress={() => onChange({ left: null })}>
              {t('tasks.leftOut.back')}
            </Chip>
          </ChipGroup>
        )}
        {day && <Counts day={day} filter={filter} onChange={onChange} />}
        {day && filter.channel === 'call' && filter.left === null && (
          <Suspense>
            <SheetButtons count={day.count} filter={filter} />
          </Suspense>
        )}
      </div>
    </>
  );
};

const RuleMenu = ({ filter, onChange }: Pick<DayHeadProps, 'filter' | 'onChange'>) => {
  const { t } = useTranslation();
  const { data } = useQuery(orpc.taskRules.list.queryOptions({ input: {} }));
  const rules = data?.rows.filter((rule) => rule.channel === filter.channel && rule.active) ?? [];
  const chosen = data?.rows.find((rule) => rule.id === filter.ruleId)?.name ?? null;
  return (
    <Menu
      align="left"
      look={chosen ? 'chosen' : 'chip'}
      label={`${t('tasks.rule')}: ${chosen ?? t('common.all')}`}
      button={chosen ?? t('tasks.rule')}
      groups={[
        {
          entries: [
            {
              id: 'all',
              label: t('common.all'),
              checked: filter.ruleId === null,
              perform: () => onChange({ ruleId: null }),
            },
            ...rules.map(({ id, name }) => ({
              id,
              label: name,
              checked: id === filter.ruleId,
              perform: () => onChange({ ruleId: id }),
            })),
          ],
        },
      ]}
    />
  );
};

/** 今天 42 位待联系；未列入 17 位：未同意营销 9、本月已满 5: each part opens the list of whom it means. */
const Counts = ({ day, filter, onChange }: { readonly day: TaskDay } & Pick<DayHeadProps, 'filter' | 'onChange'>) => {
  const { t } = useTranslation();
  const left = day.leftOut.filter(({ count }) => count > 0);
  const leftCount = left.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className={own['counts']}>
      <p>
        <strong>{t(`tasks.count.${filter.channel}`, { count: day.count })}</strong>
        {day.overdue > 0 && (
          <span className={own['late']}>
            <WarningIcon size={13} /> {t('tasks.count.overdue', { count: day.overdue })}
          </span>
        )}
        {day.count > day.rows.length && <span>{t('tasks.count.shown', { count: day.rows.length })}</span>}
        {day.doneToday > 0 && filter.channel === 'call' && (
          <span>{t('tasks.count.done', { count: day.doneToday })}</span>
        )}
      </p>
      {leftCount > 0 && (
        <ChipGroup label={t('tasks.count.reasons')}>
          <Chip pressed={filter.left === 'all'} onPress={() => onChange({ left: 'all' })}>
            {t('tasks.count.leftOut', { count: leftCount })}
          </Chip>
          {left.map(({ reason, count }) => (
            <Chip key={reason} pressed={filter.left === reason} onPress={() => onChange({ left: reason })}>
              {t(`tasks.leftOut.short.${reason}`)} {count}
            </Chip>
          ))}
        </ChipGroup>
      )}
    </div>
  );
};
