import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { routeOf } from '../../app/features.ts';
import { number } from '../../lib/formats.ts';
import { useGo } from '../../lib/place.ts';
import { useStoreSettings } from '../../lib/store.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { ChipGroup } from '../../ui/ChipGroup.tsx';
import { ChartIcon } from '../../ui/icons.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { OpenedList } from '../../ui/OpenedList.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { ComplaintLine } from './ComplaintLine.tsx';
import { isNarrowed, type ListFilter, noFilter } from './listFilter.ts';
import { severities, type Tab, tabs } from './shapes.ts';
import type { ComplaintRows } from './useComplaintList.ts';
import { useWarnPercent } from './useWarnPercent.ts';

/** figures of a span of days, a screen of its own */
const statistics = '/complaints/statistics';

export interface ComplaintListProps {
  readonly searchId: string;
  readonly list: ComplaintRows;
  readonly filter: ListFilter;
  readonly tab: Tab;
  readonly openId: string | null;
  /** set where the arrows chose the open one: its row takes the focus */
  readonly walking: RefObject<boolean>;
  readonly onTab: (tab: Tab) => void;
  readonly onShow: (id: string | null, change?: Partial<ListFilter>) => void;
  readonly onNew: () => void;
}

/** Complaints by urgency: tabs, any word, a few filters; the open one is marked. */
export const ComplaintList = ({
  searchId,
  list,
  filter,
  tab,
  openId,
  walking,
  onTab,
  onShow,
  onNew,
}: ComplaintListProps) => {
  const { t } = useTranslation();
  const go = useGo();
  const warnPercent = useWarnPercent();
  const { rows, counts } = list;
  const openFirst = (): void => {
    const [first] = rows;
    if (!first) return;
    walking.current = true;
    onShow(first.id);
  };
  return (
    <OpenedList
      label={t('complaints.list')}
      head={
        <>
          <h1 className="panel-title">{t('complaints.title')}</h1>
          {routeOf(statistics) === statistics && (
            <Chip icon={<ChartIcon size={14} />} onPress={() => go(statistics)}>
              {t('complaints.statistics')}
            </Chip>
          )}
          <div className="panel-actions">
            <ActionButton type="primary" label={t('complaints.newShort')} keys="Alt+N" onClick={onNew} />
          </div>
        </>
      }
      filters={
        <>
          <ChipGroup label={t('complaints.tabs')}>
            {tabs.map((one) => (
              <Chip key={one} pressed={one === tab} onPress={() => onTab(one)}>
                {t(`complaints.tab.${one}`)}
                {counts && ` ${number(counts[one])}`}
              </Chip>
            ))}
          </ChipGroup>
          <SearchBox
            id={searchId}
            label={t('complaints.search')}
            value={filter.q}
            onChange={(q) => onShow(openId, { tab, q })}
            onEnter={openFirst}
          />
          <Filters filter={filter} onChange={(change) => onShow(openId, { tab, ...change })} />
        </>
      }
      rows={counts && rows}
      error={list.error}
      onRetry={list.retry}
      more={list.more}
      none={
        <>
          <p className="quiet">{t(isNarrowed(filter) ? 'complaints.noneFound' : `complaints.none.${tab}`)}</p>
          {isNarrowed(filter) && (
            <Chip onPress={() => onShow(openId, { ...noFilter, tab })}>{t('complaints.clear')}</Chip>
          )}
        </>
      }
      openId={openId}
      walking={walking}
      line={(row) => (
        <ComplaintLine
          key={row.id}
          row={row}
          current={row.id === openId}
          warnPercent={warnPercent}
          onOpen={() => onShow(row.id)}
        />
      )}
    />
  );
};

const Filters = ({
  filter,
  onChange,
}: {
  readonly filter: ListFilter;
  readonly onChange: (change: Partial<ListFilter>) => void;
}) => {
  const { t } = useTranslation();
  const departments = useStoreSettings()?.values.complaintDepartments ?? [];
  const severityName = filter.severity ? t(`complaints.severity.${filter.severity}`) : t('complaints.field.severity');
  const departmentName =
    departments.find(({ code }) => code === filter.department)?.name ??
    filter.department ??
    t('complaints.field.department');
  return (
    <ChipGroup label={t('complaints.filters')}>
      <Chip pressed={filter.mine} onPress={() => onChange({ mine: !filter.mine })}>
        {t('complaints.mine')}
      </Chip>
      <Menu
        align="left"
        look={filter.severity ? 'chosen' : 'chip'}
        label={`${t('complaints.field.severity')}: ${filter.severity ? severityName : t('common.all')}`}
        button={severityName}
        groups={[
          {
            entries: [
              {
                id: 'all',
                label: t('common.all'),
                checked: filter.severity === null,
                perform: () => onChange({ severity: null }),
              },
              ...severities.map((one) => ({
                id: one,
                label: t(`complaints.severity.${one}`),
                checked: one === filter.severity,
                perform: () => onChange({ severity: one }),
              })),
            ],
          },
        ]}
      />
      <Menu
        align="left"
        look={filter.department ? 'chosen' : 'chip'}
        label={`${t('complaints.field.department')}: ${filter.department ? departmentName : t('common.all')}`}
        button={departmentName}
        groups={[
          {
            entries: [
              {
                id: 'all',
                label: t('common.all'),
                checked: filter.department === null,
                perform: () => onChange({ department: null }),
              },
              ...departments.map(({ code, name }) => ({
                id: code,
                label: name,
                checked: code === filter.department,
                perform: () => onChange({ department: code }),
              })),
            ],
          },
        ]}
      />
    </ChipGroup>
  );
};
